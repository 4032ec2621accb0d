//! The figure as prerendered HTML.

use leptos::prelude::*;

use super::{
    ID,
    data::{self, Measured, percent},
    state::{VALUES, choice},
};
use crate::{
    content::{Content, markdown::Notes},
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
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
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
    fn the_shares_are_those_of_the_story() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let (_, measured) = data::measured(&content).expect("the content is whole");
        let shares: Vec<String> = measured.iter().map(|m| percent(m.russia)).collect();
        assert_eq!(shares, ["17", "50", "74", "75", "83", "85", "88"]);
        let ranges: Vec<_> = measured.iter().filter_map(|m| m.range).map(|ends| ends.map(percent)).collect();
        assert_eq!(ranges, [["51", "75"]]);
    }

    #[test]
    fn a_choice_shows_five_yardsticks_and_every_ally() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let (words, measured) = data::measured(&content).expect("the content is whole");
        let chart = data::chart(&content, &words, &measured, &VALUES);
        for chosen in 0..VALUES.len() {
            let ticks: Vec<usize> = chart.shown(chosen).map(|s| s.others.len()).collect();
            // Equal seats and contributions; equal numbers from Belarus and Tajikistan; equal armies of Armenia and Belarus.
            assert_eq!(ticks, if chosen == 0 { [1, 1, 3, 5, 4] } else { [1, 1, 3, 4, 3] });
        }
    }
}
