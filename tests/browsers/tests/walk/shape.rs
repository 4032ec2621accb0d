//! Views of another size, letters of another size, and colours of the reader's own.

use browsers::{BrowserCtx, Page, TestCase, TestResult, ensure, ensure_eq};
use serde_json::json;

use super::{agrees, step, visit, visit_in};
use crate::{
    accessible::{VIEWS, is_clean},
    layout::fits,
};

pub(super) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(an_address_bar_moves_no_step),
        TestCase::new(a_rotated_phone_keeps_its_step),
        TestCase::new(a_window_of_another_size_keeps_its_step),
        TestCase::new(a_change_of_size_on_the_way_does_not_turn_back),
        TestCase::new(the_card_on_a_phone_leaves_the_drawing_free),
        TestCase::new(a_card_over_the_drawing_shows_until_the_next_one_rests),
        TestCase::new(nothing_is_wider_than_the_view),
        TestCase::new(letters_twice_as_large_agree_and_fit),
        TestCase::new(nothing_shifts).in_chromium(),
        TestCase::new(forced_colours_leave_cards_and_buttons_readable).in_chromium(),
        TestCase::new(axe_finds_no_violation).in_chromium(),
        TestCase::new(a_screen_reader_finds_one_picture_a_scene).in_chromium(),
    ]
}

fn an_address_bar_moves_no_step(ctx: &BrowserCtx) -> TestResult {
    for number in [1, 3, 6] {
        let page = visit_in(ctx, &format!("#first-{number}"), (360, 740))?;
        for height in [660, 740, 625, 740] {
            page.reshape(360, height)?;
            ensure_eq(&format!("the step in a view {height} px high"), step(&page, "first")?, f64::from(number))?;
        }
    }
    Ok(())
}

/// The views of a phone that is turned, and of one turned back: the first is too low for a stage.
fn a_rotated_phone_keeps_its_step(ctx: &BrowserCtx) -> TestResult {
    for number in [1, 2, 4, 6] {
        let page = visit_in(ctx, &format!("#first-{number}"), (390, 760))?;
        ensure_eq("the step before", step(&page, "first")?, f64::from(number))?;
        for view in [(844, 340), (390, 760), (844, 340), (390, 760)] {
            page.reshape(view.0, view.1)?;
            page.frames()?;
            ensure_eq(&format!("the step at {view:?}, begun at {number}"), step(&page, "first")?, f64::from(number))?;
            ensure(
                page.is(&format!(
                    "(() => {{ const box = document.getElementById('first-{number}').getBoundingClientRect(); \
                     return box.top < innerHeight && box.bottom > 0 }})()"
                ))?,
                format!("card {number} is not in view at {view:?}"),
            )?;
        }
        agrees(&page, "after turning")?;
    }
    Ok(())
}

fn a_window_of_another_size_keeps_its_step(ctx: &BrowserCtx) -> TestResult {
    for number in [2, 5] {
        let page = visit_in(ctx, &format!("#first-{number}"), (1280, 900))?;
        for (width, height) in [(1280, 820), (1000, 820), (700, 1100), (1500, 700), (1280, 400), (1280, 900)] {
            page.reshape(width, height)?;
            page.frames()?;
            ensure_eq(&format!("the step at {width} by {height}, begun at {number}"), step(&page, "first")?, f64::from(number))?;
        }
    }
    Ok(())
}

/// Also on the way to a step, which is then where the way ends.
fn a_change_of_size_on_the_way_does_not_turn_back(ctx: &BrowserCtx) -> TestResult {
    let page = visit_in(ctx, "#first-2", (1280, 900))?;
    for (number, width) in [(3, 1000), (4, 1280), (5, 700)] {
        page.run("document.querySelector('#first [data-by=\"1\"]').click()")?;
        page.reshape(width, 900)?;
        page.until(&format!("step {number}"), &format!("document.querySelector('#first .walk').dataset.step === '{number}'"))?;
        page.frames()?;
        ensure_eq(&format!("the step at {width}"), step(&page, "first")?, f64::from(number))?;
        ensure_eq("the address", page.text("location.hash")?, &*format!("#first-{number}"))?;
    }
    Ok(())
}

/// A card that a link leads to stands below the drawing; the one before it has left, or shows no more.
fn the_card_on_a_phone_leaves_the_drawing_free(ctx: &BrowserCtx) -> TestResult {
    for (view, number) in [(360, 740), (390, 844), (768, 1024)].into_iter().flat_map(|view| [1, 2, 3, 4].map(|number| (view, number))) {
        let page = visit_in(ctx, &format!("#first-{number}"), view)?;
        page.run("document.getAnimations().forEach((animation) => animation.finish())")?;
        let covered = page.texts(
            "(() => { const drawing = [...document.querySelectorAll('#first .picture .drawing')].find((e) => e.checkVisibility()).getBoundingClientRect(); \
             return [...document.querySelectorAll('#first .card')].filter((card) => { const box = card.getBoundingClientRect(); \
             return box.bottom > drawing.top && box.top < drawing.bottom - 20 }).filter((card) => getComputedStyle(card).opacity > 0) \
             .map((card) => card.id) })()",
        )?;
        ensure(covered.is_empty(), format!("at step {number} in {view:?} the drawing lies below {covered:?}"))?;
        let card = format!("document.getElementById('first-{number}').getBoundingClientRect().bottom");
        ensure(page.is(&format!("{card} <= innerHeight"))?, format!("at step {number} in {view:?} the card is not wholly in view"))?;
    }
    Ok(())
}

/// Which cards of the first scene show, once nothing fades any more.
fn shown_cards(page: &Page) -> TestResult<Vec<String>> {
    page.frames()?;
    page.run("document.getAnimations().forEach((animation) => animation.finish())")?;
    page.texts(
        "[...document.querySelectorAll('#first .card')].filter((card) => getComputedStyle(card).opacity > .9).map((card) => card.id)",
    )
}

fn a_card_over_the_drawing_shows_until_the_next_one_rests(ctx: &BrowserCtx) -> TestResult {
    let from = |number: u32| (number..=6).map(|number| format!("first-{number}")).collect::<Vec<_>>();
    let page = visit_in(ctx, "#first-3", (360, 740))?;
    ensure_eq("the cards at rest", shown_cards(&page)?, from(3))?;
    page.run("scrollBy({ top: -60, behavior: 'instant' })")?;
    ensure_eq("the active step", step(&page, "first")?, 3.0)?;
    ensure_eq("the cards before the third rests", shown_cards(&page)?, from(2))?;
    // Whoever tabs back has to see where the focus is.
    page.scroll_to("#first-3")?;
    page.run("document.querySelector('#first-2 summary').focus({ preventScroll: true })")?;
    ensure(shown_cards(&page)?.contains(&"first-2".to_owned()), "the card with the focus does not show")?;
    page.reshape(1280, 900)?;
    page.frames()?;
    page.scroll_to("#first-3")?;
    ensure_eq("the cards beside the stage", shown_cards(&page)?, from(1))
}

fn nothing_is_wider_than_the_view(ctx: &BrowserCtx) -> TestResult {
    for view in [(320, 568), (360, 740), (640, 400), (768, 1024), (1280, 800), (2560, 1300)] {
        let page = visit_in(ctx, "#first-3", view)?;
        page.run("document.querySelectorAll('details').forEach((details) => { details.open = true })")?;
        page.frames()?;
        fits(&page).map_err(|error| error.context(format!("at {view:?}")))?;
    }
    Ok(())
}

fn letters_twice_as_large_agree_and_fit(ctx: &BrowserCtx) -> TestResult {
    for view in [(1280, 900), (768, 1024), (360, 740)] {
        let page = visit_in(ctx, "", view)?;
        page.run("document.documentElement.style.fontSize = '200%'")?;
        page.frames()?;
        for number in [1, 3, 6, 2] {
            page.scroll_to(&format!("#first-{number}"))?;
            page.frames()?;
            ensure_eq(&format!("the step at {view:?}"), step(&page, "first")?, f64::from(number))?;
            fits(&page).map_err(|error| error.context(format!("at {view:?}")))?;
        }
    }
    Ok(())
}

/// Adds up what moves by itself, from the first paint on.
const SHIFTS: &str = "window.__shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.__shift += entry.value; window.__moved = entry.sources.map((s) => s.node?.className) }))
        .observe({ type: 'layout-shift', buffered: true });";

fn nothing_shifts(ctx: &BrowserCtx) -> TestResult {
    for (address, width) in ["", "#first-4", "#second-2"].into_iter().flat_map(|address| [1280, 768, 500].map(|width| (address, width))) {
        let site = super::fixture::site()?.after_script(SHIFTS);
        let page = ctx.visit(site, "?before")?;
        page.resize(width, 800)?;
        page.go_to(&format!("?at={width}{address}"))?;
        for _ in 0..40 {
            page.run("scrollBy({ top: 120, behavior: 'instant' })")?;
            page.frames()?;
        }
        let shift = page.number("window.__shift")?;
        ensure(
            shift <= 0.01,
            format!("at {width} px, opened at {address:?}, things shift by {shift}: {:?}", page.texts("window.__moved")),
        )?;
    }
    Ok(())
}

fn forced_colours_leave_cards_and_buttons_readable(ctx: &BrowserCtx) -> TestResult {
    for width in [1280, 500] {
        let page = visit(ctx, "#first-2")?;
        page.resize(width, 800)?;
        page.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")])?;
        page.scroll_to("#first-2")?;
        page.frames()?;
        let alike = page.texts(
            "[...document.querySelectorAll('#first .card, #first .card h3, #first .card p, #first .cites summary, #first .picture-title, #first [data-by], #first [data-count]')] \
             .filter((e) => e.checkVisibility()).filter((e) => { \
             let paper = e; while (getComputedStyle(paper).backgroundColor === 'rgba(0, 0, 0, 0)') paper = paper.parentElement ?? document.body; \
             return getComputedStyle(e).color === getComputedStyle(paper).backgroundColor }).map((e) => e.outerHTML.slice(0, 60))",
        )?;
        ensure(alike.is_empty(), format!("these have the colour of what is behind them: {alike:?}"))?;
        // Where all letters have one colour, an edge tells the active card from the others.
        if width == 1280 {
            let edges = page.texts("[...document.querySelectorAll('#first .card')].map((card) => getComputedStyle(card).outlineStyle)")?;
            ensure_eq("the edges of the cards", edges, vec!["none", "solid", "none", "none", "none", "none"])?;
        }
    }
    Ok(())
}

fn axe_finds_no_violation(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "#first-2")?;
    is_clean(&page, "the walk", &VIEWS)?;
    page.go_to("?plain#first-2")?;
    is_clean(&page, "the walk without a stage", &VIEWS[..2])
}

/// The roles and names that Chromium hands to assistive technology.
fn tree(page: &Page) -> TestResult<Vec<(String, String)>> {
    let answer = page.cdp("Accessibility.getFullAXTree", &json!({}))?;
    let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
    let of = |node: &serde_json::Value, key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
    Ok(nodes.iter().filter(|node| node["ignored"] != true).map(|node| (of(node, "role"), of(node, "name"))).collect())
}

fn a_screen_reader_finds_one_picture_a_scene(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "#first-3")?;
    let nodes = tree(&page)?;
    let count = |role: &str| nodes.iter().filter(|(found, _)| found == role).count();
    ensure_eq("pictures", count("image"), 2)?;
    ensure_eq("tables", count("table") + count("LayoutTable"), 0)?;
    let cards =
        nodes.iter().filter(|(role, name)| role == "heading" && ["Marigold", "Hellebore", "Daffodil"].contains(&name.as_str())).count();
    ensure_eq("headings of these three cards", cards, 3)?;
    ensure(nodes.iter().any(|(role, name)| role == "figure" && name == "The first scene"), "the stage has no name")
}
