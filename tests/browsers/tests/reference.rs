//! The pages of the record beside the page: a reader comes there, finds all that there is, and comes back.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::figure::{is_alive, part};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_list_leads_to_a_figure_and_that_back_to_its_place),
        TestCase::new(the_treaty_follows_its_switch_with_all_articles_open),
        TestCase::new(a_link_to_an_article_opens_it_again_and_again),
        TestCase::new(what_stands_open_stays_open_when_the_figure_comes_alive),
    ]
}

/// Waits until the page at `path` shows what `selector` finds.
fn arrives(page: &Page, path: &str, selector: &str) -> TestResult {
    let there = format!(
        "document.readyState === 'complete' && location.pathname === '/{path}' && (() => {{ \
         const box = document.querySelector('{selector}').getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0 }})()"
    );
    page.until(&format!("{selector} at /{path}"), &there)
}

fn the_list_leads_to_a_figure_and_that_back_to_its_place(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "figures/")?;
    page.click("#burden a")?;
    arrives(&page, "figures/burden/", "figure h1")?;
    page.wait_until_interactive("burden")?;
    is_alive(&page, "burden")?;
    page.run("scrollTo(0, 0)")?;
    page.click(".way-back")?;
    // The page does not show the figure, but has a step that took its place.
    arrives(&page, "", "#burden")?;
    page.until("the step in its place", "document.querySelector('#who-came .walk').dataset.step === '4'")?;
    page.click(".reference-links a[href^=ledger]")?;
    arrives(&page, "ledger/", "h1")?;
    page.is_quiet()
}

fn the_treaty_follows_its_switch_with_all_articles_open(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "treaty/")?;
    page.wait_until_interactive("treaty")?;
    let sentence = page.words_in(&part("treaty", "sentence"))?;
    page.click("input[name=treaty][value='1992']")?;
    page.until("the choice in the address", "location.search.includes('treaty=1992')")?;
    ensure(page.words_in(&part("treaty", "sentence"))? != sentence, "the sentence stays as it was")?;
    ensure(!page.shows(".wording-since")?, "the later wording is still shown")?;
    ensure_eq("articles that are folded away", page.number("document.querySelectorAll('details:not([open])').length")?, 0.0)?;
    page.is_quiet()
}

fn a_link_to_an_article_opens_it_again_and_again(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/treaty/#article-4")?;
    page.wait_until_interactive("treaty")?;
    let open = |id: &str| format!("document.querySelector('#{id} > details').open");
    page.until("article 4, to which the address leads,", &open("article-4"))?;
    for _ in 0..2 {
        page.run("location.hash = 'article-2'")?;
        page.until("article 2", &open("article-2"))?;
        ensure(page.is(&open("article-4"))?, "article 4 closes by itself")?;
        page.click("#article-4 > details > summary")?;
        page.until("article 4 closed by the reader", &format!("!{}", open("article-4")))?;
        page.run("location.hash = 'article-4'")?;
        page.until("article 4 anew", &open("article-4"))?;
        page.click("#article-2 > details > summary")?;
        page.until("article 2 closed by the reader", &format!("!{}", open("article-2")))?;
    }
    page.is_quiet()
}

fn what_stands_open_stays_open_when_the_figure_comes_alive(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.reference_pages() {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
        }
        ensure_eq(&path, page.number("document.querySelectorAll('figure details:not([open])').length")?, 0.0)?;
    }
    Ok(())
}
