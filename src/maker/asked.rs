//! The questions in Dutch: for each key of the format one that a teacher can answer.

/// The question about `key`, in the block that is called `owner`; None for a key that is not asked for.
pub fn asked(owner: &str, key: &str) -> Option<&'static str> {
    about_the_card(owner, key).or_else(|| about_a_step(owner, key)).or_else(|| of_a_kind(owner, key))
}

fn about_the_card(owner: &str, key: &str) -> Option<&'static str> {
    Some(match (owner, key) {
        ("kaart", "titel") => "Hoe heet je activiteit?",
        ("kaart", "doel") => "Wat heeft een leerling eraan?",
        ("kaart", "wanneer") => "Bij welke gelegenheid past het?",
        ("kaart", "leerjaren") => "Voor welke leerjaren is het?",
        ("kaart", "leerwegen") => "Voor welke leerwegen is het?",
        ("kaart", "elementen") => "Wat zit erin?",
        ("kaart", "competenties") => "Waar werken leerlingen aan?",
        ("kaart", "moment") => "Wanneer in hun schooltijd past het?",
        ("kaart", "betrokken") => "Wie doet er mee van buiten de klas?",
        ("kaart", "groep") => "Voor wie is het?",
        ("kaart", "opzoeken") => "Wie zoekt er iets op?",
        ("kaart", "succes") => "Wat maakt het sterker?",
        ("docent", "vooraf") => "Wat doe je voor de les?",
        ("docent", "nodig") => "Wat leg je klaar?",
        ("docent", "let-op") => "Waar let je op in de les?",
        ("kaart", "afspraken") => "Wat spreekt de klas af?",
        ("kaart", "woorden") => "Welke woorden leg je uit?",
        ("kaart", "thuis") => "Waarover praten ze thuis?",
        ("kaart", "volgende-keer") => "Wat komt er hierna?",
        ("kaart", "bron") => "Waar komt het vandaan?",
        _ => return None,
    })
}

/// What is asked in the same way for every kind.
fn about_a_step(owner: &str, key: &str) -> Option<&'static str> {
    Some(match (owner, key) {
        ("stap", "naam") => "Hoe noem je deze stap?",
        ("stap", "vorm") => "Hoe werkt de klas?",
        ("stap", "minuten") => "Hoeveel minuten duurt het?",
        ("stap", "afbeelding") => "Hoort er een afbeelding bij?",
        ("stap", "docent") => "Wat doe en zeg jij erbij?",
        ("scenes" | "keuzes" | "rollen", _) => return None,
        (_, "startzinnen") => "Hoe begint een antwoord?",
        (_, "hulp") => "Wat helpt ze op weg?",
        (_, "nabespreken") => "Wat vraag je na afloop?",
        ("verhalen" | "situaties", "spreker") => "Wie zegt wat raakt?",
        _ => return None,
    })
}

fn of_a_kind(owner: &str, key: &str) -> Option<&'static str> {
    Some(match (owner, key) {
        ("uitleg", "tekst") => "Wat staat er groot op het bord?",
        ("uitleg", "onderdelen") => "Wat komt er één voor één bij?",
        ("vraag" | "terugblik", "vraag") => "Welke vraag stel je?",
        ("keuze", "vraag") => "Wat kiest de klas?",
        ("keuze", "opties") => "Waaruit kiezen ze?",
        ("sorteer", "vraag") => "Welke vraag hoort bij het sorteren?",
        ("sorteer", "kolommen") => "In welke vakken sorteren ze?",
        ("sorteer", "items") => "Wat valt er te sorteren?",
        ("sorteer", "van") => "Of sorteer je eerdere antwoorden?",
        ("terugblik", "van") => "Welke antwoorden komen terug?",
        ("op-de-lijn", "stelling") => "Welke mening staat op het bord?",
        ("op-de-lijn", "uiteinden") => "Wat staat er bij 1 en bij 5?",
        ("kaartje-trekken", "opdracht") => "Wat doen ze met hun kaartje?",
        ("kaartje-trekken", "kaartjes") => "Wat staat er op de kaartjes?",
        ("pitch", "opdracht") => "Wat vertelt elk duo?",
        ("pitch", "luistervraag") => "Waar luisteren de anderen naar?",
        ("pitch", "seconden") => "Hoeveel seconden krijgt een duo?",
        ("doe", "opdracht") => "Wat gaan ze doen?",
        ("doe", "onderdelen") => "Wat vinken ze af?",
        ("vervolgstap", "vragen") => "Welke vragen beantwoordt ieder?",
        ("rollenspel", "rolkaarten") => "Waar lezen ze hun rol?",
        ("rollenspel", "rondes") => "Hoe vaak spelen ze?",
        ("rollenspel", "seconden") => "Hoeveel seconden duurt een ronde?",
        ("situaties", "titel") => "Hoe heet de situatie?",
        ("situaties", "situatie") => "Wat gebeurt er?",
        ("situaties", "zin") => "Welke zin raakt?",
        ("situaties", "kijker") => "Waar let de kijker op?",
        ("rollen", "naam") => "Wie speelt er mee?",
        ("rollen", "kaart") => "Wat leest alleen deze speler?",
        ("verhalen", "titel") => "Hoe heet het verhaal?",
        ("verhalen", "held") => "Over wie gaat het?",
        ("verhalen", "fragmenten") => "Hoe gaat het verhaal?",
        ("verhalen", "breuk") => "Welke vraag stel je als het stopt?",
        ("verhalen", "stemvraag") => "Waarover stemt de klas?",
        ("verhalen", "scenes") => "Schrijf je zelf uit hoe het verdergaat?",
        ("scenes", "tekst") => "Wat gebeurt er in deze scène?",
        ("scenes", "vraag") => "Welke vraag hoort bij de keuzes?",
        ("scenes", "keuzes") => "Waaruit kan de klas hier kiezen?",
        ("keuzes", "naar") => "Waar leidt deze keuze toe?",
        _ => return None,
    })
}

/// One of what stands in this list, and whether there is one more.
pub fn one_more(list: &str) -> &'static str {
    match list {
        "verhalen" => "Nog een verhaal?",
        "situaties" => "Nog een situatie?",
        "rollen" => "Nog een rol?",
        _ => "Nog een?",
    }
}

/// As what is counted in this list: "rol 2".
pub fn one_of(list: &str) -> &'static str {
    match list {
        "verhalen" => "verhaal",
        "situaties" => "situatie",
        "rollen" => "rol",
        "scenes" => "scène",
        _ => "deel",
    }
}

/// When a kind of step is what you want; its meaning says what it is.
pub fn when(kind: &str) -> &'static str {
    match kind {
        "uitleg" => "Kort, aan het begin of tussendoor.",
        "vraag" => "Als je wilt dat ieder nadenkt en praat.",
        "keuze" => "Als je wilt zien hoe de klas denkt.",
        "rollenspel" => "Als ze willen oefenen wat je zegt.",
        "op-de-lijn" => "Als meningen mogen verschillen.",
        "kaartje-trekken" => "Als elk duo iets anders doet.",
        "pitch" => "Als ze laten horen wat ze maakten.",
        "sorteer" => "Als ze kijken wat past en wat niet.",
        "verhaal" => "Als het over iets gevoeligs gaat.",
        "doe" => "Voor een bezoek, een maakopdracht of een film.",
        "terugblik" => "Om op een vraag van eerder terug te komen.",
        "vervolgstap" => "Als laatste, in elke activiteit.",
        _ => "",
    }
}
