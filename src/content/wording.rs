//! A quoted phrase with its changed words marked: `~~no longer there~~` and `++came in++`.

use super::error::Problem;

/// A run of words of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Stands in both wordings.
    Kept(String),
    /// Stands in the old wording only.
    Removed(String),
    /// Stands in the new wording only.
    Added(String),
}

/// The pieces of `phrase` in order.
///
/// # Errors
/// Says which mark is not closed, or closes nothing.
pub(crate) fn pieces(phrase: &str) -> Result<Vec<Piece>, Problem> {
    let mut out = Vec::new();
    let mut rest = phrase;
    while let Some(at) = ["~~", "++"].into_iter().filter_map(|mark| rest.find(mark)).min() {
        let (kept, marked) = rest.split_at(at);
        let (mark, marked) = marked.split_at(2);
        let (words, after) =
            marked.split_once(mark).ok_or_else(|| (format!("has `{mark}` without its second `{mark}`"), "close the mark"))?;
        if words.is_empty() {
            return Err((format!("marks nothing with `{mark}{mark}`"), "put the changed words between the marks").into());
        }
        if !kept.is_empty() {
            out.push(Piece::Kept(kept.to_owned()));
        }
        out.push(if mark == "~~" { Piece::Removed(words.to_owned()) } else { Piece::Added(words.to_owned()) });
        rest = after;
    }
    if !rest.is_empty() {
        out.push(Piece::Kept(rest.to_owned()));
    }
    Ok(out)
}

/// `phrase` without its marks.
///
/// # Errors
/// As `pieces`.
pub fn plain(phrase: &str) -> Result<String, Problem> {
    let words = pieces(phrase)?.into_iter().map(|piece| match piece {
        Piece::Kept(words) | Piece::Removed(words) | Piece::Added(words) => words,
    });
    Ok(words.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_split_a_phrase_and_lose_nothing() {
        assert_eq!(
            pieces("aggression ~~by any state~~, at ++the request++"),
            Ok(vec![
                Piece::Kept("aggression ".into()),
                Piece::Removed("by any state".into()),
                Piece::Kept(", at ".into()),
                Piece::Added("the request".into()),
            ])
        );
        assert_eq!(plain("by ~~any~~ ++one++"), Ok("by any one".into()));
        assert_eq!(pieces("plain"), Ok(vec![Piece::Kept("plain".into())]));
        assert_eq!(pieces("++all++"), Ok(vec![Piece::Added("all".into())]));
    }

    #[test]
    fn open_and_empty_marks_are_refused() {
        for bad in ["a ~~b", "a ++b~~", "a ++++ b", "~~"] {
            assert!(pieces(bad).is_err(), "{bad}");
        }
    }
}
