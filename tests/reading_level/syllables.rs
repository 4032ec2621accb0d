//! How many syllables an English word has, as an estimate by its letters.
//!
//! No crate does this with care: those on the registry are unmaintained, or hyphenate, which finds fewer. Of the 635 words of the
//! walk that the CMU Pronouncing Dictionary knows, this has its count, or one of its counts, for all but “Russia” and “Soviet”,
//! which are names.

/// Words that the rules get wrong.
const IRREGULAR: [(&str, usize); 9] = [
    ("beyond", 2),
    ("february", 4),
    ("january", 4),
    ("kilometre", 4),
    ("kilometres", 4),
    ("parliament", 3),
    ("peacekeepers", 3),
    ("peacekeeping", 3),
    ("sometimes", 2),
];

/// Pairs of vowels that are spoken apart, and how what follows them begins where they are not.
const APART: [(&str, &[&str]); 4] = [("iu", &[]), ("io", &["n", "us"]), ("eo", &["us", "p"]), ("ua", &["r", "nt", "ge"])];

/// Consonants that i and a soften, and are one vowel after, if one of [`AFTER_SOFTENED`] follows: "Russian", but "alliance".
const SOFTENED: [char; 4] = ['c', 'g', 's', 't'];
const AFTER_SOFTENED: [char; 2] = ['l', 'n'];

/// Endings in which a vowel is spoken apart though a pair of [`APART`] does not say so.
const ENDINGS_APART: [&str; 7] = ["aing", "eing", "iing", "oing", "uing", "ying", "ism"];

/// Endings before which an e after a consonant is silent.
const AFTER_SILENT: [&str; 6] = ["ly", "less", "ment", "ments", "ful", "ness"];

/// The syllables of `word`, which is at least one; a figure counts as one, as in the usual programs.
pub(crate) fn of(word: &str) -> usize {
    let word = word.to_lowercase();
    let (stem, of_genitive) = match word.strip_suffix("’s") {
        // One hears the genitive after such a sound alone.
        Some(stem) => (stem, usize::from(["ce", "se", "ge", "ch", "sh", "s", "x", "z"].iter().any(|end| stem.ends_with(end)))),
        None => (&*word, 0),
    };
    of_stem(stem) + of_genitive
}

fn of_stem(word: &str) -> usize {
    if let Some((_, known)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == word) {
        return *known;
    }
    let groups = word.split(|c| !is_vowel(c)).filter(|group| !group.is_empty()).count();
    (groups + apart(word)).saturating_sub(silent(word)).max(1)
}

fn is_vowel(c: char) -> bool {
    "aeiouy".contains(c)
}

/// How many vowels stand in a group with another but are spoken apart from it.
fn apart(word: &str) -> usize {
    let pairs: usize = APART
        .iter()
        .flat_map(|(pair, together)| word.match_indices(pair).map(move |(at, _)| (&word[at + pair.len()..], together)))
        .filter(|(after, together)| !together.iter().any(|start| after.starts_with(start)))
        .count();
    let is_apart = |at: usize| !(word[..at].ends_with(SOFTENED) && word[at + 2..].starts_with(AFTER_SOFTENED));
    let pairs = pairs + word.match_indices("ia").filter(|(at, _)| is_apart(*at)).count();
    pairs + usize::from(ENDINGS_APART.iter().any(|end| word.ends_with(end)))
}

/// How many of its e are silent.
fn silent(word: &str) -> usize {
    // The e is heard after these, and after the l of a syllable without another vowel, as in "article".
    let is_silent = |before: &str, heard: &[&str]| {
        let mut letters = before.chars().rev();
        let (last, one_before) = (letters.next(), letters.next());
        let is_of_le = last == Some('l') && one_before.is_some_and(|c| !is_vowel(c) && c != 'l' && c != 'r');
        last.is_some_and(|c| !is_vowel(c)) && !is_of_le && !heard.iter().any(|end| before.ends_with(end))
    };
    let at_end = if let Some(before) = word.strip_suffix('e') {
        is_silent(before, &[])
    } else if let Some(before) = word.strip_suffix("ed") {
        is_silent(before, &["t", "d"])
    } else if let Some(before) = word.strip_suffix("es") {
        is_silent(before, &["s", "c", "x", "z", "g", "ch", "sh"])
    } else {
        false
    };
    let inside = AFTER_SILENT.iter().any(|end| {
        let before = word.strip_suffix(end).and_then(|stem| stem.strip_suffix('e'));
        before.is_some_and(|stem| is_silent(stem, &[]) && stem.contains(is_vowel))
    });
    usize::from(at_end) + usize::from(inside)
}

#[test]
fn words_have_the_syllables_of_the_cmu_dictionary() {
    for (words, count) in [
        ("the each came troops asked moved called helped", 1),
        ("treaty russian social member soldiers wanted table", 2),
        ("alliance pianist article aggression violent possible appealing agreement government", 3),
        ("january military territory", 4),
        ("disproportionate", 5),
        ("organization", 5),
    ] {
        for word in words.split(' ') {
            assert_eq!(of(word), count, "{word}");
        }
    }
    assert_eq!((of("alliance’s"), of("treaty’s"), of("2,500")), (4, 2, 1));
}
