//! The pictures of a card, read on a thread of their own: the lesson begins without them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::Wake;
use crate::card::{Card, FileName, Image};
use crate::lesson::Scene;
use crate::store::Store;

/// Those that were read so far. What cannot be read is not there: its text is.
#[derive(Clone, Default)]
pub struct Pictures(Arc<Mutex<BTreeMap<FileName, Image>>>);

impl Pictures {
    /// Reads those of `card`, and calls `wake` for each.
    pub fn read(store: &Store, card: &Card, wake: Wake) -> Self {
        let pictures = Self::default();
        let names = card.pictures();
        if let (Some(folder), false) = (card.folder().map(Path::to_owned), names.is_empty()) {
            let (store, read) = (store.clone(), pictures.clone());
            let reading = move || {
                for name in names {
                    if let Ok(image) = store.picture(&folder, &name) {
                        read.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name, image);
                        wake();
                    }
                }
            };
            // Without a thread there are no pictures, and still a lesson.
            let _ = std::thread::Builder::new().name("afbeeldingen".to_owned()).spawn(reading);
        }
        pictures
    }

    /// Puts the picture of this scene in it, once it is read.
    pub fn hung(&self, mut scene: Scene) -> Scene {
        if let Some(picture) = &mut scene.picture {
            let read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            picture.image = read.get(&picture.file).cloned();
        }
        scene
    }
}

/// Where the pictures of this card are.
pub fn files(card: &Card) -> Vec<PathBuf> {
    let folder = card.folder();
    folder
        .into_iter()
        .flat_map(|folder| card.pictures().into_iter().map(|name| folder.join(&*name)))
        .collect()
}
