//! The words beside a mark: opened by pointer, true to what is drawn, closed again.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure};

use crate::figure::part;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(a_tooltip_follows_its_value),
        TestCase::new(a_second_tap_closes_a_tooltip),
        TestCase::new(a_tap_elsewhere_and_escape_close_a_tooltip),
        TestCase::new(keys_with_a_modifier_are_left_to_the_browser),
    ]
}

const FIGURE: &str = "troop-shares";

/// Sends pointer events of a kind to the middle of the first bar, as a browser does for a tap or a move.
const POINT: &str = "window.__point = (pointerType, ...types) => {
    const layer = document.querySelector('[data-part=bars-marks]');
    const box = layer.firstElementChild.getBoundingClientRect();
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true, pointerType };
    for (const type of types) layer.dispatchEvent(new PointerEvent(type, type === 'pointerleave' ? { ...at, bubbles: false } : at));
};";

const TAP: &str = "__point('touch', 'pointerdown', 'pointerup', 'pointerleave', 'click')";

fn interactive<'a>(ctx: &BrowserCtx<'a>) -> TestResult<Page<'a>> {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/")?;
    page.wait_until_interactive(FIGURE)?;
    page.until("the marks", "document.querySelector('[data-part=bars-marks]').childElementCount")?;
    page.run(POINT)?;
    Ok(page)
}

fn tooltip() -> String {
    part(FIGURE, "bars-tip")
}

fn a_tooltip_follows_its_value(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    page.run("__point('mouse', 'pointermove')")?;
    ensure(page.words_in(&tooltip())?.contains("1,850"), "the tooltip does not say what is drawn")?;
    page.run("document.querySelector('[data-total=\"2030\"]').click()")?;
    page.until("the new value in the tooltip", &format!("document.querySelector('{}').textContent.includes('1,380')", tooltip()))?;
    page.run("__point('mouse', 'pointerleave')")?;
    ensure(!page.shows(&tooltip())?, "the tooltip stays when the pointer leaves")
}

fn a_second_tap_closes_a_tooltip(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    for is_open in [true, false, true] {
        page.run(TAP)?;
        ensure(page.shows(&tooltip())? == is_open, format!("after a tap the tooltip is not {}", if is_open { "open" } else { "closed" }))?;
    }
    page.is_quiet()
}

fn a_tap_elsewhere_and_escape_close_a_tooltip(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    for closes in [
        "document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }))",
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'Escape' }))",
    ] {
        page.run(TAP)?;
        ensure(page.shows(&tooltip())?, "a tap shows no tooltip")?;
        page.run(closes)?;
        ensure(!page.shows(&tooltip())?, format!("the tooltip stays after {closes}"))?;
    }
    page.is_quiet()
}

fn keys_with_a_modifier_are_left_to_the_browser(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    for modifier in ["altKey", "ctrlKey", "metaKey"] {
        page.run("document.querySelector('[data-part=bars-marks]').firstElementChild.focus()")?;
        let left = format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, key: 'ArrowRight', {modifier}: true }})) \
             && document.activeElement === document.querySelector('[data-part=bars-marks]').firstElementChild"
        );
        ensure(page.is(&left)?, format!("a key with {modifier} moves the focus"))?;
    }
    Ok(())
}
