//! The two ledgers of the walk: which rows come in when, and what their stills say.
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

use leptos::prelude::*;

use super::{fixture::content, record::Record, since_then, stayed_home, still::Body};
use crate::{
    content::{
        Content,
        fact::Fact,
        inline,
        ledger::{self, AppealText},
        markdown::escape,
        scene::Step,
    },
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
        Body::Drawing(_) => String::new(),
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
    let is_last = |html: &String| html.contains(&format!("record-here\">{}</li></ol>", escape(content.label("record_here"))));
    let stills = html(&content, "stayed-home", &stayed_home::RECORD);
    assert_eq!(stills.iter().map(is_last).collect::<Vec<_>>(), [false, false, false, false, false, true]);
    for html in html(&content, "since-then", &since_then::RECORD) {
        let (above, below) = html.split_once("record-here").expect("the line");
        assert!(
            above.matches("<time ").count() == 1
                && !above.contains("to-come")
                && above.contains(&escape(&content.ledger_texts["kazakhstan-2022"].name))
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
    let first = stayed_home::RECORD.shown(&content, 0).expect("known rows").into_iter().next_back().expect("a row");
    let sought = content.label("sought_soldiers");
    let line = |label: &str| format!("<em>{}</em>", escape(content.label(label)));
    for (label, said) in [
        ("record_asked", content.label_with(&["record_whom_", first.whom().id()].concat(), &[("sought", sought)])),
        ("record_came", content.ledger_text(first).expect("its words").mark.clone()),
        ("record_why", content.label("voice_of_moscow").to_owned()),
    ] {
        let (_, after) = home[0].split_once(&line(label)).expect(label);
        assert!(after.contains(&escape(&said)), "{said}: {}", home[0]);
    }
    let since = html(&content, "since-then", &since_then::RECORD);
    let has = |html: &str, label: &str| html.contains(&line(label));
    assert!(has(&since[0], "record_asked") && !has(&since[0], "record_came") && has(&since[1], "record_came"), "{}", since[0]);
    assert!(has(&since[4], "record_later"), "{}", since[4]);
}

#[test]
fn the_count_in_a_title_is_that_of_the_rows_told() {
    let content = content();
    let step = &steps(&content, "since-then")[3];
    let still = since_then::RECORD.still(&content, step).expect("is drawn");
    let told = since_then::RECORD.states[3].told.len();
    assert!(still.title.contains(&content.small_number(told)) && !still.title.contains('{'), "{}", still.title);
    let shown = since_then::RECORD.shown(&content, 3).expect("known rows").len();
    let start = content.label_with("record_shows", &[("crises", &content.counted("crises", shown))]);
    assert!(still.sentence.starts_with(&start) && still.sentence.contains(content.label("record_asked")), "{}", still.sentence);
}

#[test]
fn each_row_has_its_details_and_each_step_its_rows() {
    let content = content();
    let cited = |_: &Fact| view! { " a source" }.into_any();
    for (id, record) in [("stayed-home", &stayed_home::RECORD), ("since-then", &since_then::RECORD)] {
        let scene = content.scenes.iter().find(|scene| scene.id == id).expect("the scene");
        let text = record.in_app(&content, scene, &cited).expect("is written");
        let Payload { rows, steps, close } = payload::parse(&text).expect("is read again");
        assert_eq!(close, content.label("close"));
        assert_eq!(steps.iter().map(Vec::len).max(), Some(rows.len()), "{id}");
        for (step, html) in steps.iter().zip(html(&content, id, record)) {
            let stands = |row: &u8| {
                let is_of = |text: &&AppealText| rows[usize::from(*row)].name.starts_with(&inline::plain(&content, &text.title));
                content.ledger_texts.values().find(is_of).is_some_and(|text| html.contains(&escape(&text.name)))
            };
            assert!(step.is_sorted() && step.iter().all(stands), "{id}: {step:?}");
        }
        for row in rows {
            for said in [content.label("ledger_explained"), content.label("ledger_toll"), " source", "href=\"ledger/#"] {
                assert!(row.details.contains(said), "{}: {said}: {}", row.name, row.details);
            }
            assert!(!row.details.contains("popovertarget"), "{}: a mark has no note here: {}", row.name, row.details);
        }
    }
}
