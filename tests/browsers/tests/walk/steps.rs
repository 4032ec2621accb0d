//! Which step is active, and the ways to a step: its address, the buttons, the keyboard.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};
use csto_explainer::walk::script;

use super::{agrees, fixture::SCENES, step, visit};

pub(super) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_active_step_is_the_last_card_above_the_line),
        TestCase::new(an_address_lands_on_its_step),
        TestCase::new(back_leads_to_the_step_before),
        TestCase::new(the_buttons_lead_from_step_to_step_and_tell_it),
        TestCase::new(quick_presses_count_each),
        TestCase::new(a_press_jumps_where_motion_is_unwanted).in_chromium(),
        TestCase::new(nothing_is_told_while_a_reader_scrolls),
        TestCase::new(what_has_the_keyboards_focus_is_in_view),
        TestCase::new(in_a_card_higher_than_the_view_the_focus_is_in_view),
        TestCase::new(a_picture_can_be_skipped),
    ]
}

/// The pure function, on geometry alone.
fn the_active_step_is_the_last_card_above_the_line(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "")?;
    for (tops, line, expected) in [
        ("[]", 500.0, 1.0),
        ("[600, 1000]", 500.0, 1.0),
        ("[500, 1000]", 500.0, 1.0),
        ("[-400, 500]", 500.0, 2.0),
        ("[-400, 500.5, 900]", 500.0, 1.0),
        ("[-2000, -1500, -1000]", 500.0, 3.0),
        ("[100, 120, 140, 900]", 500.0, 3.0),
        ("[-10, 10]", 0.0, 1.0),
    ] {
        let found = page.run(&format!("{} return stepAt({tops}, {line})", script::STEP))?;
        ensure_eq(&format!("the step of {tops} with a line at {line}"), found.as_f64(), Some(expected))?;
    }
    Ok(())
}

fn an_address_lands_on_its_step(ctx: &BrowserCtx) -> TestResult {
    for (scene, steps) in SCENES {
        for number in (1..=steps).rev() {
            // Another query, or the browser would not load the page anew.
            let page = visit(ctx, &format!("?from={number}#{scene}-{number}"))?;
            agrees(&page, &format!("at #{scene}-{number}"))?;
            ensure_eq(&format!("the step at #{scene}-{number}"), step(&page, scene)?, number as f64)?;
            let (top, stage) = (format!("document.getElementById('{scene}-{number}').getBoundingClientRect()"), ".stage");
            ensure(
                page.is(&format!("{top}.top > 100 && {top}.bottom < innerHeight"))?,
                format!("the card {scene}-{number} is not in view"),
            )?;
            let sticks = format!("document.querySelector('#{scene} {stage}').getBoundingClientRect().top");
            ensure_eq(&format!("the top of the stage at #{scene}-{number}"), page.number(&sticks)?.round(), 40.0)?;
        }
    }
    Ok(())
}

fn back_leads_to_the_step_before(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "#first-6")?;
    page.click("#first-6 a[href='#first-2']")?;
    page.until("the second step", "document.querySelector('#first .walk').dataset.step === '2'")?;
    agrees(&page, "after a link")?;
    page.back()?;
    page.until("the sixth step again", "document.querySelector('#first .walk').dataset.step === '6'")?;
    agrees(&page, "after Back")
}

/// What a screen reader is told of the first scene.
const STATUS: &str = "document.querySelector('#first [role=status]').textContent";

fn the_buttons_lead_from_step_to_step_and_tell_it(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "?kept=1#first-1")?;
    ensure_eq("what is told at first", page.text(STATUS)?, "")?;
    let history = page.number("history.length")?;
    for number in [2, 3, 4, 5, 6, 6, 5] {
        let by = if number == 5 && step(&page, "first")? > 5.0 { -1 } else { 1 };
        let button = format!("#first [data-by='{by}']");
        page.click(&button)?;
        page.until(&format!("step {number}"), &format!("document.querySelector('#first .walk').dataset.step === '{number}'"))?;
        agrees(&page, &format!("after a press to step {number}"))?;
        ensure(
            page.is(&format!("document.activeElement.matches(\"{button}\")"))? || ctx.engine() == browsers::Engine::WebKit,
            "the button lost the focus",
        )?;
        let told = page.text(STATUS)?;
        ensure(told.starts_with(&format!("{number} of 6. A title of two lines")), format!("at step {number} it tells {told:?}"))?;
        ensure_eq("the address", page.text("location.search + location.hash")?, format!("?kept=1#first-{number}"))?;
        let ends = page.texts("[...document.querySelectorAll('#first [data-by]')].map((b) => b.getAttribute('aria-disabled'))")?;
        ensure_eq("whether the buttons are at an end", ends, vec![(number == 1).to_string(), (number == 6).to_string()])?;
    }
    ensure_eq("the steps in the reader's history", page.number("history.length")?, history)?;
    let size =
        page.number("Math.min(...[...document.querySelectorAll('#first [data-by]')].flatMap((b) => [b.offsetWidth, b.offsetHeight]))")?;
    ensure(size >= 44.0, format!("the buttons are {size} px small"))?;
    page.is_quiet()
}

fn quick_presses_count_each(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "#first-1")?;
    page.run("for (let n = 0; n < 4; n++) document.querySelector('#first [data-by=\"1\"]').click()")?;
    page.until("the fifth step", "document.querySelector('#first .walk').dataset.step === '5'")?;
    page.run("for (let n = 0; n < 10; n++) document.querySelector('#first [data-by=\"-1\"]').click()")?;
    page.until("the first step", "document.querySelector('#first .walk').dataset.step === '1'")?;
    agrees(&page, "after quick presses")?;
    // Presses that lead nowhere are not counted.
    page.run("for (const by of [-1, -1, -1, 1]) document.querySelector(`#first [data-by=\"${by}\"]`).click()")?;
    page.until("the second step", "document.querySelector('#first .walk').dataset.step === '2'")?;
    // And those in one scene are not counted in another.
    page.run("for (const id of ['first', 'first', 'second']) document.querySelector(`#${id} [data-by=\"1\"]`).click()")?;
    page.until("the second step of the second scene", "document.querySelector('#second .walk').dataset.step === '2'")?;
    page.frames()?;
    ensure_eq("the step of the second scene", step(&page, "second")?, 2.0)?;
    ensure_eq("where the presses lead", page.text("location.hash")?, "#second-2")?;
    page.is_quiet()
}

fn a_press_jumps_where_motion_is_unwanted(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "#first-1")?;
    for (wish, jumps) in [("reduce", true), ("no-preference", false)] {
        page.emulate(&[("prefers-reduced-motion", wish)])?;
        let by = "(() => { const before = scrollY; document.querySelector('#first [data-by=\"1\"]').click(); return scrollY - before })()";
        ensure_eq(&format!("whether the page jumps with {wish}"), page.number(by)? > 50.0, jumps)?;
    }
    page.until("the third step", "document.querySelector('#first .walk').dataset.step === '3'")?;
    agrees(&page, "after both presses")
}

fn nothing_is_told_while_a_reader_scrolls(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "")?;
    for number in 1..=6 {
        page.scroll_to(&format!("#first-{number}"))?;
        agrees(&page, "after scrolling")?;
        ensure_eq("what is told", page.text(STATUS)?, "")?;
        ensure_eq("the address", page.text("location.hash")?, "")?;
    }
    let live = page.number("document.querySelectorAll('#first .walk :is(output, [aria-live], [role=status])').length")?;
    ensure_eq("live regions", live, 1.0)
}

/// Tab leads through marks, links and buttons. The card comes to where it is read, whichever card it is, and what is
/// focused is not covered by the line on top, the stage or another card.
fn what_has_the_keyboards_focus_is_in_view(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "")?;
    // WebKit leaves links out of the order of Tab, as macOS does.
    let stops = ["#first-1 summary", "#first-2 summary", "#first-5 summary", "#second-1 summary"];
    page.run("document.querySelector('#first .cites summary').focus()")?;
    for stop in stops {
        page.tab_to(stop)?;
        page.frames()?;
        page.frames()?;
        let seen = "(() => { const e = document.activeElement, box = e.getBoundingClientRect(), \
                    [x, y] = [box.left + box.width / 2, box.top + box.height / 2]; \
                    return y > 0 && y < innerHeight && e.contains(document.elementFromPoint(x, y)); })()";
        ensure(page.is(seen)?, format!("{stop} has the focus and cannot be seen"))?;
        agrees(&page, &format!("with the focus on {stop}"))?;
        let (scene, number) = stop[1..].split_once(' ').and_then(|(id, _)| id.split_once('-')).ok_or("no step")?;
        ensure_eq(&format!("the step with the focus on {stop}"), step(&page, scene)?.to_string(), number)?;
    }
    // A press by a pointer moves nothing.
    let page = visit(ctx, "#first-2")?;
    page.run("scrollBy({ top: -60, behavior: 'instant' })")?;
    page.frames()?;
    let before = page.number("scrollY")?;
    page.click("#first-2 summary")?;
    page.frames()?;
    ensure_eq("where the page is after a press", page.number("scrollY")?, before)?;
    ensure(page.shows("#first-2 .cites li")?, "the list of sources does not open")
}

/// On the page itself, where lists of sources are long. WebKit leaves their links out of the order of Tab.
fn in_a_card_higher_than_the_view_the_focus_is_in_view(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), "", 360)?;
    page.reshape(360, 740)?;
    page.run("location.hash = '#who-came-2'")?;
    page.frames()?;
    page.run(
        "for (const details of document.querySelectorAll('#who-came-2 details')) details.open = true;
         document.querySelector('#who-came-2 summary').focus()",
    )?;
    for _ in 0..10 {
        page.press(&[keys::TAB])?;
        page.frames()?;
        let focused = "(() => { const e = document.activeElement, { top, bottom } = e.getBoundingClientRect(); \
                        return !e.closest('#who-came-2') || (top > -1 && bottom < innerHeight + 1) })()";
        ensure(page.is(focused)?, format!("{:?} has the focus out of view", page.text("document.activeElement.textContent")))?;
    }
    Ok(())
}

fn a_picture_can_be_skipped(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "#first-6")?;
    page.run("const skip = document.querySelector('#first .stage .skip'); skip.focus(); skip.click()")?;
    page.until("what follows the picture", "location.hash === '#first-after'")?;
    ensure(page.is("Math.abs(document.getElementById('first-after').getBoundingClientRect().top) < innerHeight")?, "it is not in view")
}
