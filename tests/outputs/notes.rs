//! The notes: on the page a mark counts its sources and leads to its facts, which name them; elsewhere each note names them itself.

use std::collections::BTreeSet;

use csto_explainer::{
    build::{embed, site},
    content::{
        Content,
        fact::{Fact, Source},
    },
    figures::registry,
};

use crate::{
    epub::text,
    html::{tags, unescape},
    project, read,
};

/// The documents beside the page that have notes.
fn others() -> Vec<(String, String)> {
    let figures = registry::ALL.iter().flat_map(|figure| [embed::path(figure.id), format!("figures/{}/", figure.id)]);
    let pages = figures.chain(["treaty/".into(), "ledger/".into()]).map(|path| path + "index.html");
    let mut others: Vec<_> = pages.chain(["csto-explainer.html".into()]).map(|p| (p.clone(), read(&p))).collect();
    others.push(("the book".into(), text("text.xhtml")));
    others
}

/// Whether the document at `path` shows figures and no ledger of its own.
fn is_figure(path: &str) -> bool {
    ["embed/", "figures/", "treaty/"].iter().any(|folder| path.starts_with(folder))
}

/// The inside of each item of `html` whose id begins with `start`: the rest of the id, then what follows the tag.
fn items<'a>(html: &'a str, start: &str) -> Vec<(&'a str, &'a str)> {
    let opening = format!("<li id=\"{start}");
    let parts = html.split(&opening).skip(1).filter_map(|part| part.split("</li>").next());
    parts.filter_map(|item| Some((item.split_once('"')?.0, item.split_once('>')?.1))).collect()
}

/// Where the links of `html` lead.
fn links(html: &str) -> Vec<String> {
    tags(html).iter().filter(|tag| tag.name == "a").filter_map(|tag| tag.get("href").map(str::to_owned)).collect()
}

fn sources<'a>(content: &'a Content, fact: &'a Fact) -> impl Iterator<Item = &'a Source> {
    fact.sources.iter().filter_map(|id| content.sources.get(id))
}

#[test]
fn a_mark_of_the_page_counts_its_sources_and_leads_to_its_facts() {
    let content = site::read(project()).expect("the content is sound");
    let page = read("index.html");
    assert!(items(&page, "note-").is_empty(), "the page has notes beside its marks");
    let mut counts = BTreeSet::new();
    for mark in page.split("<details class=\"cites\"><summary>").skip(1) {
        let (said, rest) = mark.split_once("</summary>").expect("a mark says how many sources it has");
        let list = rest.split("</details>").next().unwrap_or_default();
        let mut sources = BTreeSet::new();
        for link in links(list) {
            let fact = link.strip_prefix("sources/#fact-").and_then(|id| content.facts.get(id)).unwrap_or_else(|| panic!("{said}: {link}"));
            sources.extend(&fact.sources);
        }
        let word = if sources.len() == 1 { "source" } else { "sources" };
        assert_eq!(said, format!("{} {word}", sources.len()), "{list}");
        counts.insert(sources.len());
    }
    assert!(counts.contains(&1) && counts.len() > 5, "the page shows few forms of marks: {counts:?}");
}

#[test]
fn every_fact_stands_on_the_page_of_sources_and_names_its_own() {
    let content = site::read(project()).expect("the content is sound");
    let page = read("sources/index.html");
    let facts = items(&page, "fact-");
    assert_eq!(facts.iter().map(|(id, _)| *id).collect::<Vec<_>>(), content.facts.keys().collect::<Vec<_>>());
    for (id, item) in facts {
        let fact = &content.facts[id];
        assert!(unescape(item).starts_with(&content.statement(id)), "{item}");
        let named: Vec<String> = fact.sources.iter().map(|source| format!("#source-{source}")).collect();
        assert!(!named.is_empty() && links(item) == named, "{id}: {item}");
    }
    let entries = items(&page, "source-");
    assert_eq!(entries.len(), content.sources.len());
    for (id, item) in entries {
        let source = &content.sources[id];
        assert_eq!(links(item), source.url.iter().cloned().collect::<Vec<_>>(), "{id}");
        assert!(unescape(item).contains(&source.title), "{id}: {item}");
    }
}

#[test]
fn what_stands_alone_names_its_sources_in_its_notes() {
    let content = site::read(project()).expect("the content is sound");
    let whole = items(&read("index.html"), "note-").len();
    for (path, html) in others() {
        let notes = items(&html, "note-");
        assert!(!notes.is_empty(), "{path} has no notes");
        for (number, note) in &notes {
            let said = unescape(note);
            let is_named = |fact: &&Fact| {
                let urls: Vec<String> = sources(&content, fact).filter_map(|source| source.url.clone()).collect();
                said.starts_with(&content.statement(&fact.id))
                    && links(note) == urls
                    && sources(&content, fact).all(|source| said.contains(&source.publisher))
            };
            assert!(content.facts.values().any(|fact| is_named(&fact)), "{path}: note {number} does not name its fact's sources: {note}");
        }
        if !path.contains('/') {
            assert!(notes.len() > whole, "{path} has {} notes, the page {whole}: those of the ledger are missing", notes.len());
        }
    }
}

#[test]
fn the_ledger_has_every_row_where_it_is_whole_and_the_page_leads_there() {
    let content = site::read(project()).expect("the content is sound");
    let rows: Vec<&str> = content.ledger.iter().map(|appeal| appeal.id.as_str()).collect();
    let mut whole: Vec<_> = others().into_iter().filter(|(path, _)| !is_figure(path)).collect();
    assert_eq!(whole.len(), 3, "page, file and book");
    for (path, html) in &whole {
        let (_, ledger) = html.split_once("<div class=\"ledger\">").expect(path);
        let (ledger, _) = ledger.split_once("</table>").expect(path);
        let ids: Vec<String> = tags(ledger).iter().filter(|t| t.name == "tr").filter_map(|t| t.get("id").map(str::to_owned)).collect();
        assert_eq!(ids, rows, "{path}");
        assert!(ledger.contains("The essay appeared here, in February 2022."), "{path}");
    }
    // Where the page leads to the ledger, the others lead to their own.
    let page = read("index.html");
    let [site, own] = ["ledger/", "#ledger"].map(|to| format!("href=\"{to}\""));
    assert_eq!((page.matches(&site).count(), page.matches("<div class=\"ledger\">").count()), (2, 0), "a scene and the list of pages");
    // The book has no controls, and one figure's way stands among them.
    for ((path, html), ways) in whole.split_off(1).into_iter().zip([3, 2]) {
        assert_eq!((html.matches(&own).count(), html.matches(&site).count()), (ways, 0), "{path}");
    }
    for figure in ["non-interventions", "article-4-test"] {
        let html = read(&(embed::path(figure) + "index.html"));
        assert!(links(&html).iter().any(|to| to == "../../ledger/"), "the embed {figure} does not lead to the ledger");
    }
}
