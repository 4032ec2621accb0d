//! The figure as prerendered HTML.

use leptos::prelude::*;

use super::{
    ID,
    data::{self, Numbers},
    state::{VALUES, choice},
};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    figures::{
        frame,
        strips::view::{self, Strips},
    },
    text::words::Words,
    ui::data_table::Cell,
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let (words, numbers) = data::numbers(content)?;
    let chart = data::chart(content, &words, &numbers, &VALUES)?;
    let tables = table(content, &words, &numbers);
    view::view(Strips { id: ID, words: &words, chart: &chart, choice: choice(), note: None, tables }, content, notes)
}

/// One row per published strength and per number of soldiers sent.
fn table(content: &Content, words: &Words, numbers: &Numbers<'_>) -> AnyView {
    let mut rows = Vec::new();
    for on_paper in &numbers.forces {
        for count in &on_paper.strengths {
            let soldiers = Cell::with(count.words(content), count.soldiers);
            let [present, permitted] =
                numbers.percents_of(count.soldiers).map(|p| Cell::with(words.fill("percent", &[("share", &p.to_string())]), p));
            rows.push(frame::row(&on_paper.name, [soldiers, present, permitted, content.statement(&count.fact.id).into()]));
        }
        if on_paper.strengths.is_empty() {
            let known = on_paper.force.strengths.first().map_or_else(String::new, |id| content.statement(id));
            rows.push(frame::row(&on_paper.name, [words.get("unpublished").to_owned(), String::new(), String::new(), known]));
        }
    }
    for count in [numbers.present, numbers.permitted] {
        rows.push(frame::row(
            words.get("name_sent"),
            [Cell::with(count.words(content), count.soldiers), "".into(), "".into(), content.statement(&count.fact.id).into()],
        ));
    }
    let heads = frame::heads(words, &["column_force", "column_soldiers", "column_present", "column_permitted", "column_known"]);
    frame::table(words.get("table"), "shares", heads, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{build::site, figures::strips::chart::Look, text::words::rounded};
    use std::path::Path;

    #[test]
    fn the_percents_are_those_of_the_facts() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let (_, numbers) = data::numbers(&content).expect("the content is whole");
        let peacekeepers = numbers.forces.iter().find(|force| force.force.id == "peacekeeping").expect("the force");
        let facts = ["present", "permitted"].map(|which| content.number(&format!("kz-2022-total-of-peacekeepers-{which}")));
        assert_eq!(numbers.percents_of(peacekeepers.strengths[0].soldiers).map(Some), facts.map(|share| share.map(rounded)));
    }

    #[test]
    fn the_table_keeps_the_precision_of_its_sources() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let (words, numbers) = data::numbers(&content).expect("the content is whole");
        let html = table(&content, &words, &numbers).to_html();
        for force in &numbers.forces {
            for strength in &force.strengths {
                let cell = format!("<td>{}</td>", strength.words(&content));
                assert!(html.contains(&cell), "{cell}: {html}");
            }
        }
        let permitted = format!("<td>{}</td>", numbers.permitted.words(&content));
        assert!(permitted.contains(' ') && html.contains(&permitted), "{permitted}, with its “up to”: {html}");
    }

    #[test]
    fn what_nobody_published_is_an_empty_box_and_rivals_are_ticks() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let (words, numbers) = data::numbers(&content).expect("the content is whole");
        let chart = data::chart(&content, &words, &numbers, &VALUES).expect("every choice is a force");
        let rivals = |force: &data::OnPaper<'_>| {
            let mut rivals: Vec<u32> = force.strengths.iter().skip(1).map(|count| count.soldiers).collect();
            rivals.sort_unstable();
            rivals
        };
        let rivals: Vec<u32> = numbers.forces.iter().flat_map(rivals).collect();
        assert!(!rivals.is_empty());
        for chosen in 0..VALUES.len() {
            let shown: Vec<_> = chart.shown(chosen).collect();
            assert_eq!(shown.iter().filter(|s| s.look == Look::Empty && s.value == 0).count(), 1);
            assert_eq!(shown.iter().flat_map(|s| &s.rivals).map(|t| t.at).collect::<Vec<_>>(), rivals);
            let sent = shown.last().expect("what was sent");
            assert!(sent.look == Look::Solid && sent.value == numbers.present.soldiers && sent.frame.is_some());
        }
    }
}
