//! Figures can be heard, when the reader asks, and only until the reader says stop.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};

use crate::figure::part;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(a_figure_is_heard_value_by_value_until_it_is_stopped),
        TestCase::new(the_last_value_can_be_stopped_too),
        TestCase::new(a_larger_value_sounds_higher),
        TestCase::new(another_choice_ends_what_is_heard),
        TestCase::new(without_sound_there_is_no_button),
    ]
}

/// In place of the browser's own sound, which test machines lack: it notes every tone.
const NOTED: &str = "window.tones = []; window.contexts = 0; window.ends = 0;
    const node = () => ({ connect: (to) => to });
    const param = (set) => ({ set value(value) { set?.(value); }, setTargetAtTime() {} });
    window.AudioContext = class {
      constructor() { window.contexts += 1; }
      close() { window.ends += 1; return Promise.resolve(); }
      get currentTime() { return 0; }
      get destination() { return node(); }
      createOscillator() { return { ...node(), frequency: param((hertz) => window.tones.push(hertz)), start() {}, stop() {} }; }
      createGain() { return { ...node(), gain: param() }; }
    };";

/// The figure on its own page, at `address` below `embed/`, after a press of its button.
fn heard<'a>(ctx: &BrowserCtx<'a>, address: &str, figure: &str) -> TestResult<Page<'a>> {
    let page = ctx.visit(ServerConfig::whole().after_script(NOTED), &format!("embed/{address}"))?;
    page.wait_until_interactive(figure)?;
    ensure_eq("sounds nobody asked for", page.number("window.contexts")?, 0.0)?;
    page.tab_to(&part(figure, "tones"))?;
    page.press(&[keys::ENTER])?;
    Ok(page)
}

fn a_figure_is_heard_value_by_value_until_it_is_stopped(ctx: &BrowserCtx) -> TestResult {
    for figure in ["burden", "forces", "troop-dots", "troop-shares"] {
        let page = heard(ctx, &format!("{figure}/"), figure)?;
        page.until("the first tone", "window.tones.length === 1")?;
        let word = page.words_in(&part(figure, "tones"))?;
        ensure(!page.words_in(&part(figure, "announce"))?.is_empty(), format!("{figure} sounds without words"))?;
        page.press(&[keys::ENTER])?;
        ensure(page.words_in(&part(figure, "tones"))? != word, format!("{figure}: the button does not change back"))?;
        ensure_eq("the tones after a stop", page.number("window.tones.length")?, 1.0)?;
        page.is_quiet()?;
    }
    Ok(())
}

/// The first step of `troop-dots` has one value, which is the last as well.
fn the_last_value_can_be_stopped_too(ctx: &BrowserCtx) -> TestResult {
    let page = heard(ctx, "troop-dots/?v=1&step=all", "troop-dots")?;
    page.until("the only tone", "window.tones.length === 1")?;
    page.press(&[keys::ENTER])?;
    ensure_eq("the tones after a stop", page.number("window.tones.length")?, 1.0)?;
    page.until("an end of what the browser keeps for sound", "window.ends === window.contexts")
}

fn a_larger_value_sounds_higher(ctx: &BrowserCtx) -> TestResult {
    let page = heard(ctx, "troop-shares/", "troop-shares")?;
    page.until("the second tone", "window.tones.length >= 2")?;
    ensure(page.is("window.tones[0] > window.tones[1] && Math.max(...window.tones) < 881")?, "Russia's tone is not the higher one")
}

fn another_choice_ends_what_is_heard(ctx: &BrowserCtx) -> TestResult {
    let page = heard(ctx, "burden/", "burden")?;
    page.until("the first tone", "window.tones.length === 1")?;
    page.click("[name=burden][value=five]")?;
    let (button, said) = (part("burden", "tones"), part("burden", "announce"));
    page.until("the end", &format!("document.querySelector('{button}').textContent !== document.querySelector('{button}').dataset.stop"))?;
    ensure_eq("the tones", page.number("window.tones.length")?, 1.0)?;
    ensure_eq("what is said last", page.words_in(&said)?, page.words_in(&part("burden", "sentence"))?)
}

fn without_sound_there_is_no_button(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().after_script("delete window.AudioContext;"), "embed/burden/")?;
    page.wait_until_interactive("burden")?;
    ensure(!page.shows(&part("burden", "tones"))?, "a button that plays nothing is shown")
}
