//! What is no fault, though it looks like one.

use crate::breaking::Break;

/// A kind of field, the end of a break's name, and why it is accepted. A kind that ends in `/` stands for all below it.
pub(crate) const RULES: &[(&str, &str, &str)] = &[
    ("en/", " unknown", "any words may stand there"),
    ("en/figures.json *", " with an unknown key", "words that nothing asks for are not shown"),
    ("en/labels.json page", " with an unknown key", "words that nothing asks for are not shown"),
    ("en/articles.json *.debated", " removed", "not every article is debated"),
    ("en/articles.json *.since[].phrases[]", " removed", "which phrases are quoted is a choice"),
    ("en/comparison.json rows[]", " removed", "which phrases are compared is a choice"),
    ("data/corrections.json [].facts[]", " removed", "the correction keeps its other facts"),
    ("data/days.json [].part", " removed", "few sources give the part of the day"),
    ("data/deployment.json senders[].stages", " removed", "most counts have no first stage"),
    ("data/deployment.json sets[]", " removed", "a published list fewer is no contradiction"),
    ("data/deployment.json sets[].russia", " removed", "most lists have no number for Russia"),
    ("data/expectations.json [].facts[]", " removed", "the verdict keeps its other facts"),
    ("data/ledger.json [].alliance.facts[]", " removed", "the answer keeps its other facts"),
    ("data/ledger.json [].came.facts[]", " removed", "the answer keeps its other facts"),
    ("data/ledger.json [].dead[]", " removed", "the row keeps its other counts"),
    ("data/ledger.json [].why[].by[]", " removed", "the reason keeps its other voices"),
    ("data/ledger.json [].why[].facts[]", " removed", "the reason keeps its other facts"),
    ("data/facts/context.json [].decimals", " removed", "the default number of decimals is shown"),
    ("data/facts/context.json [].number", " larger than any count", "the world has more people"),
    ("data/facts/context.json [].precision", " removed", "the number is then exact"),
    ("data/forces.json forces[].strengths[]", " removed", "the force keeps its other strengths"),
    ("data/map.json arcs[]", " removed", "no check knows the world's borders"),
    ("data/map.json arcs[][][]", " negative", "a step west or south"),
    ("data/map.json land[]", " removed", "no check knows the world's lands"),
    ("data/map.json land[][]", " negative", "a step west or south"),
    ("data/map.json note", " unknown", "any words may stand there"),
    ("data/memberships.json clubs[]", " removed", "which clubs are shown is a choice"),
    ("data/memberships.json moments[]", " removed", "which moments are offered is a choice"),
    ("data/memberships.json spells[]", " removed", "no check knows who belongs where"),
    ("data/memberships.json spells[].to", " removed", "the membership then goes on"),
    ("data/sources/context.json [].author", " removed", "many sources name no author"),
    ("data/sources/context.json [].author", " unknown", "any name may stand there"),
    ("data/sources/context.json [].date", " removed", "some sources are undated"),
    ("data/sources/context.json [].publisher", " unknown", "any name may stand there"),
    ("data/sources/context.json [].title", " unknown", "any words may stand there"),
    ("data/sources/context.json [].url", " removed", "some sources have no stable address"),
    ("data/yardsticks.json []", " removed", "which yardsticks are shown is a choice"),
];

/// The index of the rule by which `broken` is accepted.
pub(crate) fn reason(broken: &Break) -> Option<usize> {
    let name = broken.name();
    RULES.iter().position(|(kind, end, _)| {
        let rest = name.strip_prefix(kind).and_then(|rest| rest.strip_suffix(end));
        rest.is_some_and(|rest| rest.is_empty() || kind.ends_with('/'))
    })
}
