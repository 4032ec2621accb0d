//! The cover: what stands on the first screen, and the guess on its field, by every way that a reader may take.

use browsers::{BrowserCtx, Gate, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};
use serde_json::json;

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_first_screen_holds_headline_dead_question_field_and_buttons),
        TestCase::new(a_mouse_makes_a_guess_and_another),
        TestCase::new(a_finger_taps_a_guess).in_chromium(),
        TestCase::new(keys_make_a_guess),
        TestCase::new(the_dots_before_the_line_are_those_of_the_guess),
        TestCase::new(show_me_answers_without_a_guess),
        TestCase::new(each_zone_has_an_answer_of_its_own),
        TestCase::new(an_address_shows_its_guess_and_a_bad_one_is_told),
        TestCase::new(share_hands_out_the_guess),
        TestCase::new(a_guess_is_answered_before_the_program_comes),
        TestCase::new(without_script_show_me_opens_the_answer),
        TestCase::new(an_answer_fits_a_phone_and_large_letters),
        TestCase::new(the_embed_is_the_game_where_its_address_asks),
        TestCase::new(the_game_can_be_embedded_and_its_frame_fits),
        TestCase::new(paper_shows_the_answer).in_chromium(),
        TestCase::new(nothing_moves_as_the_cover_comes_and_answers).in_chromium(),
        TestCase::new(the_field_stands_where_the_game_will_have_it).in_chromium(),
        TestCase::new(dots_are_told_apart_in_forced_colours).in_chromium(),
    ]
}

const FIGURE: &str = "troop-shares";
const GAME: &str = "embed/troop-shares/?guess";
/// On the page, the last scene has one more game, which tells a guess again; in the embed there is one alone.
const RANGE: &str = ".game:not(.recall) input";
const ASK: &str = ".game:not(.recall) > .acts > button";
const SHOW: &str = ".game:not(.recall) > .acts > details > summary";
const AGAIN: &str = ".game:not(.recall) .acts .acts button";
const QUESTION: &str = ".game:not(.recall) figcaption";

/// The colours of the zones.
const ZONES: &str =
    "[...document.querySelectorAll('.game:not(.recall) .landscape .zones path')].map((path) => getComputedStyle(path).stroke)";

/// The words of the verdict that shows, or nothing.
const VERDICT: &str = "([...document.querySelectorAll('.reply')].find((v) => v.checkVisibility({ visibilityProperty: true })) ?? {}).textContent?.trim() ?? ''";

/// Whether something that `selector` finds can be seen, which nothing in a closed disclosure is.
fn shows(page: &Page, selector: &str) -> TestResult<bool> {
    page.is(&format!("[...document.querySelectorAll({})].some((e) => e.checkVisibility({{ visibilityProperty: true }}))", json!(selector)))
}

/// Waits for an answer and returns its words: the verdict shows in place of the question, and the zones beneath it.
fn answer(page: &Page) -> TestResult<String> {
    page.until("an answer", &format!("({VERDICT}) !== ''"))?;
    page.until("the zones", &format!("new Set({ZONES}).size === 3"))?;
    ensure(!shows(page, QUESTION)?, "the question stays beside the answer")?;
    ensure(!shows(page, RANGE)?, "the guess can still be moved")?;
    ensure(shows(page, ".key li")?, "nothing says what the zones are")?;
    page.text(VERDICT)
}

/// Holds while the game asks.
fn asks(page: &Page) -> TestResult {
    ensure(shows(page, QUESTION)? && shows(page, RANGE)? && shows(page, ASK)?, "the question, the field or the button is not there")?;
    ensure_eq("the answer", page.text(VERDICT)?, "")?;
    page.until("a field of one colour", &format!("new Set({ZONES}).size === 1"))?;
    ensure(!shows(page, ".key")? && !shows(page, AGAIN)?, "what belongs to an answer shows before it")
}

fn guess(page: &Page) -> TestResult<f64> {
    page.number(&format!("+document.querySelector('{RANGE}').value"))
}

fn the_first_screen_holds_headline_dead_question_field_and_buttons(ctx: &BrowserCtx) -> TestResult {
    for (width, height) in [(1280, 800), (360, 700)] {
        let page = ctx.visit_at(ServerConfig::whole(), "", width)?;
        page.reshape(width, height)?;
        page.until("the typefaces", "document.fonts.status === 'loaded'")?;
        page.frames()?;
        let parts = ["h1", ".lead", ".dead", QUESTION, ".readout", ".field", ASK, SHOW];
        for part in parts {
            ensure(shows(&page, part)?, format!("{part} does not show"))?;
            let part = json!(part);
            let outside = page.number(&format!(
                "(({{ top, bottom, left, right }}) => Math.max(-top, bottom - innerHeight, -left, right - innerWidth)) \
                 (document.querySelector({part}).getBoundingClientRect())"
            ))?;
            ensure(outside <= 0.0, format!("{part} stands {outside} px outside the first screen of {width} × {height}"))?;
        }
        // Whole pixels for each dot, where the screen has as many.
        let pitch = page.number(
            "document.querySelector('.field').getBoundingClientRect().width * devicePixelRatio / \
             [...document.querySelectorAll('.field svg')].find((svg) => svg.checkVisibility()).viewBox.baseVal.width",
        )?;
        ensure(pitch >= 4.5 && (pitch * 2.0).fract() == 0.0, format!("at {width} px a dot has {pitch} pixels"))?;
    }
    Ok(())
}

fn a_mouse_makes_a_guess_and_another(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    asks(&page)?;
    page.drag(RANGE, &[(0.2, 0.1), (0.5, 0.5), (0.62, 0.9)])?;
    ensure_eq("the guess", guess(&page)?, 62.0)?;
    ensure_eq("the readout", page.words_in(".readout")?, "62 percent · 1,550 soldiers")?;
    ensure_eq("what is read out", page.text(&format!("document.querySelector('{RANGE}').ariaValueText"))?, "62 percent · 1,550 soldiers")?;
    ensure(!page.is("performance.getEntriesByName('scene:cover').length")?, "the answer is marked before the question is answered")?;
    page.click(ASK)?;
    let first = answer(&page)?;
    ensure(first.contains("62 percent"), format!("the answer says: {first}"))?;
    page.until("the answer in focus", "document.activeElement.matches('.reply')")?;
    ensure(shows(&page, ".game:not(.recall) .line")? && shows(&page, ".game:not(.recall) .yours")?, "the reader’s own line is gone")?;
    ensure_eq("the address", page.query()?, "?guess=62")?;
    page.click(AGAIN)?;
    asks(&page)?;
    ensure(page.is(&format!("document.activeElement.matches('{RANGE}')"))?, "the focus is not on the field")?;
    // A press anywhere on the field is enough.
    page.drag(RANGE, &[(0.9, 0.95)])?;
    ensure_eq("another guess", guess(&page)?, 90.0)?;
    page.click(ASK)?;
    let other = answer(&page)?;
    ensure(other.contains("90 percent") && other != first.replace("62", "90"), format!("the answer says: {other}"))?;
    ensure_eq("marks of the answer", page.number("performance.getEntriesByName('scene:cover').length")?, 1.0)?;
    page.is_quiet()
}

fn a_finger_taps_a_guess(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    page.touch(RANGE, &[(0.3, 0.8)])?;
    ensure_eq("the guess", guess(&page)?, 30.0)?;
    page.touch(ASK, &[(0.5, 0.5)])?;
    let said = answer(&page)?;
    ensure(said.contains("30 percent"), format!("the answer says: {said}"))?;
    // A finger that moves up or down scrolls the page.
    ensure_eq("what a finger may do", page.text(&format!("getComputedStyle(document.querySelector('{RANGE}')).touchAction"))?, "pan-y")
}

fn keys_make_a_guess(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    page.tab_to(RANGE)?;
    let mut steps = Vec::new();
    for (key, expected) in [
        (keys::END, 100.0),
        (keys::HOME, 0.0),
        (keys::PAGE_UP, 10.0),
        (keys::PAGE_UP, 20.0),
        (keys::RIGHT, 21.0),
        (keys::UP, 22.0),
        (keys::LEFT, 21.0),
        (keys::PAGE_DOWN, 11.0),
    ] {
        page.press(&[key])?;
        steps.push((guess(&page)?, expected));
    }
    let wrong: Vec<_> = steps.iter().filter(|(found, expected)| found != expected).collect();
    ensure(wrong.is_empty(), format!("keys lead to {steps:?}, found and expected"))?;
    page.tab_to(ASK)?;
    page.press(&[keys::ENTER])?;
    let said = answer(&page)?;
    ensure(said.contains("11 percent"), format!("the answer says: {said}"))?;
    page.tab_to(AGAIN)?;
    page.press(&[keys::ENTER])?;
    asks(&page)?;
    page.tab_to(SHOW)?;
    page.press(&[keys::ENTER])?;
    answer(&page).map(drop)
}

fn the_dots_before_the_line_are_those_of_the_guess(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    // Dots of a column stand one unit apart, and its line ends half a unit after its last.
    let dots = "[...document.querySelectorAll('.game:not(.recall) .said')].map((path) => \
         [...path.getAttribute('d').matchAll(/v([\\d.]+)/g)].reduce((sum, [, length]) => sum + Number(length) + .5, 0))";
    for share in [0, 1, 13, 50, 77, 100] {
        page.run(&format!(
            "const range = document.querySelector('{RANGE}'); range.value = {share}; range.dispatchEvent(new Event('input'))"
        ))?;
        let found = page.texts(dots)?;
        ensure_eq(&format!("dots at {share} percent"), found, [share * 25, share * 25].map(|n| n.to_string()).to_vec())?;
        let off = page.number("(({ left, width }, field) => Math.abs(left + width / 2 - field.left - field.width * document.querySelector('.game input').value / 100)) \
             (document.querySelector('.line').getBoundingClientRect(), document.querySelector('.field').getBoundingClientRect())")?;
        ensure(off <= 1.0, format!("at {share} percent the line stands {off} px beside its place"))?;
        let out = page.number(
            "(({ left, right }, field) => Math.max(field.left - left, right - field.right)) \
             (document.querySelector('.readout').getBoundingClientRect(), document.querySelector('.field').getBoundingClientRect())",
        )?;
        ensure(out <= 1.0, format!("at {share} percent the readout stands {out} px outside the field"))?;
    }
    Ok(())
}

fn show_me_answers_without_a_guess(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    page.click(SHOW)?;
    let said = answer(&page)?;
    ensure(!said.contains("You said") && said.contains("percent"), format!("the answer says: {said}"))?;
    ensure(!shows(&page, ".game:not(.recall) .line")? && !shows(&page, ".game:not(.recall) .yours")?, "a guess shows that nobody made")?;
    ensure_eq("the address", page.query()?, "")?;
    ensure(page.is("performance.getEntriesByName('scene:cover').length")?, "the answer is not marked")?;
    page.click(".game a.main")?;
    let next = page.text("document.querySelector('article > .scene').id")?;
    ensure_eq("where it leads", page.text("location.hash.slice(1)")?, next)
}

fn each_zone_has_an_answer_of_its_own(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    let mut told: Vec<Vec<String>> = Vec::new();
    // The last guess of each zone and the first, by the model’s own numbers.
    for ends in [[0, 50], [51, 75], [76, 79], [80, 100]] {
        let mut said = Vec::new();
        for share in ends {
            page.go_to(&format!("?guess={share}"))?;
            let words = answer(&page)?;
            ensure(words.contains(&format!("{share} percent")), format!("to {share} it says: {words}"))?;
            said.push(words.replacen(&share.to_string(), "…", 1));
        }
        told.push(said);
    }
    for (n, said) in told.iter().enumerate() {
        ensure_eq("two guesses of one zone", &said[1], &said[0])?;
        ensure(told[..n].iter().all(|other| other[0] != said[0]), format!("two zones have one answer: {}", said[0]))?;
    }
    Ok(())
}

fn an_address_shows_its_guess_and_a_bad_one_is_told(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "?v=1&total=2030&guess=42")?;
    let said = answer(&page)?;
    ensure(said.contains("42 percent") && guess(&page)? == 42.0, format!("the answer says: {said}"))?;
    ensure(page.is("document.activeElement === document.body")?, "the focus is taken from a reader who did nothing")?;
    ensure(!shows(&page, ".game .fig-alert")?, "a good guess is called bad")?;
    page.click(AGAIN)?;
    ensure_eq("the rest of the address", page.query()?, "?v=1&total=2030&guess=")?;
    page.reload()?;
    asks(&page)?;
    for bad in ["101", "-1", "4.5", "1e1", "abc", "%00", "<b>1"] {
        page.go_to(&format!("?guess={bad}"))?;
        asks(&page)?;
        ensure(shows(&page, ".game .fig-alert")?, format!("{bad:?} is not told"))?;
        ensure_eq("the guess", guess(&page)?, 50.0)?;
    }
    page.is_quiet()
}

fn share_hands_out_the_guess(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().below("/a/b/"), "?theme=dark")?;
    page.drag(RANGE, &[(0.33, 0.5)])?;
    page.click(ASK)?;
    answer(&page)?;
    page.click(".game [data-part=share]")?;
    page.until("the panel", "document.querySelector('.share textarea')")?;
    let address = page.text("document.querySelector('.share textarea').value")?;
    ensure(address.ends_with("/a/b/?guess=33"), format!("it shares {address}"))?;
    let embed = page.text("document.querySelector('.share a').search")?;
    ensure_eq("what is embedded", embed, "?figure=troop-shares&guess=33")?;
    page.go_to("?guess=33")?;
    let said = answer(&page)?;
    ensure(said.contains("33 percent"), format!("the answer says: {said}"))
}

fn a_guess_is_answered_before_the_program_comes(ctx: &BrowserCtx) -> TestResult {
    let gate = Gate::default();
    for path in ["", GAME] {
        let page = ctx.visit(ServerConfig::whole().held_program(&gate), path)?;
        page.drag(RANGE, &[(0.7, 0.5)])?;
        page.click(ASK)?;
        let said = answer(&page)?;
        ensure(said.contains("70 percent"), format!("the answer says: {said}"))?;
        if path.is_empty() {
            gate.open();
            page.wait_until_interactive(FIGURE)?;
            is_alive(&page, FIGURE)?;
            ensure_eq("the answer", answer(&page)?, said)?;
        }
        page.is_quiet()?;
    }
    Ok(())
}

fn without_script_show_me_opens_the_answer(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().without_script(), "")?;
    ensure(
        shows(&page, QUESTION)? && shows(&page, ".field svg")? && shows(&page, SHOW)?,
        "the question, the field or the way to the answer is not there",
    )?;
    ensure(
        !shows(&page, RANGE)? && !shows(&page, ASK)? && !shows(&page, ".readout")? && !shows(&page, ".game:not(.recall) .line")?,
        "what does nothing shows",
    )?;
    ensure_eq("the answer", page.text(VERDICT)?, "")?;
    page.click(SHOW)?;
    let said = answer(&page)?;
    ensure(said.contains("percent") && !said.contains("You said"), format!("the answer says: {said}"))?;
    ensure(!shows(&page, AGAIN)?, "a button shows that does nothing")
}

fn an_answer_fits_a_phone_and_large_letters(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), "?guess=77", 320)?;
    for (width, size) in [(320, "100%"), (320, "200%"), (768, "200%"), (1280, "200%")] {
        page.widen(width)?;
        page.run(&format!("document.documentElement.style.fontSize = '{size}'"))?;
        page.frames()?;
        answer(&page)?;
        let out = page.texts(
            "[...document.querySelectorAll('.cover *')].filter((e) => e.getClientRects().length && getComputedStyle(e).visibility === 'visible' \
             && e.getBoundingClientRect().right > document.scrollingElement.clientWidth + 1).map((e) => e.cloneNode().outerHTML.slice(0, 90))",
        )?;
        ensure(out.is_empty(), format!("{width} px at {size}: these stand out: {out:?}"))?;
        // The answer and what it says lie one under another; on a phone the way on comes before the key.
        let under = page.is(
            "((boxes) => boxes.sort((a, b) => a.top - b.top).every((box, n) => !n || box.top >= boxes[n - 1].bottom - 1)) \
             (['.reply:not([hidden])', '.yours', '.field', '.key', '.acts .acts'].map((part) => document.querySelector(part).getBoundingClientRect()))",
        )?;
        ensure(under, format!("{width} px at {size}: parts lie over each other"))?;
    }
    Ok(())
}

fn the_embed_is_the_game_where_its_address_asks(ctx: &BrowserCtx) -> TestResult {
    let figure = format!("[data-figure={FIGURE}]");
    let page = ctx.visit(ServerConfig::whole(), GAME)?;
    asks(&page)?;
    ensure(!shows(&page, &figure)?, "the figure stands beside the game")?;
    page.drag(RANGE, &[(0.4, 0.5)])?;
    page.click(ASK)?;
    let said = answer(&page)?;
    ensure(said.contains("40 percent"), format!("the answer says: {said}"))?;
    ensure_eq("where it leads", page.text("document.querySelector('.game a.main').getAttribute('href')")?, "../../#top")?;
    page.is_quiet()?;
    page.go_to("embed/troop-shares/?v=1&total=2030")?;
    page.wait_until_interactive(FIGURE)?;
    ensure(!shows(&page, ".game")? && shows(&page, &figure)?, "the figure has become the game")?;
    ensure_eq("the total", page.text("document.querySelector('input[name=total]').value")?, "2030")
}

fn the_game_can_be_embedded_and_its_frame_fits(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/?figure=troop-shares&guess=")?;
    let snippet = "document.querySelector('section:not([hidden]) [data-kind=script]').textContent";
    page.until("the game in the snippet", &format!("{snippet}.includes('guess=\"\"')"))?;
    page.enter(0)?;
    asks(&page)?;
    page.leave()?;
    let page = ctx.visit_in("datawrapper", ServerConfig::whole().open_to_all().built_for_its_address(), GAME, "sandbox=allow-scripts")?;
    let fits = "Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 1";
    page.enter(0)?;
    // Until all has come and it fits, the frame may change its height just as the button is pressed, which then is no longer there.
    page.wait_until_interactive("troop-shares")?;
    page.until("the typefaces", "document.fonts.status === 'loaded'")?;
    page.frames()?;
    page.until("a frame that fits the question", fits)?;
    page.click(SHOW)?;
    answer(&page)?;
    page.until("a frame that fits the answer", fits)?;
    page.drag(AGAIN, &[(0.5, 0.5)])?;
    page.drag(RANGE, &[(0.8, 0.5)])?;
    page.click(ASK)?;
    let said = answer(&page)?;
    ensure(said.contains("80 percent"), format!("the answer says: {said}"))?;
    page.is_sound()
}

fn paper_shows_the_answer(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    page.frames()?;
    let said = answer(&page)?;
    ensure(said.contains("percent") && !said.contains("You said"), format!("the paper says: {said}"))?;
    ensure(!shows(&page, ".press")? && !shows(&page, ".game:not(.recall) .line")?, "the paper shows what cannot be pressed")
}

fn nothing_moves_as_the_cover_comes_and_answers(ctx: &BrowserCtx) -> TestResult {
    let shifts = "window.__shift = 0; new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => (window.__shift += hadRecentInput ? 0 : value))) \
                  .observe({ type: 'layout-shift', buffered: true });";
    for path in ["", "?guess=42"] {
        let page = ctx.visit(ServerConfig::whole().after_script(shifts), path)?;
        ensure_eq("moving parts", page.number("document.getAnimations().length")?, 0.0)?;
        let field = "document.querySelector('.field').getBoundingClientRect().top + scrollY";
        let before = page.number(field)?;
        if path.is_empty() {
            page.click(ASK)?;
            answer(&page)?;
        }
        ensure_eq("the top of the field", page.number(field)?, before)?;
        page.frames()?;
        let shift = page.number("window.__shift")?;
        ensure(shift <= 0.01, format!("{path:?}: the layout shifts by {shift}"))?;
    }
    Ok(())
}

/// A browser may paint the cover before its script has run, so what the script brings must take no room that was not there.
fn the_field_stands_where_the_game_will_have_it(ctx: &BrowserCtx) -> TestResult {
    for width in [360, 768, 1280] {
        let page = ctx.visit_at(ServerConfig::whole(), "", width)?;
        let place = "document.querySelector('.game:not(.recall) > .field').getBoundingClientRect().top";
        let live = page.number(place)?;
        page.run("document.querySelector('.game').classList.remove('is-live')")?;
        let before = page.number(place)?;
        ensure((before - live).abs() < 1.0, format!("at {width} px the field moves from {before} to {live} as the game starts"))?;
    }
    Ok(())
}

fn dots_are_told_apart_in_forced_colours(ctx: &BrowserCtx) -> TestResult {
    for colours in ["light", "dark"] {
        let page = ctx.visit(ServerConfig::whole(), "?guess=42")?;
        page.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", colours)])?;
        page.frames()?;
        let paper = page.text("getComputedStyle(document.querySelector('.field')).backgroundColor")?;
        let mut inks = page.texts(ZONES)?;
        ensure_eq("kinds of dots", inks.len(), 3)?;
        inks.push(paper);
        inks.sort();
        inks.dedup();
        ensure_eq(&format!("colours of dots and paper, {colours}"), inks.len(), 4)?;
    }
    Ok(())
}
