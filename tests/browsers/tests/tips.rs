//! The words beside a mark: opened by pointer, true to what is drawn, closed again.

use browsers::{Case, Outcome, Page, Reader, Site, holds};

use crate::figure::part;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(a_tip_follows_its_value),
        Case::new(a_second_tap_closes_a_tip),
        Case::new(a_tap_elsewhere_and_escape_close_a_tip),
        Case::new(keys_with_a_modifier_are_left_to_the_browser),
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

fn alive<'a>(reader: &Reader<'a>) -> Outcome<Page<'a>> {
    let page = reader.visit(Site::whole(), "embed/troop-shares/")?;
    page.wake(FIGURE)?;
    page.until("the marks", "document.querySelector('[data-part=bars-marks]').childElementCount")?;
    page.run(POINT)?;
    Ok(page)
}

fn tip() -> String {
    part(FIGURE, "bars-tip")
}

fn a_tip_follows_its_value(reader: &Reader) -> Outcome {
    let page = alive(reader)?;
    page.run("__point('mouse', 'pointermove')")?;
    holds(page.words_in(&tip())?.contains("1,850"), "the tip does not say what is drawn")?;
    page.run("document.querySelector('[data-total=\"2030\"]').click()")?;
    page.until("the new value in the tip", &format!("document.querySelector('{}').textContent.includes('1,380')", tip()))?;
    page.run("__point('mouse', 'pointerleave')")?;
    holds(!page.shows(&tip())?, "the tip stays when the pointer leaves")
}

fn a_second_tap_closes_a_tip(reader: &Reader) -> Outcome {
    let page = alive(reader)?;
    for is_open in [true, false, true] {
        page.run(TAP)?;
        holds(page.shows(&tip())? == is_open, format!("after a tap the tip is not {}", if is_open { "open" } else { "closed" }))?;
    }
    page.is_quiet()
}

fn a_tap_elsewhere_and_escape_close_a_tip(reader: &Reader) -> Outcome {
    let page = alive(reader)?;
    for closes in [
        "document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }))",
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'Escape' }))",
    ] {
        page.run(TAP)?;
        holds(page.shows(&tip())?, "a tap shows no tip")?;
        page.run(closes)?;
        holds(!page.shows(&tip())?, format!("the tip stays after {closes}"))?;
    }
    page.is_quiet()
}

fn keys_with_a_modifier_are_left_to_the_browser(reader: &Reader) -> Outcome {
    let page = alive(reader)?;
    for modifier in ["altKey", "ctrlKey", "metaKey"] {
        page.run("document.querySelector('[data-part=bars-marks]').firstElementChild.focus()")?;
        let left = format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, key: 'ArrowRight', {modifier}: true }})) \
             && document.activeElement === document.querySelector('[data-part=bars-marks]').firstElementChild"
        );
        holds(page.is(&left)?, format!("a key with {modifier} moves the focus"))?;
    }
    Ok(())
}
