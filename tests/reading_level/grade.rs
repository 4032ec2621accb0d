//! The Flesch–Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975).

use std::{collections::BTreeSet, fmt, iter::Sum, ops::AddAssign};

use csto_explainer::content::Content;

use crate::syllables;

/// How many syllables a name counts. A writer cannot choose a shorter one, so long names would hide whether the prose around
/// them is plain.
const OF_NAME: usize = 2;

/// What was counted in a text.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Counts {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Counts {
    /// Of one sentence.
    pub(crate) fn of_sentence(text: &str, names: &Names) -> Self {
        let words: Vec<&str> = words(text).collect();
        Self { sentences: 1, words: words.len(), syllables: words.iter().map(|word| of_word(word, names)).sum() }
    }

    /// The grade, in years at school.
    #[allow(clippy::cast_precision_loss, reason = "counts of a few thousand")]
    pub(crate) fn grade(self) -> f64 {
        let [sentences, words, syllables] = [self.sentences, self.words, self.syllables].map(|n| n as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }

    /// How much a sentence raises the grade of its text: its own, by its length.
    #[allow(clippy::cast_precision_loss, reason = "counts of a few dozen")]
    pub(crate) fn weight(self) -> f64 {
        self.grade() * self.words as f64
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, counts| {
            sum += counts;
            sum
        })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} sentences, {} words, {} syllables", self.sentences, self.words, self.syllables)
    }
}

/// The sentences of a paragraph.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some(end) = end_of_sentence(rest) {
        let (sentence, after) = rest.split_at(end);
        found.push(sentence.trim());
        rest = after.trim_start();
    }
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// Where the first sentence ends: after a full stop, question or exclamation mark, and the quotation mark that may follow it,
/// before a space.
fn end_of_sentence(text: &str) -> Option<usize> {
    text.char_indices().find_map(|(at, c)| {
        let after = text[at + c.len_utf8()..].trim_start_matches(['”', ')']);
        (matches!(c, '.' | '?' | '!') && after.starts_with(char::is_whitespace)).then(|| text.len() - after.len())
    })
}

/// The words of a text, without the marks around them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty())
}

fn of_word(word: &str, names: &Names) -> usize {
    word.split('-').map(|part| if names.contains(part) { OF_NAME } else { syllables::of(part) }).sum()
}

/// The names of a text.
#[derive(Debug)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// Words that have a capital letter where no sentence begins, and the names of the members, which may only begin one.
    /// Months are no names here: a writer can choose to leave them out.
    pub(crate) fn of<'a>(content: &Content, paragraphs: impl Iterator<Item = &'a String>) -> Self {
        let mut names: BTreeSet<String> =
            content.member_names.values().flat_map(|name| [&name.name, &name.adjective]).map(|name| stem(name).to_owned()).collect();
        for sentence in paragraphs.flat_map(|text| sentences(text)) {
            // What is quoted may begin a sentence of its own.
            let inside = words_and_places(sentence).filter(|(_, before)| !before.is_empty() && !before.ends_with('“'));
            names.extend(
                inside
                    .flat_map(|(word, _)| word.split('-'))
                    .filter(|part| part.starts_with(char::is_uppercase))
                    .map(|part| stem(part).to_owned()),
            );
        }
        if let Some(labels) = &content.labels {
            names.retain(|name| !labels.months.contains(name));
        }
        names.remove("I");
        Self(names)
    }

    fn contains(&self, word: &str) -> bool {
        self.0.contains(stem(word))
    }
}

/// The words of a sentence, each with what stands before it.
fn words_and_places(sentence: &str) -> impl Iterator<Item = (&str, &str)> {
    words(sentence).map(move |word| {
        let at = word.as_ptr() as usize - sentence.as_ptr() as usize;
        (word, sentence[..at].trim())
    })
}

/// A word without the ending of its genitive.
fn stem(word: &str) -> &str {
    word.trim_end_matches("’s").trim_end_matches('’')
}
