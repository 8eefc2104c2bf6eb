//! From Les klaarzetten to the class: a new reeks, or the next les of one.

use std::sync::Arc;

use crate::card::Card;
use crate::class::Roster;
use crate::lesson::{Command, Opening, Refusal};
use crate::session::Session;
use crate::tui::outside::Outside;

/// What Les klaarzetten is for.
pub enum Pending {
    New(Arc<Card>),
    Open(Box<Session>),
}

impl Pending {
    pub fn card(&self) -> &Card {
        match self {
            Self::New(card) => card,
            Self::Open(session) => session.lesson().card(),
        }
    }

    /// Opens the les; what is refused can be tried again.
    pub fn begin(
        self,
        outside: &Outside,
        roster: Option<Roster>,
        opening: Opening,
    ) -> Result<Session, (Refusal, Self)> {
        match self {
            Self::New(card) => {
                let wake = Arc::clone(&outside.wake);
                Session::begin(&outside.shelf, &card, roster, opening, wake)
                    .map_err(|refusal| (refusal, Self::New(card)))
            }
            Self::Open(mut session) => match session.act(Command::OpenSitting(opening)) {
                Ok(()) => Ok(*session),
                Err(refusal) => Err((refusal, Self::Open(session))),
            },
        }
    }
}
