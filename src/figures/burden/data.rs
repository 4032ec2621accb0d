//! The yardsticks with their shares, and the chart that they make.

use super::ID;
use crate::{
    chart::token::Token,
    content::{
        Content,
        error::Diagnostic,
        yardstick::{Drawn, Yardstick},
    },
    figures::{
        frame,
        strips::chart::{Chart, Look, Span, Strip, Tick},
    },
    text::words::{Words, rounded},
};

/// The axis is in hundredths of a percent, finer than any pixel.
const HUNDREDTHS: f64 = 100.0;

/// The yardstick whose bar has a range: Russia's share over all combinations of published counts.
pub const WITH_RANGE: &str = "troops";

/// A yardstick with its numbers.
pub struct Measured<'a> {
    /// As it stands in the content.
    pub yardstick: &'a Yardstick,
    /// Its name.
    pub name: String,
    /// Among whom.
    pub among: String,
    /// Among whom, and how Russia's share is known.
    pub note: String,
    /// By whom it was counted.
    pub known: String,
    /// Russia's share in percent.
    pub russia: f64,
    /// Lowest and highest share of Russia over all combinations of official totals and published counts, in percent.
    pub range: Option<[f64; 2]>,
    /// The allies' ISO codes and shares in percent, from low to high.
    pub allies: Vec<(&'a str, f64)>,
}

/// All yardsticks, with the figure's words.
///
/// # Errors
/// Says what the content lacks.
pub fn measured(content: &Content) -> Result<(Words, Vec<Measured<'_>>), Diagnostic> {
    let words = frame::words(content, ID)?;
    let lacks = || Diagnostic::new("data/yardsticks.json", "", ("lacks a share of Russia or of an ally", "add its fact"));
    let russia = content.deployment.as_ref().map(|d| d.remainder.as_str()).ok_or_else(lacks)?;
    let range = content.shares().and_then(|s| s.share_range(|_| true));
    let all = content.yardsticks.iter().map(|yardstick| {
        let mut allies = Vec::new();
        for (iso3, fact) in yardstick.shares.iter().filter(|(iso3, _)| *iso3 != russia) {
            allies.push((iso3.as_str(), content.number(fact).ok_or_else(lacks)?));
        }
        allies.sort_by(|a, b| a.1.total_cmp(&b.1));
        let among = words.get(&format!("among_{}", yardstick.of.id())).to_owned();
        let how = words.get(&format!("drawn_{}", yardstick.drawn.id())).to_owned();
        Ok(Measured {
            name: words.get(&format!("name_{}", yardstick.id)).to_owned(),
            note: words.fill("note_how", &[("among", &among), ("how", &how)]),
            among,
            known: words.get(&format!("known_{}", yardstick.id)).to_owned(),
            russia: yardstick.shares.get(russia).and_then(|fact| content.number(fact)).ok_or_else(lacks)?,
            range: range.filter(|_| yardstick.id == WITH_RANGE),
            allies,
            yardstick,
        })
    });
    let all = all.collect::<Result<Vec<_>, Diagnostic>>()?;
    Ok((words, all))
}

/// A share as the page writes it.
pub fn percent(share: f64) -> String {
    rounded(share).to_string()
}

/// The chart; `ids` are the values of the choice, among whom people and soldiers are counted.
pub fn chart(content: &Content, words: &Words, measured: &[Measured<'_>], ids: &[&str]) -> Chart {
    let labels = ["0 %", "25 %", words.get("half"), "75 %", "100 %"];
    let places = [0, 2500, 5000, 7500, 10_000];
    let strips = measured.iter().map(|m| strip(content, words, measured, m, ids)).collect();
    Chart {
        token: Token::Russia,
        max: 10_000,
        axis: places.into_iter().zip(labels.map(str::to_owned)).collect(),
        line: Some(5000),
        strips,
        sentences: ids.iter().map(|among| sentence(content, words, measured, among)).collect(),
    }
}

fn strip(content: &Content, words: &Words, all: &[Measured<'_>], m: &Measured<'_>, ids: &[&str]) -> Strip {
    let of = m.yardstick.of.id();
    let is_choice = all.iter().any(|other| other.yardstick.id == m.yardstick.id && other.yardstick.of != m.yardstick.of);
    let place = ids.iter().position(|id| *id == of).and_then(|i| u32::try_from(i).ok());
    let tooltip = |names: &str, share: f64| words.fill("tooltip", &[("names", names), ("share", &percent(share))]);
    let mut others: Vec<Tick> = Vec::new();
    let mut rest = &m.allies[..];
    // Equal shares are one tick with all their names.
    while let Some((_, share)) = rest.first() {
        let (equal, above) = rest.split_at(rest.partition_point(|(_, other)| other <= share));
        let names: Vec<&str> = equal.iter().map(|(iso3, _)| content.state_name(iso3)).collect();
        others.push(Tick { at: rounded(share * HUNDREDTHS), tooltip: tooltip(&names.join(", "), *share) });
        rest = above;
    }
    let range = |key: &str, [low, high]: [f64; 2]| words.fill(key, &[("low", &percent(low)), ("high", &percent(high))]);
    let ends = m.allies.first().zip(m.allies.last()).map_or([0.0; 2], |(low, high)| [low.1, high.1]);
    let russia = content.deployment.as_ref().map_or("", |d| content.state_name(&d.remainder));
    Strip {
        when: place.filter(|_| is_choice),
        name: m.name.clone(),
        note: m.note.clone(),
        look: match m.yardstick.drawn {
            Drawn::Solid => Look::Solid,
            Drawn::Tint => Look::Tint,
            Drawn::Rings => Look::Rings,
        },
        value: rounded(m.russia * HUNDREDTHS),
        label: words.fill("value", &[("share", &percent(m.russia))]),
        span: m.range.map(|ends| Span {
            low: rounded(ends[0] * HUNDREDTHS),
            high: rounded(ends[1] * HUNDREDTHS),
            words: range("range", ends),
        }),
        under: range(if others.len() == 1 { "allies_each" } else { "allies" }, ends),
        others,
        tooltip: tooltip(russia, m.russia),
        tail: words.fill("tail", &[("name", &m.name), ("among", &m.among), ("known", &m.known)]),
        ..Strip::default()
    }
}

fn sentence(content: &Content, words: &Words, measured: &[Measured<'_>], among: &str) -> String {
    let share = |id: &str| {
        let same = measured.iter().filter(|m| m.yardstick.id == id);
        // A yardstick that is measured among one group only stands in the sentences of both.
        same.max_by_key(|m| m.yardstick.of.id() == among).map_or_else(String::new, |m| percent(m.russia))
    };
    let [low, high] = measured.iter().find_map(|m| m.range).unwrap_or_default().map(percent);
    let combinations = content.shares().map_or(0, |shares| shares.combinations().len()).to_string();
    let senders = content.small_number(content.deployment.as_ref().map_or(0, |d| d.senders.len() + 1));
    let values = [
        ("senders", &*senders),
        ("members", &*content.small_number(content.members.len())),
        ("people", &*share("people")),
        ("soldiers", &*share("soldiers")),
        ("troops", &*share("troops")),
        ("low", &*low),
        ("high", &*high),
        ("combinations", &*combinations),
    ];
    words.fill(&format!("sentence_{among}"), &values)
}
