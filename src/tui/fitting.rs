//! How large a page is written: what stands under the sentence as large as it goes, and the sentence
//! as large as it goes then, always larger. What does not fit together is parted; nothing is made too small to read.

use crate::tui::letters::{Letters, Size};
use crate::tui::pages::{self, Flow, Gaps, Page, Room};

/// Of the height of the screen: how high the small letters of the sentence are at least, so that
/// they are read at nine metres from a board of 86 inches, and how high they would better be.
const FLOOR: f32 = 0.03;
const AIM: f32 = 0.042;
/// Of what stands under the sentence; also the letters of a terminal with thirty rows.
const BODY: f32 = 0.015;
/// What stands under the sentence is at most so much as high, so that the eye goes to the sentence; over
/// more pages it is a step smaller. Else the sentence has a page of its own.
const MUCH_SMALLER: f32 = 0.72;
const SMALLER: f32 = 0.84;
/// So that what stands under the sentence is read from the last row, a step may take so many pages, or
/// one more than it does with small letters.
const LEGIBLE_PAGES: usize = 3;
/// What is compared has a page of its own then.
const COMPARED_PAGES: usize = 1;
/// What is all of one size takes at most so many.
const LIST_PAGES: usize = 6;
/// So many of the smallest sizes are tried for it.
const BODIES: usize = 4;

/// The letters of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Of what is largest: what to do now.
    pub sentence: Size,
    /// Of all that stands under it.
    pub body: Size,
    /// Of names: that of the body, or larger where it is not read from the last row.
    pub names: Size,
    /// Whether a sentence that fills more than a page may be parted.
    pub parting: bool,
    /// Whether the sentence is no larger than the body, and stands on a page of its own.
    pub alike: bool,
}

impl Sizes {
    /// The letters of the terminal itself.
    pub const PLAIN: Self =
        Self { sentence: Size::Plain, body: Size::Plain, names: Size::Plain, parting: true, alike: false };
}

/// What is to be read, on pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// At least one.
    pub pages: Vec<Page>,
    /// Of the first page; what stands on later ones may be larger.
    pub sizes: Sizes,
}

/// The pages of what `write` writes on a screen of `height` rows: None when a text does not go in
/// the sizes that it is given.
pub fn fitted(letters: &Letters, room: Room, height: usize, write: impl Fn(Sizes) -> Option<Flow>) -> Fitted {
    #[expect(clippy::cast_precision_loss, reason = "a screen has few rows")]
    let share = |size: Size| letters.x_height(size) / height.max(1) as f32;
    let all: Vec<Size> = letters.sizes(height).collect();
    let sentences = |least: f32| all.iter().copied().filter(move |size| share(*size) >= least);
    let (aimed, least): (Vec<Size>, Vec<Size>) = (sentences(AIM).collect(), sentences(FLOOR).collect());
    let fitting = Fitting { letters, room, write, smallest: least.last().copied().unwrap_or(Size::Plain) };
    let bodies: Vec<Size> = all
        .iter()
        .copied()
        .skip(all.len().saturating_sub(BODIES))
        .filter(|size| share(*size) >= BODY)
        .collect();
    let fewest = fitting
        .on_one_page(&aimed, &bodies)
        .or_else(|| fitting.on_one_page(&least, &bodies))
        .or_else(|| fitting.on_more(&aimed, &bodies, Parting::Between))
        .or_else(|| fitting.on_more(&least, &bodies, Parting::Between))
        .or_else(|| fitting.on_more(&least, &bodies, Parting::Within))
        .or_else(|| fitting.on_more(&least, &[Size::Plain], Parting::Within))
        .unwrap_or_else(|| plain(&fitting.write, room));
    let legible = || {
        let is_small = share(fewest.sizes.body) < FLOOR;
        let flow = is_small.then(|| (fitting.write)(fewest.sizes)).flatten().filter(|flow| !flow.is_known)?;
        let bodies: Vec<Size> = bodies.iter().copied().filter(|size| share(*size) >= FLOOR).collect();
        let compared =
            if flow.sections.iter().any(|section| section.is_compared) { COMPARED_PAGES } else { 0 };
        let most = (LEGIBLE_PAGES + compared).max(fewest.pages.len() + 1);
        let is_apart = !flow.compares(room);
        let few = |fitted: &Fitted| fitted.pages.len() <= most && fitting.is_apart(fitted.sizes) == is_apart;
        let parting = if fewest.sizes.parting { Parting::Within } else { Parting::Between };
        let smaller = fitting.on_more(&aimed, &bodies, parting).filter(few);
        smaller.or_else(|| fitting.apart(&least, &bodies, fewest.sizes.parting).filter(few))
    };
    let chosen = legible().unwrap_or(fewest);
    fitting.grown(chosen, &bodies)
}

/// As [`fitted`], of what is all of one size: on one page as large as it goes, or on two, or else on
/// one that is at least read from the middle of the room; what goes on none of these on more.
pub fn fitted_alike(
    letters: &Letters,
    room: Room,
    height: usize,
    write: impl Fn(Sizes) -> Option<Flow>,
) -> Fitted {
    #[expect(clippy::cast_precision_loss, reason = "a screen has few rows")]
    let share = |size: Size| letters.x_height(size) / height.max(1) as f32;
    let all: Vec<Size> = letters.sizes(height).filter(|size| share(*size) >= BODY).collect();
    let large: Vec<Size> = all.iter().copied().filter(|size| share(*size) >= FLOOR).collect();
    let smallest = large.last().copied().unwrap_or(Size::Plain);
    let fitted = |size: &Size| {
        let names = if large.contains(size) { *size } else { smallest };
        let sizes = Sizes { sentence: *size, body: *size, names, parting: false, alike: false };
        let flow = write(sizes)?;
        flow.is_whole(room).then(|| Fitted { pages: flow.pages(room), sizes })
    };
    let within = |sizes: &[Size], most: usize| {
        sizes.iter().filter_map(fitted).find(|fitted| fitted.pages.len() <= most)
    };
    let fewest = |sizes: &[Size]| sizes.iter().filter_map(fitted).min_by_key(|fitted| fitted.pages.len());
    within(&large, 1)
        .or_else(|| within(&large, 2))
        .or_else(|| fewest(&large).filter(|fitted| fitted.pages.len() <= LIST_PAGES))
        .or_else(|| within(&all, 1))
        .or_else(|| fewest(&large))
        .or_else(|| fewest(&all))
        .unwrap_or_else(|| plain(&write, room))
}

/// The smallest big letters that a sentence gets on a screen of `height` rows; where there are none,
/// the letters of the terminal.
pub fn smallest(letters: &Letters, height: usize) -> Size {
    #[expect(clippy::cast_precision_loss, reason = "a screen has few rows")]
    let floor = FLOOR * height as f32;
    let big = letters.sizes(height).filter(|size| *size != Size::Plain && letters.x_height(*size) >= floor);
    big.last().unwrap_or(Size::Plain)
}

fn plain(write: &impl Fn(Sizes) -> Option<Flow>, room: Room) -> Fitted {
    let sizes = Sizes::PLAIN;
    Fitted { pages: write(sizes).unwrap_or_default().pages(room), sizes }
}

struct Fitting<'a, W> {
    letters: &'a Letters,
    room: Room,
    write: W,
    /// That is read from the last row.
    smallest: Size,
}

/// Where what is written may be parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parting {
    /// Nowhere: it stands on one page.
    Nowhere,
    Between,
    /// Within the sentence too.
    Within,
}

impl<W: Fn(Sizes) -> Option<Flow>> Fitting<'_, W> {
    /// What stands under the sentence as large as it goes, and then the sentence, on one page: a
    /// list with air first, so that it is not pressed to the edge by a sentence as large as it goes.
    fn on_one_page(&self, sentences: &[Size], bodies: &[Size]) -> Option<Fitted> {
        bodies.iter().find_map(|body| {
            let over: Vec<Sizes> =
                self.pairs(sentences, std::slice::from_ref(body), Parting::Nowhere).collect();
            let write = |sizes: &Sizes| Some((*sizes, (self.write)(*sizes)?));
            // Where the smallest leaves no room, a larger one does not either.
            let (_, least) = over.iter().rev().find_map(write)?;
            let fits = |cut: fn(&Flow, Room, Gaps) -> Option<Vec<Page>>| cut(&least, self.room, Gaps::Tight);
            fits(Flow::on_one).or_else(|| fits(Flow::heart_first))?;
            let flows: Vec<(Sizes, Flow)> = over.iter().filter_map(write).collect();
            let first = |cut: fn(&Flow, Room, Gaps) -> Option<Vec<Page>>| {
                let fitted = |(sizes, flow): &(Sizes, Flow)| {
                    let tight = cut(flow, self.room, Gaps::Tight)?;
                    let airy = Gaps::AIRY.into_iter().filter_map(|gaps| cut(flow, self.room, gaps));
                    Some(Fitted { pages: pages::airiest(airy, tight), sizes: *sizes })
                };
                let goes_with_air = |(_, flow): &&(Sizes, Flow)| {
                    flow.wants_air() && cut(flow, self.room, Gaps::Roomy).is_some()
                };
                let airy = flows.iter().find(goes_with_air);
                airy.and_then(fitted).or_else(|| flows.iter().find_map(fitted))
            };
            first(Flow::on_one).or_else(|| first(Flow::heart_first))
        })
    }

    /// As few pages as it takes without cutting a line, lists in one piece, and then the same.
    fn on_more(&self, sentences: &[Size], bodies: &[Size], parting: Parting) -> Option<Fitted> {
        self.fewest(self.pairs(sentences, bodies, parting))
    }

    fn fewest(&self, pairs: impl Iterator<Item = Sizes>) -> Option<Fitted> {
        let tried = pairs.filter_map(|sizes| {
            let flow = (self.write)(sizes)?;
            let fitted = || Fitted { pages: flow.pages(self.room), sizes };
            let height = self.room.height.saturating_sub(flow.reminder.len());
            let under_reminder = Room { height, ..self.room };
            let is_apart = !flow.compares(self.room);
            flow.is_whole(self.room).then(|| (is_apart, flow.parted(under_reminder, Gaps::Tight), fitted()))
        });
        let best = tried.min_by_key(|(is_apart, parted, fitted)| (*is_apart, fitted.pages.len(), *parted));
        best.map(|(.., fitted)| fitted)
    }

    /// Whether something that is compared stands on more pages.
    fn is_apart(&self, sizes: Sizes) -> bool {
        (self.write)(sizes).is_some_and(|flow| !flow.compares(self.room))
    }

    /// As [`Self::on_more`], with a sentence that is no larger, on pages of its own.
    fn apart(&self, sentences: &[Size], bodies: &[Size], parting: bool) -> Option<Fitted> {
        let pairs = bodies.iter().filter(|body| sentences.contains(body)).map(|body| Sizes {
            sentence: *body,
            body: *body,
            names: self.larger(*body, self.smallest),
            parting,
            alike: true,
        });
        self.fewest(pairs)
    }

    /// What stands on pages of its own after the sentence, as large as it goes on as many pages.
    fn grown(&self, fitted: Fitted, bodies: &[Size]) -> Fitted {
        let Some((first, later)) = fitted.pages.split_first() else { return fitted };
        let Some(begins) = later.first().and_then(|page| page.begins) else { return fitted };
        let flow = |sizes: Sizes| (self.write)(sizes).filter(|flow| flow.is_after_sentence(begins));
        let Some(before) = flow(fitted.sizes) else { return fitted };
        let [sentence, body] =
            [fitted.sizes.sentence, fitted.sizes.body].map(|size| self.letters.x_height(size));
        let grown = bodies.iter().find_map(|size| {
            let height = self.letters.x_height(*size);
            if height <= body || height > sentence {
                return None;
            }
            let sizes = Sizes { body: *size, names: self.larger(*size, fitted.sizes.names), ..fitted.sizes };
            // The sentence above them does not get smaller.
            let is_alike = |flow: &Flow| {
                flow.sections.len() == before.sections.len() && flow.reminder.len() >= before.reminder.len()
            };
            let goes = |flow: &Flow| flow.is_whole(self.room) && flow.compares(self.room);
            let flow = flow(sizes).filter(|flow| is_alike(flow) && goes(flow))?;
            let pages = flow.later_pages(begins, self.room);
            pages::costs_nothing(&pages, later).then_some(pages)
        });
        match grown {
            Some(grown) => Fitted { pages: [vec![first.clone()], grown].concat(), ..fitted },
            None => fitted,
        }
    }

    fn pairs<'s>(
        &'s self,
        sentences: &'s [Size],
        bodies: &'s [Size],
        parting: Parting,
    ) -> impl Iterator<Item = Sizes> + 's {
        let part = if parting == Parting::Nowhere { MUCH_SMALLER } else { SMALLER };
        let smaller = move |sentence: Size, body: Size| {
            body == Size::Plain || self.letters.x_height(body) <= part * self.letters.x_height(sentence)
        };
        bodies.iter().flat_map(move |body| {
            let over = sentences.iter().filter(move |sentence| smaller(**sentence, *body));
            let names = self.larger(*body, self.smallest);
            let parting = parting == Parting::Within;
            over.map(move |sentence| Sizes { sentence: *sentence, body: *body, names, parting, alike: false })
        })
    }

    fn larger(&self, one: Size, other: Size) -> Size {
        if self.letters.x_height(one) < self.letters.x_height(other) { other } else { one }
    }
}
