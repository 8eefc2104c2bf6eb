//! Every sheet of every card that ships, printed by a real browser: no blank page, nothing that falls
//! off a page, no more pages than a teacher wants to print. Left out where there is no browser.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use lesloper::card::Card;
use lesloper::report::{self, Sheet, Wanted};
use tempfile::TempDir;

/// A page of another shape stands between two sheets.
const MARKER: &str = r#"<div class="marker">.</div>"#;
const MARKER_STYLE: &str = "@page marker { size: A5 landscape } .marker { page: marker }";

/// The bytes of a page that has a number below and no more than a word.
const BLANK: usize = 400;

/// As wide as the page between its margins.
const AS_PRINTED: &str = "body { width: 180mm }";

/// Names in the title whatever is larger than where it stands.
const MEASURE: &str = r"
    const within = [...document.querySelectorAll('main *')];
    const wide = within.filter(e => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1);
    const said = wide.map(e => e.className + ' ' + e.textContent.slice(0, 60));
    document.title = within.length > 100 ? 'measured ' + said.join(' | ') : 'nothing';
";

struct Printed {
    card: Card,
    sheet: Sheet,
    html: String,
}

fn every() -> Vec<Printed> {
    let sheets = |card: Card| {
        report::sheets(&card).into_iter().map(move |sheet| {
            let html = report::print(&card, Wanted::One(sheet), None).unwrap().html;
            Printed { card: card.clone(), sheet, html }
        })
    };
    crate::shipped::cards().into_iter().flat_map(sheets).collect()
}

fn between<'a>(html: &'a str, begin: &str, end: &str) -> &'a str {
    html.split_once(begin).unwrap().1.split_once(end).unwrap().0
}

/// All of them in one page, with this between two.
fn together(printed: &[Printed], marker: &str, more: &str) -> String {
    let style = between(&printed[0].html, "<style>", "</style>");
    let mut html = format!("<!DOCTYPE html><meta charset=\"utf-8\"><style>{style}{more}</style>");
    for one in printed {
        write!(html, "<main>{}</main>{marker}", between(&one.html, "<main>", "</main>")).unwrap();
    }
    html
}

/// None where there is none; the gate must have one.
fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "the gate needs chromium");
        say("left out: there is no chromium");
    }
    found
}

#[expect(
    clippy::print_stdout,
    reason = "who runs the tests reads what was left out, and how many pages there are"
)]
fn say(line: &str) {
    println!("{line}");
}

fn open(browser: &Path, home: &TempDir, html: &str, wish: &str) -> Output {
    let page = home.path().join("page.html");
    fs::write(&page, html).unwrap();
    let profile = format!("--user-data-dir={}", home.path().join("profile").display());
    let mut command = Command::new(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        &profile,
        wish,
    ]);
    command.arg(&page).stderr(Stdio::null()).env("HOME", home.path());
    command.output().unwrap()
}

/// For each page of a PDF that Chromium made: whether it is a marker, and how many bytes are on it.
fn pages(pdf: &[u8]) -> Vec<(bool, usize)> {
    let pdf = String::from_utf8_lossy(pdf);
    let length = |object: &str| -> usize {
        let stream = between(&pdf, &format!("\n{object} 0 obj\n"), "stream");
        between(stream, "/Length ", ">>").trim().parse().unwrap()
    };
    let page = |page: &str| {
        let corners = between(page, "/MediaBox [", "]");
        let sizes: Vec<f32> = corners.split(' ').map(|size| size.parse().unwrap()).collect();
        (sizes[2] > sizes[3], length(between(page, "/Contents ", " 0 R")))
    };
    pdf.split("<</Type /Page\n").skip(1).map(page).collect()
}

/// More than this nobody prints.
fn most(sheet: Sheet, card: &Card) -> usize {
    match sheet {
        Sheet::Guide => 14,
        // Two leaves, and as many in easy words.
        Sheet::Worksheet => 8,
        // A letter of two pages nobody reads.
        Sheet::Company => 1,
        Sheet::Strips | Sheet::Slips => 4,
        Sheet::Cards | Sheet::Story => 4 * card.steps.len() + 40,
    }
}

#[test]
fn every_sheet_prints_on_whole_pages() {
    let Some(browser) = browser() else { return };
    let home = TempDir::new().unwrap();
    let printed = every();
    let pdf = home.path().join("page.pdf");
    open(
        &browser,
        &home,
        &together(&printed, MARKER, MARKER_STYLE),
        &format!("--print-to-pdf={}", pdf.display()),
    );
    let pages = pages(&fs::read(pdf).expect("the browser prints"));
    let sheets: Vec<&[(bool, usize)]> = pages.split(|(is_marker, _)| *is_marker).collect();
    assert_eq!(sheets.len(), printed.len() + 1, "a marker comes after each sheet");
    for (one, pages) in printed.iter().zip(sheets) {
        let name = format!("{} {}", one.card.id, one.sheet.name());
        say(&format!("{name}: {}", pages.len()));
        assert!(!pages.is_empty(), "{name}");
        assert!(pages.len() <= most(one.sheet, &one.card), "{name}: {} pages", pages.len());
        let blank = pages.iter().position(|(_, bytes)| *bytes < BLANK);
        assert_eq!(blank, None, "{name} has a blank page");
    }
}

#[test]
fn nothing_is_wider_than_its_page() {
    let Some(browser) = browser() else { return };
    let home = TempDir::new().unwrap();
    let html = together(&every(), "", AS_PRINTED).replace("@media print", "@media all");
    let html = format!("{html}<script>{MEASURE}</script>");
    let seen = String::from_utf8(open(&browser, &home, &html, "--dump-dom").stdout).unwrap();
    assert_eq!(between(&seen, "<title>", "</title>"), "measured ");
}
