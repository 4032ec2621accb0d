//! A reader without a pointer.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};

use crate::figure::{count, part};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_first_choice_of_every_figure_can_be_made_kept_undone_and_redone),
        TestCase::new(arrow_keys_choose_the_measure),
        TestCase::new(a_total_can_be_typed),
        TestCase::new(at_the_last_step_the_focus_goes_to_the_button_back),
        TestCase::new(arrow_keys_go_from_mark_to_mark),
        TestCase::new(fewer_marks_can_still_be_reached),
        TestCase::new(arrow_keys_go_from_event_to_event_that_is_shown),
        TestCase::new(a_guess_can_be_made),
        TestCase::new(tab_goes_through_the_figure_and_out_again),
    ]
}

const FIGURE: &str = "troop-shares";

fn interactive<'a>(ctx: &BrowserCtx<'a>) -> TestResult<Page<'a>> {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/")?;
    page.wait_until_interactive(FIGURE)?;
    Ok(page)
}

/// The button that is pressed ends there, and would take the focus with it.
fn at_the_last_step_the_focus_goes_to_the_button_back(ctx: &BrowserCtx) -> TestResult {
    for (before, pressed, then) in [("rapid", "next", "previous"), ("sender", "previous", "next")] {
        let page = ctx.visit(ServerConfig::whole(), &format!("figures/troop-dots/?v=1&step={before}"))?;
        page.wait_until_interactive("troop-dots")?;
        page.tab_to(&format!("[data-part={pressed}]"))?;
        page.press(&[keys::ENTER])?;
        page.until("the button in the other direction", &format!("document.activeElement.matches('[data-part={then}]')"))?;
    }
    Ok(())
}

/// A step with fewer groups than the one in which the last of them had the focus.
fn fewer_marks_can_still_be_reached(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "figures/troop-dots/?v=1&step=rate")?;
    page.wait_until_interactive("troop-dots")?;
    page.until("the marks", "document.querySelectorAll('.marks > *').length > 1")?;
    page.tab_to(".marks > *")?;
    page.press(&[keys::END])?;
    let last = page.number("document.querySelectorAll('.marks > *').length")?;
    page.click("[data-part=previous]")?;
    page.until("a step with fewer groups", &format!("document.querySelectorAll('.marks > *').length < {last}"))?;
    ensure_eq("marks that Tab reaches", page.number("document.querySelectorAll('.marks > [tabindex=\"0\"]').length")?, 1.0)
}

/// What a figure shows and has chosen: its sentences, tables and phrases, whether they show, its marks and its controls.
fn shown(page: &Page) -> TestResult<Vec<String>> {
    page.texts(
        "[...document.querySelectorAll('figure :is([data-part=sentence], tr, td, dd, ins, del, .event, .marks > *)')] \
         .map((e) => [e.checkVisibility(), e.textContent.replace(/\\s/g, ''), e.getAttribute('aria-label')].join()) \
         .concat([...document.querySelectorAll('figure :checked')].map((e) => e.name + ' ' + e.value))",
    )
}

/// Holds when both are the same; else the first difference is reported.
fn agree(what: &str, found: &[String], expected: &[String]) -> TestResult {
    ensure_eq(&format!("{what}: parts"), found.len(), expected.len())?;
    found.iter().zip(expected).try_for_each(|(found, expected)| ensure_eq(what, found, expected))
}

fn the_first_choice_of_every_figure_can_be_made_kept_undone_and_redone(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().into_iter().filter(|path| !path.is_empty()) {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        let figure = page.figures()?.pop().ok_or(format!("{path:?} has no figure"))?;
        page.wait_until_interactive(&figure)?;
        if count(&page, &figure, "input[type=radio]")? == 0.0 {
            ensure(count(&page, &figure, ".marks [tabindex=\"0\"]")? > 0.0, format!("{path:?} has nothing for keys"))?;
            continue;
        }
        let (first, default) = (page.query()?, shown(&page)?);
        page.tab_to("figure input[type=radio]")?;
        // Not every engine goes from the last to the first.
        let is_last = page.is("(([...all]) => all.at(-1).checked)(document.getElementsByName(document.activeElement.name))")?;
        page.press(&[if is_last { keys::UP } else { keys::DOWN }])?;
        page.until("a choice in the address", &format!("location.search !== '{first}'"))?;
        page.frames()?;
        let (query, other) = (page.query()?, shown(&page)?);
        ensure(other != default, format!("{path:?}: the key changes nothing"))?;
        page.reload()?;
        page.wait_until_interactive(&figure)?;
        ensure_eq(&path, &page.query()?, &query)?;
        agree(&format!("{path:?} anew"), &shown(&page)?, &other)?;
        for (way, query, expected) in [("back", &first, &default), ("forward", &query, &other)] {
            if way == "back" {
                page.back()?
            } else {
                page.forward()?
            }
            page.until(&format!("the address, {way}"), &format!("location.search === '{query}'"))?;
            page.wait_until_interactive(&figure)?;
            agree(&format!("{path:?}, {way}"), &shown(&page)?, expected)?;
        }
        page.is_quiet()?;
    }
    Ok(())
}

fn arrow_keys_choose_the_measure(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    page.tab_to("input[name=unit]")?;
    page.press(&[keys::RIGHT])?;
    page.until("the share in the address", "new URLSearchParams(location.search).get('unit') === 'share'")?;
    ensure_eq("the chosen measure", page.text("document.querySelector('input[name=unit]:checked').value")?, "share")?;
    page.press(&[keys::DOWN])?;
    page.until("soldiers per million in the address", "new URLSearchParams(location.search).get('unit') === 'per-million'")?;
    page.is_quiet()
}

fn a_total_can_be_typed(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    let cells = format!("[...document.querySelectorAll('{} td')].map((td) => td.textContent)", part(FIGURE, "table"));
    let (sentence, table) = (page.words_in(&part(FIGURE, "sentence"))?, page.texts(&cells)?);
    page.tab_to("input[name=total]")?;
    page.chord(&[keys::CONTROL, 'a'])?;
    page.write("2030")?;
    page.press(&[keys::ENTER])?;
    page.until("the total in the address", "new URLSearchParams(location.search).get('total') === '2030'")?;
    let after = page.words_in(&part(FIGURE, "sentence"))?;
    ensure(after != sentence && after.contains("2,030"), format!("the sentence says: {after}"))?;
    let after = page.texts(&cells)?;
    ensure(after != table && after.first().is_some_and(|cell| cell == "1,380"), format!("the table says {after:?}"))?;
    ensure_eq("the range", page.text(&format!("document.querySelector('{}').value", part(FIGURE, "total-range")))?, "2030")?;
    page.until("an announcement", &format!("document.querySelector('{}').textContent.includes('2,030')", part(FIGURE, "announce")))?;
    page.is_quiet()
}

fn arrow_keys_go_from_mark_to_mark(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    for layer in ["bars", "line"] {
        let (marks, tooltip) = (part(FIGURE, &format!("{layer}-marks")), part(FIGURE, &format!("{layer}-tip")));
        let focused = format!("[...document.querySelector('{marks}').children].indexOf(document.activeElement)");
        page.tab_to(&format!("{marks} > *"))?;
        ensure_eq("the first mark", page.number(&focused)?, 0.0)?;
        ensure(page.shows(&tooltip)?, format!("{layer}: the first mark shows no words"))?;
        let first = page.words_in(&tooltip)?;
        page.press(&[keys::RIGHT])?;
        ensure_eq("the next mark", page.number(&focused)?, 1.0)?;
        let next = page.words_in(&tooltip)?;
        ensure(next != first && !next.is_empty(), format!("{layer}: the next mark says {next:?}"))?;
        ensure_eq("the mark's name", page.text("document.activeElement.getAttribute('aria-label')")?, next)?;
        page.press(&[keys::END])?;
        ensure_eq(
            "the last mark",
            page.number(&focused)? + 1.0,
            page.number(&format!("document.querySelector('{marks}').children.length"))?,
        )?;
        page.press(&[keys::HOME])?;
        ensure_eq("the first mark", page.number(&focused)?, 0.0)?;
        page.press(&[keys::ESCAPE])?;
        ensure(!page.shows(&tooltip)?, format!("{layer}: Escape leaves the words"))?;
        ensure_eq("the focus after Escape", page.number(&focused)?, 0.0)?;
    }
    page.is_quiet()
}

fn arrow_keys_go_from_event_to_event_that_is_shown(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/timeline/?v=1&kind=claim")?;
    page.wait_until_interactive("timeline")?;
    let shown = "[...document.querySelectorAll('.event')].filter((event) => event.checkVisibility())";
    ensure(page.is(&format!("{shown}.length > 1 && {shown}.every((event) => event.dataset.kind === 'claim')"))?, "other kinds are shown")?;
    let empty = "document.querySelectorAll('.day:not([hidden]):not(:has(.event:not([hidden])))').length";
    ensure_eq("days without an event", page.number(empty)?, 0.0)?;
    page.tab_to(".event")?;
    let focused = format!("{shown}.indexOf(document.activeElement)");
    ensure_eq("the first event", page.number(&focused)?, 0.0)?;
    page.press(&[keys::DOWN])?;
    ensure_eq("the next event", page.number(&focused)?, 1.0)?;
    page.press(&[keys::END])?;
    ensure_eq("the last event", page.number(&focused)? + 1.0, page.number(&format!("{shown}.length"))?)?;
    page.press(&[keys::DOWN, keys::UP])?;
    ensure_eq("the one before the last", page.number(&focused)? + 2.0, page.number(&format!("{shown}.length"))?)?;
    let stops = "document.querySelectorAll('.event[tabindex=\"0\"]').length";
    ensure_eq("events at which Tab stops", page.number(stops)?, 1.0)?;
    page.press(&[keys::HOME])?;
    ensure_eq("the first event", page.number(&focused)?, 0.0)?;
    page.is_quiet()
}

fn a_guess_can_be_made(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    let veiled = "[...document.querySelectorAll('[data-veil]')].every((e) => getComputedStyle(e).visibility === 'hidden' || !e.getClientRects().length)";
    page.tab_to("[data-part=guess-start]")?;
    page.press(&[keys::ENTER])?;
    page.until("the guess has the focus", "document.activeElement.matches('[data-part=guess-range]')")?;
    ensure(page.is(veiled)?, "the answer shows while the reader guesses")?;
    page.press(&[keys::RIGHT, keys::RIGHT])?;
    let guess = page.text("document.querySelector('[data-part=guess-range]').value")?;
    ensure_eq("the guess", guess, "52")?;
    page.tab_to("[data-part=guess-show]")?;
    page.press(&[keys::ENTER])?;
    page.until("the answer has the focus", "document.activeElement.matches('[data-part=guess-answer]')")?;
    let answer = page.words_in("[data-part=guess-answer]")?;
    ensure(answer.contains("52"), format!("the answer says: {answer}"))?;
    ensure(!page.is(veiled)?, "the answer stays hidden")?;
    page.is_quiet()
}

fn tab_goes_through_the_figure_and_out_again(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx)?;
    page.tab_to("[data-part=guess-start]")?;
    page.tab_to(".embed-more a")?;
    page.chord(&[keys::SHIFT, keys::TAB])?;
    ensure(page.is("document.activeElement.closest('figure, .notes, main')")?, "Shift and Tab do not go back into the figure")
}
