//! The built parts of the chapters: anchors, meaning kept in folded tables, the essay first among the sources.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

use std::path::Path;

use csto_explainer::{
    content::{
        book::Book,
        load::{load, read_files},
    },
    page::article,
};

fn page() -> (Book, String) {
    let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("the content is readable");
    let book = load(&files, "en").expect("the content loads");
    let html = article::body(&book).expect("the page renders");
    (book, html)
}

#[test]
fn every_article_has_its_anchor_and_leads_to_chapters() {
    let (book, html) = page();
    assert_eq!(book.articles.len(), 6);
    for article in &book.articles {
        assert_eq!(html.matches(&format!("id=\"{}\"", article.id)).count(), 1, "{}", article.id);
        for slug in &article.chapters {
            assert!(html.contains(&format!("href=\"#{slug}\"")), "{slug}");
        }
    }
    assert!(html.contains("<del>by any state or group of states</del>"));
    assert!(html.contains("<ins>(an armed attack threatening security, stability, territorial integrity and sovereignty)</ins>"));
}

#[test]
fn folding_tables_say_what_they_are() {
    let (_, html) = page();
    let tables: Vec<&str> =
        html.split("<table ").skip(1).filter_map(|t| t.split("</table>").next()).filter(|t| t.contains("<caption>")).collect();
    assert_eq!(tables.len(), 3, "members, comparison, memberships");
    for table in tables {
        let count = |text: &str| table.matches(text).count();
        assert!(count("<caption>") == 1 && count("role=\"table\"") == 1, "{table}");
        assert_eq!(count("<tr"), count("role=\"row\""));
        assert_eq!(count("<td"), count("role=\"cell\""));
        assert_eq!(count("<th "), count("role=\"columnheader\"") + count("role=\"rowheader\""));
    }
}

#[test]
fn the_essay_stands_first_among_the_sources_with_all_that_names_it() {
    let (book, html) = page();
    let essay = book.sources.get("essay").expect("the essay is a source");
    let lists: Vec<&str> = html.split("<ul class=\"list\">").collect();
    let first = lists.last().and_then(|list| list.split("</li>").next()).expect("a list of sources");
    let [author, url] = [&essay.author, &essay.url].map(|field| field.as_deref().expect("author and address"));
    for part in [author, &essay.title, &essay.publisher, "February 2022", url] {
        assert!(first.contains(part), "{part}: {first}");
    }
}

#[test]
fn a_statement_holds_its_own_value() {
    let (book, html) = page();
    assert_eq!(book.statement("pop-arm"), "Armenia had 2,962,300 inhabitants in 2021, by the World Bank’s estimate.");
    assert_eq!(book.statement("forces-rus"), "Russia had about 850,000 active soldiers around 2021, by the CIA’s rounded estimate.");
    assert!(!html.contains("{}"), "a placeholder is left over");
}
