//! What a reader's system asks for: dark colours, less motion.

use browsers::{Case, Outcome, Page, Reader, Site, holds, same};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(drawings_follow_to_dark_colours_and_back).in_chromium(),
        Case::new(nothing_moves_of_itself_when_motion_is_unwanted).in_chromium(),
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
        for figure in page.figures()? {
            page.wake(&figure)?;
            is_alive(&page, &figure)?;
        }
        same("moving parts", page.number("document.getAnimations().length")?, 0.0)?;
        same("scrolling", page.text("getComputedStyle(document.documentElement).scrollBehavior")?, "auto")?;
    }
    Ok(())
}
