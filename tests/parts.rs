//! The built parts of the article: anchors, meaning kept in folded tables, the essay first among the sources.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

use std::path::Path;

use csto_explainer::{
    content::{Content, files::read_files, load::load, markdown::escape},
    figures::{
        article_4_test::{cases, view},
        for_content::FIGURES,
    },
    model::article_4::{Answer, Question, Wording, outcome},
    page::{article, bibliography, offline_copies::Sizes, whole_ledger},
};

fn page() -> (Content, String) {
    let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("the content is readable");
    let content = load(&files, "en", &FIGURES).expect("the content loads");
    // The form for a file that stands alone has every figure.
    let html = article::alone(&content).expect("the page renders").html;
    (content, html)
}

fn label<'a>(content: &'a Content, key: &str) -> &'a str {
    &content.labels.as_ref().expect("the labels").page[key]
}

#[test]
fn every_article_has_its_anchor_and_leads_to_scenes() {
    let (content, html) = page();
    assert_eq!(content.articles.len(), 6);
    for article in &content.articles {
        assert_eq!(html.matches(&format!("id=\"{}\"", article.id)).count(), 1, "{}", article.id);
        for slug in &article.scenes {
            assert!(html.contains(&format!("href=\"#{slug}\"")), "{slug}");
        }
    }
    assert!(html.contains("<del>by any state or group of states</del>"));
    assert!(html.contains("<ins>(an armed attack threatening security, stability, territorial integrity and sovereignty)</ins>"));
}

#[test]
fn folding_tables_say_what_they_are() {
    let (content, html) = page();
    let html = html + &whole_ledger::body(&content, "../").expect("the ledger renders").html;
    let tables: Vec<&str> =
        html.split("<table ").skip(1).filter_map(|t| t.split("</table>").next()).filter(|t| t.contains("<caption>")).collect();
    assert_eq!(tables.len(), 4, "comparison, cases, and the ledger, in the file and on its page");
    for table in tables {
        let count = |text: &str| table.matches(text).count();
        assert!(count("<caption>") == 1 && count("role=\"table\"") == 1, "{table}");
        assert_eq!(count("<tr"), count("role=\"row\""));
        assert_eq!(count("<td"), count("role=\"cell\""));
        assert_eq!(count("<th "), count("role=\"columnheader\"") + count("role=\"rowheader\""));
    }
}

#[test]
fn the_ledger_stands_whole_on_its_own_page() {
    let (content, html) = page();
    let ledger = whole_ledger::body(&content, "../").expect("the ledger renders").html;
    let marks = ["shape-came", "shape-open", "shape-dot"].map(|mark| ledger.matches(mark).count());
    // A ring with a dot in it has both of its shapes.
    assert_eq!(marks, [1, 3 + 2, 8 + 3], "soldiers came; asked for military or for other help; not asked");
    assert_eq!(ledger.matches(&escape(&content.ledger_texts["kazakhstan-2022"].mark)).count(), 1);
    let (line, _) = label(&content, "ledger_here").split_once('{').expect("the month");
    let (before, since) = ledger.split_once(line).expect("the line of the essay");
    assert_eq!([before, since].map(|part| part.matches("data-asked=").count()), [9, 5]);
    for appeal in &content.ledger {
        assert_eq!(ledger.matches(&format!("<tr role=\"row\" id=\"{}\"", appeal.id)).count(), 1, "{}", appeal.id);
        assert!(ledger.contains(&format!("href=\"../#{}\"", appeal.scene)), "{}", appeal.scene);
    }
    assert!(ledger.contains("href=\"../#non-interventions\"") && html.contains("<a href=\"ledger/\">"), "each leads to the other");
}

#[test]
fn the_short_ledger_has_every_crisis_and_its_filter() {
    let (content, html) = page();
    let (_, figure) = html.split_once("id=\"non-interventions\"").expect("the figure");
    let (figure, _) = figure.split_once("</figure>").expect("its end");
    assert_eq!(figure.matches("data-asked=").count(), content.ledger.len());
    assert_eq!(figure.matches("shape-came").count(), 1, "one filled mark");
    assert_eq!(figure.matches("name=\"asked\"").count(), 5);
    let groups = ["soldiers", "help", "not-asked"].map(|group| figure.matches(&format!("data-group=\"{group}\"")).count());
    assert_eq!(groups, [4, 2, 8]);
    // One of so many is counted where the alliance was asked for soldiers, and nowhere else.
    let counted = "In four crises the alliance was asked for military help, or may have been; soldiers came in one";
    assert!(figure.contains(counted), "the title is counted");
    let others = "Of 14 crises we count these four. In two the alliance was asked for other help. In eight it was not asked";
    assert!(figure.contains(others) && figure.contains("we chose these for context"), "counts stay beside the data");
    assert!(figure.contains("href=\"#since-then\"") && figure.contains("href=\"#stayed-home\""), "links lead to scenes");
}

#[test]
fn asked_at_night_is_followed_by_decided_by_morning() {
    let (content, html) = page();
    let (_, days) = html.split_once("class=\"days\"").expect("the days");
    let at = |text: &str| days.find(text).expect(text);
    let [night, turn, morning] = ["days_night", "days_turn", "days_morning"].map(|key| at(label(&content, key)));
    assert!(night < turn && turn < morning);
    let decided = content.days.iter().find(|day| day.id == "decided").expect("the day");
    let day = at(&format!("datetime=\"{}\"", decided.date));
    assert!(turn < day && day < morning);
}

#[test]
fn the_map_leads_to_every_crisis_and_fills_one_ring() {
    let (content, html) = page();
    let (_, map) = html.split_once("<figure id=\"map\"").expect("the map");
    let (map, _) = map.split_once("</figure>").expect("its end");
    assert_eq!(map.matches("<svg class=\"").count(), 2);
    assert_eq!(map.matches("<circle class=\"came\"").count(), 2, "one in each width");
    for appeal in &content.ledger {
        assert!(map.contains(&format!("href=\"#{}\"", appeal.scene)), "{}", appeal.id);
    }
    assert!(map.contains("Stepanakert / Khankendi") && map.contains("takes no side"));
}

#[test]
fn the_essay_stands_first_among_the_sources_with_all_that_names_it() {
    let (content, _) = page();
    let html = bibliography::body(&content, "../").expect("the sources render").html;
    let essay = content.sources.get("essay").expect("the essay is a source");
    // The kinds of facts stand above, the corrections below.
    let list = html.split("<ul class=\"list\">").nth(2);
    let first = list.and_then(|list| list.split("</li>").next()).expect("a list of sources");
    let [author, url] = [&essay.author, &essay.url].map(|field| field.as_deref().expect("author and address"));
    for part in [author, &essay.title, &essay.publisher, "February 2022", url] {
        assert!(first.contains(part), "{part}: {first}");
    }
}

#[test]
fn every_correction_stands_on_the_page_of_sources_with_its_day_and_facts() {
    let (content, _) = page();
    let html = bibliography::body(&content, "../").expect("the sources render").html;
    let (_, list) = html.split_once("id=\"corrected\"").expect("a list of corrections");
    assert!(!content.corrections.is_empty());
    for correction in &content.corrections {
        let text = content.correction_texts.get(&correction.id).expect("its words");
        let is = escape(&csto_explainer::content::inline::plain(&content, &text.is));
        assert!(list.contains(&is) && !is.contains("[["), "{}", correction.id);
        assert!(list.contains(&content.date_long(&correction.since)), "{}", correction.id);
        assert!(correction.facts.iter().all(|fact| list.contains(fact.as_str())), "{}", correction.id);
    }
    assert!(
        html.contains("href=\"#corrected\"")
            && article::body(&content, Sizes::default()).expect("the page renders").html.contains("href=\"sources/#corrected\"")
    );
}

#[test]
fn soldiers_came_once_where_the_words_left_it_open() {
    let (content, html) = page();
    let (data, rows) = cases::data(&content).expect("the cases");
    let stands: Vec<&str> = data.cases.iter().map(|known| outcome(known.wording, known.answers).id()).collect();
    let outside: Vec<&str> =
        data.cases.iter().zip(&stands).filter(|(_, stands)| **stands == "outside").map(|(k, _)| k.id.as_str()).collect();
    let expected = ["kyrgyzstan-2010", "belarus-2020", "karabakh-2020", "kyrgyzstan-2020", "karabakh-2023", "kursk-2024"];
    assert_eq!(outside, expected, "no state attacked in 2010; in the others nobody asked, as a source says");
    assert_eq!(stands.iter().filter(|stands| **stands == "open").count(), 8, "all the others");
    let came: Vec<usize> = rows.iter().enumerate().filter(|(_, (_, row))| row.soldiers_came()).map(|(i, _)| i).collect();
    assert_eq!(came, [data.first]);
    assert_eq!(stands[data.first], "open", "the title says so");
    assert!(html.contains(&view::sentence(&content, &data)));
    // What moves with the words: 2010 towards the alliance, the crises in which it was not asked away from it.
    let under = |wording| data.cases.iter().map(move |known| outcome(wording, known.answers).id());
    let moved: Vec<&str> = under(Wording::First)
        .zip(under(Wording::Since))
        .zip(&data.cases)
        .filter(|((a, b), _)| a != b)
        .map(|(_, k)| k.id.as_str())
        .collect();
    assert_eq!(moved, ["kyrgyzstan-2010", "belarus-2020", "karabakh-2020", "karabakh-2023", "kursk-2024"]);
}

#[test]
fn a_statement_holds_its_own_value() {
    let (content, html) = page();
    for id in ["pop-arm", "forces-rus"] {
        let (before, after) = content.fact_texts[id].statement.split_once("{}").expect("its place");
        let value = content.value_words(&content.facts[id]).expect("its value");
        assert_eq!(content.statement(id), [before, &value, after].concat());
    }
    assert!(!html.contains("{}"), "a placeholder is left over");
}

/// The same evidence gives the same answer: a case says of the appeal what its row of the ledger says, and “no” rests on a fact.
#[test]
fn cases_and_ledger_are_one_record() {
    let (content, _) = page();
    let (data, rows) = cases::data(&content).expect("the cases");
    let ledger: Vec<&str> = content.ledger.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(data.cases.iter().map(|known| known.id.as_str()).collect::<Vec<_>>(), ledger, "every row is put to the test");
    for ((_, row), known) in rows.iter().zip(&data.cases) {
        assert_eq!(known.answers[Question::Asked as usize], row.alliance.answer, "{}", row.id);
        assert!(row.alliance.answer != Answer::No || !row.alliance.facts.is_empty(), "{}", row.id);
    }
    let outside = |id: &str| content.ledger.iter().find(|row| row.id == id).map(|row| content.attack_from_outside(row).expect(id).answer);
    assert_eq!(outside("kursk-2024"), Some(Answer::Disputed));
    assert_eq!(outside("kyrgyzstan-2010"), Some(Answer::No));
    assert_eq!(outside("gorno-badakhshan-2022"), outside("kazakhstan-2022"), "a government named groups from abroad in both");
}
