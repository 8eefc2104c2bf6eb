//! A terminal to sit at: starts the real program, presses its keys and sees its screen.
//!
//! Nothing here sleeps. Who waits is woken by what the program writes, or by its end, and gives up
//! after `PATIENCE` with the whole screen in the message.

use std::fs;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::keys::bytes_of;
use super::seen::{Ended, Eyes, Seen, Window, screen, unwrapped};

/// Long enough for a busy machine; a test that fails takes this long.
const PATIENCE: Duration = Duration::from_secs(10);

/// A program at work in a pseudo-terminal. Is killed when it is dropped.
pub struct Terminal {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    threads: Vec<JoinHandle<()>>,
    pub pid: u32,
}

impl Terminal {
    pub fn open(command: CommandBuilder, size: PtySize) -> Self {
        let pair = native_pty_system().openpty(size).unwrap();
        let reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap();
        let seen = Seen::new(size.cols, size.rows);
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let (for_reader, for_waiter) = (Arc::clone(&seen), Arc::clone(&seen));
        let reader = std::thread::spawn(move || read_all(reader, &for_reader));
        let waiter = std::thread::spawn(move || {
            let status = child.wait().unwrap();
            let ended = match status.signal() {
                Some(signal) => Ended::Signal(signal.to_owned()),
                None => Ended::Code(status.exit_code()),
            };
            for_waiter.0.lock().unwrap().ended = Some(ended);
            for_waiter.1.notify_all();
        });
        let threads = vec![reader, waiter];
        Self { seen, master: Some(pair.master), keyboard: Some(keyboard), threads, pid }
    }

    /// Presses keys by their names, one after the other: "Enter", "Ctrl-Q", "o".
    pub fn press(&mut self, keys: &str) {
        let bytes: Vec<u8> = keys.split(' ').flat_map(bytes_of).collect();
        self.send(&bytes);
    }

    /// Types a text letter by letter.
    pub fn type_text(&mut self, text: &str) {
        self.send(text.as_bytes());
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// What is pressed after the end is lost.
    fn send(&mut self, bytes: &[u8]) {
        let keyboard = self.keyboard.as_mut().expect("the window is open");
        let sent = keyboard.write_all(bytes).and_then(|()| keyboard.flush());
        assert!(sent.is_ok() || self.look().ended.is_some(), "{sent:?}");
    }

    /// Waits until this text stands on the screen.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        let text = unwrapped(text);
        self.wait_until(&format!("{text:?} on the screen"), |seen| seen.text().contains(&text));
    }

    /// Waits until this text stands in the terminal's title.
    #[track_caller]
    pub fn wait_for_title(&self, text: &str) {
        self.wait_until(&format!("{text:?} in the title"), |seen| seen.title().contains(text));
    }

    /// Waits until this text is no more on the screen.
    #[track_caller]
    pub fn wait_gone(&self, text: &str) {
        let text = unwrapped(text);
        self.wait_until(&format!("{text:?} gone"), |seen| !seen.text().contains(&text));
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub fn wait_end(&self) -> Ended {
        self.wait_until("the end", |seen| seen.ended.is_some());
        self.look().ended.clone().unwrap()
    }

    /// Presses a key and waits until the picture that comes of it is whole.
    #[track_caller]
    pub fn press_and_see(&mut self, key: &str) {
        let (frames, before) = (self.frames(), self.picture());
        self.press(key);
        self.wait_until(&format!("a new picture after {key}"), |seen| {
            seen.frames > frames && !seen.drawing && seen.picture() != before
        });
    }

    /// Waits until the program drew so many pictures, or has ended.
    #[track_caller]
    pub fn wait_for_frames_or_end(&self, frames: usize) {
        self.wait_until(&format!("{frames} pictures"), |seen| seen.frames >= frames || seen.ended.is_some());
    }

    /// Waits until the program has left the terminal as it found it.
    #[track_caller]
    pub fn wait_restored(&self) {
        self.wait_until("the terminal given back", Seen::is_restored);
        let modes = self.master.as_ref().expect("the window is open").get_termios().unwrap();
        let modes = format!("{:?}", modes.local_flags);
        assert!(modes.contains("ICANON") && modes.contains("ECHO"), "{modes}");
    }

    #[track_caller]
    fn wait_until(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = self.look();
        while !holds(&seen) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let told = seen.told();
                drop(seen);
                panic!("waited in vain for {what}; {told}");
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits this long, and gives what the program wrote meanwhile.
    pub fn written_in(&self, time: Duration) -> Vec<u8> {
        let deadline = Instant::now() + time;
        let mut seen = self.look();
        let from = seen.raw.len();
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return seen.raw[from..].to_vec();
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// All that the program wrote so far.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.look().raw).into_owned()
    }

    /// Waits until nothing was written for `time`: the program has nothing more to say.
    pub fn settle(&self, time: Duration) {
        let deadline = Instant::now() + PATIENCE;
        while !self.written_in(time).is_empty() {
            assert!(Instant::now() < deadline, "the program does not come to rest");
        }
    }

    /// Asks the system again and again, without a message to wait for, until the answer is yes.
    #[track_caller]
    pub fn wait_for_system(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self) {
            if Instant::now() >= deadline {
                let told = self.look().told();
                panic!("waited in vain for {what}; {told}");
            }
            self.written_in(Duration::from_millis(2));
        }
    }

    /// The screen, row by row.
    pub fn screen(&self) -> String {
        self.look().screen.screen().contents()
    }

    /// The screen as one line, when no picture is on its way.
    #[track_caller]
    pub fn text(&self) -> String {
        self.wait_until("a whole picture", |seen| !seen.drawing);
        self.look().text()
    }

    /// Whether this text stands on the screen now, however it is wrapped.
    pub fn shows(&self, text: &str) -> bool {
        self.look().text().contains(&unwrapped(text))
    }

    /// The screen as one line, without the mark of what is not saved yet.
    pub fn picture(&self) -> String {
        self.look().picture()
    }

    /// How many whole pictures the program drew.
    pub fn frames(&self) -> usize {
        self.look().frames
    }

    pub fn title(&self) -> String {
        self.look().title().to_owned()
    }

    pub fn is_restored(&self) -> bool {
        self.look().is_restored()
    }

    fn look(&self) -> MutexGuard<'_, Seen> {
        // A test that failed meanwhile still wants to tell.
        self.seen.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.look();
        match seen.eyes {
            Eyes::Open => seen.screen.screen_mut().set_size(rows, columns),
            Eyes::Closed => seen.screen = screen(columns, rows),
        }
        seen.eyes = Eyes::Open;
        drop(seen);
        self.set_size(columns, rows);
    }

    /// Also to sizes that the screen of the tests cannot show; it is not looked at until a true `resize`.
    pub fn resize_unseen(&self, columns: u16, rows: u16) {
        self.look().eyes = Eyes::Closed;
        self.set_size(columns, rows);
    }

    fn set_size(&self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the window is open").resize(size).unwrap();
    }

    /// Sends a signal by its name: "TERM".
    pub fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.pid);
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success(), "{kill}");
    }

    /// Kills the program at once, as a power cut does.
    pub fn kill(self) {
        self.signal("KILL");
        self.wait_end();
    }

    /// Closes the window: the program's terminal is gone.
    pub fn close_window(&mut self) {
        self.look().window = Window::Closing;
        // A blank screen makes the program write, so that the reader lets go.
        self.press("b");
        self.threads.remove(0).join().unwrap();
        self.keyboard = None;
        self.master = None;
    }

    /// "S" asleep, "T" stopped, "R" running.
    pub fn state(&self) -> String {
        let stat = self.proc("stat");
        stat.rsplit(") ").next().unwrap().split(' ').next().unwrap().to_owned()
    }

    /// How often a thread of the program woke up by itself or by a message, in all.
    pub fn wake_ups(&self) -> u64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.pid)).unwrap();
        let woken = |status: String| {
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            line.unwrap().trim().parse::<u64>().unwrap()
        };
        threads.map(|thread| woken(fs::read_to_string(thread.unwrap().path().join("status")).unwrap())).sum()
    }

    /// A file of this process under /proc.
    pub fn proc(&self, name: &str) -> String {
        fs::read_to_string(format!("/proc/{}/{name}", self.pid)).unwrap_or_default()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.look().ended.is_none() {
            self.signal("KILL");
        }
        self.keyboard = None;
        self.master = None;
        for thread in self.threads.drain(..) {
            // It fails only when a test fails already.
            let _ = thread.join();
        }
    }
}

fn read_all(mut reader: Box<dyn Read + Send>, seen: &(Mutex<Seen>, Condvar)) {
    let mut bytes = vec![0; 65_536];
    while let Ok(count @ 1..) = reader.read(&mut bytes) {
        let mut now = seen.0.lock().unwrap();
        now.take(&bytes[..count]);
        let closing = now.window == Window::Closing;
        drop(now);
        seen.1.notify_all();
        if closing {
            return;
        }
    }
}
