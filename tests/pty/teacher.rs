//! What a teacher does with a few keys: choose, begin, go on, walk, note an answer, stop.

use std::time::Duration;

use super::terminal::Terminal;

/// So long without a byte, and the picture is whole.
const REST: Duration = Duration::from_millis(25);

/// No step of any activity is further away than this.
const FAR: usize = 200;

impl Terminal {
    /// Finds an activity by a word from its title and begins with the class as it is offered.
    #[track_caller]
    pub fn begin(&mut self, word: &str) {
        self.begin_unread(word);
        self.wait_for("straks");
    }

    /// Begins where the class view is written in big letters, which no test reads.
    #[track_caller]
    pub fn begin_unread(&mut self, word: &str) {
        self.wait_for("Kies een activiteit");
        self.type_text(word);
        self.wait_for("1 gevonden");
        self.press("Enter");
        self.wait_for("Zet je beamer op bevriezen");
        self.press("Enter");
        self.wait_gone("Zet je beamer op bevriezen");
    }

    /// Goes on, a next day, with the lesson on top of the list.
    #[track_caller]
    pub fn go_on_another_day(&mut self) {
        self.wait_for("Verder gaan");
        self.press("Enter");
        self.wait_for("Zet je beamer op bevriezen");
        self.press("Enter");
        self.wait_for("vorige keer");
    }

    /// Goes on, step by step, until this stands on the screen.
    #[track_caller]
    pub fn walk_to(&mut self, text: &str) {
        for _ in 0..FAR {
            // What is still on its way must not be taken for what comes of the next key.
            self.settle(REST);
            if self.shows(text) {
                return;
            }
            self.press_and_see("Right");
        }
        panic!("{text:?} never came; the screen:\n{}", self.screen());
    }

    /// Notes what duos say, one after the other, as the keys offer them.
    #[track_caller]
    pub fn note(&mut self, answers: &[&str]) {
        self.press("a");
        self.wait_for("Schrijf geen namen.");
        for answer in answers {
            self.type_text(answer);
            self.wait_for(answer);
            self.press("Enter");
            self.wait_gone(answer);
        }
        self.press("Esc");
        self.wait_gone("Schrijf geen namen.");
    }

    /// Stops for today.
    #[track_caller]
    pub fn stop_for_today(&mut self) {
        self.press("q");
        self.wait_for("Stoppen voor vandaag?");
        self.press("Enter");
        assert_eq!(self.wait_end(), super::seen::Ended::Code(0));
    }
}
