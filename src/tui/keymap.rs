//! The keys: one table. What a key does, the help screen and the hints at the bottom are made from
//! it; a test holds the manual to it.

use crossterm::event::{KeyCode, KeyEvent};

use crate::tui::action::Action;
use crate::tui::keys::{
    BACKSPACE, DELETE, DOWN, END, ENTER, ESC, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, TAB, UP, c, ctrl, key,
    with_ctrl,
};
use crate::tui::theme::Arrows;

pub use crate::tui::contexts::{Context, Group};
pub use crate::tui::keys::Key;

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub context: Context,
    pub group: Group,
    pub keys: &'static [Key],
    pub action: Action,
    /// What it does, in a few words.
    pub help: &'static str,
    /// The word beside the key at the bottom of the screen; empty where it does not stand there.
    pub hint: &'static str,
}

/// What this key means here.
pub fn action(context: Context, event: KeyEvent) -> Option<Action> {
    let here = |binding: &&Binding| {
        binding.context == context || (binding.context == Context::Anywhere && !context.is_of_pupils())
    };
    BINDINGS
        .iter()
        .filter(here)
        .find(|binding| binding.keys.iter().any(|key| key.is_of(event)))
        .map(|binding| binding.action)
}

/// What this key does here, in a few words.
pub fn deed(context: Context, event: KeyEvent) -> Option<&'static str> {
    let is_here = |binding: &&Binding| binding.context == context;
    let is_pressed = |binding: &&Binding| binding.keys.iter().any(|key| key.is_of(event));
    BINDINGS.iter().filter(is_here).find(is_pressed).map(|binding| binding.help)
}

/// The first key for this deed, as it is written.
pub fn key_of(context: Context, action: Action, arrows: Arrows) -> String {
    let is_it = |binding: &&Binding| binding.context == context && binding.action == action;
    let key = BINDINGS.iter().find(is_it).and_then(|binding| binding.keys.first());
    key.map(|key| key.label(arrows)).unwrap_or_default()
}

/// This key, as it is written.
pub fn label(event: KeyEvent, arrows: Arrows) -> String {
    Key::of(event).label(arrows)
}

/// The letter that this key types, where text is typed.
pub fn letter(event: KeyEvent) -> Option<char> {
    match event.code {
        KeyCode::Char(letter) if !with_ctrl(event) => Some(letter),
        _ => None,
    }
}

/// The number that this key types; 0 for another key.
pub fn digit(event: KeyEvent) -> usize {
    letter(event).and_then(|letter| letter.to_digit(10)).map_or(0, |digit| digit as usize)
}

/// A row for help and manual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    pub group: Group,
    pub keys: String,
    pub help: &'static str,
}

/// The rows of these contexts; keys that do the same stand together.
pub fn rows(contexts: &[Context], arrows: Arrows) -> Vec<HelpRow> {
    let mut rows: Vec<HelpRow> = Vec::new();
    for binding in BINDINGS.iter().filter(|binding| contexts.contains(&binding.context)) {
        let Binding { group, help, .. } = *binding;
        let keys = binding.labels(arrows);
        match rows.iter_mut().find(|row| row.group == group && row.help == help) {
            Some(row) => row.keys = format!("{} {keys}", row.keys),
            None => rows.push(HelpRow { group, keys, help }),
        }
    }
    rows
}

/// The hints at the bottom of a screen: a key and a word.
pub fn hints(context: Context, arrows: Arrows) -> Vec<(String, &'static str)> {
    [own_hints(context, arrows), own_hints(Context::Anywhere, arrows)].concat()
}

/// The hints of this context alone; keys with the same word stand together.
pub fn own_hints(context: Context, arrows: Arrows) -> Vec<(String, &'static str)> {
    let mut hints: Vec<(String, &'static str)> = Vec::new();
    for binding in BINDINGS.iter().filter(|binding| binding.context == context && !binding.hint.is_empty()) {
        let Some(key) = binding.keys.first() else { continue };
        let label = key.label(arrows);
        match hints.iter_mut().find(|(_, word)| *word == binding.hint) {
            Some((labels, _)) if arrows == Arrows::Drawn => labels.push_str(&label),
            Some((labels, _)) => *labels = format!("{labels}/{label}"),
            None => hints.push((label, binding.hint)),
        }
    }
    hints
}

impl Binding {
    fn labels(&self, arrows: Arrows) -> String {
        match self.keys {
            // The options: a row of numbers.
            [first, .., last] if self.action == Action::Option => {
                format!("{} t/m {}", first.label(arrows), last.label(arrows))
            }
            keys => keys.iter().map(|key| key.label(arrows)).collect::<Vec<_>>().join(" "),
        }
    }

    const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }
}

// Two tables in one would need the context written on each line; a block for each reads better.
macro_rules! table {
    ($($context:ident { $($group:ident $keys:expr => $action:expr, $help:literal $(, $hint:literal)?;)* })*) => {
        &[$($(
            Binding {
                context: Context::$context,
                group: Group::$group,
                keys: &$keys,
                action: $action,
                help: $help,
                hint: "",
            }$(.hint($hint))?,
        )*)*]
    };
}

/// Every key of the program.
pub static BINDINGS: &[Binding] = table! {
    Choose {
        Walk [ENTER] => Action::Accept, "klaarzetten, of verdergaan", "klaarzetten";
        Walk [UP] => Action::Up, "vorige", "kiezen";
        Walk [DOWN] => Action::Down, "volgende", "kiezen";
        Walk [PAGE_UP] => Action::PageUp, "een bladzijde terug";
        Walk [PAGE_DOWN] => Action::PageDown, "een bladzijde verder";
        Walk [HOME] => Action::Home, "naar de eerste";
        Walk [END] => Action::End, "naar de laatste";
        Walk [BACKSPACE] => Action::Erase, "een letter van het zoekwoord weg";
        Walk [ESC] => Action::Close, "het zoekwoord leegmaken";
    }
    Setup {
        Walk [ENTER] => Action::Accept, "naar de klas", "naar de klas";
        Walk [UP] => Action::Up, "vorige regel", "regel";
        Walk [DOWN] => Action::Down, "volgende regel", "regel";
        Walk [LEFT] => Action::Left, "vorige keuze, of minder", "veranderen";
        Walk [RIGHT] => Action::Right, "volgende keuze, of meer", "veranderen";
        Walk [c(' ')] => Action::Toggle, "namen aankruisen";
        Walk [PAGE_DOWN] => Action::PageDown, "verder lezen";
        Walk [PAGE_UP] => Action::PageUp, "terug lezen";
        Walk [BACKSPACE] => Action::Erase, "een cijfer weg";
        Walk [ESC] => Action::Close, "terug", "terug";
        Walk [c('w')] => Action::Paper, "alles op papier, om te printen", "werkblad";
    }
    SetupNames {
        Walk [ENTER, c(' '), LEFT, RIGHT] => Action::Toggle, "namen aankruisen", "namen";
        Walk [UP] => Action::Up, "vorige regel", "regel";
        Walk [DOWN] => Action::Down, "volgende regel", "regel";
        Walk [PAGE_DOWN] => Action::PageDown, "verder lezen";
        Walk [PAGE_UP] => Action::PageUp, "terug lezen";
        Walk [ESC] => Action::Close, "terug", "terug";
        Walk [c('w')] => Action::Paper, "alles op papier, om te printen", "werkblad";
    }
    Absent {
        Walk [UP] => Action::Up, "vorige naam", "kiezen";
        Walk [DOWN] => Action::Down, "volgende naam", "kiezen";
        Walk [PAGE_UP] => Action::PageUp, "een bladzijde terug";
        Walk [PAGE_DOWN] => Action::PageDown, "een bladzijde verder";
        Walk [HOME] => Action::Home, "naar de eerste naam";
        Walk [END] => Action::End, "naar de laatste naam";
        Walk [c(' '), LEFT, RIGHT] => Action::Toggle, "is er wel of niet", "wel of niet";
        Walk [ENTER, ESC] => Action::Close, "klaar", "klaar";
    }
    Seats {
        Walk [UP] => Action::Up, "vorige naam", "kiezen";
        Walk [DOWN] => Action::Down, "volgende naam", "kiezen";
        Walk [PAGE_UP] => Action::PageUp, "een bladzijde terug";
        Walk [PAGE_DOWN] => Action::PageDown, "een bladzijde verder";
        Walk [HOME] => Action::Home, "naar de eerste naam";
        Walk [END] => Action::End, "naar de laatste naam";
        Walk [c(' ')] => Action::Toggle, "ruilen: eerst de een, dan de ander", "ruilen";
        Walk [c('h')] => Action::Shuffle, "husselen", "husselen";
        Walk [ENTER, ESC] => Action::Close, "klaar", "klaar";
    }
    Lesson {
        Walk [RIGHT, c(' '), PAGE_DOWN] => Action::Next, "verder";
        Walk [ENTER] => Action::Accept, "verder, of kies";
        Walk [LEFT, PAGE_UP] => Action::Back, "terug";
        Walk [key(KeyCode::F(5))] => Action::Furthest, "naar het verste punt";
        Walk [c('g')] => Action::ToNextStep, "naar de volgende stap";
        Walk [c('k')] => Action::ToClosing, "naar de afsluiting";
        Walk [c('z'), ctrl('z')] => Action::Undo, "ongedaan maken";
        Walk [ctrl('g')] => Action::Helper, "een leerling bladert";
        Attention [c('s')] => Action::Stop, "stop: kijk naar voren";
        Attention [c('x')] => Action::Freeze, "rollenspel stilzetten";
        Attention [c('.'), c('b')] => Action::Blank, "leeg scherm";
        Time [c('t')] => Action::Clock, "tijd starten of pauze";
        Time [c('+')] => Action::Longer, "een minuut erbij of eraf";
        Time [c('-')] => Action::Shorter, "een minuut erbij of eraf";
        Time [c('0')] => Action::NoClock, "tijd uit";
        People [c('d')] => Action::Duos, "de duo's, en husselen";
        People [c('h')] => Action::Shuffle, "de duo's, en husselen";
        People [c('l')] => Action::Late, "te laat of weg";
        People [c('w')] => Action::Turn, "een beurt geven";
        People [c('p')] => Action::Pass, "pas: een ander duo";
        Answers [c('a')] => Action::Answer, "een antwoord typen";
        Answers [c('y')] => Action::LetType, "een duo laten typen";
        Answers [c('o')] => Action::Answers, "antwoorden aan of uit";
        Answers [UP] => Action::Up, "keuze of antwoord";
        Answers [DOWN] => Action::Down, "keuze of antwoord";
        Answers [c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9')] => Action::Option, "keuze 1 tot en met 9";
        Answers [TAB] => Action::Count, "handen tellen";
        Answers [DELETE, BACKSPACE] => Action::Remove, "antwoord weghalen";
        Answers [c('v')] => Action::Shred, "antwoord voorgoed weg";
        Reading [c('u')] => Action::Words, "moeilijke woorden";
        Reading [c('e')] => Action::Simple, "eenvoudige taal";
        Reading [c('f')] => Action::Agreements, "de afspraken";
        Reading [c('n')] => Action::Panel, "docentpaneel";
        Program [c('q')] => Action::Quit, "stoppen voor vandaag";
        Program [c('?')] => Action::Help, "hulp";
        Program [ESC] => Action::Close, "sluiten wat open is";
    }
    Coming {
        People [ENTER] => Action::Accept, "zo is het", "zo is het";
        People [UP] => Action::Up, "vorige naam, of duo", "kiezen";
        People [DOWN] => Action::Down, "volgende naam, of duo", "kiezen";
        People [ESC] => Action::Close, "sluiten", "sluiten";
    }
    Cover {
        People [c('p')] => Action::Pass, "pas: iemand anders";
        People [c('h')] => Action::Shuffle, "de duo's husselen";
    }
    Entry {
        Answers [ENTER] => Action::Accept, "bewaren, en naar het volgende duo", "bewaren";
        Answers [UP] => Action::Up, "vorig duo", "ander duo";
        Answers [DOWN] => Action::Down, "volgend duo", "ander duo";
        Answers [LEFT] => Action::Left, "een letter terug";
        Answers [RIGHT] => Action::Right, "een letter verder";
        Answers [HOME] => Action::Home, "naar het begin";
        Answers [END] => Action::End, "naar het eind";
        Answers [BACKSPACE] => Action::Erase, "de letter ervoor weg";
        Answers [DELETE] => Action::Remove, "de letter erna weg";
        Answers [ESC] => Action::Close, "sluiten", "sluiten";
    }
    Count {
        Answers [ENTER, TAB, DOWN] => Action::Accept, "bewaren, en naar de volgende", "volgende";
        Answers [UP] => Action::Up, "bewaren, en naar de vorige";
        Answers [BACKSPACE] => Action::Erase, "een cijfer weg";
        Answers [ESC] => Action::Close, "bewaren en sluiten", "sluiten";
    }
    Typing {
        Answers [ENTER] => Action::Accept, "klaar", "klaar";
        Answers [BACKSPACE] => Action::Erase, "een letter weg";
        Answers [TAB] => Action::Reveal, "laten zien wat er staat", "lezen";
        Answers [ctrl('g')] => Action::LeaveTyping, "twee keer: terug naar de les";
    }
    Helper {
        Walk [RIGHT, c(' '), PAGE_DOWN, ENTER] => Action::Next, "verder";
        Walk [ctrl('g')] => Action::LeaveTyping, "twee keer: terug naar de docent";
    }
    Confirm {
        Program [ENTER, c('j')] => Action::Yes, "ja", "ja";
        Program [ESC, c('n')] => Action::Close, "nee", "nee";
    }
    Reading {
        Reading [UP] => Action::Up, "omhoog";
        Reading [DOWN] => Action::Down, "omlaag";
        Reading [PAGE_UP] => Action::PageUp, "een bladzijde omhoog";
        Reading [PAGE_DOWN] => Action::PageDown, "een bladzijde omlaag";
        Reading [ESC] => Action::Close, "sluiten";
    }
    Look {
        Walk [ENTER] => Action::Accept, "deze is het", "deze";
        Walk [LEFT, UP] => Action::Left, "vorige", "kiezen";
        Walk [RIGHT, DOWN] => Action::Right, "volgende", "kiezen";
        Walk [ESC] => Action::Close, "terug", "terug";
    }
    BackRow {
        Walk [ENTER] => Action::Accept, "verder", "verder";
        Walk [UP] => Action::Up, "vorige regel", "regel";
        Walk [DOWN] => Action::Down, "volgende regel", "regel";
        Walk [LEFT] => Action::Left, "minder", "veranderen";
        Walk [RIGHT] => Action::Right, "meer", "veranderen";
        Walk [ESC] => Action::Close, "terug", "terug";
    }
    Clicker {
        Walk [ENTER, ESC] => Action::Accept, "overslaan", "overslaan";
    }
    Tested {
        Walk [ENTER] => Action::Accept, "verder", "verder";
        Walk [ESC] => Action::Close, "terug", "terug";
    }
    Classroom {
        Walk [ENTER] => Action::Accept, "bewaren", "bewaren";
        Walk [UP] => Action::Up, "vorig lokaal", "bekende lokalen";
        Walk [DOWN] => Action::Down, "volgend lokaal", "bekende lokalen";
        Walk [LEFT] => Action::Left, "een letter terug";
        Walk [RIGHT] => Action::Right, "een letter verder";
        Walk [BACKSPACE] => Action::Erase, "de letter ervoor weg";
        Walk [DELETE] => Action::Remove, "de letter erna weg";
        Walk [ESC] => Action::Close, "terug", "terug";
    }
    Drafts {
        Walk [ENTER] => Action::Accept, "deze", "deze";
        Walk [UP] => Action::Up, "vorige", "kiezen";
        Walk [DOWN] => Action::Down, "volgende", "kiezen";
        Walk [DELETE] => Action::Remove, "twee keer: een concept weggooien", "weggooien";
    }
    TypeLine {
        Answers [ENTER, PAGE_DOWN] => Action::Accept, "bewaren, en naar de volgende vraag", "verder";
        Answers [UP, PAGE_UP] => Action::Back, "naar de vorige vraag; links ook, aan het begin", "terug";
        Answers [LEFT] => Action::Left, "een letter terug";
        Answers [RIGHT] => Action::Right, "een letter verder";
        Answers [HOME] => Action::Home, "naar het begin";
        Answers [END] => Action::End, "naar het eind";
        Answers [BACKSPACE] => Action::Erase, "de letter ervoor weg";
        Answers [DELETE] => Action::Remove, "de letter erna weg";
        Answers [ESC] => Action::Close, "de regel leegmaken";
        Reading [TAB, key(KeyCode::F(2))] => Action::Rehearse, "de stap zien zoals de klas", "zien";
        Reading [key(KeyCode::F(3))] => Action::Overview, "alle stappen, en wat er nog aan schort", "overzicht";
    }
    TypeLines {
        Answers [ENTER] => Action::Accept, "volgende regel; op een lege regel: volgende vraag", "regel, leeg: verder";
        Answers [UP] => Action::Up, "vorige regel; bovenaan: vorige vraag";
        Answers [DOWN] => Action::Down, "volgende regel";
        Answers [PAGE_UP] => Action::Back, "naar de vorige vraag", "terug";
        Answers [PAGE_DOWN] => Action::Next, "bewaren, en naar de volgende vraag", "verder";
        Answers [LEFT] => Action::Left, "een letter terug";
        Answers [RIGHT] => Action::Right, "een letter verder";
        Answers [HOME] => Action::Home, "naar het begin";
        Answers [END] => Action::End, "naar het eind";
        Answers [BACKSPACE] => Action::Erase, "de letter ervoor weg";
        Answers [DELETE] => Action::Remove, "de letter erna weg";
        Answers [ESC] => Action::Close, "de regel leegmaken";
        Reading [TAB, key(KeyCode::F(2))] => Action::Rehearse, "de stap zien zoals de klas", "zien";
        Reading [key(KeyCode::F(3))] => Action::Overview, "alle stappen, en wat er nog aan schort", "overzicht";
    }
    Pick {
        Answers [ENTER, PAGE_DOWN] => Action::Accept, "bewaren, en naar de volgende vraag", "verder";
        Answers [UP] => Action::Up, "vorige", "kiezen";
        Answers [DOWN] => Action::Down, "volgende", "kiezen";
        Answers [c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9')] => Action::Option, "deze, of aankruisen";
        Answers [c(' ')] => Action::Toggle, "aankruisen";
        Answers [LEFT, PAGE_UP] => Action::Back, "naar de vorige vraag", "terug";
        Reading [TAB, key(KeyCode::F(2))] => Action::Rehearse, "de stap zien zoals de klas", "zien";
        Reading [key(KeyCode::F(3))] => Action::Overview, "alle stappen, en wat er nog aan schort", "overzicht";
        Program [c('?')] => Action::Help, "hulp";
    }
    Overview {
        Walk [ENTER] => Action::Accept, "doen wat er staat, of ernaartoe", "deze";
        Walk [UP] => Action::Up, "vorige", "kiezen";
        Walk [DOWN] => Action::Down, "volgende", "kiezen";
        Walk [LEFT, PAGE_UP, ESC] => Action::Back, "terug naar de vragen", "terug";
        Walk [DELETE] => Action::Remove, "twee keer: een stap weghalen";
        Reading [TAB, key(KeyCode::F(2))] => Action::Rehearse, "de kaart zien zoals de klas", "zien";
        Program [c('?')] => Action::Help, "hulp";
    }
    Rehearsal {
        Walk [RIGHT, c(' '), PAGE_DOWN, ENTER] => Action::Next, "verder", "verder";
        Walk [LEFT, PAGE_UP] => Action::Back, "terug", "terug";
        Walk [c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9')] => Action::Option, "een verhaal, een vak of een weg kiezen";
        Reading [c('e')] => Action::Simple, "eenvoudige taal", "eenvoudig";
        Reading [c('u')] => Action::Words, "moeilijke woorden", "woorden";
        Reading [ESC, TAB, key(KeyCode::F(2))] => Action::Close, "terug naar de vragen";
        Program [c('?')] => Action::Help, "hulp";
    }
    Anywhere {
        Program [ctrl('q')] => Action::Quit, "stoppen voor vandaag", "stoppen";
        Program [key(KeyCode::F(1))] => Action::Help, "hulp", "hulp";
        Program [ctrl('c')] => Action::Break, "twee keer: meteen weg";
    }
};
