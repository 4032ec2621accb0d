//! The list of chapters.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_chapter_in_view_is_marked),
        TestCase::new(a_link_leads_to_its_chapter),
        TestCase::new(the_list_stays_in_view),
        TestCase::new(a_phone_says_which_chapter_and_unfolds_the_list),
        TestCase::new(a_phone_without_script_unfolds_the_list),
    ]
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

fn the_list_stays_in_view(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    ensure(page.shows(".contents a")?, "the list is folded away where there is room for it")?;
    page.scroll_to("#since-then")?;
    page.until("the list at the top of the view", "Math.abs(document.querySelector('.top').getBoundingClientRect().top) < 1")?;
    // No line of text stands under it.
    page.click(".contents a[href='#staying-home']")?;
    let gap = "document.getElementById('staying-home').getBoundingClientRect().top - document.querySelector('.top').getBoundingClientRect().bottom";
    page.until("the chapter below the list", &format!("{gap} >= 0 && {gap} < innerHeight / 4"))
}

fn a_phone_says_which_chapter_and_unfolds_the_list(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), "", 360)?;
    ensure(!page.shows(".contents a")?, "the list covers a phone")?;
    let count = page.number("document.querySelectorAll('.contents a').length")?;
    page.click(".contents button")?;
    ensure(page.shows(".contents a[href='#staying-home']")?, "the list does not unfold")?;
    // By script: geckodriver finds no way to what stands fixed in a frame.
    page.run("document.querySelector('.contents a[href=\"#staying-home\"]').click()")?;
    page.until("the chapter in view", "Math.abs(document.getElementById('staying-home').getBoundingClientRect().top) < innerHeight / 4")?;
    page.until("the chapter's number", &format!("document.querySelector('.contents button').textContent === '3 of {count}'"))?;
    page.until("the list folded", "!document.querySelector('.contents :popover-open')")?;
    page.is_sound()
}

fn a_phone_without_script_unfolds_the_list(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole().without_script(), "", 360)?;
    page.click(".contents button")?;
    ensure(page.shows(".contents a[href='#since-then']")?, "the list does not unfold")
}
