//! Figures can be heard, when the reader asks, and only until the reader says stop.

use browsers::{Case, Outcome, Page, Reader, Site, holds, keys, same};

use crate::figure::part;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(a_figure_is_heard_value_by_value_until_it_is_stopped),
        Case::new(the_last_value_can_be_stopped_too),
        Case::new(a_larger_value_sounds_higher),
        Case::new(another_choice_ends_what_is_heard),
        Case::new(without_sound_there_is_no_button),
    ]
}

/// In place of the browser's own sound, which test machines lack: it notes every tone.
const NOTED: &str = "window.tones = []; window.contexts = 0;
    const node = () => ({ connect: (to) => to });
    const param = (set) => ({ set value(value) { set?.(value); }, setTargetAtTime() {} });
    window.AudioContext = class {
      constructor() { window.contexts += 1; }
      get currentTime() { return 0; }
      get destination() { return node(); }
      createOscillator() { return { ...node(), frequency: param((hertz) => window.tones.push(hertz)), start() {}, stop() {} }; }
      createGain() { return { ...node(), gain: param() }; }
    };";

/// The figure on its own page, at `address` below `embed/`, after a press of its button.
fn heard<'a>(reader: &Reader<'a>, address: &str, figure: &str) -> Outcome<Page<'a>> {
    let page = reader.visit(Site::whole().after_script(NOTED), &format!("embed/{address}"))?;
    page.wake(figure)?;
    same("sounds nobody asked for", page.number("window.contexts")?, 0.0)?;
    page.tab_to(&part(figure, "tones"))?;
    page.press(&[keys::ENTER])?;
    Ok(page)
}

fn a_figure_is_heard_value_by_value_until_it_is_stopped(reader: &Reader) -> Outcome {
    for figure in ["burden", "forces", "troop-dots", "troop-shares"] {
        let page = heard(reader, &format!("{figure}/"), figure)?;
        page.until("the first tone", "window.tones.length === 1")?;
        let word = page.words_in(&part(figure, "tones"))?;
        holds(!page.words_in(&part(figure, "announce"))?.is_empty(), format!("{figure} sounds without words"))?;
        page.press(&[keys::ENTER])?;
        holds(page.words_in(&part(figure, "tones"))? != word, format!("{figure}: the button does not change back"))?;
        same("the tones after a stop", page.number("window.tones.length")?, 1.0)?;
        page.is_quiet()?;
    }
    Ok(())
}

/// The first step of `troop-dots` has one value, which is the last as well.
fn the_last_value_can_be_stopped_too(reader: &Reader) -> Outcome {
    let page = heard(reader, "troop-dots/?v=1&step=all", "troop-dots")?;
    page.until("the only tone", "window.tones.length === 1")?;
    page.press(&[keys::ENTER])?;
    same("the tones after a stop", page.number("window.tones.length")?, 1.0)
}

fn a_larger_value_sounds_higher(reader: &Reader) -> Outcome {
    let page = heard(reader, "troop-shares/", "troop-shares")?;
    page.until("the second tone", "window.tones.length >= 2")?;
    holds(page.is("window.tones[0] > window.tones[1] && Math.max(...window.tones) < 881")?, "Russia's tone is not the higher one")
}

fn another_choice_ends_what_is_heard(reader: &Reader) -> Outcome {
    let page = heard(reader, "burden/", "burden")?;
    page.until("the first tone", "window.tones.length === 1")?;
    page.click("[name=burden][value=five]")?;
    let (button, said) = (part("burden", "tones"), part("burden", "announce"));
    page.until("the end", &format!("document.querySelector('{button}').textContent !== document.querySelector('{button}').dataset.stop"))?;
    same("the tones", page.number("window.tones.length")?, 1.0)?;
    same("what is said last", page.words_in(&said)?, page.words_in(&part("burden", "sentence"))?)
}

fn without_sound_there_is_no_button(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole().after_script("delete window.AudioContext;"), "embed/burden/")?;
    page.wake("burden")?;
    holds(!page.shows(&part("burden", "tones"))?, "a button that plays nothing is shown")
}
