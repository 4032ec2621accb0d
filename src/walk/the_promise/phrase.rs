//! A phrase of a treaty as it stands on the page: words that are lit, struck or new.

use leptos::prelude::*;

use crate::content::{
    Content,
    error::Diagnostic,
    wording::{self, Piece},
};

/// What stands where words were left out.
pub(super) const GAP: &str = "[…]";

/// The words that the label `key` lights, which are parted by bars.
pub(super) fn lit<'a>(content: &'a Content, key: &'a str) -> Vec<&'a str> {
    content.label(key).split(" | ").collect()
}

/// How a run of words stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Run {
    /// Plain.
    Plain(String),
    /// Underlined, because it is what the card speaks of.
    Lit(String),
    /// Struck, because it no longer stands there.
    Struck(String),
    /// Marked, because it came in.
    New(String),
}

/// The runs of `phrase` as it was signed, with the words `lit` and those that were struck later lit.
///
/// # Errors
/// As [`wording::pieces`].
pub(super) fn signed(phrase: &str, lit: &[&str]) -> Result<Vec<Run>, Diagnostic> {
    let mut runs = Vec::new();
    for piece in wording::pieces(phrase)? {
        match piece {
            Piece::Kept(words) => runs.extend(lighten(&words, lit)),
            Piece::Removed(words) | Piece::Added(words) => runs.push(Run::Lit(words)),
        }
    }
    Ok(runs)
}

/// The runs of `phrase` as it stands since, with what was struck from `before` in front of what first came in.
///
/// # Errors
/// As [`wording::pieces`].
pub(super) fn amended(before: &str, phrase: &str) -> Result<Vec<Run>, Diagnostic> {
    let struck = wording::pieces(before)?.into_iter().filter_map(|piece| match piece {
        Piece::Removed(words) => Some(Run::Struck(words)),
        Piece::Kept(_) | Piece::Added(_) => None,
    });
    let mut struck: Vec<_> = struck.collect();
    let mut runs = Vec::new();
    for piece in wording::pieces(phrase)? {
        match piece {
            Piece::Kept(words) | Piece::Removed(words) => runs.push(Run::Plain(words)),
            Piece::Added(words) => {
                for words in struck.drain(..) {
                    runs.extend([words, Run::Plain(" ".to_owned())]);
                }
                runs.push(Run::New(words));
            }
        }
    }
    runs.extend(struck);
    Ok(runs)
}

/// `text` with each of the words `lit` that stand in it lit once.
pub(super) fn lighten(text: &str, lit: &[&str]) -> Vec<Run> {
    let first = lit.iter().filter(|words| !words.is_empty()).filter_map(|words| text.find(words).map(|at| (at, *words))).min();
    let Some((at, words)) = first else { return if text.is_empty() { vec![] } else { vec![Run::Plain(text.to_owned())] } };
    let (before, rest) = text.split_at(at);
    let others: Vec<_> = lit.iter().copied().filter(|other| *other != words).collect();
    let mut runs = if before.is_empty() { vec![] } else { vec![Run::Plain(before.to_owned())] };
    runs.push(Run::Lit(words.to_owned()));
    runs.extend(lighten(rest.get(words.len()..).unwrap_or_default(), &others));
    runs
}

/// That each of the words `lit` is lit in one of the `phrases`.
///
/// # Errors
/// Names the words that stand in none of them, and the label `key` that lights them.
pub(super) fn all_lit(key: &str, lit: &[&str], phrases: &[Vec<Run>]) -> Result<(), Diagnostic> {
    let is_lit = |words: &&&str| phrases.iter().flatten().any(|run| matches!(run, Run::Lit(lit) if lit == *words));
    match lit.iter().find(|words| !is_lit(words)) {
        Some(words) => Err(Diagnostic::unplaced(
            format!("lights “{words}”, which the phrases do not have"),
            format!("correct `{key}` in en/labels.json"),
        )),
        None => Ok(()),
    }
}

/// The runs on the page.
pub(super) fn view(runs: Vec<Run>) -> Vec<AnyView> {
    let run = |run| match run {
        Run::Plain(words) => words.into_any(),
        Run::Lit(words) => view! { <em>{words}</em> }.into_any(),
        Run::Struck(words) => view! { <del>{words}</del> }.into_any(),
        Run::New(words) => view! { <ins>{words}</ins> }.into_any(),
    };
    runs.into_iter().map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> Run {
        Run::Plain(words.into())
    }

    #[test]
    fn words_are_lit_where_they_stand_and_nothing_is_lost() {
        let lit = |words: &str| Run::Lit(words.into());
        assert_eq!(lighten("help, including military", &["including military"]), [plain("help, "), lit("including military")]);
        assert_eq!(lighten("a b c", &["c", "a"]), [lit("a"), plain(" b "), lit("c")]);
        assert_eq!(lighten("a b", &["d"]), [plain("a b")]);
        assert_eq!(
            signed("subject to aggression ~~by any state~~", &["aggression"]),
            Ok(vec![plain("subject to "), lit("aggression"), plain(" "), lit("by any state")])
        );
    }

    #[test]
    fn struck_words_stand_in_front_of_what_came_in() {
        assert_eq!(
            amended("aggression ~~by any state~~", "aggression ++(an armed attack)++ too"),
            Ok(vec![
                plain("aggression "),
                Run::Struck("by any state".into()),
                plain(" "),
                Run::New("(an armed attack)".into()),
                plain(" too")
            ])
        );
        assert_eq!(amended("a ~~b~~", "a"), Ok(vec![plain("a"), Run::Struck("b".into())]));
    }

    #[test]
    fn words_that_stand_nowhere_are_refused() {
        let phrases = [lighten("a b", &["a"])];
        assert_eq!(all_lit("key", &["a"], &phrases), Ok(()));
        assert!(all_lit("key", &["a", "c"], &phrases).is_err_and(|fault| fault.problem.contains("“c”") && fault.help.contains("`key`")));
    }
}
