//! Who occurs in a card: girls and boys, of all backgrounds, and who says what hurts.

use crate::card::active::Speaker;
use crate::card::content::{Content, PHASES};
use crate::card::step::Kind;
use crate::card::strict::wording;
use crate::card::walk::{Crumb, Node, Walk};
use crate::dutch;

/// With fewer names nothing can be said.
const FEW: usize = 4;

/// Girls' names and boys' names from one background; none that is a word too.
struct Background {
    girls: &'static [&'static str],
    boys: &'static [&'static str],
}

/// Where pupils of a Dutch school come from, or their parents and grandparents; first the names that
/// are given everywhere.
const BACKGROUNDS: &[Background] = &[
    // Anywhere
    Background {
        girls: &[
            "Anna", "Anne", "Emma", "Eva", "Julia", "Kim", "Lina", "Lisa", "Maria", "Naomi", "Nina", "Noor",
            "Sara", "Yara",
        ],
        boys: &["Adam", "Daniel", "David", "Dylan", "Jayden", "Kevin", "Milan", "Noah", "Ruben", "Thomas"],
    },
    // The Netherlands
    Background {
        girls: &[
            "Anouk", "Britt", "Demi", "Esmee", "Femke", "Fleur", "Iris", "Julia", "Lieke", "Lotte", "Maud",
            "Merel", "Sanne", "Sophie", "Tess", "Yvette",
        ],
        boys: &[
            "Bas", "Bram", "Daan", "Finn", "Gijs", "Jasper", "Jesse", "Joris", "Kevin", "Koen", "Lars",
            "Luuk", "Niels", "Sem", "Sven", "Teun", "Thijs", "Thomas", "Tim", "Tygo",
        ],
    },
    // Turkey
    Background {
        girls: &["Aylin", "Ebru", "Elif", "Esra", "Hatice", "Melisa", "Merve", "Nur", "Sevda", "Zeynep"],
        boys: &["Baran", "Berat", "Burak", "Can", "Emir", "Emre", "Enes", "Kemal", "Mert", "Yusuf"],
    },
    // Morocco
    Background {
        girls: &["Fatima", "Hafsa", "Hajar", "Ikram", "Imane", "Nora", "Salma", "Samira", "Sanae", "Yasmina"],
        boys: &[
            "Anass", "Ayoub", "Bilal", "Ilias", "Karim", "Mohamed", "Mounir", "Rachid", "Soufiane", "Zakaria",
        ],
    },
    // Suriname and the Caribbean
    Background {
        girls: &[
            "Chanel", "Gianna", "Jada", "Kiara", "Priya", "Rishma", "Shanaya", "Sharona", "Tanisha", "Zoë",
        ],
        boys: &[
            "Damian",
            "Gianni",
            "Jahmai",
            "Jerrel",
            "Ravi",
            "Rayan",
            "Romano",
            "Shaquille",
            "Vikash",
            "Xavier",
        ],
    },
    // Poland, Ukraine and further east
    Background {
        girls: &[
            "Alicja", "Daria", "Hanna", "Kasia", "Kamila", "Magda", "Oksana", "Olena", "Sofiia", "Zuzanna",
        ],
        boys: &["Andrij", "Bartek", "Filip", "Jakub", "Kacper", "Marek", "Mateusz", "Oleh", "Piotr", "Taras"],
    },
    // Syria, Iraq, Iran and Afghanistan
    Background {
        girls: &["Amal", "Hiba", "Leyla", "Maryam", "Nour", "Parisa", "Rania", "Rima", "Shirin", "Zahra"],
        boys: &["Ahmad", "Amir", "Fadi", "Hamid", "Khaled", "Majd", "Omar", "Reza", "Tarek", "Yazan"],
    },
    // Eritrea, Somalia, Ghana and the rest of Africa
    Background {
        girls: &["Abena", "Amina", "Ayaan", "Bilen", "Esi", "Feven", "Hodan", "Luwam", "Saba", "Selam"],
        boys: &["Abdi", "Filmon", "Kofi", "Kwame", "Liban", "Mussie", "Nahom", "Samuel", "Yonas", "Yohannes"],
    },
    // China, Indonesia, the Moluccas, Vietnam and the Philippines
    Background {
        girls: &["Dewi", "Jia", "Lan", "Linh", "Mei", "Ningsih", "Putri", "Sari", "Thuy", "Xin"],
        boys: &["Bayu", "Budi", "Duc", "Hao", "Jun", "Minh", "Rizki", "Wei", "Yusup", "Zhen"],
    },
];

pub fn check<'a>(root: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    let words = wording::own_words(root, content);
    let here = |names: &[&str]| names.iter().filter(|name| words.contains(**name)).count();
    let girls: usize = BACKGROUNDS.iter().map(|background| here(background.girls)).sum();
    let boys: usize = BACKGROUNDS.iter().map(|background| here(background.boys)).sum();
    let all = girls + boys;
    let steps = root.get(PHASES).unwrap_or(root);
    if all >= FEW && girls.min(boys) * 3 < all {
        let what = format!("de namen zijn niet in evenwicht: {girls} van meisjes en {boys} van jongens");
        walk.within(Crumb::Key(PHASES), |walk| walk.warning(steps, what, "maak er ongeveer evenveel van"));
    }
    let of = |background: &Background| here(background.girls) + here(background.boys);
    let from: Vec<usize> = BACKGROUNDS.iter().skip(1).map(of).collect();
    let (most, all) = (from.iter().max().copied().unwrap_or(0), from.iter().sum::<usize>());
    if all >= FEW && most * 3 > all * 2 {
        let what = format!("{most} van de {all} namen hebben dezelfde achtergrond");
        walk.within(Crumb::Key(PHASES), |walk| {
            walk.warning(steps, what, "kies namen zoals in een echte klas");
        });
    }
    speakers(steps, content, walk);
}

/// Of who says what hurts, at most a third are family.
fn speakers<'a>(steps: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    let speakers = said(content);
    let unknown = speakers.iter().filter(|speaker| speaker.is_none()).count();
    let family = speakers.iter().filter(|speaker| **speaker == Some(Speaker::Family)).count();
    walk.within(Crumb::Key(PHASES), |walk| {
        if unknown > 0 {
            let stories = dutch::count(unknown, "verhaal of situatie", "verhalen of situaties");
            let what = format!("bij {stories} staat niet wie het zegt");
            walk.warning(steps, what, "zet er 'spreker' bij");
        }
        if speakers.len() >= FEW && family * 3 > speakers.len() {
            let what = format!("in {family} van de {} zegt iemand van de familie het", speakers.len());
            walk.warning(steps, what, "hooguit een derde: laat ook anderen het zeggen");
        }
    });
}

/// Who says it, of each story and of each situation in which something is said.
fn said(content: &Content) -> Vec<Option<Speaker>> {
    let of_step = |kind: &Kind| -> Vec<Option<Speaker>> {
        match kind {
            Kind::Story(step) => step.stories.iter().map(|story| story.speaker).collect(),
            Kind::Roleplay(play) => {
                let hurting = play.situations.iter().filter(|situation| situation.line.is_some());
                hurting.map(|situation| situation.speaker).collect()
            }
            _ => Vec::new(),
        }
    };
    content.steps.iter().flat_map(|step| of_step(&step.kind)).collect()
}
