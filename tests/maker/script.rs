//! A script of a conversation: paragraphs of a question and its answer. What is not in it stays as it
//! stands.

use std::fs;

use lesloper::maker::{Answers, Draft, Question, Reply};

/// More questions than any card has.
const MANY: usize = 600;

/// Questions with what is answered to them, in order.
pub struct Script(Vec<(String, Vec<String>)>);

impl Script {
    /// The script of this name.
    pub fn read(name: &str) -> Self {
        let path = format!("{}/tests/maker/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).unwrap();
        let paragraph = |paragraph: &str| {
            let mut lines = paragraph.lines().map(str::to_owned);
            (lines.next().unwrap(), lines.collect())
        };
        Self(text.trim().split("\n\n").map(paragraph).collect())
    }
}

/// Goes through the whole conversation. `asked` hears each question with the answer that it gets;
/// None: what stands there stays.
pub fn walk(draft: &mut Draft, script: &Script, mut asked: impl FnMut(&Draft, Option<&Reply>)) {
    let mut said = script.0.iter().peekable();
    for _ in 0..MANY {
        let Some(question) = draft.question().cloned() else {
            let left = said.next();
            assert!(left.is_none(), "never asked: {left:?}");
            return;
        };
        let answer = said.next_if(|(asked, _)| *asked == question.asked);
        let reply = answer.map(|(_, answer)| reply(&question, answer));
        asked(draft, reply.as_ref());
        let reply = reply.unwrap_or_else(|| draft.reply());
        let wrong = draft.judge(&reply);
        assert!(wrong.is_empty(), "{} {}: {reply:?} {wrong:?}", question.chapter, question.asked);
        draft.answer(&reply);
    }
    panic!("the conversation has no end");
}

/// What these words are as an answer: lines, or words of what is offered.
fn reply(question: &Question, answer: &[String]) -> Reply {
    match &question.answers {
        Answers::Line(_) | Answers::Lines { .. } => Reply::Lines(answer.to_vec()),
        Answers::One(offers) | Answers::Many(offers) => {
            let number = |word: &String| {
                let found = offers.iter().position(|offer| offer.word.starts_with(word.as_str()));
                found.unwrap_or_else(|| panic!("{word} is not offered at {}: {offers:?}", question.asked))
            };
            let mut picked: Vec<usize> = answer.iter().map(number).collect();
            picked.sort_unstable();
            Reply::Picked(picked)
        }
    }
}
