//! The figure as prerendered HTML.

use leptos::prelude::*;

use super::{
    ID,
    data::{self, Measured, percent},
    state::{VALUES, choice},
};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    figures::{
        frame,
        strips::view::{self, Strips},
    },
    text::words::Words,
    ui::data_table::{self, Cell},
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let (words, measured) = data::measured(content)?;
    let chart = data::chart(content, &words, &measured, &VALUES);
    let tables = table(content, &words, &measured);
    view::view(Strips { id: ID, words: &words, chart: &chart, choice: choice(), note: Some(words.get("note")), tables }, content, notes)
}

/// One row per yardstick, one column per state.
fn table(content: &Content, words: &Words, measured: &[Measured<'_>]) -> AnyView {
    let russia = content.deployment.as_ref().map_or("", |d| d.remainder.as_str());
    let allies: Vec<&str> = content.members.iter().map(|m| m.iso3.as_str()).filter(|iso3| *iso3 != russia).collect();
    let mut heads = frame::heads(words, &["column_yardstick"]);
    let names = [russia].into_iter().chain(allies.iter().copied()).map(|iso3| content.state_name(iso3).to_owned());
    heads.extend(names.map(data_table::head));
    let rows = measured.iter().map(|m| {
        let share = |iso3: &&str| {
            m.allies
                .iter()
                .find(|(ally, _)| ally == iso3)
                .map_or_else(|| words.get("host").into(), |a| Cell::with_fraction(percent(a.1), a.1))
        };
        let russia = m.range.map_or_else(
            || percent(m.russia),
            |[low, high]| words.fill("cell_range", &[("share", &percent(m.russia)), ("low", &percent(low)), ("high", &percent(high))]),
        );
        frame::row(format!("{}, {}", m.name, m.note), [Cell::with_fraction(russia, m.russia)].into_iter().chain(allies.iter().map(share)))
    });
    frame::table(words.get("table"), "", heads, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::site;
    use std::path::Path;

    #[test]
    fn the_shares_are_those_of_the_facts() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let (_, measured) = data::measured(&content).expect("the content is whole");
        assert!(!measured.is_empty() && measured.len() == content.yardsticks.len());
        for m in &measured {
            assert_eq!(Some(m.russia), content.number(&m.yardstick.shares["RUS"]), "{}", m.name);
        }
        let ranges: Vec<_> = measured.iter().filter_map(|m| m.range).map(|ends| ends.map(percent)).collect();
        let facts = ["low", "high"].map(|end| content.number(&format!("kz-2022-russia-range-{end}")).expect(end));
        assert_eq!(ranges, [facts.map(percent)]);
    }

    #[test]
    fn a_choice_shows_five_yardsticks_and_every_ally() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let (words, measured) = data::measured(&content).expect("the content is whole");
        let chart = data::chart(&content, &words, &measured, &VALUES);
        for chosen in 0..VALUES.len() {
            let shown: Vec<_> = chart.shown(chosen).collect();
            assert_eq!(shown.len(), 5, "seats, budget, soldiers sent, people, active soldiers");
            for strip in shown {
                let m = measured.iter().find(|m| m.name == strip.name && m.note == strip.note).expect(&strip.name);
                // Equal shares are one tick, as those of the seats.
                let mut shares: Vec<f64> = m.allies.iter().map(|(_, share)| *share).collect();
                shares.dedup();
                assert_eq!(strip.others.len(), shares.len(), "{}", strip.name);
                for (ally, _) in &m.allies {
                    let name = content.state_name(ally);
                    assert_eq!(strip.others.iter().filter(|tick| tick.tooltip.contains(name)).count(), 1, "{}: {name}", strip.name);
                }
            }
        }
    }
}
