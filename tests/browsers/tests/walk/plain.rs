//! Level (a): cards and stills one after the other, for whoever has no script, asks for a plain page, prints it or has a
//! view too small for a stage.

use browsers::{BrowserCtx, Page, TestCase, TestResult, ensure, ensure_eq};
use serde_json::json;

use super::{fixture::SCENES, visit, visit_in};

pub(super) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(without_script_every_card_has_its_picture),
        TestCase::new(a_plain_page_can_be_asked_for),
        TestCase::new(a_small_view_has_no_stage),
        TestCase::new(on_paper_every_card_has_its_picture_and_its_sources).in_chromium(),
        TestCase::new(the_walk_prints).in_chromium(),
    ]
}

/// Holds when each card is followed by its still, all are shown and none covers another, and no stage stands there.
fn is_stacked(page: &Page, what: &str) -> TestResult {
    let order = page.run(
        "return [...document.querySelectorAll('.card, .still, .scene-after')].map((e) => { \
         const box = e.getBoundingClientRect(); return [e.className, box.top + scrollY, box.bottom + scrollY] })",
    )?;
    let boxes: Vec<_> = order.as_array().into_iter().flatten().collect();
    let (steps, scenes) = (SCENES.iter().map(|(_, steps)| steps).sum::<usize>(), SCENES.len());
    ensure_eq(&format!("{what}: cards, stills and ends"), boxes.len(), 2 * steps + scenes)?;
    for pair in boxes.windows(2) {
        let (bottom, top) = (pair[0][2].as_f64().unwrap_or_default(), pair[1][1].as_f64().unwrap_or_default());
        ensure(bottom <= top + 0.5, format!("{what}: {} ends at {bottom}, and {} begins at {top}", pair[0][0], pair[1][0]))?;
        let height = bottom - pair[0][1].as_f64().unwrap_or_default();
        ensure(height > 20.0, format!("{what}: {} is {height} px high", pair[0][0]))?;
    }
    let drawings = "[...document.querySelectorAll('.picture .drawing')].filter((e) => e.checkVisibility() && e.offsetHeight > 10).length";
    ensure_eq(&format!("{what}: drawings"), page.number(drawings)?, steps as f64)?;
    ensure(!page.shows(".stage")?, format!("{what}: a stage is shown"))
}

fn without_script_every_card_has_its_picture(ctx: &BrowserCtx) -> TestResult {
    for width in [360, 768, 1280] {
        let page = ctx.visit_at(super::fixture::site()?.without_script(), "", width)?;
        is_stacked(&page, &format!("without script at {width} px"))?;
    }
    Ok(())
}

fn a_plain_page_can_be_asked_for(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "?plain#first-4")?;
    is_stacked(&page, "?plain")?;
    ensure(
        page.is("(() => { const { top } = document.getElementById('first-4').getBoundingClientRect(); return top >= 0 && top < innerHeight / 2 })()")?,
        "the card is not where the address leads",
    )?;
    page.is_quiet()
}

/// A landscape phone, a window of 1280 by 800 at a zoom of 200 %, and a view that is too narrow for the words of a stage.
fn a_small_view_has_no_stage(ctx: &BrowserCtx) -> TestResult {
    for view in [(844, 340), (640, 400), (320, 568)] {
        let page = visit_in(ctx, "#first-2", view)?;
        is_stacked(&page, &format!("{view:?}"))?;
    }
    Ok(())
}

fn printed<'a>(ctx: &BrowserCtx<'a>) -> TestResult<Page<'a>> {
    let page = visit(ctx, "#first-2")?;
    page.resize(718, 1000)?;
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    page.frames()?;
    Ok(page)
}

fn on_paper_every_card_has_its_picture_and_its_sources(ctx: &BrowserCtx) -> TestResult {
    let page = printed(ctx)?;
    is_stacked(&page, "on paper")?;
    let folded = page.number("[...document.querySelectorAll('.cites li, .fold p')].filter((e) => !e.checkVisibility()).length")?;
    ensure_eq("what stays folded on paper", folded, 0.0)
}

fn the_walk_prints(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "")?;
    let answer = page.cdp("Page.printToPDF", &json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true }))?;
    ensure(answer["data"].as_str().unwrap_or_default().len() > 10_000, "nothing is printed")
}
