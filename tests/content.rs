//! The real content loads and is sound, and what it computes fits together; broken content is refused with a message that names
//! place and remedy. What is broken is a small content of the tests' own (`tests/fixtures/content`), so that no change of a
//! number, a date or a word in `src/content` fails a test here.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

use std::path::Path;

use csto_explainer::{
    content::{
        error::Diagnostic,
        files::{Files, read_files},
        load::load,
        membership::{Standing, Status},
        validate::faults,
    },
    figures::for_content::FIGURES,
    model::shares::{Sender, per_million},
};

fn real() -> Files {
    read("src/content")
}

/// The content of these tests' own.
fn fixture() -> Files {
    read("tests/fixtures/content")
}

fn read(folder: &str) -> Files {
    read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("the content is readable")
}

fn diagnostics(files: &Files) -> Vec<Diagnostic> {
    load(files, "en", &FIGURES).map_or_else(|faults| faults, |content| faults(&content, &FIGURES))
}

fn messages(files: &Files) -> Vec<String> {
    diagnostics(files).iter().map(ToString::to_string).collect()
}

#[test]
fn the_real_content_is_sound() {
    let found = messages(&real());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What is broken below would be refused for another reason.
#[test]
fn the_fixture_is_sound() {
    let found = messages(&fixture());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A note is read alone, from a link or in `data/facts.json`, so it says who somebody is: by given name or by office.
#[test]
fn notes_name_people_in_full() {
    const OFFICES: [&str; 2] = ["President", "Secretary General"];
    let content = load(&real(), "en", &FIGURES).expect("loads");
    let mut bare = Vec::new();
    for (given, surname) in PEOPLE {
        let texts = content.fact_texts.iter().filter(|(_, text)| text.statement.contains(surname));
        let named = |before: &str| std::iter::once(&given).chain(&OFFICES).any(|name| before.trim_end().ends_with(name));
        let mut notes_found = 0;
        for (id, text) in texts {
            notes_found += 1;
            let (before, _) = text.statement.split_once(surname).expect("it is there");
            if !named(before) {
                bare.push(format!("{id}: {surname}"));
            }
        }
        assert!(notes_found > 0, "no note names {given} {surname} any more: take them out of the list");
    }
    assert!(bare.is_empty(), "{bare:?}");
}

/// Given name and surname of those whom a statement names.
const PEOPLE: [(&str, &str); 38] = [
    ("Askar", "Akayev"),
    ("Edil", "Baisalov"),
    ("Kurmanbek", "Bakiyev"),
    ("Baktybek", "Bekbolotov"),
    ("Dastan", "Bekeshev"),
    ("Polina", "Beliakova"),
    ("Nikolai", "Bordyuzha"),
    ("Armen", "Grigoryan"),
    ("Vagharshak", "Harutyunyan"),
    ("Marat", "Imankulov"),
    ("Sadyr", "Japarov"),
    ("Viktor", "Khrenin"),
    ("Sergei", "Lavrov"),
    ("Alexander", "Lukashenko"),
    ("Askar", "Mamin"),
    ("Talant", "Mamytov"),
    ("Taalatbek", "Masadykov"),
    ("Karim", "Massimov"),
    ("Nursultan", "Nazarbayev"),
    ("Yulia", "Nikitina"),
    ("Roza", "Otunbayeva"),
    ("Nikol", "Pashinyan"),
    ("Nikolai", "Patrushev"),
    ("Dmitry", "Peskov"),
    ("Vladimir", "Putin"),
    ("Emomali", "Rahmon"),
    ("Vikram", "Ruzakhunov"),
    ("Andrei", "Serdyukov"),
    ("Sergei", "Shoigu"),
    ("Anatoly", "Sidorov"),
    ("Alen", "Simonyan"),
    ("Imangali", "Tasmagambetov"),
    ("Natalya", "Timakova"),
    ("Kassym-Jomart", "Tokayev"),
    ("Yermukhamet", "Yertysbayev"),
    ("Vladimir", "Zainetdinov"),
    ("Stanislav", "Zas"),
    ("Konstantin", "Zatulin"),
];

#[test]
fn numbers_are_derived_and_written_with_their_precision() {
    let content = load(&fixture(), "en", &FIGURES).expect("loads");
    for (id, value) in [
        ("kz-2022-troops-russia-essay", 1850.0),
        ("kz-2022-share-russia-essay", 74.0),
        ("kz-2022-numbered-by-sender", 450.0),
        ("kz-2022-numbered-by-others", 200.0),
        ("kz-2022-russia-belarus-rest-permitted", 2050.0),
        ("kz-2022-russia-belarus-rest-present", 1580.0),
        ("kgtj-2021-dead-total", 55.0),
        ("jan-days-stay", 14.0),
        ("nk-2020-duration", 44.0),
        ("nk-2020-dead-military-sum", 6733.0),
    ] {
        assert_eq!(content.number(id), Some(value), "{id}");
    }
    let shown = |id: &str| content.facts.get(id).and_then(|f| content.value_words(f)).unwrap_or_default();
    assert_eq!(shown("pop-share-russia-six"), "75 percent");
    assert_eq!(shown("pop-share-russia-five"), "83 percent");
    assert_eq!(shown("forces-share-russia-five"), "88 percent");
    assert_eq!(shown("kz-2022-total-of-peacekeepers-permitted"), "69 percent");
    assert_eq!(shown("kz-troops-total"), "about 2,500");
    for (id, words) in [
        ("kz-2022-total-csto-0107", "up to 2,500"),
        ("kz-2022-share-russia-almost-75", "almost 75 percent"),
        ("kz-2022-share-russia-essay", "about 74 percent"),
        ("kz-2022-numbered-share-permitted", "18 percent"),
        ("kz-2022-numbered-share-present", "22 percent"),
        ("kz-2022-russia-range-official-low", "53 percent"),
        ("kz-2022-russia-range-official-high", "74 percent"),
        ("kz-2022-russia-share-press", "76 percent"),
        ("kz-2022-russia-share-press-0106", "76 percent"),
        ("kz-2022-russia-share-first-100", "79 percent"),
        ("kz-2022-rate-russia-least", "7"),
        ("kz-2022-rate-russia-most", "13"),
        ("kz-2022-rate-tajikistan", "20"),
        ("kz-2022-per-km2", "about 1,090"),
        ("kz-population-2022", "about 19.5"),
    ] {
        assert_eq!(shown(id), words, "{id}");
    }
}

/// The range of Russia's share stands in the facts as formulas, and the figures compute it from the combinations.
#[test]
fn the_range_of_the_facts_is_that_of_the_combinations() {
    let content = load(&real(), "en", &FIGURES).expect("loads");
    let shares = content.shares().expect("a model");
    let range = shares.share_range(|_| true).expect("a range");
    let fact = |id: &str| content.number(id).expect(id);
    let total = |id: &str| shares.totals.iter().find(|total| total.id == id).expect(id).soldiers;
    let belarus = shares.senders.iter().position(|s| s.iso3 == "BLR").expect("Belarus");
    let with = |count: usize| shares.share_range(|c| c.counts[belarus] == count).expect("a range");
    let rate = |total: u32, counts: &[usize]| per_million(shares.remainder(total, counts), shares.remainder_population);
    for (id, computed) in [
        ("kz-2022-russia-range-low", range[0]),
        ("kz-2022-russia-range-high", range[1]),
        ("kz-2022-russia-range-belarus-200-low", with(0)[0]),
        ("kz-2022-russia-range-high", with(0)[1]),
        ("kz-2022-russia-range-low", with(1)[0]),
        ("kz-2022-russia-range-belarus-500-high", with(1)[1]),
        ("kz-2022-russia-share-first-100", shares.highest_with_a_stage().expect("a stage")),
        ("kz-2022-rate-russia-least", rate(total("present"), &[0, 1, 1, 0])),
        ("kz-2022-rate-russia-most", rate(total("permitted"), &[1, 0, 0, 0])),
    ] {
        assert!((fact(id) - computed).abs() < 1e-9, "{id}: {} and {computed}", fact(id));
    }
}

/// Tajikistan sent the fewest per head of the four others; the sentences compare Russia with it.
#[test]
fn russia_sent_fewest_per_head_in_every_combination() {
    let content = load(&real(), "en", &FIGURES).expect("loads");
    let shares = content.shares().expect("a model");
    let tajikistan = shares.senders.iter().position(|s| s.iso3 == "TJK").expect("Tajikistan");
    assert_eq!(shares.lowest_per_head(tajikistan), (shares.combinations().len(), 0));
    let lowest = |s: &Sender| s.counts.iter().map(|&count| per_million(count, s.population)).fold(f64::MAX, f64::min);
    let least = shares.senders.iter().map(lowest).fold(f64::MAX, f64::min);
    assert_eq!(content.number("kz-2022-rate-tajikistan"), Some(least));
}

#[test]
fn the_chart_of_shares_has_each_senders_own_numbers() {
    let content = load(&real(), "en", &FIGURES).expect("loads");
    let (shares, deployment) = (content.shares().expect("a model"), content.deployment.as_ref().expect("a deployment"));
    for sender in &shares.senders {
        let member = content.members.iter().find(|member| member.iso3 == sender.iso3).expect("a member");
        assert_eq!(Some(f64::from(sender.population)), content.number(&member.population), "{}", sender.iso3);
    }
    for (set, published) in shares.sets.iter().zip(&deployment.sets) {
        let facts: Vec<_> = set.counts.iter().zip(&deployment.senders).map(|(&at, sender)| &sender.counts[at].fact).collect();
        assert_eq!(facts, published.counts.iter().collect::<Vec<_>>(), "{}", set.id);
    }
}

#[test]
fn broken_content_is_refused_with_place_and_remedy() {
    let cases = [
        ("data/facts/crises.json", "\"number\": 36", "\"number\": -36", "kgtj-2021-dead-kg"),
        ("data/facts/crises.json", "\"number\": 36", "\"number\": 3.6e11", "too large"),
        ("data/facts/crises.json", "\"number\": 1960,", "\"range\": [1960, 1950],", "runs backwards"),
        ("data/facts/crises.json", "\"as_of\": \"2021-05-06\"", "\"as_of\": \"2021-13-06\"", "no calendar has"),
        ("data/facts/crises.json", "\"id\": \"kgtj-2021-dead-tj\"", "\"id\": \"kgtj-2021-dead-kg\"", "stands twice"),
        ("data/facts/crises.json", "\"unit\": \"days\"", "\"unit\": \"fortnights\"", "unknown unit"),
        ("data/facts/crises.json", "\"unit\": \"days\"", "\"untit\": \"days\"", "unknown field `untit`"),
        ("data/facts/crises.json", "kgtj-2021-dead-kg + ", "kgtj-2021-dead + ", "unknown fact `kgtj-2021-dead`"),
        ("data/facts/crises.json", "kgtj-2021-dead-kg + ", "kgtj-2021-dead-total + ", "runs in a circle through `kgtj-2021-dead-total`"),
        (
            "data/facts/crises.json",
            "\"formula\": \"kgtj-2021-dead-kg",
            "\"number\": 55, \"formula\": \"kgtj-2021-dead-kg",
            "beside its formula",
        ),
        (
            "data/facts/crises.json",
            "\"formula\": \"days( nk-2020-start , nk-2020-end ) - 1\"",
            "\"number\": 44",
            "is derived, but its value is typed",
        ),
        ("data/facts/crises.json", "days( nk-2020-start", "days( nk-2020-duration", "`nk-2020-duration`, which has no day"),
        (
            "data/facts/crises.json",
            "days( nk-2020-start , nk-2020-end",
            "days( nk-2020-end , nk-2020-start",
            "`nk-2020-end`, which is later",
        ),
        ("data/facts/treaty.json", "\"number\": 50", "\"number\": 60", "must make 100"),
        ("data/sources/context.json", "\"id\": \"essay\"", "\"id\": \"esay\"", "unknown source `essay`"),
        ("data/deployment.json", "kz-2022-troops-armenia-70", "kz-2022-troops-armenia-80", "data/deployment.json"),
        ("data/members.json", "pop-arm", "pop-army", "pop-army"),
        ("data/yardsticks.json", "\"pop-share-russia-five\"", "\"pop-share-russia-six\"", "must make 100"),
        ("data/yardsticks.json", "\"pop-share-arm-five\"", "\"pop-arm\"", "no fact in percent"),
        ("data/yardsticks.json", "\"ARM\": \"seat-share\"", "\"AZE\": \"seat-share\"", "no member"),
        ("data/forces.json", "\"crdf-4000\"", "\"crdf-4500\"", "no fact with a number of soldiers"),
        ("data/forces.json", "\"crdf-4000\"", "\"pop-arm\"", "no fact with a number of soldiers"),
        ("data/forces.json", "\"crrf-18000\"", "\"caf-number\"", "no fact with a number of soldiers"),
        (
            "data/scenes.json",
            "\"who-came\"",
            "\"since-then\"",
            "data/scenes.json: who-came: is not in the list, but there is en/walk/who-came.md",
        ),
        ("data/scenes.json", "\"who-came\"", "\"since-then\"", "data/scenes.json: since-then: stands twice"),
        ("data/scenes.json", "\"who-came\"", "\"who-went\"", "en/walk/who-went.md: is missing"),
        ("en/walk/who-came.md", "::figure troop-shares", "::figure troop-shears", "unknown figure `troop-shears`"),
        ("en/walk/who-came.md", "[[jan-days-stay:plain]]", "[[jan-days-stayed]]", "unknown fact `jan-days-stayed`"),
        ("en/walk/what-it-changes.md", "{{coup-proofing|", "{{nato|", "unknown term `nato`"),
        ("en/pages/treaty.md", "\n\n", "\n\n<b>The dead</b> come first. ", "holds HTML"),
        ("en/pages/treaty.md", "::figure treaty", "::figure treatise", "unknown figure `treatise`"),
        ("en/facts/crises.json", "\"kgtj-2021-dead-kg\"", "\"kgtj-2021-dead-x\"", "has no statement"),
        ("en/facts/crises.json", "Kyrgyzstan counted {} of", "Kyrgyzstan counted {kgtj-2021-dead} of", "unknown fact `kgtj-2021-dead`"),
        ("en/facts/crises.json", "Kyrgyzstan counted {} of", "Kyrgyzstan counted {kgtj-2021-start} of", "which has none"),
        ("en/facts/crises.json", "Kyrgyzstan counted {} of", "Kyrgyzstan counted { of", "without `}`"),
    ];
    refused(&cases);
}

#[test]
fn broken_settings_words_and_sources_are_refused_with_place_and_remedy() {
    refused(&[
        ("data/config.json", "\"data_date\": \"2026-06\"", "\"data_date\": \"2026-26\"", "data_date: is `2026-26`"),
        ("data/config.json", "\"edition_date\": \"2026-11-30\"", "\"edition_date\": \"2026-11\"", "edition_date: is `2026-11`"),
        ("en/labels.json", "\"about\": \"about {}\"", "\"about\": \"about\"", "has no words with `{}` for `about`"),
        ("en/labels.json", "\"about\": \"about {}\"", "\"nearly\": \"nearly {}\"", "unknown precision `nearly`"),
        ("data/sources/context.json", "\"date\": \"2022-02\"", "\"date\": \"2022-22\"", "essay: has a date that no calendar has"),
        ("data/sources/context.json", "https://warontherocks.com/", "//warontherocks.com/", "essay: has a url that is no web address"),
    ]);
}

#[test]
fn facts_that_outrun_their_sources_or_their_own_date_are_refused() {
    let (facts, words) = ("data/facts/crises.json", "en/facts/crises.json");
    refused(&[
        (facts, "\"as_of\": \"2021-05-06\"", "\"as_of\": \"2026-05-06\"", "speaks of 6 May 2026, but its newest source is of"),
        (
            facts,
            "\"date\": \"2010-06-15\"",
            "\"date\": \"2010-12-27\"",
            "kg-2010-otunbayeva-withdraws: speaks of 27 December 2010, but its newest source is of 15 June 2010",
        ),
        (
            facts,
            "\"date\": \"2010-06-15\"",
            "\"date\": \"2010-06-16\"",
            "kg-2010-otunbayeva-withdraws: speaks of 16 June 2010, but is as of 15 June 2010",
        ),
        (
            facts,
            "\"date\": \"2010-06-15\"",
            "\"announced\": true, \"date\": \"2010-06-15\"",
            "kg-2010-otunbayeva-withdraws: is marked `announced`",
        ),
        (
            words,
            "said that foreign peacekeepers were not needed.",
            "said that foreign peacekeepers were not needed and ended on 10 November 2010.",
            "kg-2010-otunbayeva-withdraws: speaks of 10 November 2010",
        ),
        (
            words,
            "said that foreign peacekeepers were not needed.",
            "said that foreign peacekeepers were not needed and ended on 10 November.",
            "kg-2010-otunbayeva-withdraws: speaks of 10 November 2010",
        ),
        (
            words,
            "said that foreign peacekeepers were not needed.",
            "said that foreign peacekeepers were not needed and ended in November 2010.",
            "kg-2010-otunbayeva-withdraws: speaks of November 2010",
        ),
        (
            words,
            "said that foreign peacekeepers were not needed.",
            "said that foreign peacekeepers were not needed and was feared until 2011.",
            "kg-2010-otunbayeva-withdraws: speaks of 2011",
        ),
    ]);
}

#[test]
fn what_was_announced_may_be_later_than_its_sources() {
    let mut files = fixture();
    let file = "data/facts/crises.json";
    let announced = files.get(file).expect(file).replacen("\"date\": \"2010-06-15\"", "\"announced\": true, \"date\": \"2010-12-27\"", 1);
    files.insert(file.to_owned(), announced);
    assert_eq!(messages(&files), Vec::<String>::new());
}

#[test]
fn quotations_without_words_speaker_or_role_are_refused() {
    let (facts, words) = ("data/facts/context.json", "en/facts/context.json");
    refused(&[
        (facts, "\"kind\": \"judgement\"", "\"kind\": \"quotation\"", "china-derived: is a quotation without a speaker"),
        (facts, "\"kind\": \"judgement\"", "\"kind\": \"quotation\"", "china-derived: is a quotation without a role"),
        (facts, "\"kind\": \"judgement\"", "\"kind\": \"quotation\"", "china-derived: is a quotation without quoted words"),
        (words, "\"statement\": ", "\"speaker\": \"a resident\", \"statement\": ", "has a `speaker`, but is no quotation"),
        (words, "\"statement\": ", "\"role\": \"of Almaty\", \"statement\": ", "has a `role`, but is no quotation"),
    ]);
}

#[test]
fn numbers_typed_into_titles_and_words_of_figures_are_refused() {
    refused(&[
        ("en/figures.json", "Of {clubs} clubs", "Of five clubs", "overlaps.title: has the number “five” typed in"),
        ("en/figures.json", "Of {clubs} clubs", "Of {clubbs} clubs", "overlaps.title: writes the value of the unknown fact `clubbs`"),
        ("en/labels.json", "a pair of fields", "8 fields", "page.share_picture: has the number “8” typed in"),
        ("en/comparison.json", "Both rest on", "The two rest on", "note: has the number “two” typed in"),
        ("en/glossary.json", "What a government does", "What six governments do", "coup-proofing.gloss: has the number “six” typed in"),
        ("en/pages/treaty.md", "standfirst: ", "standfirst: Half the money. ", "standfirst: has the number “Half” typed in"),
    ]);
}

#[test]
fn broken_corrections_are_refused_with_place_and_remedy() {
    let (data, words) = ("data/corrections.json", "en/corrections.json");
    refused(&[
        (data, "\"since\": \"2026-11-29\"", "\"since\": \"2026-11-31\"", "no calendar has"),
        (data, "\"since\": \"2026-11-29\"", "\"since\": \"2027-01-01\"", "after the day of this edition"),
        (data, "\"id\": \"day-counts\"", "\"id\": \"per-head\"", "per-head: stands twice"),
        (data, "\"id\": \"day-counts\"", "\"id\": \"days-counted\"", "days-counted: has no words"),
        (data, "\"nk-2020-duration\"", "\"nk-2020-days\"", "names the unknown fact `nk-2020-days`"),
        (words, "[[nk-2020-duration:plain]]", "[[nk-2020-days:plain]]", "unknown fact `nk-2020-days`"),
        (words, "\"was\": \"The soldiers’ days", "\"wat\": \"The soldiers’ days", "unknown field `wat`"),
    ]);
}

#[test]
fn long_or_open_quotations_are_refused_wherever_they_stand() {
    let long = format!("“{}”", vec!["word"; 26].join(" "));
    for (file, from) in [
        ("en/pages/sources.md", "This page retells its argument"),
        ("en/facts/crises.json", "Kyrgyzstan counted {} of"),
        ("en/figures.json", "Filled: member."),
        ("en/glossary.json", "What a government does"),
        ("en/labels.json", "a reading of the facts"),
    ] {
        refused(&[(file, from, &long, "quotes 26 words"), (file, from, "“", "without its ”"), (file, from, "it's", "straight quote")]);
    }
}

#[test]
fn a_broken_deployment_is_refused_with_place_and_remedy() {
    refused(&[
        ("data/deployment.json", "\"id\": \"permitted\"", "\"id\": \"present\"", "present: stands twice"),
        ("data/deployment.json", "\"kz-2022-total-tokayev-0110\"", "\"pop-share-russia-six\"", "no fact with a whole number"),
        ("data/deployment.json", "\"kz-2022-total-tokayev-0110\"", "\"treaty-signed\"", "no fact with a whole number"),
        ("data/deployment.json", "\"kz-troops-total\"", "\"treaty-signed\"", "estimate: names `treaty-signed`"),
        ("data/deployment.json", "\"kz-2022-tj-first-100\"", "\"treaty-signed\"", "TJK: names `treaty-signed`"),
        ("data/deployment.json", "\"kz-2022-tj-first-100\"", "\"kz-2022-troops-belarus-500\"", "is no smaller than its first count"),
    ]);
}

#[test]
fn broken_articles_are_refused_with_place_and_remedy() {
    refused(&[
        ("data/articles.json", "\"id\": \"article-2\"", "\"id\": \"article-1\"", "stands twice"),
        ("data/articles.json", "\"id\": \"article-7\"", "\"id\": \"article-8\"", "add the words of this article"),
        ("data/articles.json", "\"id\": \"article-7\"", "\"id\": \"article-8\"", "has words but no article"),
        ("data/articles.json", "\"fourteen-days\"", "\"fifteen-days\"", "unknown scene `fifteen-days`"),
        ("data/articles.json", "\"amended\": false", "\"amended\": true", "if, and only if, the article was amended"),
        ("en/articles.json", "\"fourteen-days\":", "\"arrival\":", "does not say how it mattered in `fourteen-days`"),
        ("en/articles.json", "\"fourteen-days\":", "\"arrival\":", "says how it mattered in `arrival`"),
        ("en/articles.json", "++stability,++", "++stability,", "close the mark"),
        ("en/articles.json", "former site[[art1:cite]]", "former site", "does not name a source"),
        ("en/articles.json", "[[art1-reading:cite]]", "[[art1-readings:cite]]", "unknown fact `art1-readings`"),
        ("en/comparison.json", "[[nato5-compare:cite]]", "[[nato6:cite]]", "unknown fact `nato6`"),
    ]);
}

#[test]
fn broken_cases_are_refused_with_place_and_remedy() {
    refused(&[
        ("data/cases.json", "\"id\": \"armenia-2021\"", "\"id\": \"armenia-2022\"", "stands twice"),
        ("data/cases.json", "\"id\": \"armenia-2021\"", "\"id\": \"armenia-2023\"", "no row in data/ledger.json"),
        ("data/cases.json", "\"answer\": \"no\"", "\"answer\": \"never\"", "unknown variant `never`"),
        ("data/cases.json", "\"tj-2021-afghan-soldiers\"", "\"tj-2021-soldiers\"", "unknown fact `tj-2021-soldiers`"),
        ("data/cases.json", "\"answer\": \"not-found\"\n", "\"answer\": \"no\"\n", "without a fact"),
        // Two armies shot at each other: that each accused the other stands in the fact beside it.
        (
            "data/cases.json",
            "\"kgtj-2021-shooting\",\n     \"kgtj-2021-accused\"",
            "\"kgtj-2021-shooting\"",
            "kyrgyz-tajik-2021.attacked: is called disputed on one fact",
        ),
        ("data/cases.json", "\"council\": {", "\"counsel\": {", "unknown variant `counsel`"),
        ("data/cases.json", "\"territory\": {", "\"asked\": {", "which data/ledger.json answers"),
        (
            "data/cases.json",
            "\"id\": \"armenia-2021\"",
            "\"id\": \"armenia-2023\"",
            "armenia-2021: is a row of the ledger that is put to no test",
        ),
        ("en/cases.json", "\"council\":", "\"counsel\":", "has no words for `council`"),
        ("en/cases.json", "\"council\":", "\"counsel\":", "unknown question `counsel`"),
        ("en/cases.json", "\"another member\"", "\"\"", "write its words"),
    ]);
}

#[test]
fn broken_members_and_memberships_are_refused_with_place_and_remedy() {
    refused(&[
        ("data/members.json", "\"iso3\": \"BLR\"", "\"iso3\": \"ARM\"", "stands twice"),
        ("data/members.json", "\"iso3\": \"BLR\"", "\"iso3\": \"BEL\"", "unknown state"),
        ("data/members.json", "\"since\": \"treaty-signed\"", "\"since\": \"pop-arm\"", "no fact with a date"),
        ("data/members.json", "\"pop-share-arm-six\"", "\"pop-share-kaz-six\"", "must make 100"),
        ("data/memberships.json", "\"state\": \"UZB\"", "\"state\": \"UZK\"", "unknown state `UZK`"),
        ("data/memberships.json", "\"organisation\": \"EAEU\"", "\"organisation\": \"EEU\"", "unknown organisation `EEU`"),
        ("data/memberships.json", "\"src-eco-mfatj\"", "\"src-eco\"", "unknown source `src-eco`"),
        ("data/memberships.json", "\"from\": \"2002-10-07\"", "\"from\": \"2025-10-07\"", "ends before it begins"),
        ("data/memberships.json", "\"to\": \"2015\"", "\"to\": \"2018\"", "overlaps the entry"),
        ("data/memberships.json", "\"state\": \"KAZ\"", "\"state\": \"ARM\"", "stands twice"),
        ("data/memberships.json", "\"from\": \"2001-06-15\"", "\"from\": \"2001-06-31\"", "no calendar has"),
        ("data/memberships.json", "\"seen\": \"2022\",", "", "must have either `from`, or `seen`"),
        ("data/memberships.json", "\"clubs\": [\n  \"CSTO\"", "\"clubs\": [\n  \"NATO\"", "unknown organisation `NATO`"),
        ("data/memberships.json", "\"shown\": \"2022-01\"", "\"shown\": \"2022-02\"", "none of the moments"),
        ("data/memberships.json", "\"moments\": [\n  \"2009\"", "\"moments\": [\n  \"2009-13\"", "no calendar has"),
        ("data/memberships.json", "\"moments\": [\n  \"2009\"", "\"moments\": [\n  \"2019\"", "sort them"),
        ("data/memberships.json", "\"status\": \"partner\"", "\"status\": \"friend\"", "unknown variant `friend`"),
        ("data/organisations.json", "\"id\": \"SCO\"", "\"id\": \"ECO\"", "stands twice"),
        ("data/organisations.json", "\"fact\": \"sco-csto\"", "\"fact\": \"sco\"", "unknown fact `sco`"),
        ("en/organisations.json", "\"SCO\":", "\"SOC\":", "add them to en/organisations.json"),
    ]);
}

#[test]
fn only_the_alliance_itself_has_all_six_members() {
    let content = load(&real(), "en", &FIGURES).expect("loads");
    let memberships = content.memberships.as_ref().expect("there are memberships");
    let is_member = |standing| matches!(standing, Standing::Is(Status::Member | Status::Frozen));
    for moment in &memberships.moments {
        let has_all = |club: &&String| content.members.iter().all(|m| is_member(memberships.standing(&m.iso3, club, moment)));
        let whole: Vec<&String> = memberships.clubs.iter().filter(has_all).collect();
        assert_eq!(whole, ["CSTO"], "{moment}");
    }
    assert_eq!(memberships.standing("TJK", "OTS", "2022-01"), Standing::None);
    assert_eq!(memberships.standing("BLR", "SCO", "2022-01"), Standing::Is(Status::Observer));
}

/// Breaks each file as the row says and expects a message that holds the last text and a remedy.
fn refused(cases: &[(&str, &str, &str, &str)]) {
    for &(file, from, to, said) in cases {
        let mut files = fixture();
        let text = files.get(file).expect(file);
        assert!(text.contains(from), "{file} no longer holds {from}");
        let broken = text.replacen(from, to, 1);
        files.insert(file.to_owned(), broken);
        let found = diagnostics(&files);
        assert!(found.iter().any(|d| d.to_string().contains(said) && !d.help.is_empty()), "{file}, {to}: {found:?}");
    }
}

#[test]
fn a_broken_ledger_is_refused_with_place_and_remedy() {
    let cases = [
        ("data/ledger.json", "\"answer\": \"mission\"", "\"answer\": \"soldiers\"", "is `soldiers` in 2 rows"),
        ("data/ledger.json", "\"answer\": \"mission\"", "\"answer\": \"soldiers\"", "if, and only if, none came"),
        ("data/ledger.json", "\"answer\": \"mission\"", "\"answer\": \"army\"", "unknown variant `army`"),
        ("data/ledger.json", "\"answer\": \"consultations\"", "\"answer\": \"nothing\"", "if, and only if, somebody was asked"),
        (
            "data/ledger.json",
            "\"sought\": {\n   \"answer\": \"nothing\"",
            "\"sought\": {\n   \"answer\": \"help\"",
            "if, and only if, somebody was asked",
        ),
        ("data/ledger.json", "\"reason\": \"incident\"", "\"reason\": \"not-found\"", "must name who gave the reason `not-found`"),
        ("data/ledger.json", "\"by\": \"inquiry\"", "\"by\": \"not-found\"", "must name a fact for the count by `not-found`"),
        ("data/ledger.json", "\"fact\": \"kg-2010-dead-kic\"", "\"fact\": \"kgtj-2021-dead-kg\"", "which its words do not cite"),
        (
            "data/ledger.json",
            "\"fact\": \"kg-2010-dead-kic\"",
            "\"fact\": \"kg-2010-dead\"",
            "dead: rests on the unknown fact `kg-2010-dead`",
        ),
        ("data/ledger.json", "\"kg-2010-csto-answer\"", "\"kg-2010-answer\"", "came: rests on the unknown fact `kg-2010-answer`"),
        (
            "data/ledger.json",
            "\"russia\": {\n   \"answer\": \"yes\"",
            "\"russia\": {\n   \"answer\": \"disputed\"",
            "kyrgyzstan-2010.russia: is called disputed on one fact",
        ),
        ("data/ledger.json", "\"KGZ\"", "\"KGS\"", "unknown state `KGS`"),
        ("data/ledger.json", "\"KGZ\"", "\"RUS\"", "if, and only if, it was not itself struck"),
        ("data/ledger.json", "\"stayed-home\"", "\"stayed-away\"", "unknown scene `stayed-away`"),
        ("data/ledger.json", "2010-06-12", "2010-06-31", "no calendar has"),
        ("data/ledger.json", "2010-06-12", "2021-06-12", "earlier than the entry before"),
        ("data/ledger.json", "\"kyrgyzstan-2010\"", "\"armenia-2021\"", "stands twice"),
        ("data/ledger.json", "\"disputed\"", "\"denied\"", "unknown variant `denied`"),
        ("en/ledger.json", "\"armenia-2021\"", "\"armenia-2020\"", "armenia-2021: has no words"),
        ("en/ledger.json", "[[kg-2010-dead-kic]]", "[[kg-2010-dead-kik]]", "unknown fact `kg-2010-dead-kik`"),
        ("en/ledger.json", "\"exercises near the border\"", "\"\"", "tajikistan-2021.mark: is empty"),
    ];
    refused(&cases);
}

#[test]
fn broken_days_and_expectations_are_refused_with_place_and_remedy() {
    let cases = [
        ("data/days.json", "2022-01-03", "2022-01-33", "no calendar has"),
        ("data/days.json", "2022-01-03", "2022-01-23", "earlier than the entry before"),
        ("data/days.json", "\"violence\"", "\"riot\"", "unknown variant `riot`"),
        ("en/days.json", "\"asked\"", "\"asks\"", "asks: has words but no entry"),
        ("en/days.json", "[[jan-0103-spread:cite]]", "", "cites no fact"),
        ("data/expectations.json", "\"untested\"", "\"unknown\"", "unknown variant `unknown`"),
        ("data/expectations.json", "\"since-no-new-case\"", "\"since-new-case\"", "unknown fact `since-new-case`"),
        ("data/expectations.json", "\"since-no-new-case\"", "\"since-2022-09-dead-az\"", "do not cite"),
        ("en/expectations.json", "[[since-no-new-case:cite]]", "[[since-no-case:cite]]", "unknown fact `since-no-case`"),
    ];
    refused(&cases);
}

#[test]
fn broken_maps_are_refused_with_place_and_remedy() {
    let cases = [
        ("data/map.json", "\"appeal\": \"karabakh-2020\"", "\"appeal\": \"karabakh-2021\"", "no row of the ledger"),
        ("data/map.json", "\"appeal\": \"armenia-2022\"", "\"appeal\": \"armenia-2021\"", "must have one place"),
        ("data/map.json", "\"at\": [7691, 4325]", "\"at\": [7691, 43250]", "off the globe"),
        ("data/map.json", "\"at\": [7691, 4325]", "\"at\": [-7691, 4325]", "lies outside the map"),
        ("data/map.json", "\"place\": \"panj\"", "\"place\": \"khorugh\"", "add `place_khorugh`"),
        ("data/map.json", "[\"RUS\",", "[\"\",", "stands twice"),
        ("data/map.json", "\"disputed\"", "\"contested\"", "unknown field `contested`"),
    ];
    refused(&cases);
}

#[test]
fn land_of_three_points_is_accepted() {
    let mut files = fixture();
    let (from, to) = ("[1232,5612,-134,-40,88,-95,71,91]", "[1232,5612,-134,-40,88,-95]");
    let map = files.get("data/map.json").expect("a map");
    assert!(map.contains(from), "data/map.json no longer holds {from}");
    let edited = map.replacen(from, to, 1);
    files.insert("data/map.json".to_owned(), edited);
    assert_eq!(messages(&files), Vec::<String>::new());
}

/// Every mention of a fact in that file would dangle, too.
#[test]
fn a_slip_of_syntax_is_reported_alone() {
    let mut files = fixture();
    let file = "data/facts/crises.json";
    let broken = files.get(file).expect(file).replacen("\"number\": 36,", "\"number\" 36,", 1);
    files.insert(file.to_owned(), broken);
    let found = messages(&files);
    assert!(found.len() == 1 && found[0].starts_with(file), "{found:?}");
}

#[test]
fn a_missing_file_is_named() {
    for file in fixture().keys() {
        let mut files = fixture();
        files.remove(file);
        assert!(messages(&files).iter().any(|m| m.starts_with(file.as_str())), "{file}");
    }
}

/// What is wrong with the fixture after `from` became `to` in `file`.
fn after(file: &str, from: &str, to: &str) -> Vec<Diagnostic> {
    let mut files = fixture();
    let text = files.get(file).expect(file);
    assert!(text.contains(from), "{file} no longer holds {from}");
    let changed = text.replacen(from, to, 1);
    files.insert(file.to_owned(), changed);
    diagnostics(&files)
}

/// A date that was announced to be right and is then refused, or makes a file that nobody can read, is worse than no help.
#[test]
fn each_form_of_a_date_that_help_names_is_accepted() {
    // The field as it is with its date, and a whole day that is right there.
    for (file, field, day) in [
        ("data/config.json", "\"data_date\": \"2026-06\"", "2026-06-15"),
        ("data/config.json", "\"edition_date\": \"2026-11-30\"", "2026-11-30"),
        ("data/facts/crises.json", "\"as_of\": \"2021-05-06\"", "2021-05-06"),
        ("data/facts/crises.json", "\"date\": \"2010-06-15\"", "2010-06-15"),
        ("data/sources/context.json", "\"date\": \"2022-02\"", "2022-02-28"),
        ("data/days.json", "\"date\": \"2022-01-03\"", "2022-01-03"),
        ("data/ledger.json", "\"date\": \"2010-06-12\"", "2010-06-12"),
        ("data/corrections.json", "\"since\": \"2026-11-29\"", "2026-11-29"),
        ("data/memberships.json", "\"from\": \"2002-10-07\"", "2002-10-07"),
        ("data/memberships.json", "\"seen\": \"2022\"", "2022-01-06"),
        ("data/memberships.json", "[\n  \"2009\"", "2009-06-14"),
    ] {
        let (before, _) = field.trim_end_matches('"').rsplit_once('"').expect("a date");
        let with = |date: &str| after(file, field, &format!("{before}\"{date}\""));
        let help: Vec<String> = with("soon").into_iter().map(|fault| fault.help).filter(|help| help.contains("yyyy")).collect();
        let help = help.first().expect(field);
        let forms: Vec<&str> = help.split([' ', ',']).filter(|word| word.starts_with("yyyy")).collect();
        assert!(!forms.is_empty(), "{field}: {help}");
        for form in forms {
            let date = day.get(..form.len()).expect(form);
            assert_eq!(with(date), [], "{field}: {form}");
        }
    }
}

/// The same for references, quotation marks and marks in prose.
#[test]
fn each_form_of_a_reference_that_help_names_is_accepted() {
    const TEXT: (&str, &str) = ("en/pages/sources.md", "This page retells its argument");
    let with = |words: &str| after(TEXT.0, TEXT.1, &format!("{words} {}", TEXT.1));
    // What is written, and what stands for a name in the help.
    for wrong in ["[[art1-reading]]", "[[pop-arm:day]]", "[[pop-arm:words]]"] {
        let faults = with(wrong);
        let form = faults.iter().find_map(|fault| fault.help.split('`').nth(1)).expect(wrong);
        assert_eq!(with(form), [], "{wrong}: {form}");
    }
    let faults = with("[[pop-arm:bear]]");
    let help = faults.iter().find_map(|fault| fault.help.strip_prefix("use ")).expect("the forms");
    let forms: Vec<&str> = help.split([' ', ',']).filter(|word| !word.is_empty() && *word != "or").collect();
    assert_eq!(forms.len(), 5, "{forms:?}");
    for form in forms {
        let facts = ["pop-arm", "kg-2010-otunbayeva-withdraws", "council-seats"];
        assert!(facts.iter().any(|fact| with(&format!("[[{fact}:{form}]]")).is_empty()), "{form}");
    }
    for right in ["It’s", "“said”", "“said ‘so’ there”", "{{coup-proofing}}", "{{coup-proofing|words}}"] {
        assert_eq!(with(right), [], "{right}");
    }
}
