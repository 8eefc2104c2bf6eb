//! The terminal itself: taken over and given back, and what is written to it.

use std::io::{self, Stdout, Write};
use std::mem;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::style::ResetColor;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, event, execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::changes;
use crate::session::Mouse;

/// As much as most screens take; room that is not used costs nothing.
const BUFFER: usize = 64 * 1024;

/// Whether the terminal is ours: it is given back once, whoever comes first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether it tells of taps while it is ours; who restores it knows nothing else.
static TELLS_TAPS: AtomicBool = AtomicBool::new(false);

/// The terminal of the program. Dropping it gives the terminal back.
///
/// Ratatui's own keeps two whole screens from the beginning and writes cell by cell; that is a third of
/// the time until the first screen.
pub struct Terminal {
    backend: CrosstermBackend<Output>,
    /// What stands there; without cells while nobody knows what does.
    shown: Buffer,
    /// Where the next screen is drawn.
    next: Buffer,
    title: String,
    #[cfg(feature = "inside")]
    draws_left: Option<usize>,
}

impl Terminal {
    pub fn take(mouse: Mouse) -> io::Result<Self> {
        restore_on_panic();
        TELLS_TAPS.store(mouse == Mouse::On, Ordering::SeqCst);
        let mut backend = CrosstermBackend::new(Output::new());
        enter(&mut backend)?;
        Ok(Self {
            backend,
            shown: Buffer::default(),
            next: Buffer::default(),
            title: String::new(),
            #[cfg(feature = "inside")]
            draws_left: None,
        })
    }

    /// Lets the `number`-th draw from now panic, for the test that the terminal comes back.
    #[cfg(feature = "inside")]
    pub fn fail_at_draw(&mut self, number: Option<usize>) {
        self.draws_left = number;
    }

    pub fn size() -> io::Result<Size> {
        let (width, height) = crossterm::terminal::size()?;
        Ok(Size { width, height })
    }

    /// Draws a screen of this size on `ground`. What is to be written of it, only what changed, waits for
    /// [`Terminal::show`].
    pub fn draw(&mut self, size: Size, ground: Style, draw: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        #[cfg(feature = "inside")]
        self.count_draw();
        let area = Rect::from((Position::ORIGIN, size));
        let mut blank = Cell::EMPTY;
        blank.set_style(ground);
        if self.next.area == area {
            self.next.content.fill(blank);
        } else {
            self.next = Buffer::filled(area, blank);
        }
        draw(&mut self.next);
        queue!(self.backend, BeginSynchronizedUpdate)?;
        let runs = changes::runs(&self.shown, &self.next);
        self.backend.draw(runs.iter().map(|(x, y, run)| (*x, *y, run)))?;
        mem::swap(&mut self.shown, &mut self.next);
        queue!(self.backend, EndSynchronizedUpdate)
    }

    /// Shows what was drawn, in one go, and the title.
    pub fn show(&mut self, title: &str) -> io::Result<()> {
        if self.title != title {
            title.clone_into(&mut self.title);
            queue!(self.backend, SetTitle(title))?;
        }
        Write::flush(&mut self.backend)
    }

    /// Gives the terminal to the shell: for good, or for as long as the program is stopped.
    pub fn give_back() {
        restore();
    }

    /// Takes it back; the next draw writes everything.
    pub fn take_again(&mut self) -> io::Result<()> {
        enter(&mut self.backend)?;
        self.title.clear();
        self.shown = Buffer::default();
        Ok(())
    }

    #[cfg(feature = "inside")]
    fn count_draw(&mut self) {
        self.draws_left = self.draws_left.map(|left| left.saturating_sub(1));
        assert!(self.draws_left != Some(0), "this draw was asked to fail");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// All of it, or nothing. Where escapes do it, they go with the first screen.
fn enter(output: &mut impl Write) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    let entered = enable_raw_mode().and_then(|()| queue!(output, EnterAlternateScreen, cursor::Hide));
    // The old Windows console cannot tell what is pasted; there it comes as keys.
    let _ = queue!(output, event::EnableBracketedPaste);
    if TELLS_TAPS.load(Ordering::SeqCst) {
        let _ = queue!(output, event::EnableMouseCapture);
    }
    entered.inspect_err(|_| restore())
}

/// Gives the terminal back as it was. What fails here cannot be told anywhere.
fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        if TELLS_TAPS.load(Ordering::SeqCst) {
            let _ = execute!(io::stdout(), event::DisableMouseCapture);
        }
        let _ = disable_raw_mode();
        let _ = execute!(
            io::stdout(),
            EndSynchronizedUpdate,
            event::DisableBracketedPaste,
            ResetColor,
            SetTitle(""),
            LeaveAlternateScreen,
            cursor::Show
        );
    }
}

/// A panic in this thread ends the program. One in another thread does not, and must not write over
/// the screen: what it did not do is missed by who waits for it.
fn restore_on_panic() {
    let before = panic::take_hook();
    let here = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == here {
            restore();
            before(info);
        }
    }));
}

/// What waits to be written to stdout. Unlike `BufWriter` it forgets on drop, and writes nothing until
/// it is told to: what a panic left half drawn must not reach the terminal that was given back.
struct Output {
    buffer: Vec<u8>,
    stdout: Stdout,
}

impl Output {
    fn new() -> Self {
        Self { buffer: Vec::with_capacity(BUFFER), stdout: io::stdout() }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stdout.write_all(&self.buffer)?;
        self.buffer.clear();
        self.stdout.flush()
    }
}
