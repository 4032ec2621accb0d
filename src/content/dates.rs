//! Dates as prose writes them: “6 January 2022”, “6 and 7 January”, “January 2022”, “2022”.

use std::ops::Range;

/// A date found in prose, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Where it stands, in bytes; with the days before it in “6 and 7 January” and “10–15 January”.
    pub at: Range<usize>,
    /// Absent in “6 January”.
    pub year: Option<u16>,
    /// 1 to 12; absent in “2022”.
    pub month: Option<u8>,
    /// 1 to 31, the last of several; absent in “January 2022”.
    pub day: Option<u8>,
}

/// The dates in `text`, in order; `months` are the twelve names. A month’s name alone is none, because some are words.
pub(crate) fn written(text: &str, months: &[String]) -> Vec<Written> {
    let words = words(text);
    let mut found: Vec<Written> = Vec::new();
    let mut next = 0;
    for (n, at) in words.iter().enumerate() {
        if n < next {
            continue;
        }
        if let Some(month) = months.iter().position(|name| *name == text[at.clone()]) {
            let day = n
                .checked_sub(1)
                .filter(|&d| d >= next && gap(text, &words, d) == " ")
                .and_then(|d| Some((d, day(&text[words[d].clone()])?)));
            let year = words.get(n + 1).filter(|_| gap(text, &words, n) == " ").and_then(|w| year(&text[w.clone()]));
            if day.is_none() && year.is_none() {
                continue;
            }
            let first = day.map_or(n, |(d, _)| first_of_several(text, &words, d).max(next));
            next = if year.is_some() { n + 2 } else { n + 1 };
            found.push(Written {
                at: words[first].start..words[next - 1].end,
                year,
                month: u8::try_from(month + 1).ok(),
                day: day.map(|(_, day)| day),
            });
        } else if let Some(year) = year(&text[at.clone()]).filter(|_| stands_alone(text, at)) {
            next = n + 1;
            found.push(Written { at: at.clone(), year: Some(year), month: None, day: None });
        }
    }
    found
}

/// The runs of letters and digits in `text`.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => words.push(at..end),
        }
    }
    words
}

/// What stands between the word `n` and the next.
fn gap<'a>(text: &'a str, words: &[Range<usize>], n: usize) -> &'a str {
    words.get(n).zip(words.get(n + 1)).map_or("", |(word, next)| &text[word.end..next.start])
}

/// The first day of “6 and 7 January” or “10–15 January”, where `n` is the last.
fn first_of_several(text: &str, words: &[Range<usize>], n: usize) -> usize {
    let is_day = |n: usize| day(&text[words[n].clone()]).is_some();
    match (n.checked_sub(1), n.checked_sub(2)) {
        (Some(before), _) if gap(text, words, before) == "–" && is_day(before) => before,
        (Some(joint), Some(before)) if ["and", "or", "to"].contains(&&text[words[joint].clone()]) && is_day(before) => before,
        _ => n,
    }
}

/// Whether the digits at `at` are no part of a number such as “2,000” or “20.22”.
fn stands_alone(text: &str, at: &Range<usize>) -> bool {
    let is_number = |rest: &mut dyn Iterator<Item = char>| {
        rest.next().is_some_and(|c| matches!(c, ',' | '.')) && rest.next().is_some_and(|c| c.is_ascii_digit())
    };
    !is_number(&mut text[at.end..].chars()) && !is_number(&mut text[..at.start].chars().rev())
}

fn day(word: &str) -> Option<u8> {
    word.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where each date stands, and what is known of its year, month and day, with 0 for the rest.
    fn found(text: &str) -> Vec<(&str, [u16; 3])> {
        let months = ["January", "February", "March", "April", "May"].map(str::to_owned);
        written(text, &months)
            .into_iter()
            .map(|date| (&text[date.at], [date.year.unwrap_or(0), date.month.unwrap_or(0).into(), date.day.unwrap_or(0).into()]))
            .collect()
    }

    #[test]
    fn dates_are_found_as_far_as_they_are_written() {
        assert_eq!(found("On 6 January 2022 it came."), [("6 January 2022", [2022, 1, 6])]);
        assert_eq!(found("On 6 and 7 January"), [("6 and 7 January", [0, 1, 7])]);
        assert_eq!(found("(10–15 March)"), [("10–15 March", [0, 3, 15])]);
        assert_eq!(found("from May 2021, in 2022"), [("May 2021", [2021, 5, 0]), ("2022", [2022, 0, 0])]);
        assert_eq!(found("2026–2029").len(), 2);
        assert_eq!(found("6 May to 7 May 2021").len(), 2);
    }

    #[test]
    fn counts_and_months_alone_are_no_dates() {
        for text in ["They may go. May he?", "in March", "2,000 soldiers", "12022", "1850 soldiers", "20.2022", "the 32 January", ""] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
