//! The rows of the ledger on the stages of "stayed home" and "since then": each opens by whose count people died, how it was
//! explained, and the sources; and without the app the still is as it was.

use browsers::{BrowserCtx, Gate, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};

pub(super) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(a_row_of_the_ledger_opens_and_closes_by_mouse),
        TestCase::new(a_row_of_the_ledger_opens_and_closes_by_keyboard),
        TestCase::new(each_row_of_each_step_opens_its_own_details),
        TestCase::new(in_the_single_file_a_row_leads_to_the_ledger_of_the_file),
        TestCase::new(a_ledger_that_misses_a_row_stays_as_built),
    ]
}

/// Whether the sheet with the details is open.
const OPEN: &str = "document.querySelector('#stayed-home .row-details').matches(':popover-open')";

/// The button that has the focus, by its name.
const FOCUSED: &str = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent";

/// The page at a step of a scene, when the app has made its rows buttons.
fn taken_over<'a>(ctx: &BrowserCtx<'a>, scene: &str, number: usize) -> TestResult<Page<'a>> {
    let page = ctx.visit(ServerConfig::whole(), &format!("?from={number}#{scene}-{number}"))?;
    page.until("the app on the stage", &format!("performance.getEntriesByName('scene:{scene}').length"))?;
    page.frames()?;
    Ok(page)
}

fn a_row_of_the_ledger_opens_and_closes_by_mouse(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, "stayed-home", 2)?;
    ensure(!page.is(OPEN)?, "the sheet is open before anybody has asked for it")?;
    page.click("#stayed-home li:nth-child(2) .told button")?;
    page.until("the sheet", OPEN)?;
    let details = page.words_in("#stayed-home .row-details")?;
    for said in ["Belarus: protest after the election", "Radio Svaboda counted", "Kremlin", "sources"] {
        ensure(details.contains(said), format!("the sheet does not say {said:?}: {details}"))?;
    }
    page.click("#stayed-home .row-details .close")?;
    page.until("no sheet", &format!("!{OPEN}"))?;
    page.click("#stayed-home li:nth-child(2) .told button")?;
    page.click("#stayed-home .row-details a[href*='ledger/#']")?;
    page.until("the row of the ledger", "location.pathname.endsWith('/ledger/') && location.hash === '#belarus-2020'")
}

fn a_row_of_the_ledger_opens_and_closes_by_keyboard(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, "stayed-home", 2)?;
    page.tab_to("#stayed-home li:nth-child(2) .told button")?;
    let first = page.text(FOCUSED)?;
    page.press(&[keys::DOWN])?;
    let second = page.text(FOCUSED)?;
    ensure(first != second && second.starts_with("Kyrgyzstan"), format!("the arrow led from {first:?} to {second:?}"))?;
    page.press(&[keys::UP, keys::UP])?;
    ensure(page.text(FOCUSED)?.starts_with("Kyrgyzstan: Osh"), "the arrow did not lead to the row above")?;
    page.press(&[keys::ENTER])?;
    page.until("the sheet", OPEN)?;
    let details = page.words_in("#stayed-home .row-details")?;
    ensure(details.starts_with("Kyrgyzstan: Osh"), format!("the sheet says {details}"))?;
    page.press(&[keys::ESCAPE])?;
    page.until("no sheet", &format!("!{OPEN}"))?;
    ensure(page.text(FOCUSED)?.starts_with("Kyrgyzstan: Osh"), "the focus did not come back to the row")
}

/// The name on each button is the one that its sheet begins with, and the ledger is read out as a list.
fn each_row_of_each_step_opens_its_own_details(ctx: &BrowserCtx) -> TestResult {
    for (scene, least) in [("stayed-home", 30), ("since-then", 19)] {
        let page = taken_over(ctx, scene, 1)?;
        let wrong = page.texts(&format!(
            "(() => {{
                const sheet = document.querySelector('#{scene} .row-details'), buttons = [...document.querySelectorAll('#{scene} .row-button')];
                const wrong = buttons.length < {least} ? ['only ' + buttons.length + ' buttons'] : [];
                for (const picture of document.querySelectorAll('#{scene} .picture')) {{
                    if (picture.getAttribute('role') !== 'group' || picture.querySelector('ol').closest('[aria-hidden]')) wrong.push('an image');
                }}
                return wrong;
            }})()"
        ))?;
        ensure_eq(&format!("what is wrong in {scene}"), wrong, Vec::<String>::new())?;
        let count = page.number(&format!("document.querySelectorAll('#{scene} .row-button').length"))?;
        for at in 0..count as usize {
            page.run(&format!("document.querySelectorAll('#{scene} .row-button')[{at}].click()"))?;
            page.until(
                &format!("the details of row {at}"),
                &format!(
                    "document.querySelector('#{scene} .row-details .row-name').textContent === \
                     document.querySelectorAll('#{scene} .row-button')[{at}].getAttribute('aria-label')"
                ),
            )?;
        }
    }
    Ok(())
}

fn in_the_single_file_a_row_leads_to_the_ledger_of_the_file(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "csto-explainer.html#stayed-home-2")?;
    page.until("the app on the stage", "performance.getEntriesByName('scene:stayed-home').length")?;
    page.frames()?;
    page.click("#stayed-home li:nth-child(2) .told button")?;
    page.until("the sheet", OPEN)?;
    page.click("#stayed-home .row-details a[href*='belarus-2020']")?;
    page.until("the row in the file", "location.hash === '#belarus-2020' && document.querySelector('tr:target')")
}

fn a_ledger_that_misses_a_row_stays_as_built(ctx: &BrowserCtx) -> TestResult {
    let gate = Gate::default();
    let page = ctx.visit(ServerConfig::whole().held_program(&gate), "#stayed-home-2")?;
    page.run("document.querySelector('#stayed-home .record li').remove()")?;
    gate.open();
    // A stage starts when it comes near.
    page.run("location.hash = '#who-came-1'")?;
    page.until("the other stage", "performance.getEntriesByName('scene:who-came').length")?;
    page.frames()?;
    ensure_eq("buttons", page.number("document.querySelectorAll('#stayed-home .row-button').length")?, 0.0)?;
    ensure_eq("role", page.text("document.querySelector('#stayed-home .picture').getAttribute('role')")?, "img")
}
