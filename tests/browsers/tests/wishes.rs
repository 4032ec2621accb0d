//! What a reader's system asks for: dark colours, less motion.

use browsers::{Case, Outcome, Page, Reader, Site, holds, same};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(drawings_follow_to_dark_colours_and_back).in_chromium(),
        Case::new(nothing_moves_of_itself_when_motion_is_unwanted).in_chromium(),
        Case::new(in_forced_colours_drawings_stay_readable_and_controls_have_edges).in_chromium(),
    ]
}

/// The colour of the paper where `figure` has nothing but paper, as `r,g,b`, and as the stylesheet has it.
fn papers(page: &Page, figure: &str) -> Outcome<(String, String)> {
    let drawn = page.text(&format!(
        "[...document.querySelector('[data-figure=\"{figure}\"] canvas').getContext('2d').getImageData(1, 1, 1, 1).data].slice(0, 3).join()"
    ))?;
    let wanted = page.text(&format!(
        "getComputedStyle(document.querySelector('[data-figure=\"{figure}\"]')).getPropertyValue('--paper').trim() \
         .match(/[0-9a-f]{{2}}/gi).map((hex) => parseInt(hex, 16)).join()"
    ))?;
    Ok((drawn, wanted))
}

fn drawings_follow_to_dark_colours_and_back(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole(), "embed/troop-shares/")?;
    page.emulate(&[("prefers-color-scheme", "light")])?;
    page.wake("troop-shares")?;
    let (light, wanted) = papers(&page, "troop-shares")?;
    same("the light paper", &light, &wanted)?;
    page.emulate(&[("prefers-color-scheme", "dark")])?;
    page.frames()?;
    let (dark, wanted) = papers(&page, "troop-shares")?;
    same("the dark paper", &dark, &wanted)?;
    holds(light != dark, "the paper stays as it was")?;
    page.emulate(&[("prefers-color-scheme", "light")])?;
    page.frames()?;
    same("the light paper again", papers(&page, "troop-shares")?.0, light)?;
    page.is_quiet()
}

fn nothing_moves_of_itself_when_motion_is_unwanted(reader: &Reader) -> Outcome {
    for path in reader.pages() {
        let page = reader.visit(Site::whole(), &path)?;
        page.emulate(&[("prefers-reduced-motion", "reduce")])?;
        // A figure asks when it comes alive, which an embed does at once.
        page.reload()?;
        for figure in page.figures()? {
            page.wake(&figure)?;
            is_alive(&page, &figure)?;
        }
        let motion = "[...document.querySelectorAll('[data-part=motion]')].some((box) => box.checked)";
        holds(!page.is(motion)?, format!("{path:?}: motion is switched on"))?;
        same("moving parts", page.number("document.getAnimations().length")?, 0.0)?;
        same("scrolling", page.text("getComputedStyle(document.documentElement).scrollBehavior")?, "auto")?;
    }
    Ok(())
}

/// The contrast of each text of a drawing with the paper that it stands on, as WCAG counts it.
const FAINT: &str = "(() => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
      return .2126 * r + .7152 * g + .0722 * b;
    };
    const contrast = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    return [...document.querySelectorAll('.plot svg text')].filter((text) => text.checkVisibility() && !text.closest('.is-live')).filter((text) =>
      contrast(light(getComputedStyle(text).fill), light(getComputedStyle(text.closest('.plot')).backgroundColor)) < 4.5)
      .map((text) => text.textContent);
  })()";

fn in_forced_colours_drawings_stay_readable_and_controls_have_edges(reader: &Reader) -> Outcome {
    for (path, colours) in reader.pages().iter().flat_map(|path| ["light", "dark"].map(|colours| (path, colours))) {
        let page = reader.visit(Site::whole().without_program(), path)?;
        page.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", colours)])?;
        holds(page.is("matchMedia('(forced-colors: active)').matches")?, "colours are not forced")?;
        let faint = page.texts(FAINT)?;
        holds(faint.is_empty(), format!("{path:?}, {colours}: hard to read: {:?}", &faint[..faint.len().min(5)]))?;
        let bare = page.texts(
            "[...document.querySelectorAll('figure button')].filter((e) => e.checkVisibility() && !e.matches('.mark, .term')) \
             .filter((e) => getComputedStyle(e).borderStyle === 'none').map((e) => e.textContent)",
        )?;
        holds(bare.is_empty(), format!("{path:?}: buttons without an edge: {bare:?}"))?;
    }
    Ok(())
}
