//! `lesloper nakijken --streng`.

use expect_test::expect;

use super::Desk;
use super::check::GOOD;

const SHIPPED: &str = include_str!("../../activities/past-dit-beroep-bij-me.json");
const STORIES: &str = include_str!("../../activities/verhaal-afmaken.json");

#[test]
fn what_a_card_lacks_beside_those_that_ship_is_named() {
    let desk = Desk::new();
    desk.lay("kaart.json", GOOD);
    expect![[r#"
        kaart.json:1:1: tip: 'moment' ontbreekt; dan vindt een collega deze les op tijd
        kaart.json:1:1: tip: 'succes' ontbreekt; dan ziet een collega wat deze les versterkt
        kaart.json:1:1: tip: 'opzoeken' ontbreekt; dan weet de docent of er een computer nodig is
        kaart.json:1:1: tip: 'groep' ontbreekt; dan weet de docent voor wie het is
        kaart.json:1:1: tip: 'woorden' ontbreekt; leg de moeilijke woorden van het bord uit
        kaart.json:1:1: tip: 'volgende-keer' ontbreekt; zeg wat erop volgt
        kaart.json:1:1: tip: 'docent' ontbreekt; zeg wat de docent vooraf doet, klaarlegt en in de gaten houdt
        kaart.json:1:1: tip: 'thuis' ontbreekt; geef iets kleins mee om thuis over te praten
        kaart.json:1:1: tip: er is niets bij voorbereiden; elke les heeft alle drie de fasen
        kaart.json:9:17: tip: elementen: 'reflectie' zie je niet terug in de stappen; geef het terugkijken minstens twee stappen
        kaart.json:15:7: tip: fasen > uitvoering > 1: de les die hier begint, duurt maar 11 minuten; maak er minstens 15 van, of voeg lessen samen
        kaart.json:15:7: tip: fasen > uitvoering > 1: 'naam' ontbreekt; geef de stap een naam van twee of drie woorden
        kaart.json:15:7: tip: fasen > uitvoering > 1: de docent heeft hier te weinig aan; zet bij 'docent' wat je doet, zegt en in de gaten houdt
        kaart.json:15:7: tip: fasen > uitvoering > 1: 'startzinnen' ontbreken; geef zinnen om mee te beginnen
        kaart.json:19:7: tip: fasen > reflectie > 1: 'naam' ontbreekt; geef de stap een naam van twee of drie woorden
        kaart.json:19:7: tip: fasen > reflectie > 1: de docent heeft hier te weinig aan; zet bij 'docent' wat je doet, zegt en in de gaten houdt
        kaart.json:19:7: tip: fasen > reflectie > 1: 'startzinnen' ontbreken; geef zinnen om mee te beginnen
        kaart.json: zinnen van 3,5 woorden, hooguit 4; voorbereiden 0, doen 6, terugkijken 5 minuten; 1 les van 11 minuten
        1 kaart nagekeken: geen fouten en 17 tips.
        exit 1
    "#]].assert_eq(&desk.run("nakijken --streng kaart.json"));
}

#[test]
fn long_sentences_hard_words_and_words_that_are_nowhere_are_named_where_they_stand() {
    let desk = Desk::new();
    let card = SHIPPED
        .replace(
            "\"Past iets niet? Ook goed.\"",
            "\"Past iets niet bij wat je later wilt gaan doen, dan is dat ook goed.\"",
        )
        .replace("veel in beweging zijn", "veel reflecteren")
        .replace("veel bewegen", "veel reflecteren")
        .replace("\"twijfel\": \"je weet", "\"weifeling\": \"je weet");
    desk.lay("kaart.json", &card);
    expect![[r#"
        kaart.json:33:14: tip: woorden: 'weifeling' wordt uitgelegd, maar staat nergens; haal het weg, of schrijf het zoals het op het bord staat
        kaart.json:76:13: tip: fasen > voorbereiding > 1 > eenvoudig > onderdelen > 3: deze zin heeft 15 woorden; maak er twee zinnen van: hooguit 12 woorden
        kaart.json:165:11: tip: fasen > uitvoering > 1 > items > 1: 'reflecteren' is misschien te moeilijk; leg het uit bij 'woorden', of kies een korter woord
        kaart.json: zinnen van 3,9 woorden, hooguit 15; voorbereiden 10, doen 13, terugkijken 12 minuten; 1 les van 35 minuten
        1 kaart nagekeken: geen fouten en 3 tips.
        exit 1
    "#]].assert_eq(&desk.run("nakijken --streng kaart.json"));
}

#[test]
fn a_step_that_is_too_full_for_a_small_screen_is_named() {
    let desk = Desk::new();
    let line = "\"Denk aan wat je zag, aan wat je hoorde en aan wat iemand daar tegen jou zei op die dag\"";
    let full = format!(
        "\"minuten\": 6, \"hulp\": [{}], \"startzinnen\": [{}],",
        [line; 6].join(", "),
        [line; 5].join(", ")
    );
    desk.lay("kaart.json", &GOOD.replace("\"minuten\": 6,", &full));
    let said = desk.run("nakijken --streng kaart.json");
    let full: Vec<&str> = said.lines().filter(|line| line.contains("klein scherm")).collect();
    expect!["kaart.json:15:7: tip: fasen > uitvoering > 1: op een klein scherm is dit verdeeld over 4 schermen; maak de teksten korter, of maak er twee stappen van: hooguit 3"].assert_eq(&full.join("\n"));
}

#[test]
fn labels_that_the_steps_do_not_bear_out_are_named() {
    let desk = Desk::new();
    let card = SHIPPED
        .replace(
            "\"elementen\": [\"reflectie\"",
            "\"elementen\": [\"praktijkervaring\", \"verwachtingen\", \"reflectie\"",
        )
        .replace("\"opzoeken\": \"geen\"", "\"opzoeken\": \"per-duo\"")
        .replace("\"samen-in-school\"]", "\"samen-buiten-school\"]");
    desk.lay("kaart.json", &card);
    expect![[r#"
        kaart.json:10:17: tip: elementen: 'praktijkervaring' zie je niet terug in de stappen; laat de klas echt werk of echte mensen zien
        kaart.json:10:37: tip: elementen: 'verwachtingen' zie je niet terug in de stappen; zet erbij: omgaan-met-verwachtingen
        kaart.json:14:15: tip: opzoeken: 'per-duo' zie je niet terug in de stappen; noem bij 'bron' waar het staat
        kaart.json:15:50: tip: succes: 'samen-buiten-school' zie je niet terug in de stappen; betrek mensen van buiten de school
        kaart.json: zinnen van 3,8 woorden, hooguit 10; voorbereiden 10, doen 13, terugkijken 12 minuten; 1 les van 35 minuten
        1 kaart nagekeken: geen fouten en 4 tips.
        exit 1
    "#]].assert_eq(&desk.run("nakijken --streng kaart.json"));
}

#[test]
fn who_occurs_and_who_says_what_hurts_is_in_balance() {
    let desk = Desk::new();
    let family = STORIES
        .replace("\"spreker\": \"klant\"", "\"spreker\": \"familie\"")
        .replace("\"spreker\": \"docent\",\n", "")
        .replace("Finn", "Femke")
        .replace("Tygo", "Yvette")
        .replace("Sem", "Sophie")
        .replace("Gianni", "Gianna")
        .replace("Milan", "Merel")
        .replace("Dylan", "Demi")
        .replace("Jayden", "Julia");
    desk.lay("kaart.json", &family);
    expect![[r#"
        kaart.json:79:12: tip: fasen: de namen zijn niet in evenwicht: 16 van meisjes en 2 van jongens; maak er ongeveer evenveel van
        kaart.json:79:12: tip: fasen: bij 1 verhaal of situatie staat niet wie het zegt; zet er 'spreker' bij
        kaart.json:79:12: tip: fasen: in 3 van de 8 zegt iemand van de familie het; hooguit een derde: laat ook anderen het zeggen
        kaart.json: zinnen van 4,5 woorden, hooguit 10; voorbereiden 7, doen 21, terugkijken 7 minuten; 1 les van 35 minuten
        1 kaart nagekeken: geen fouten en 3 tips.
        exit 1
    "#]].assert_eq(&desk.run("nakijken --streng kaart.json"));
}

#[test]
fn two_cards_with_the_same_order_of_steps_are_named_and_what_all_cover_is_counted() {
    let desk = Desk::new();
    desk.lay("een.json", SHIPPED);
    desk.lay("twee.json", &SHIPPED.replace("past-dit-beroep-bij-me", "past-die-taak-bij-me"));
    expect![[r#"
        een.json: zinnen van 3,8 woorden, hooguit 10; voorbereiden 10, doen 13, terugkijken 12 minuten; 1 les van 35 minuten
        twee.json: tip: de stappen staan in dezelfde volgorde als in een.json; verander er een
        twee.json: zinnen van 3,8 woorden, hooguit 10; voorbereiden 10, doen 13, terugkijken 12 minuten; 1 les van 35 minuten
        elementen: praktijkervaring 0, actief 0, samenhang 2, reflectie 2, ouders 0, verwachtingen 0, zelfvertrouwen 2
        competenties: kwaliteitenreflectie 2, motievenreflectie 2, werkexploratie 2, loopbaansturing 0, netwerken 0, omgaan-met-verwachtingen 0
        2 kaarten nagekeken: geen fouten en 1 tip.
        exit 1
    "#]].assert_eq(&desk.run("nakijken --streng een.json twee.json"));
}
