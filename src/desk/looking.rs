//! A second screen's end: finds the lesson, hears what it shows, and finds it again when it was gone.

use std::io::{self, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{Name, Stream};

use crate::desk::lines::{self, MAX_OVERVIEW};
use crate::lesson::Command;
use crate::session::{self, Seen};

/// A lesson that begins is seen this soon. There is no sign of it to wait for.
const TRY_AGAIN: Duration = Duration::from_secs(1);

pub struct Looking {
    to: Arc<Mutex<Option<Arc<Stream>>>>,
    /// Closed when the screen is: then nobody looks any more.
    _open: Sender<()>,
}

impl Looking {
    pub fn new(name: Name<'static>, seen: Seen) -> io::Result<Self> {
        let (open, closed) = mpsc::channel();
        let to = Arc::new(Mutex::new(None));
        let looking = Self { to: Arc::clone(&to), _open: open };
        let look = move || {
            let _ = look(&name, &to, &seen);
            while closed.recv_timeout(TRY_AGAIN) == Err(RecvTimeoutError::Timeout) {
                let _ = look(&name, &to, &seen);
            }
        };
        thread::Builder::new().name("the lesson".to_owned()).spawn(look)?;
        Ok(looking)
    }
}

impl session::Looking for Looking {
    fn wish(&self, command: &Command) {
        let mut to = self.to.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = to.as_deref().map(|mut to| to.write_all(&lines::line(command)));
        if let Some(Err(_)) = sent {
            *to = None;
        }
    }
}

fn look(name: &Name<'_>, to: &Mutex<Option<Arc<Stream>>>, seen: &Seen) -> io::Result<()> {
    let lesson = Arc::new(Stream::connect(name.borrow())?);
    *to.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&lesson));
    let heard = lines::hear(&*lesson, MAX_OVERVIEW, seen);
    *to.lock().unwrap_or_else(PoisonError::into_inner) = None;
    seen(None);
    heard
}
