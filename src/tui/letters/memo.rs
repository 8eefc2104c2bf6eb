//! What was worked out before and may be asked for again, with a bound on how much of it is kept.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;

pub struct Memo<K, V> {
    most: usize,
    known: RefCell<HashMap<K, V>>,
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// Keeps at most so many; when there are more, all are forgotten.
    pub fn of(most: usize) -> Self {
        Self { most, known: RefCell::default() }
    }

    /// What is known for `key`, or else what `make` makes of it, from now on.
    pub fn get_or(&self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(value) = self.known.borrow().get(&key) {
            return value.clone();
        }
        let value = make();
        let mut known = self.known.borrow_mut();
        if known.len() >= self.most {
            known.clear();
        }
        known.insert(key, value.clone());
        value
    }
}
