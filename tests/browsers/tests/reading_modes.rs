//! What leaves the page as text keeps its words: what is copied, and what reading modes make of it. Firefox's is Readability, whose
//! licence stands beside it in `vendor/`.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};
use serde_json::json;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(copied_text_has_every_word_and_no_mark),
        TestCase::new(reading_modes_keep_every_paragraph_and_the_sentences_of_drawings),
    ]
}

const READABILITY: &str = include_str!("../vendor/Readability.js");

/// A function that gives the words of an element as text: without the marks of its sources, and with single spaces.
const WORDS: &str = "const one = (text) => text.replace(/\\s+/g, ' ').trim(); \
     const words = (element) => { const copy = element.cloneNode(true); \
     copy.querySelectorAll('.mark, .cites, .close, .cell-label, script').forEach((part) => part.remove()); return one(copy.textContent) };";

/// Pages of each kind that have marks or terms in their text.
const MARKED: [&str; 4] = ["", "treaty/", "ledger/", "embed/troop-shares/"];

/// The paragraphs that are copied from each: first those with terms, then those with marks.
const COPIED: &str = "['p:has(.term)', 'p:has(.mark)', 'td:has(.mark)', '.card p, .cited p'].flatMap((some) => [...document.querySelectorAll(some)]) \
     .filter((p) => p.checkVisibility() && !p.closest('[popover]')).slice(0, 6)";

fn copied_text_has_every_word_and_no_mark(ctx: &BrowserCtx) -> TestResult {
    for path in MARKED {
        let page = ctx.visit(ServerConfig::whole(), path)?;
        page.run("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")?;
        page.run("document.body.insertAdjacentHTML('beforeend', '<textarea id=pasted></textarea>')")?;
        let count = page.number(&format!("{COPIED}.length"))?;
        ensure(count > 0.0, format!("{path:?} has no paragraph with a mark or a term"))?;
        let mut at = 0.0;
        while at < count {
            page.run(&format!("document.activeElement.blur(); getSelection().selectAllChildren({COPIED}[{at}]); document.querySelector('#pasted').value = ''"))?;
            page.chord(&[keys::CONTROL, 'c'])?;
            page.run("document.querySelector('#pasted').focus()")?;
            page.chord(&[keys::CONTROL, 'v'])?;
            page.until("what was copied", "document.querySelector('#pasted').value.trim()")?;
            let pasted = page.run(&format!("{WORDS} return one(document.querySelector('#pasted').value)"))?;
            let shown = page.run(&format!("{WORDS} return words({COPIED}[{at}])"))?;
            ensure_eq(&format!("what is copied of paragraph {at} of {path:?}"), pasted, shown)?;
            at += 1.0;
        }
    }
    Ok(())
}

/// What a reading mode makes of the page: its text, with single spaces.
fn read(page: &Page) -> TestResult<String> {
    let script =
        "const made = new Readability(document.cloneNode(true)).parse(); return made ? made.textContent.replace(/\\s+/g, ' ') : ''";
    let text = page.run(&[READABILITY, script].concat())?;
    text.as_str().map(str::to_owned).ok_or("a reading mode finds no text".into())
}

fn reading_modes_keep_every_paragraph_and_the_sentences_of_drawings(ctx: &BrowserCtx) -> TestResult {
    for path in ["", "embed/troop-shares/", "embed/timeline/", "ledger/", "treaty/", "figures/map/"] {
        let page = ctx.visit(ServerConfig::whole(), path)?;
        let text = read(&page)?;
        // The words inside a drawing are a picture, for which its title and sentence stand.
        let lost = page.run(&format!(
            "{WORDS} const text = {}; return [...document.querySelectorAll('main :is(p, h3, figure > figcaption)')] \
             .filter((e) => !e.closest('[hidden], .drawing, .layer, .game, .needs-script, .fig-downloads, .embed-more, [popover]') && !e.matches('h1 *, [role=status]')) \
             .map(words).filter((p) => p.length > 20 && !text.includes(p) && p !== one(document.title)).slice(0, 5)",
            json!(text)
        ))?;
        ensure_eq(&format!("what a reading mode loses of {path:?}"), lost, json!([]))?;
    }
    let page = ctx.visit(ServerConfig::whole(), "")?;
    let text = read(&page)?;
    let stills = page.run(&format!("{WORDS} return [...document.querySelectorAll('.picture > .visually-hidden')].map(words)"))?;
    let stills: Vec<_> = stills.as_array().into_iter().flatten().filter_map(|sentence| sentence.as_str()).collect();
    ensure(stills.len() > 20, format!("only {} drawings have a sentence", stills.len()))?;
    let lost: Vec<_> = stills.into_iter().filter(|sentence| !text.contains(sentence)).collect();
    ensure(lost.is_empty(), format!("a reading mode loses these drawings: {lost:?}"))
}
