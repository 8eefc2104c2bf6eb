//! The lesson's end: shows the newest overview to whoever looks, and hears what they wish.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{Listener, Stream};

use crate::desk::lines::{self, MAX_WISH};
use crate::session::{self, Overview, Wished};

/// One for the teacher, one for who helps, and some that are going away.
const MOST_SCREENS: usize = 4;

pub struct Offered {
    newest: Arc<Newest>,
}

/// What everyone should see; who is slow skips what is old.
#[derive(Default)]
struct Newest {
    said: Mutex<Said>,
    changed: Condvar,
}

#[derive(Default, Clone)]
struct Said {
    /// Counts up, so that each end knows what it has not sent.
    number: u64,
    line: Arc<[u8]>,
}

impl Offered {
    pub fn new(listener: Listener, wished: Wished) -> io::Result<Self> {
        let newest = Arc::new(Newest::default());
        let offered = Self { newest: Arc::clone(&newest) };
        let seat = Arc::new(());
        let accept = move || {
            // An error would come again at once: without a line the lesson goes on.
            while let Ok(screen) = listener.accept() {
                if Arc::strong_count(&seat) <= MOST_SCREENS {
                    let _ = serve(screen, &newest, &wished, Arc::clone(&seat));
                }
            }
        };
        thread::Builder::new().name("second screens".to_owned()).spawn(accept)?;
        Ok(offered)
    }
}

impl session::Offered for Offered {
    fn show(&self, overview: Option<&Overview>) {
        let line = lines::line(&overview);
        let mut said = self.newest.said();
        if *said.line != *line {
            (said.number, said.line) = (said.number + 1, line.into());
            self.newest.changed.notify_all();
        }
    }
}

impl Newest {
    fn said(&self) -> MutexGuard<'_, Said> {
        // What is in it is whole, whoever panicked.
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows one screen the lesson and hears it, in two threads of its own, until it is gone and drops
/// its seat.
fn serve(screen: Stream, newest: &Arc<Newest>, wished: &Wished, seat: Arc<()>) -> io::Result<()> {
    let screen = Arc::new(screen);
    let from = Arc::clone(&screen);
    let (gone, wished) = (Arc::new(()), Arc::clone(wished));
    let still_there = Arc::downgrade(&gone);
    let hearing = Arc::clone(newest);
    let hear = move || {
        let _ = lines::hear(&*from, MAX_WISH, |command| wished(command));
        drop((gone, seat));
        // Who waits to send to it has looked before this, or sees that it is gone.
        drop(hearing.said());
        hearing.changed.notify_all();
    };
    thread::Builder::new().name("second screen wishes".to_owned()).spawn(hear)?;
    let newest = Arc::clone(newest);
    let show = move || {
        let _ = show(&screen, &newest, || still_there.strong_count() > 0);
    };
    thread::Builder::new().name("second screen shows".to_owned()).spawn(show)?;
    Ok(())
}

fn show(mut to: &Stream, newest: &Newest, is_there: impl Fn() -> bool) -> io::Result<()> {
    let mut sent = 0;
    loop {
        let nothing_new = |said: &mut Said| said.number == sent && is_there();
        let waited = newest.changed.wait_while(newest.said(), nothing_new);
        let said = waited.unwrap_or_else(PoisonError::into_inner).clone();
        if !is_there() {
            return Ok(());
        }
        to.write_all(&said.line)?;
        sent = said.number;
    }
}
