//! “Share or cite” at the foot of a stage hands out the step in view.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

pub(super) fn cases() -> Vec<TestCase> {
    vec![TestCase::new(a_stage_hands_out_the_step_in_view)]
}

fn a_stage_hands_out_the_step_in_view(ctx: &BrowserCtx) -> TestResult {
    // A step that the address does not name.
    let page = ctx.visit(ServerConfig::whole(), "#who-came-1")?;
    page.scroll_to("#who-came-3")?;
    page.frames()?;
    page.click("#who-came .share-step")?;
    let texts = "[...document.querySelectorAll('#who-came .share textarea')].map((text) => text.value)";
    page.until("the step's address", &format!("{texts}[0]?.endsWith('#who-came-3')"))?;
    let title = page.text("document.querySelectorAll('#who-came .picture-title')[2].textContent")?;
    let [_, citation, _] = &page.texts(texts)?[..] else { return Err("the panel has not three texts".into()) };
    ensure(citation.contains(&title), format!("the citation does not name “{title}”: {citation}"))?;
    ensure(!page.shows("#who-came .share a")?, "a step is no figure, and yet can be embedded")?;
    page.click("#who-came [data-by='1']")?;
    page.until("the next step's address", &format!("{texts}[0].endsWith('#who-came-4')"))?;
    let inside = "(() => { const box = document.querySelector('#who-came .share').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight })()";
    ensure(page.is(inside)?, "the panel leaves the view")?;
    page.press(&[browsers::keys::ESCAPE])?;
    ensure_eq("panels after Escape", page.number("document.querySelectorAll('.share').length")?, 0.0)?;
    page.is_quiet()
}
