//! The list of scenes in the line above the page.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_scene_in_view_is_marked),
        TestCase::new(a_link_leads_to_its_scene),
        TestCase::new(the_list_stays_in_view),
        TestCase::new(a_phone_says_which_scene_and_unfolds_the_list),
        TestCase::new(a_phone_without_script_unfolds_the_list),
    ]
}

fn the_scene_in_view_is_marked(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    let mut scenes = page.texts("[...document.querySelectorAll('.contents a')].map((a) => a.hash.slice(1))")?;
    ensure(!scenes.is_empty(), "there is no list of scenes")?;
    scenes.extend(scenes.clone().into_iter().rev());
    for scene in scenes {
        page.scroll_to(&format!("#{scene}"))?;
        page.until(
            &format!("a mark at {scene}"),
            &format!("Array.from(document.querySelectorAll('.contents [aria-current]'), (a) => a.hash).join() === '#{scene}'"),
        )?;
    }
    page.is_quiet()
}

fn a_link_leads_to_its_scene(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    page.click(".contents a[href='#since-then']")?;
    page.until("the scene in view", "Math.abs(document.getElementById('since-then').getBoundingClientRect().top) < innerHeight / 4")?;
    ensure(page.text("location.hash")? == "#since-then", "the address does not name the scene")
}

fn the_list_stays_in_view(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    ensure(page.shows(".contents a")?, "the list is folded away where there is room for it")?;
    page.scroll_to("#since-then")?;
    page.until("the list at the top of the view", "Math.abs(document.querySelector('.top').getBoundingClientRect().top) < 1")?;
    // No line of text stands under it.
    page.click(".contents a[href='#stayed-home']")?;
    let gap = "document.getElementById('stayed-home').getBoundingClientRect().top - document.querySelector('.top').getBoundingClientRect().bottom";
    page.until("the scene below the list", &format!("{gap} >= 0 && {gap} < innerHeight / 4"))
}

fn a_phone_says_which_scene_and_unfolds_the_list(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), "", 360)?;
    ensure(!page.shows(".contents a")?, "the list covers a phone")?;
    let count = page.number("document.querySelectorAll('.contents a').length")?;
    page.click(".contents button")?;
    ensure(page.shows(".contents a[href='#stayed-home']")?, "the list does not unfold")?;
    // By script: geckodriver finds no way to what stands fixed in a frame.
    page.run("document.querySelector('.contents a[href=\"#stayed-home\"]').click()")?;
    page.until("the scene in view", "Math.abs(document.getElementById('stayed-home').getBoundingClientRect().top) < innerHeight / 4")?;
    page.until("the scene's number", &format!("document.querySelector('.contents button').textContent === '4 of {count}'"))?;
    page.until("the list folded", "!document.querySelector('.contents :popover-open')")?;
    page.is_sound()
}

fn a_phone_without_script_unfolds_the_list(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole().without_script(), "", 360)?;
    page.click(".contents button")?;
    ensure(page.shows(".contents a[href='#since-then']")?, "the list does not unfold")
}
