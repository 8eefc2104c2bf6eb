//! The line between a lesson and its second screens, on a real socket.

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use lesloper::desk::Desk;
use lesloper::lesson::{Behind, Command, PlaceLine, Screen};
use lesloper::session::{Line, Offered, Overview};
use lesloper::text::Text;
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(20);

struct Room {
    folder: TempDir,
}

impl Room {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("docent.sock")
    }

    fn desk(&self) -> Desk {
        Desk::at(&self.socket())
    }

    fn offer(&self) -> (Box<dyn Offered>, Receiver<Command>) {
        let (sender, wishes) = mpsc::channel();
        let offered = self.desk().offer(Arc::new(move |wish| drop(sender.send(wish)))).unwrap();
        (offered, wishes)
    }

    /// A second screen; keeps it with what it sees.
    fn look(&self) -> (Box<dyn lesloper::session::Looking>, Receiver<Option<Overview>>) {
        let (sender, seen) = mpsc::channel();
        let looking = self.desk().look(Box::new(move |overview| drop(sender.send(overview)))).unwrap();
        (looking, seen)
    }
}

fn overview(number: usize) -> Overview {
    Overview {
        place: PlaceLine { card: Text::clean("Op bezoek"), phase: None, number, total: 9 },
        page: (0, 1),
        cover: None,
        now: Text::clean("kijken"),
        sentence: Text::clean("Wat zie je?\u{1b}[2J"),
        next: None,
        clock: None,
        bell: None,
        close_now: false,
        notes: vec![Text::clean("Zeg: kijk goed.")],
        unowned: Vec::new(),
        plan: None,
        behind: Behind::default(),
        screen: Screen::Apart,
        duos: Vec::new(),
        no_answers: None,
        said: None,
        is_saved: true,
    }
}

/// Skips what is older.
#[track_caller]
fn wait_for(seen: &Receiver<Option<Overview>>, expected: Option<&Overview>) {
    while seen.recv_timeout(PATIENCE).unwrap().as_ref() != expected {}
}

#[test]
fn two_screens_see_the_lesson_and_both_are_heard() {
    let room = Room::new();
    let (offered, wishes) = room.offer();
    offered.show(Some(&overview(1)));
    let screens = [room.look(), room.look()];
    for (looking, seen) in &screens {
        wait_for(seen, Some(&overview(1)));
        looking.wish(&Command::Next);
        assert_eq!(wishes.recv_timeout(PATIENCE).unwrap(), Command::Next);
    }
    offered.show(Some(&overview(2)));
    for (_, seen) in &screens {
        wait_for(seen, Some(&overview(2)));
    }
    offered.show(None);
    for (_, seen) in &screens {
        wait_for(seen, None);
    }
}

#[test]
fn a_screen_that_is_opened_first_finds_the_lesson() {
    let room = Room::new();
    let (_looking, seen) = room.look();
    let (offered, _wishes) = room.offer();
    offered.show(Some(&overview(1)));
    wait_for(&seen, Some(&overview(1)));
}

/// Whoever may open everything looks along as somebody who may not.
#[test]
fn a_lesson_of_another_user_is_refused_in_words() {
    const NOBODY: u32 = 65_534;
    let room = Room::new();
    let _offered = room.offer();
    let program = room.folder.path().join("lesloper");
    // Not by ourselves: what another test starts meanwhile would hold it open, and it could not be run.
    let copied =
        process::Command::new("cp").arg(env!("CARGO_BIN_EXE_lesloper")).arg(&program).status().unwrap();
    assert!(copied.success());
    let mut look = process::Command::new(&program);
    look.args(["docent", "--map"]).arg(room.folder.path());
    if fs::metadata(&program).unwrap().uid() == 0 {
        fs::set_permissions(room.folder.path(), Permissions::from_mode(0o755)).unwrap();
        look.uid(NOBODY).gid(NOBODY);
    } else {
        fs::set_permissions(room.socket(), Permissions::from_mode(0o000)).unwrap();
    }
    let looked = look.output().unwrap();
    expect_test::expect![
        "De les in deze map is van een andere gebruiker. Start lesloper docent als wie de les leidt.\n"
    ]
    .assert_eq(&String::from_utf8_lossy(&looked.stderr));
    assert_eq!(looked.status.code(), Some(1));
}

#[test]
fn the_socket_is_for_this_user_alone() {
    let room = Room::new();
    let _offered = room.offer();
    let metadata = fs::metadata(room.socket()).unwrap();
    assert!(metadata.file_type().is_socket());
    assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_socket_that_a_killed_program_left_behind_is_replaced() {
    let room = Room::new();
    drop(UnixListener::bind(room.socket()).unwrap());
    assert!(room.socket().exists());
    let (offered, _wishes) = room.offer();
    offered.show(Some(&overview(3)));
    let (_looking, seen) = room.look();
    wait_for(&seen, Some(&overview(3)));
}

#[test]
fn a_second_lesson_does_not_take_the_line_away() {
    let room = Room::new();
    let (offered, _wishes) = room.offer();
    assert!(room.desk().offer(Arc::new(|_| {})).is_err());
    offered.show(Some(&overview(1)));
    let (_looking, seen) = room.look();
    wait_for(&seen, Some(&overview(1)));
}

#[test]
fn where_no_socket_can_stand_there_is_none() {
    let room = Room::new();
    let nowhere = Desk::at(&room.folder.path().join("er/is/niets").join("x".repeat(120)));
    assert!(nowhere.offer(Arc::new(|_| {})).is_err());
    fs::write(room.socket(), "geen aansluiting").unwrap();
    assert!(room.desk().offer(Arc::new(|_| {})).is_err());
    assert_eq!(fs::read_to_string(room.socket()).unwrap(), "geen aansluiting");
}

/// Whoever says what nobody says here is put off the line; the others stay.
#[test]
fn nonsense_ends_the_line_of_who_says_it_alone() {
    let room = Room::new();
    let (offered, wishes) = room.offer();
    offered.show(Some(&overview(1)));
    let (looking, seen) = room.look();
    wait_for(&seen, Some(&overview(1)));
    let endless = "x".repeat(1 << 16);
    for nonsense in ["\n", "{}\n", "\"Nergens\"\n", "[[[[\n", "\u{0}\n", &endless] {
        let mut stranger = UnixStream::connect(room.socket()).unwrap();
        stranger.set_read_timeout(Some(PATIENCE)).unwrap();
        // Put off while it still speaks: then the rest is lost.
        let _ = stranger.write_all(nonsense.as_bytes());
        let mut heard = Vec::new();
        let _ = stranger.read_to_end(&mut heard);
    }
    looking.wish(&Command::Back);
    assert_eq!(wishes.recv_timeout(PATIENCE).unwrap(), Command::Back);
}

#[test]
fn a_lesson_that_says_nonsense_is_left_and_looked_for_again() {
    let room = Room::new();
    let listener = UnixListener::bind(room.socket()).unwrap();
    let (_looking, seen) = room.look();
    let (mut stranger, _) = listener.accept().unwrap();
    stranger.write_all(b"{\"place\":1}\n").unwrap();
    wait_for(&seen, None);
    let again = listener.accept();
    assert!(again.is_ok());
}
