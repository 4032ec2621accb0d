//! Addresses that were shared once: `tests/addresses.json`, a list that may only grow.
//!
//! Each row has an `address`, relative to the site's root, and the places at which it `lands`: the first of them that there is. So
//! a row can name a scene before it is built. A place is a selector in the article, `#id` or `[data-figure=id]`, or another page,
//! with or without `#id`. Where the address sets a `figure`, the row has the `state` that the figure then shows, and `reported` where
//! the figure says that something of the address could not be read. The browser case `addresses` follows each row; this here finds
//! places that are missing and rows that were forgotten.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use csto_explainer::{build::site, content::scene::Stage, figures::registry};
use serde_json::Value;

use crate::{files, html::tags, project, read};

/// The rows, each with its address and its places.
fn rows() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(project().join("tests/addresses.json")).expect("the list");
    let rows: Vec<Value> = serde_json::from_str(&text).expect("a list");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    rows.iter().map(|row| (text(&row["address"]), row["lands"].as_array().expect("places").iter().map(text).collect())).collect()
}

/// The ids and the figures of the document at `address`; nothing where there is none.
fn holds(address: &str) -> BTreeSet<String> {
    let file = if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() };
    if !files().contains(&file) {
        return BTreeSet::new();
    }
    let tags = tags(&read(&file));
    let ids = tags.iter().filter_map(|t| t.get("id")).map(|id| format!("#{id}"));
    let figures = tags.iter().filter(|t| t.name == "figure").filter_map(|t| t.get("data-figure")).map(|id| format!("[data-figure={id}]"));
    ids.chain(figures).chain([String::new()]).collect()
}

#[test]
fn every_address_has_a_place() {
    let article = holds("");
    for (address, places) in rows() {
        let exists = |place: &String| match place.split_once('#') {
            _ if place.starts_with(['#', '[']) => article.contains(place),
            Some((page, id)) => holds(page).contains(&format!("#{id}")),
            None => !holds(place).is_empty(),
        };
        assert!(places.iter().any(exists), "{address} leads to none of {places:?}");
    }
}

#[test]
fn no_address_is_forgotten_and_none_stands_twice() {
    let content = site::read(project()).expect("the content is sound");
    let rows = rows();
    let addresses: BTreeSet<&str> = rows.iter().map(|(address, _)| address.as_str()).collect();
    assert_eq!(addresses.len(), rows.len(), "an address stands twice");
    let pages: BTreeSet<&str> = addresses.iter().filter_map(|address| address.split(['?', '#']).next()).collect();
    for figure in registry::ALL {
        assert!(addresses.contains(&*format!("#{}", figure.id)), "#{}", figure.id);
        for folder in ["embed", "figures"] {
            assert!(pages.contains(&*format!("{folder}/{}/", figure.id)), "{folder}/{}/", figure.id);
        }
    }
    let steps = content.scenes.iter().flat_map(|scene| &scene.steps).flat_map(|step| &step.also);
    let scenes = content.scenes.iter().flat_map(|scene| scene.also.iter().chain([&scene.id]));
    for fragment in scenes.chain(steps).chain(content.articles.iter().map(|article| &article.id)) {
        assert!(addresses.contains(&*format!("#{fragment}")), "#{fragment}");
    }
}

#[test]
fn an_address_leads_to_the_step_that_shows_its_state_or_has_its_name() {
    let content = site::read(project()).expect("the content is sound");
    let mut steps = BTreeMap::new();
    for scene in &content.scenes {
        for (n, step) in scene.steps.iter().enumerate() {
            let place = format!("#{}", scene.step_id(n));
            if let Stage::Figure { id, query } = &step.stage {
                steps.entry(format!("?{query}#{id}")).or_insert_with(|| place.clone());
            }
            steps.extend(step.also.iter().map(|fragment| (format!("#{fragment}"), place.clone())));
        }
    }
    for (address, places) in rows() {
        if let Some(step) = steps.get(&address) {
            assert_eq!(&places[..], std::slice::from_ref(step), "{address} leads to {step} now; correct its row in tests/addresses.json");
        }
    }
}

#[test]
fn every_fact_and_every_source_has_its_address() {
    let content = site::read(project()).expect("the content is sound");
    let sources = holds("sources/");
    let facts = content.facts.keys().map(|id| format!("#fact-{id}"));
    for id in facts.chain(content.sources.keys().map(|id| format!("#source-{id}"))) {
        assert!(sources.contains(&id), "sources/{id}");
    }
}

#[test]
fn data_files_keep_their_addresses() {
    let files = files();
    for figure in registry::ALL {
        for form in ["csv", "json"] {
            assert!(files.contains(&format!("data/{}.{form}", figure.id)), "data/{}.{form}", figure.id);
        }
    }
    for file in ["data/facts.json", "csto-explainer.html", "csto-explainer.epub", "embed.js"] {
        assert!(files.contains(file), "{file}");
    }
}
