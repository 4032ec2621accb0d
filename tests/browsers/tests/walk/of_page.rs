//! The scenes of the page itself: every step at its address in every view, what replaced chapters and figures of older editions,
//! and how much there is of the page.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};
use serde_json::json;

use super::{agrees, step};
use crate::layout::fits;

pub(super) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(an_address_on_the_page_lands_on_its_step),
        TestCase::new(every_step_fits_every_view),
        TestCase::new(the_foot_of_a_stage_leads_on),
        TestCase::new(what_a_scene_replaced_has_its_address),
        TestCase::new(without_script_every_step_has_its_picture),
        TestCase::new(on_paper_every_step_has_its_picture_and_its_sources).in_chromium(),
        TestCase::new(the_last_scene_tells_the_guess_again),
        TestCase::new(the_page_is_not_too_long),
        TestCase::new(the_page_has_few_marks_and_elements),
    ]
}

/// The views of readers: the narrowest, a phone, a tablet and a desk.
const VIEWS: [(u32, u32); 4] = [(320, 568), (360, 740), (768, 1024), (1280, 900)];

/// The scenes that have a stage, each with the number of its steps.
fn scenes(page: &Page) -> TestResult<Vec<(String, usize)>> {
    let found = page.run(
        "return [...document.querySelectorAll('.walk')].map((walk) => [walk.closest('.scene').id, walk.querySelectorAll('.card').length])",
    )?;
    let scenes: Vec<_> = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|scene| Some((scene[0].as_str()?.to_owned(), usize::try_from(scene[1].as_u64()?).ok()?)))
        .collect();
    ensure(scenes.len() >= 6 && scenes.iter().all(|(_, steps)| *steps >= 3), format!("the page has only the scenes {scenes:?}"))?;
    Ok(scenes)
}

fn an_address_on_the_page_lands_on_its_step(ctx: &BrowserCtx) -> TestResult {
    let scenes = scenes(&ctx.visit(ServerConfig::whole(), "")?)?;
    for (scene, steps) in scenes {
        for number in (1..=steps).rev() {
            // Another query, or the browser would not load the page anew.
            let page = ctx.visit(ServerConfig::whole(), &format!("?from={number}#{scene}-{number}"))?;
            page.frames()?;
            agrees(&page, &format!("at #{scene}-{number}"))?;
            ensure_eq(&format!("the step at #{scene}-{number}"), step(&page, &scene)?, number as f64)?;
        }
    }
    Ok(())
}

/// What is wrong with the step whose card has the id CARD: which card and which picture a reader sees, and which words of the
/// picture are cut or lie outside it. The boxes of drawn words are larger than their letters, and in Firefox by a pixel more.
const WRONG: &str = "((id) => {
    const card = document.getElementById(id), li = card.closest('li'), walk = card.closest('.walk'), faults = [];
    const box = (e) => e.getBoundingClientRect();
    const foot = walk.querySelector('.step-by');
    if (foot.checkVisibility() && matchMedia('(max-width: 63.99rem)').matches && box(card).bottom > box(foot).top + 1) faults.push('the card covers the buttons by ' + Math.round(box(card).bottom - box(foot).top) + ' px');
    if (box(card).top < 0 || box(card).top > innerHeight - 40) faults.push('the card stands at ' + box(card).top);
    const number = id.match(/\\d+$/)[0];
    if (walk.dataset.step !== number) faults.push('the step is ' + walk.dataset.step);
    // Without a stage, as in a view too small for one, each picture follows its card.
    const isStaged = walk.querySelector('.stage').checkVisibility();
    const shown = [...(isStaged ? walk : li).querySelectorAll('.picture')].filter((e) => e.checkVisibility());
    if (shown.length !== 1 || !li.contains(shown[0])) return [...faults, 'the picture is that of ' + shown.map((e) => e.closest('li').querySelector('.card').id)];
    const [picture] = shown, title = picture.querySelector('.picture-title'), drawing = picture.querySelector('.drawing');
    const name = picture.ariaLabel ?? '';
    if (!['img', 'group'].includes(picture.getAttribute('role')) || !name.startsWith(title.textContent + '. ') || name.length < title.textContent.length + 4) faults.push('the picture is called ' + name);
    if (!isStaged) { if (box(picture).top < box(card).bottom - 1) faults.push('the picture is not below its card') } else if (box(picture).top > innerHeight / 4 || box(picture).bottom < innerHeight / 2) faults.push('the picture is not in view');
    if (title.scrollHeight > title.clientHeight + 4) faults.push('the title is cut');
    const clips = (e) => e instanceof SVGSVGElement || getComputedStyle(e).overflow !== 'visible';
    const texts = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode, parent = text.parentElement;
      if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest('.visually-hidden, defs, symbol, title, desc, script, style, svg[width=\"0\"]')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const own = parent instanceof SVGElement ? box(parent.closest('text') ?? parent) : range.getBoundingClientRect();
      if (!own.width) continue;
      for (let around = parent; around !== walk; around = around.parentElement) {
        if (around !== picture && around !== drawing && !(clips(around) && picture.contains(around))) continue;
        const all = box(around);
        const out = Math.max(all.left - own.left, own.right - all.right, all.top - own.top, own.bottom - all.bottom);
        if (out > 4) { faults.push('“' + text.data.trim().slice(0, 40) + '” stands ' + Math.round(out) + ' px outside ' + around.cloneNode().outerHTML.slice(0, 60)); break }
      }
    }
    return faults.slice(0, 6);
})(CARD)";

/// The card of a step is in view and its picture on the stage; nothing is wider than the view, and no word of a picture is cut.
fn every_step_fits_every_view(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), "", VIEWS[0].0)?;
    page.until("the typefaces", "document.fonts.status === 'loaded'")?;
    let scenes = scenes(&page)?;
    let mut faults = Vec::new();
    for view in VIEWS {
        page.reshape(view.0, view.1)?;
        for (scene, number) in scenes.iter().flat_map(|(scene, steps)| (1..=*steps).map(move |number| (scene, number))) {
            let id = format!("{scene}-{number}");
            page.run(&format!("location.hash = '#{id}'"))?;
            page.frames()?;
            let wrong = WRONG.replace("CARD", &json!(id).to_string());
            if page.becomes(&format!("{wrong}.length === 0"))? {
                fits(&page).map_err(|error| error.context(format!("#{id} at {view:?}")))?;
            } else {
                faults.push(format!("#{id} at {view:?}: {:?}", page.texts(&wrong)?));
            }
        }
    }
    ensure(faults.is_empty(), faults.join("\n    "))
}

/// From the foot of a stage a reader comes to the figure, in the state that the stage shows, or to the row of the ledger.
fn the_foot_of_a_stage_leads_on(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "#who-came-3")?;
    page.frames()?;
    page.click("#who-came li:nth-child(3) .open-figure")?;
    page.until("the figure's own page", "location.pathname.endsWith('/figures/troop-dots/')")?;
    page.until("the state of the stage", "document.querySelector('figure').dataset.state?.includes('step=known')")?;
    let page = ctx.visit(ServerConfig::whole(), "#stayed-home-3")?;
    page.frames()?;
    page.click("#stayed-home li:nth-child(3) .open-figure")?;
    page.until("the row of the ledger", "location.pathname.endsWith('/ledger/') && location.hash === '#karabakh-2020'")
}

/// Fragments of the first edition, each with the scene and, where it has one, the step that took the place of what they named.
const OLDER: [(&str, &str, usize); 16] = [
    ("arrival", "top", 0),
    ("january-2022", "fourteen-days", 0),
    ("timeline", "fourteen-days", 0),
    ("what-it-is", "the-promise", 0),
    ("treaty", "the-promise", 2),
    ("forces", "the-promise", 5),
    ("overlaps", "the-promise", 5),
    ("staying-home", "stayed-home", 0),
    ("non-interventions", "stayed-home", 0),
    ("map", "stayed-home", 0),
    ("troop-dots", "who-came", 2),
    ("burden", "who-came", 4),
    ("article-4-test", "what-it-changes", 4),
    ("take-aways", "the-answer", 0),
    ("expectations", "the-answer", 0),
    ("troop-shares", "who-came", 0),
];

fn what_a_scene_replaced_has_its_address(ctx: &BrowserCtx) -> TestResult {
    for (id, scene, number) in OLDER {
        let page = ctx.visit(ServerConfig::whole(), &format!("?from={id}#{id}"))?;
        page.frames()?;
        ensure_eq(
            &format!("the scene of #{id}"),
            page.text(&format!("document.getElementById('{id}').closest('.cover, .scene').id"))?,
            scene,
        )?;
        if number > 0 {
            let there = format!("document.querySelector('#{scene} .walk').dataset.step === '{number}'");
            page.until(&format!("step {number} of {scene} at #{id}"), &there)?;
            agrees(&page, &format!("at #{id}"))?;
        } else {
            let top = page.number(&format!("document.getElementById('{id}').getBoundingClientRect().top"))?;
            ensure((-1.0..=80.0).contains(&top), format!("#{id} lands at {top} px"))?;
        }
    }
    Ok(())
}

/// Holds when each card is followed by its own picture, all are shown and none covers another, and there is no stage.
fn is_stacked(page: &Page) -> TestResult {
    let wrong = page.texts(
        "[...document.querySelectorAll('.walk-steps > li')].flatMap((li, at, all) => { \
         const [card, picture] = ['.card', '.picture'].map((part) => li.querySelector(part)); \
         const [upper, lower] = [card, picture].map((e) => e.getBoundingClientRect()); \
         const next = all[at + 1]?.getBoundingClientRect(); \
         const fine = card.checkVisibility() && picture.checkVisibility() && upper.height > 40 && lower.height > 20 \
           && upper.bottom <= lower.top + 1 && (!next || lower.bottom <= next.top + 1); \
         return fine ? [] : [card.id] })",
    )?;
    ensure(wrong.is_empty(), format!("these steps are not followed by their pictures: {wrong:?}"))?;
    ensure(!page.shows(".stage")?, "a stage is shown")
}

fn without_script_every_step_has_its_picture(ctx: &BrowserCtx) -> TestResult {
    for width in [360, 768, 1280] {
        let page = ctx.visit_at(ServerConfig::whole().without_script(), "", width)?;
        scenes(&page)?;
        is_stacked(&page).map_err(|error| error.context(format!("at {width} px")))?;
        ensure(!page.shows(".recall")?, "a guess is told that nobody made")?;
    }
    Ok(())
}

fn on_paper_every_step_has_its_picture_and_its_sources(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    scenes(&page)?;
    page.resize(718, 1000)?;
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    page.frames()?;
    is_stacked(&page)?;
    let folded = page.texts("[...document.querySelectorAll('.cites li, .fold p')].filter((e) => !e.checkVisibility() && !e.closest('[hidden]')).map((e) => e.textContent.slice(0, 60))")?;
    ensure(folded.is_empty(), format!("these stay folded on paper: {folded:?}"))
}

fn the_last_scene_tells_the_guess_again(ctx: &BrowserCtx) -> TestResult {
    let told = |page: &Page| page.shows("#the-answer .recall");
    let page = ctx.visit(ServerConfig::whole(), "")?;
    ensure(!told(&page)?, "a guess is told that nobody made")?;
    page.go_to("?guess=42#the-answer")?;
    ensure(told(&page)?, "the guess is not told again")?;
    let words = page.words_in(".recall figcaption")?;
    ensure(words.contains("42 percent"), format!("it says: {words}"))?;
    let place = "(({ left, width }, field) => (100 * (left + width / 2 - field.left)) / field.width) \
                 (...['.recall .line', '.recall .field'].map((part) => document.querySelector(part).getBoundingClientRect()))";
    let at = page.number(place)?;
    ensure((at - 42.0).abs() < 1.0, format!("the line stands at {at} percent"))?;
    // It follows the reader's next guess, and goes with it.
    page.click(".cover .acts .acts button")?;
    ensure(!told(&page)?, "the guess that was taken back is still told")?;
    page.run("const range = document.querySelector('.cover input'); range.value = 77; range.dispatchEvent(new Event('input'))")?;
    page.click(".cover .game > .acts > button")?;
    page.until("the other guess", "document.querySelector('.recall figcaption').textContent.includes('77 percent')")?;
    ensure(told(&page)?, "the other guess is not told")?;
    page.is_quiet()
}

/// The page in a view of this size, at rest.
fn at_rest<'a>(ctx: &BrowserCtx<'a>, (width, height): (u32, u32)) -> TestResult<Page<'a>> {
    let page = ctx.visit_at(ServerConfig::whole(), "", width)?;
    page.reshape(width, height)?;
    page.until("the typefaces", "document.fonts.status === 'loaded'")?;
    page.wait_until_interactive("troop-shares")?;
    Ok(page)
}

fn the_page_is_not_too_long(ctx: &BrowserCtx) -> TestResult {
    for (view, most) in [((1280, 900), 22_000.0), ((360, 740), 29_000.0)] {
        let height = at_rest(ctx, view)?.number("document.documentElement.scrollHeight")?;
        ensure(height <= most, format!("the page is {height} px high at {view:?}, more than {most}"))?;
    }
    Ok(())
}

fn the_page_has_few_marks_and_elements(ctx: &BrowserCtx) -> TestResult {
    let page = at_rest(ctx, (1280, 900))?;
    let count =
        |selector: &str| page.number(&format!("[...document.querySelectorAll('{selector}')].filter((e) => e.checkVisibility()).length"));
    let elements = page.number("document.querySelectorAll('*').length")?;
    ensure(elements <= 6000.0, format!("the page has {elements} elements"))?;
    ensure_eq("the superscripts", count("sup, .mark")?, 0.0)?;
    let sources = count(".cites > summary")?;
    ensure(sources <= 60.0, format!("{sources} marks of sources show"))?;
    // The figure keeps its notes, as on its own page.
    ensure_eq("superscripts before the section on sources", count(".mark")? - count("#sources .mark, figure .mark")?, 0.0)
}
