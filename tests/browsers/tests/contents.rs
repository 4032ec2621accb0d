//! The list of chapters.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![TestCase::new(the_chapter_in_view_is_marked), TestCase::new(a_link_leads_to_its_chapter)]
}

fn the_chapter_in_view_is_marked(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    let mut chapters = page.texts("[...document.querySelectorAll('.contents a')].map((a) => a.hash.slice(1))")?;
    ensure(!chapters.is_empty(), "there is no list of chapters")?;
    chapters.extend(chapters.clone().into_iter().rev());
    for chapter in chapters {
        page.scroll_to(&format!("#{chapter}"))?;
        page.until(
            &format!("a mark at {chapter}"),
            &format!("Array.from(document.querySelectorAll('.contents [aria-current]'), (a) => a.hash).join() === '#{chapter}'"),
        )?;
    }
    page.is_quiet()
}

fn a_link_leads_to_its_chapter(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    page.click(".contents a[href='#since-then']")?;
    page.until("the chapter in view", "Math.abs(document.getElementById('since-then').getBoundingClientRect().top) < innerHeight / 4")?;
    ensure(page.text("location.hash")? == "#since-then", "the address does not name the chapter")
}
