//! Numbers that may stand typed in the words of figures and titles, each with its reason (see [`super::numbers`]).

/// Names and fixed expressions, wherever they stand.
pub(super) const NAMES: [(&str, &str); 14] = [
    ("CC BY 4.0", "a licence’s name"),
    ("Apache 2.0", "a licence’s name"),
    ("Natural Earth 4.1.0", "a data set’s name with its edition"),
    ("world-atlas 2.0.2", "a data set’s name with its edition"),
    ("Per million", "a unit"),
    ("per million", "a unit"),
    (", millions", "a unit"),
    ("Half-filled", "the shape of a mark"),
    ("more than half", "a majority, which is no measured share; the code says it only where the numbers bear it out"),
    ("always over half", "a majority, which is no measured share; the code says it only where the numbers bear it out"),
    ("add up to 100", "the whole, in percent"),
    ("360 px", "a width that the builder offers, set in the same form"),
    ("720 px", "a width that the builder offers, set in the same form"),
    ("article 2, not 4", "the numbers of articles"),
];

/// Expressions in one place: file, key, words, reason.
pub(super) const PLACES: [(&str, &str, &str, &str); 2] = [
    ("en/figures.json", "troop-shares.half", "half", "the name of the line at 50 percent, which no data move"),
    ("en/figures.json", "burden.half", "half", "the name of the line at 50 percent, which no data move"),
];
