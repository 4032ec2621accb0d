//! Checks that the words of figures and titles hold numbers only as placeholders, so that none of them outlives its data.
//!
//! What counts as a number:
//! - digits, alone or with letters: “2,500”, “14th”, “3D”;
//! - the words from “two” to “thousand”, “million” and “billion”, with “zero”, “dozen” and “twice”, also in “four-day”;
//! - “half”, and “third”, “quarter”, “fifth” and the like after “a”, “one” or a number, or in the plural.
//!
//! What does not:
//! - “one”, “once”, “both”, “none” and “all”: they are as often no numbers; “one in five” is found by its five;
//! - “first”, “third parties” and other words of order without digits;
//! - dates (see [`dates`]), so a count of soldiers has its comma: “2,000”, never “2000”;
//! - the numbers of articles after “article” and “articles”;
//! - what stands between “ and ”, because it is quoted;
//! - names and the like that `numbers_allowed.rs` lists with a reason, some of them in one place only.

use std::{collections::BTreeSet, ops::Range};

use super::numbers_allowed::ALLOWED;
use crate::content::{
    Content, dates,
    error::Diagnostic,
    texts::{self, Text},
};

/// Where the exceptions stand.
const LIST: &str = "src/content/checks/numbers_allowed.rs";

/// Files, below the folder of the language, and the beginning of the places in them where the check holds.
const WITHIN: [(&str, &str); 11] = [
    ("figures.json", ""),
    ("labels.json", "page."),
    ("ledger.json", ""),
    ("cases.json", ""),
    ("days.json", ""),
    ("comparison.json", ""),
    ("articles.json", ""),
    ("organisations.json", ""),
    ("expectations.json", ""),
    ("glossary.json", ""),
    ("members.json", ""),
];

/// Adds the faults found, and one for each exception that nothing needs.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let months = content.labels.as_ref().map_or(&[][..], |labels| &labels.months);
    let mut used = BTreeSet::new();
    for text in content.texts.iter().filter(|text| is_within(text)) {
        let at = [&text.file, ": ", &text.place].concat();
        let mut words = texts::bare(&text.words);
        for (n, (_, allowed, _)) in ALLOWED.iter().enumerate().filter(|(_, (place, ..))| place.is_empty() || *place == at) {
            if words.contains(allowed) {
                used.insert(n);
                words = words.replace(allowed, "·");
            }
        }
        for number in numbers(&words, months) {
            let problem = (
                format!("has the number “{number}” typed in"),
                format!("write a placeholder that the data fill, or add the words with a reason to {LIST}"),
            );
            faults.push(Diagnostic::new(&text.file, &text.place, problem));
        }
    }
    for (_, (_, words, _)) in ALLOWED.iter().enumerate().filter(|(n, _)| !used.contains(n)) {
        faults.push(Diagnostic::new(LIST, *words, ("is allowed, but no text needs it", "remove it from the list")));
    }
}

/// Chapters and scenes have headings and standfirsts; of the other files the list says it.
fn is_within(text: &Text) -> bool {
    let name = text.file.split_once('/').map_or(text.file.as_str(), |(_, name)| name);
    let in_step = [", heading", ", stage title"].iter().any(|end| text.place.ends_with(end));
    let is_head = name.ends_with(".md") && (in_step || matches!(text.place.as_str(), "title" | "short" | "standfirst"));
    is_head || WITHIN.iter().any(|(file, place)| *file == name && text.place.starts_with(place))
}

/// The numbers in `text`, as they are written.
fn numbers<'a>(text: &'a str, months: &[String]) -> Vec<&'a str> {
    let (words, dates, quoted) = (dates::words(text), dates::written(text, months), quoted(text));
    let in_any = |at: &Range<usize>| dates.iter().any(|date| overlaps(&date.at, at)) || quoted.iter().any(|range| overlaps(range, at));
    let mut found = Vec::new();
    for (n, at) in words.iter().enumerate().filter(|(_, at)| !in_any(at)) {
        let before = |back: usize| n.checked_sub(back).map_or("", |b| &text[words[b].clone()]);
        let word = &text[at.clone()];
        let is_number = match word {
            _ if word.contains(|c: char| c.is_ascii_digit()) => !is_article(&[before(1), before(2), before(3)]),
            _ => is_count(word) || is_fraction(word, before(1)),
        };
        if is_number {
            found.push(word);
        }
    }
    found
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// What stands between “ and ”.
fn quoted(text: &str) -> Vec<Range<usize>> {
    text.match_indices('“').map(|(from, _)| from..text[from..].find('”').map_or(text.len(), |to| from + to)).collect()
}

/// Whether the words before a number, the nearest first, name it as an article’s: “article 4”, “articles 2 and 4”.
fn is_article(before: &[&str; 3]) -> bool {
    let names = |word: &str| matches!(word.to_lowercase().as_str(), "article" | "articles");
    names(before[0]) || (before[0] == "and" && before[1].parse::<u8>().is_ok() && names(before[2]))
}

/// “two” to “thousand” and beyond, and words that hold a count.
fn is_count(word: &str) -> bool {
    const COUNTS: [&str; 38] = [
        "zero",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "dozen",
        "dozens",
        "twice",
    ];
    COUNTS.contains(&word.to_lowercase().as_str())
}

/// “half”, “a third”, “two thirds”, “quarters”.
fn is_fraction(word: &str, before: &str) -> bool {
    const PARTS: [&str; 8] = ["third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let (word, before) = (word.to_lowercase(), before.to_lowercase());
    match word.as_str() {
        "half" | "halves" => true,
        word if PARTS.contains(&word) => matches!(before.as_str(), "a" | "one") || is_count(&before),
        word => word.strip_suffix('s').is_some_and(|part| PARTS.contains(&part)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        numbers(text, &["January".to_owned(), "May".to_owned()])
    }

    #[test]
    fn typed_numbers_are_found() {
        for (text, said) in [
            ("Only one in ten of these", vec!["ten"]),
            ("2,500 soldiers and 74 %", vec!["2", "500", "74"]),
            ("the 14th day of a four-day war", vec!["14th", "four"]),
            ("Half of them, two thirds, a third, three quarters", vec!["Half", "two", "thirds", "third", "three", "quarters"]),
            ("Two hundred, twice, a dozen", vec!["Two", "hundred", "twice", "dozen"]),
            ("2000, in 2000 soldiers of 12000", vec!["12000"]),
        ] {
            assert_eq!(found(text), said, "{text}");
        }
    }

    #[test]
    fn dates_articles_quotations_and_words_of_order_are_free() {
        for text in [
            "One of these came once; both or none",
            "On 6 and 7 January 2022, in May 2021, since 2012",
            "By article 4 and articles 2 and 4, as Article 51 has it",
            "It said “two of the four” and third parties; the first refusal, the third case",
            "In the last quarter, halfway",
            "",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_fault_names_file_place_and_remedy() {
        let text = |file: &str, place: &str, words: &str| Text { file: file.into(), place: place.into(), words: words.into() };
        let texts = [
            text("en/figures.json", "x.title", "{count} of two"),
            text("en/x.md", "title", "Five things"),
            text("en/x.md", "block 1", "Five things"),
            text("en/labels.json", "small_numbers[6]", "six"),
        ];
        let mut faults = Vec::new();
        super::faults(&Content { texts: texts.into(), ..Content::default() }, &mut faults);
        let said: Vec<String> = faults.iter().map(ToString::to_string).filter(|said| said.starts_with("en/")).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("en/figures.json: x.title: has the number “two” typed in; write a placeholder"), "{said:?}");
        assert!(said[1].starts_with("en/x.md: title: has the number “Five”"), "{said:?}");
        // Of what is allowed, none is needed by these texts.
        assert_eq!(faults.len() - said.len(), ALLOWED.len());
    }
}
