//! Numbers that may stand typed in the words of figures and titles, each with its reason (see [`super::numbers`]).

/// Where (file and key, or nothing for wherever they stand), the words, and the reason.
pub(super) const ALLOWED: [(&str, &str, &str); 18] = [
    ("", "CC BY 4.0", "a licence’s name"),
    ("", "Apache 2.0", "a licence’s name"),
    ("", "Natural Earth 4.1.0", "a data set’s name with its edition"),
    ("", "world-atlas 2.0.2", "a data set’s name with its edition"),
    ("", "Per million", "a unit"),
    ("", "per million", "a unit"),
    ("", ", millions", "a unit"),
    ("", "Half-filled", "the shape of a mark"),
    ("", "add up to 100", "the whole, in percent"),
    ("", "article 2, not 4", "the numbers of articles"),
    ("en/figures.json: troop-shares.range_majority", "more than half", "a majority; the code says it only where the numbers bear it out"),
    ("en/figures.json: troop-shares.half_all", "over half", "a majority; the code says it only where the numbers bear it out"),
    ("en/figures.json: troop-shares.half", "half", "the name of the line at 50 percent, which no data move"),
    ("en/figures.json: burden.half", "half", "the name of the line at 50 percent, which no data move"),
    ("en/labels.json: page.guarded_power_1", "plant 1", "a power plant’s name"),
    ("en/labels.json: page.guarded_power_2", "plant 2", "a power plant’s name"),
    ("en/labels.json: page.builder_width_360", "360 px", "a width that the builder offers; the code has the same"),
    ("en/labels.json: page.builder_width_720", "720 px", "a width that the builder offers; the code has the same"),
];
