//! Pictures on disk: from the folder of the card alone, and kept with the lesson.

use std::fs;
use std::sync::Arc;
use std::sync::mpsc::channel;

use lesloper::card::Card;
use lesloper::class::People;
use lesloper::lesson::{Opening, Scene, Screen};
use lesloper::session::{Saved, Session, Shelf};

use super::*;
use crate::card::pictures::{claiming, png};

/// A card with a picture at its first step.
pub const PICTURED: &str = r#"{ "formaat": 1, "id": "met-foto", "titel": "Met een foto", "doel": "Je kijkt.",
  "wanneer": "altijd", "leerjaren": [1], "leerwegen": ["bb"], "elementen": ["actief"],
  "competenties": ["netwerken"], "bron": [{ "titel": "Eigen werk" }],
  "fasen": { "uitvoering": [
    { "soort": "uitleg", "minuten": 2, "tekst": "Wie werkt hier?", "onderdelen": ["Een monteur."],
      "afbeelding": { "bestand": "garage.png", "tekst": "Een monteur ligt onder een auto." } },
    { "soort": "vraag", "minuten": 2, "vraag": "Wat zie je?" }
  ] } }"#;

/// The card, read from the folder of the teacher's own cards with this beside it.
fn card_beside(home: &Home, picture: Option<&[u8]>) -> (Shelf, Arc<Card>) {
    fs::create_dir_all(home.path("kaarten")).unwrap();
    fs::write(home.path("kaarten/met-foto.json"), PICTURED).unwrap();
    if let Some(bytes) = picture {
        fs::write(home.path("kaarten/garage.png"), bytes).unwrap();
    }
    let shelf = Shelf::new(home.store());
    let activities = shelf.activities().unwrap();
    let activity = activities.iter().find(|activity| activity.own.is_some()).unwrap();
    let card = shelf.card(activity).unwrap();
    (shelf, card)
}

/// At the first step, once its picture is read.
fn first_step(mut session: Session) -> Scene {
    session.act(lesloper::lesson::Command::Next).unwrap();
    let scene = session.scene();
    assert_ne!(session.close(), Saved::Pending);
    scene
}

fn begun(shelf: &Shelf, card: &Arc<Card>) -> (Session, Receiver<()>) {
    let (wake, woken) = channel();
    let opening = Opening::new(People::Count(4), None, Screen::Mirrored);
    let session =
        Session::begin(shelf, card, None, opening, Arc::new(move || wake.send(()).unwrap_or_default()))
            .unwrap();
    (session, woken)
}

/// Reads on until the picture is there.
fn with_picture(session: &mut Session, woken: &Receiver<()>) -> Scene {
    session.act(lesloper::lesson::Command::Next).unwrap();
    loop {
        let scene = session.scene();
        if scene.picture.as_ref().is_some_and(|picture| picture.image.is_some()) {
            return scene;
        }
        woken.recv_timeout(LONG).unwrap();
    }
}

#[test]
fn a_lesson_keeps_its_pictures_when_the_folder_of_the_card_is_gone() {
    let home = Home::new();
    let picture = png(4, 4, |_, _| [200, 0, 0]);
    let (shelf, card) = card_beside(&home, Some(&picture));
    let (mut session, woken) = begun(&shelf, &card);
    with_picture(&mut session, &woken);
    let id = session.id().clone();
    assert_eq!(session.close(), Saved::All);
    fs::remove_dir_all(home.path("kaarten")).unwrap();
    assert_eq!(fs::read(home.lesson(&id).join("garage.png")).unwrap(), picture);
    let (wake, woken) = channel();
    let mut session =
        Session::reopen(&shelf, &id, Arc::new(move || wake.send(()).unwrap_or_default())).unwrap();
    session.act(lesloper::lesson::Command::Back).unwrap();
    with_picture(&mut session, &woken);
}

#[test]
fn a_picture_that_cannot_be_read_stops_nothing() {
    for picture in [None, Some(&b"GIF89a"[..]), Some(&claiming(10_000, 10_000)), Some(&[])] {
        let home = Home::new();
        let (shelf, card) = card_beside(&home, picture);
        let (session, _woken) = begun(&shelf, &card);
        let picture = first_step(session).picture.unwrap();
        assert_eq!((&*picture.text, picture.image), ("Een monteur ligt onder een auto.", None));
    }
}

#[test]
fn only_a_plain_file_in_the_folder_of_the_card_is_read() {
    let home = Home::new();
    let (_, card) = card_beside(&home, None);
    let folder = card.folder().unwrap();
    let name = card.pictures().into_iter().next().unwrap();
    let seen = || home.store().picture(folder, &name).map(|_| ()).map_err(|why| why.to_string());
    assert_eq!(seen(), Err("dit bestand is er niet".to_owned()));
    fs::create_dir(folder.join("garage.png")).unwrap();
    assert_eq!(seen(), Err("dit is een verwijzing of een map, geen bestand".to_owned()));
    fs::remove_dir(folder.join("garage.png")).unwrap();
    #[cfg(unix)]
    {
        fs::write(home.path("geheim.png"), png(4, 4, |_, _| [1; 3])).unwrap();
        std::os::unix::fs::symlink(home.path("geheim.png"), folder.join("garage.png")).unwrap();
        assert_eq!(seen(), Err("dit is een verwijzing of een map, geen bestand".to_owned()));
        fs::remove_file(folder.join("garage.png")).unwrap();
    }
    fs::write(folder.join("garage.png"), png(4, 4, |_, _| [1; 3])).unwrap();
    assert_eq!(seen(), Ok(()));
}
