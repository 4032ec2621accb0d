//! What a reader's system asks for: dark colours, less motion.

use browsers::{BrowserCtx, Page, SINGLE_FILE, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(drawings_follow_to_dark_colours_and_back).in_chromium(),
        TestCase::new(text_and_drawings_have_more_contrast_where_it_is_wanted).in_chromium(),
        TestCase::new(nothing_moves_of_itself_when_motion_is_unwanted).in_chromium(),
        TestCase::new(in_forced_colours_drawings_stay_readable_and_controls_have_edges).in_chromium(),
        TestCase::new(in_forced_colours_canvases_are_drawn_in_them_and_follow_to_others).in_chromium(),
    ]
}

/// The colour of the paper where `figure` has nothing but paper, as `r,g,b`, and as the stylesheet has it.
fn papers(page: &Page, figure: &str) -> TestResult<(String, String)> {
    let drawn = page.text(&format!(
        "[...document.querySelector('[data-figure=\"{figure}\"] canvas').getContext('2d').getImageData(1, 1, 1, 1).data].slice(0, 3).join()"
    ))?;
    let wanted = page.text(&format!(
        "getComputedStyle(document.querySelector('[data-figure=\"{figure}\"]')).getPropertyValue('--paper').trim() \
         .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3').match(/[0-9a-f]{{2}}/gi).map((hex) => parseInt(hex, 16)).join()"
    ))?;
    Ok((drawn, wanted))
}

fn drawings_follow_to_dark_colours_and_back(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/")?;
    page.emulate(&[("prefers-color-scheme", "light")])?;
    page.wait_until_interactive("troop-shares")?;
    let (light, wanted) = papers(&page, "troop-shares")?;
    ensure_eq("the light paper", &light, &wanted)?;
    page.emulate(&[("prefers-color-scheme", "dark")])?;
    page.frames()?;
    let (dark, wanted) = papers(&page, "troop-shares")?;
    ensure_eq("the dark paper", &dark, &wanted)?;
    ensure(light != dark, "the paper stays as it was")?;
    page.emulate(&[("prefers-color-scheme", "light")])?;
    page.frames()?;
    ensure_eq("the light paper again", papers(&page, "troop-shares")?.0, light)?;
    page.is_quiet()
}

fn nothing_moves_of_itself_when_motion_is_unwanted(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().into_iter().chain([SINGLE_FILE.to_owned()]) {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        page.emulate(&[("prefers-reduced-motion", "reduce")])?;
        // A figure asks when it becomes interactive, which an embed does at once.
        page.reload()?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure)?;
        }
        let motion = "[...document.querySelectorAll('[data-part=motion]')].some((box) => box.checked)";
        ensure(!page.is(motion)?, format!("{path:?}: motion is switched on"))?;
        ensure_eq("moving parts", page.number("document.getAnimations().length")?, 0.0)?;
        ensure_eq("scrolling", page.text("getComputedStyle(document.documentElement).scrollBehavior")?, "auto")?;
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

/// Defines `seen`, which gives the colour that the system has under a name.
const SEEN: &str = "const seen = (name) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };";

/// The texts that `expression` gives, which may use `seen`.
fn with_seen(page: &Page, expression: &str) -> TestResult<Vec<String>> {
    page.texts(&format!("(() => {{ {SEEN} return {expression} }})()"))
}

/// Drawings of the walk that do not stand on the ground that the reader's system has, or whose text is in none of its colours; and
/// buttons whose words cannot be seen.
const OWN_COLOURS: &str = "(() => {
    const ground = seen('Canvas'), inks = ['CanvasText', 'GrayText', 'LinkText'].map(seen);
    return [...document.querySelectorAll('.field, .scene .picture')].filter((drawing) =>
      getComputedStyle(drawing).backgroundColor !== ground || [...drawing.querySelectorAll('svg text')].some((text) => !inks.includes(getComputedStyle(text).fill)))
      // Behind text that is not in a colour of text, browsers put the system's ground, on which it cannot be seen.
      .concat([...document.querySelectorAll('.press')].filter((button) => getComputedStyle(button).color === ground))
      .map((drawing) => drawing.textContent.trim().slice(0, 60));
  })()";

fn in_forced_colours_drawings_stay_readable_and_controls_have_edges(ctx: &BrowserCtx) -> TestResult {
    for (path, colours) in ctx.pages().iter().flat_map(|path| ["light", "dark"].map(|colours| (path, colours))) {
        let page = ctx.visit(ServerConfig::whole().without_program(), path)?;
        page.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", colours)])?;
        ensure(page.is("matchMedia('(forced-colors: active)').matches")?, "colours are not forced")?;
        let faint = page.texts(FAINT)?;
        ensure(faint.is_empty(), format!("{path:?}, {colours}: hard to read: {:?}", &faint[..faint.len().min(5)]))?;
        let own = with_seen(&page, OWN_COLOURS)?;
        ensure(own.is_empty(), format!("{path:?}, {colours}: drawings in other colours than the forced ones: {own:?}"))?;
        let bare = page.texts(
            "[...document.querySelectorAll('figure button')].filter((e) => e.checkVisibility() && !e.matches('.mark, .term')) \
             .filter((e) => getComputedStyle(e).borderStyle === 'none').map((e) => e.textContent)",
        )?;
        ensure(bare.is_empty(), format!("{path:?}: buttons without an edge: {bare:?}"))?;
    }
    Ok(())
}

fn text_and_drawings_have_more_contrast_where_it_is_wanted(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/")?;
    page.wait_until_interactive("troop-shares")?;
    let note = "getComputedStyle(document.querySelector('.fig-note')).color";
    for colours in ["light", "dark"] {
        let usual = [("prefers-contrast", "no-preference"), ("prefers-color-scheme", colours)];
        page.emulate(&usual)?;
        page.frames()?;
        let ((before, _), text) = (papers(&page, "troop-shares")?, page.text(note)?);
        page.emulate(&[("prefers-contrast", "more"), usual[1]])?;
        page.frames()?;
        let (paper, wanted) = papers(&page, "troop-shares")?;
        ensure_eq(&format!("{colours}: the paper"), &paper, &wanted)?;
        ensure(paper != before && page.text(note)? != text, format!("{colours}: paper and text have the usual colours"))?;
    }
    Ok(())
}

/// The colours of the first canvas: what its corner shows, whether something on it has exactly the colour of text, and the ground
/// that the system has.
const ON_CANVAS: &str = "(() => {
    const numbers = (name) => seen(name).match(/[\\d.]+/g).slice(0, 3).join();
    const canvas = document.querySelector('.plot canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const text = numbers('CanvasText');
    let found = false;
    for (let at = 0; at < data.length && !found; at += 4) found = data.slice(at, at + 3).join() === text;
    return [data.slice(0, 3).join(), numbers('Canvas'), String(found)];
  })()";

fn in_forced_colours_canvases_are_drawn_in_them_and_follow_to_others(ctx: &BrowserCtx) -> TestResult {
    for figure in ["troop-shares", "burden", "forces", "timeline", "troop-dots"] {
        let page = ctx.visit(ServerConfig::whole(), &format!("embed/{figure}/"))?;
        page.wait_until_interactive(figure)?;
        for colours in ["light", "dark"] {
            page.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", colours)])?;
            page.frames()?;
            let drawn = with_seen(&page, ON_CANVAS)?;
            let [corner, ground, has_text] = drawn.as_slice() else { return Err(format!("{figure}: {drawn:?}").into()) };
            ensure_eq(&format!("{figure}, {colours}: the ground of the canvas"), corner, ground)?;
            ensure(has_text == "true", format!("{figure}, {colours}: nothing is in the forced colour of text"))?;
        }
    }
    let page = ctx.visit(ServerConfig::whole(), "#who-came-3")?;
    page.until("the canvas of the stage", "document.querySelector('.moving canvas')")?;
    page.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")])?;
    let own = with_seen(&page, OWN_COLOURS)?;
    ensure(own.is_empty(), format!("drawings in other colours than the forced ones: {own:?}"))
}
