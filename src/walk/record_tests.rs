//! The two ledgers of the walk: which rows come in when, and what their stills say.
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

use leptos::prelude::*;

use super::{fixture::content, record::Record, since_then, stayed_home, still::Body};
use crate::{
    content::{Content, fact::Fact, ledger, scene::Step},
    figures::{non_interventions::stage::Payload, payload},
    ui::ledger::written,
};

fn steps<'a>(content: &'a Content, scene: &str) -> &'a [Step] {
    content.scenes.iter().find(|known| known.id == scene).map_or(&[], |scene| &scene.steps)
}

/// The rows of a scene as its stills have them, from step to step.
fn html(content: &Content, scene: &str, record: &Record) -> Vec<String> {
    let still = |step: &Step| match record.still(content, step).expect("is drawn").body {
        Body::Html(html) => html.to_html(),
        Body::Drawing(_) | Body::Live(_) => String::new(),
    };
    steps(content, scene).iter().map(still).collect()
}

#[test]
fn each_row_of_the_ledger_comes_in_with_one_state_of_its_scene() {
    let content = content();
    let (before, since) = ledger::split(&content.ledger, written(&content));
    for (record, rows) in [(&stayed_home::RECORD, before), (&since_then::RECORD, since)] {
        let mut shown: Vec<&str> = record.rows(record.states.len()).skip(record.before.len()).collect();
        // A later state may tell more of a row.
        shown.sort_unstable();
        shown.dedup();
        let mut ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        ids.sort_unstable();
        assert_eq!(shown, ids);
    }
}

#[test]
fn a_ledger_fills_in_the_order_of_time_and_loses_no_row() {
    let content = content();
    for (scene, record, rows) in
        [("stayed-home", &stayed_home::RECORD, [1, 3, 4, 5, 8, 9].as_slice()), ("since-then", &since_then::RECORD, &[2, 2, 3, 6, 6])]
    {
        let stills = html(&content, scene, record);
        let count = |html: &String| html.matches("<time ").count() - html.matches("<li class=\"to-come\">").count();
        // Those to come have their places from the first state on.
        let all = record.shown(&content, record.states.len()).expect("known rows").len();
        assert!(stills.iter().all(|html| html.matches("<time ").count() == all), "{scene}");
        assert_eq!(stills.iter().map(count).collect::<Vec<_>>(), rows, "{scene}");
        for (state, html) in stills.iter().enumerate() {
            let told = html.matches("<li class=\"told").count();
            assert_eq!(told, record.states[state].told.len(), "{scene}: {html}");
            // Each row has its mark on a map.
            assert_eq!(html.matches("<use href=\"#record-").count(), count(html) + 3, "{scene}: {html}");
            let shown = record.shown(&content, state).expect("known rows");
            assert!(shown.is_sorted_by_key(|row| &row.date), "{scene}");
        }
    }
}

#[test]
fn the_line_of_the_essay_ends_one_ledger_and_begins_the_other() {
    let content = content();
    let is_last = |html: &String| html.contains("record-here\">The essay was written here</li></ol>");
    let stills = html(&content, "stayed-home", &stayed_home::RECORD);
    assert_eq!(stills.iter().map(is_last).collect::<Vec<_>>(), [false, false, false, false, false, true]);
    for html in html(&content, "since-then", &since_then::RECORD) {
        let (above, below) = html.split_once("record-here").expect("the line");
        assert!(
            above.matches("<time ").count() == 1
                && !above.contains("to-come")
                && above.contains("Kazakhstan: unrest")
                && below.contains("<time "),
            "{html}"
        );
    }
}

#[test]
fn the_maps_are_written_once() {
    let content = content();
    let all = [html(&content, "stayed-home", &stayed_home::RECORD), html(&content, "since-then", &since_then::RECORD)].concat();
    assert!(all[0].contains("<g id=\"record-map-2\">"));
    assert_eq!(all.iter().filter(|html| html.contains("id=\"record-")).count(), 1);
}

#[test]
fn the_row_of_a_step_says_what_was_asked_what_came_and_why() {
    let content = content();
    let home = html(&content, "stayed-home", &stayed_home::RECORD);
    for said in [
        "Russia, for soldiers or military help; perhaps the alliance",
        "specialists and equipment promised",
        "an internal matter, said Moscow and",
    ] {
        assert!(home[0].contains(said), "{said}: {}", home[0]);
    }
    let since = html(&content, "since-then", &since_then::RECORD);
    assert!(since[0].contains("asked:") && !since[0].contains("came:") && since[1].contains("came:"), "{}", since[0]);
    assert!(since[4].contains("<em>later:</em> Feb 2024: Armenia froze"), "{}", since[4]);
}

#[test]
fn the_count_in_a_title_is_that_of_the_rows_told() {
    let content = content();
    let step = &steps(&content, "since-then")[3];
    let still = since_then::RECORD.still(&content, step).expect("is drawn");
    assert_eq!(still.title, "In three other crises we found no appeal to the alliance");
    assert!(
        still.sentence.starts_with("Ledger and maps show 6 crises so far. May 2022, Tajikistan: Gorno-Badakhshan: asked: "),
        "{}",
        still.sentence
    );
}

#[test]
fn each_row_has_its_details_and_each_step_its_rows() {
    let content = content();
    let cited = |_: &Fact| view! { " a source" }.into_any();
    for (id, record) in [("stayed-home", &stayed_home::RECORD), ("since-then", &since_then::RECORD)] {
        let scene = content.scenes.iter().find(|scene| scene.id == id).expect("the scene");
        let text = record.in_app(&content, scene, &cited).expect("is written");
        let Payload { rows, steps, close } = payload::parse(&text).expect("is read again");
        assert_eq!(close, "Close");
        assert_eq!(steps.iter().map(Vec::len).max(), Some(rows.len()), "{id}");
        for (step, html) in steps.iter().zip(html(&content, id, record)) {
            let stands = |row: &u8| html.contains(rows[usize::from(*row)].name.split(':').next().unwrap_or_default());
            assert!(step.is_sorted() && step.iter().all(stands), "{id}: {step:?}");
        }
        for row in rows {
            for said in ["How it was explained", "The dead", " source", "href=\"ledger/#"] {
                assert!(row.details.contains(said), "{}: {said}: {}", row.name, row.details);
            }
            assert!(!row.details.contains("popovertarget"), "{}: a mark has no note here: {}", row.name, row.details);
        }
    }
}
