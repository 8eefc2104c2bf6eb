//! A card on paper.

mod laws;
#[cfg(target_os = "linux")]
mod printed;

use expect_test::expect_file;
use lesloper::card::Card;
use lesloper::class::{ClassName, Pupil, Roster};
use lesloper::report::{self, Sheet, Wanted};
use lesloper::text::Text;

/// With every kind of step.
const SMALL: &str = include_str!("klein.json");

fn small() -> Card {
    Card::parse(SMALL).unwrap()
}

/// The HTML without its style, each thing on a line of its own.
fn body(card: &Card, wanted: Wanted, class: Option<&Roster>) -> String {
    let html = report::print(card, wanted, class).unwrap().html;
    let (before, rest) = html.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    format!("{before}{after}\n").replace("><", ">\n<")
}

fn class() -> Roster {
    let names = ["Zoë", "Sem", "<Bo>"];
    let pupils = (1..).map(Pupil).zip(names.map(Text::clean)).collect();
    Roster::new(ClassName::clean("2B"), pupils).unwrap()
}

#[test]
fn a_whole_lesson_stands_on_paper() {
    expect_file!["klein.html"].assert_eq(&body(&small(), Wanted::All, None));
}

#[test]
fn a_class_has_a_slip_for_each_name() {
    expect_file!["klas.html"].assert_eq(&body(&small(), Wanted::One(Sheet::Slips), Some(&class())));
    let name = |wanted, class| report::print(&small(), wanted, class).unwrap().name;
    assert_eq!(name(Wanted::All, None), "klein-alles.html");
    assert_eq!(name(Wanted::One(Sheet::Guide), Some(&class())), "klein-docent-2b.html");
}

#[test]
fn names_stand_on_the_slips_alone() {
    let html = report::print(&small(), Wanted::All, Some(&class())).unwrap().html;
    assert_eq!(html.matches("Zoë").count(), 1);
    assert!(!report::print(&small(), Wanted::All, None).unwrap().html.contains("Zoë"));
}

#[test]
fn a_card_has_only_the_sheets_that_it_needs() {
    let names = |card: &Card| report::sheets(card).into_iter().map(Sheet::name).collect::<Vec<_>>().join(" ");
    assert_eq!(names(&small()), "docent leerling bedrijf kaartjes strookjes verhaal dossier");
    let plain = Card::parse(crate::cli::GOOD).unwrap();
    assert_eq!(names(&plain), "docent leerling dossier");
    assert_eq!(report::print(&plain, Wanted::One(Sheet::Company), None), None);
    let at_home = SMALL.replace(r#""betrokken": ["werkveld"],"#, "");
    assert!(!names(&Card::parse(&at_home).unwrap()).contains("bedrijf"));
}

#[test]
fn the_same_sheet_begins_with_the_same_line_and_another_does_not() {
    let first = |wanted, class| {
        let html = report::print(&small(), wanted, class).unwrap().html;
        html.lines().next().unwrap().to_owned()
    };
    let lines: Vec<String> = Wanted::every().map(|wanted| first(wanted, None)).collect();
    for (at, line) in lines.iter().enumerate() {
        assert_eq!(lines.iter().position(|other| other == line), Some(at), "{line}");
    }
    assert_ne!(first(Wanted::All, Some(&class())), first(Wanted::All, None));
}

#[test]
fn what_is_personal_has_no_room_on_a_sheet_with_a_name() {
    let about_me = SMALL.replace(r#""uiteinden""#, r#""persoonlijk": true, "uiteinden""#);
    let written = body(&Card::parse(&about_me).unwrap(), Wanted::One(Sheet::Worksheet), None);
    let (_, step) = written.split_once("Vragen is makkelijk.").unwrap();
    let (step, _) = step.split_once("</article>").unwrap();
    expect_test::expect![[r#"
         <span class="how">met de klas</span>
        </h4>
        <p>
        <b>Dit gaat over jou. Schrijf je cijfer op een los papiertje en vouw het dicht. Zet hier niets.</b>
        </p>
        <p>1 is oneens, 5 is eens.</p>
    "#]]
    .assert_eq(step);
}

#[test]
fn a_title_cannot_end_the_style_at_the_foot() {
    let card = SMALL.replace("Klein & fijn", r#"a\"}</style> b"#);
    let html = report::print(&Card::parse(&card).unwrap(), Wanted::One(Sheet::Slips), None).unwrap().html;
    let (_, style) = html.split_once("</style><style>").unwrap();
    let (style, _) = style.split_once("</style>").unwrap();
    expect_test::expect![[r##"
        #dossier { page: dossier }
        @page dossier { @bottom-left { content: "a\22 \7d \3c \2f style\3e  b \b7  Voor je loopbaandossier"; font: 9pt Arial, sans-serif } @bottom-right { content: ""; font: 9pt Arial, sans-serif } }
    "##]].assert_eq(style);
}
