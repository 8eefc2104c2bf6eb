//! What the system asks of the program, as messages for the loop: to end, to stop for a while, to
//! go on. Windows asks in no such way.

#[cfg(unix)]
use std::io::IsTerminal;
use std::sync::mpsc::Sender;

use crate::tui::app::Message;

/// From here on no signal ends the program by itself; what is returned starts the threads that
/// tell of them, and of a terminal that is gone.
#[cfg(unix)]
pub fn catch(messages: Sender<Message>) -> std::io::Result<impl FnOnce() -> std::io::Result<()>> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    let ending = messages.clone();
    let tell_end = move || {
        if is_hung_up() {
            // The loop may be gone already.
            let _ = ending.send(Message::End);
        }
    };
    let tell = move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGCONT => Message::Continued,
                SIGTSTP => Message::Suspend,
                _ => Message::End,
            };
            if messages.send(message).is_err() {
                return;
            }
        }
    };
    Ok(|| {
        std::thread::Builder::new().name("terminal".to_owned()).spawn(tell_end)?;
        std::thread::Builder::new().name("signals".to_owned()).spawn(tell).map(drop)
    })
}

/// Waits until the terminal is gone. A signal tells so only to who was started in it; who reads keys
/// finds nothing, again and again. False where that cannot be waited for: on macOS, or when the keys
/// come from elsewhere.
#[cfg(unix)]
fn is_hung_up() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::retry_on_intr;
    let keys = std::io::stdin();
    let mut seen = [PollFd::new(&keys, PollFlags::empty())];
    // Each signal breaks the waiting off.
    keys.is_terminal()
        && retry_on_intr(|| poll(&mut seen, None)).is_ok()
        && seen[0].revents().contains(PollFlags::HUP)
}

#[cfg(not(unix))]
pub fn catch(_messages: Sender<Message>) -> std::io::Result<impl FnOnce() -> std::io::Result<()>> {
    Ok(|| Ok(()))
}

/// Only those that ask to end: a program that writes lines can be stopped and go on by itself.
#[cfg(unix)]
pub fn listen_for_end(end: impl Fn() + Send + 'static) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for _ in signals.forever() {
            end();
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
pub fn listen_for_end(_end: impl Fn() + Send + 'static) -> std::io::Result<()> {
    Ok(())
}

/// Stops the process, as the signal would have done by itself; returns when it goes on.
#[cfg(unix)]
pub fn stop() {
    // Without a terminal that can wake it again the process goes on at once.
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

#[cfg(not(unix))]
pub fn stop() {}
