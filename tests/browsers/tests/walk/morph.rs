//! The stage of "who came", where the dots move from one step to another: the canvas stands for the still of the active step,
//! with its place and its size, and without it the page is whole.

use browsers::{BrowserCtx, Gate, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};
use serde_json::json;

use super::agrees;

pub(super) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(dots_move_from_step_to_step_and_then_rest),
        TestCase::new(no_step_begins_with_the_picture_of_another),
        TestCase::new(dots_that_turn_back_arrive),
        TestCase::new(the_canvas_stands_where_the_still_does),
        TestCase::new(dots_jump_where_motion_is_unwanted).in_chromium(),
        TestCase::new(dots_follow_to_dark_colours).in_chromium(),
        TestCase::new(until_the_program_comes_stills_show),
        TestCase::new(a_stage_that_cannot_start_keeps_its_stills),
        TestCase::new(a_canvas_that_fails_gives_way_to_the_stills),
        TestCase::new(dots_are_not_on_paper).in_chromium(),
    ]
}

/// The steps with dots, and those around them.
const BEFORE: usize = 1;
const SENDER: usize = 2;
const KNOWN: usize = 3;
const AFTER: usize = 4;

/// What the active step shows: `canvas` where that stands for the drawing of the still, `still` where that shows alone; else
/// what is wrong.
const SHOWN: &str = "(() => {
    const walk = document.querySelector('#who-came .walk'), li = walk.querySelectorAll('.walk-steps > li')[walk.dataset.step - 1];
    const isSeen = (e) => e.checkVisibility({ visibilityProperty: true });
    const drawing = li.querySelector('.drawing'), canvases = [...walk.querySelectorAll('.moving canvas')].filter(isSeen);
    const svgs = [...drawing.querySelectorAll('svg')].filter(isSeen);
    if (!canvases.length) return svgs.length === 1 ? 'still' : svgs.length + ' stills';
    return canvases.length === 1 && drawing.contains(canvases[0]) && !svgs.length ? 'canvas' : canvases.length + ' canvases, ' + svgs.length + ' stills';
})()";

/// A number for what the canvas shows.
const PIXELS: &str = "(() => {
    const canvas = document.querySelector('.moving canvas'), { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let at = 0; at < data.length; at += 4) sum = (sum * 31 + data[at] + 3 * data[at + 1]) % 4294967291;
    return sum;
})()";

/// Counts how often the canvas is drawn, and keeps what it showed along a line through the dots that move: to read the whole of
/// it each time would hold them up.
const WATCH: &str = "window.seen = []; window.drawn = 0;
    const { setTransform } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.setTransform = function (scale, ...rest) {
        if (scale === 1) {
            drawn += 1;
            seen.push(this.getImageData(0, Math.round(this.canvas.height / 4), this.canvas.width, 1).data.join());
        }
        return setTransform.call(this, scale, ...rest);
    };";

/// The page at a step of the scene.
fn visit<'a>(ctx: &BrowserCtx<'a>, site: ServerConfig, number: usize) -> TestResult<Page<'a>> {
    ctx.visit(site, &format!("?from={number}#who-came-{number}"))
}

/// The page at a step of the scene, when the app draws on its stage.
fn taken_over<'a>(ctx: &BrowserCtx<'a>, number: usize) -> TestResult<Page<'a>> {
    let page = visit(ctx, ServerConfig::whole(), number)?;
    page.until("the app on the stage", "performance.getEntriesByName('scene:who-came').length")?;
    Ok(page)
}

/// Scrolls to a step.
fn go(page: &Page, number: usize) -> TestResult {
    page.run(&format!("document.getElementById('who-came-{number}').scrollIntoView({{ behavior: 'instant' }})"))?;
    page.until(&format!("step {number}"), &format!("document.querySelector('#who-came .walk').dataset.step === '{number}'"))
}

/// Holds when the active step comes to show that.
fn comes_to_show(page: &Page, what: &str) -> TestResult {
    page.until(what, &format!("{SHOWN} === '{what}'")).map_err(|error| error.and(format!("it shows {:?}", page.text(SHOWN))))
}

/// What the canvas shows when it has not changed for so long that nothing moves.
fn at_rest(page: &Page) -> TestResult<f64> {
    comes_to_show(page, "canvas")?;
    let still = format!(
        "new Promise((done) => {{ let last, since; const look = () => {{ const now = {PIXELS}; if (now !== last) [last, since] = [now, performance.now()]; \
         if (performance.now() - since > 300) done(now); else requestAnimationFrame(look) }}; look() }})"
    );
    page.resolved(&still)?.as_f64().ok_or_else(|| "no pixels".into())
}

fn dots_move_from_step_to_step_and_then_rest(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, SENDER)?;
    let sender = at_rest(&page)?;
    page.run(WATCH)?;
    go(&page, KNOWN)?;
    ensure_eq("what shows at once", page.text(SHOWN)?, "canvas")?;
    let known = at_rest(&page)?;
    ensure(sender != known, "both steps show the same")?;
    let frames = page.number("new Set(seen).size")?;
    // At 60 Hz there are more than fifty; three browsers share the machine.
    ensure(frames >= 4.0, format!("the dots move in {frames} frames"))?;
    let drawn = page.number("drawn")?;
    page.frames()?;
    ensure_eq("frames drawn at rest", page.number("drawn")?, drawn)?;
    agrees(&page, "at rest")?;
    for (number, what) in [(AFTER, "still"), (KNOWN, "canvas"), (BEFORE, "still"), (SENDER, "canvas")] {
        go(&page, number)?;
        comes_to_show(&page, what).map_err(|error| error.context(format!("at step {number}")))?;
        // From another drawing no dot can come.
        let expected = if number == KNOWN { known } else { sender };
        if what == "canvas" {
            page.frames()?;
            ensure_eq(&format!("what step {number} shows when it comes again"), page.number(PIXELS)?, expected)?;
        }
    }
    page.is_quiet()
}

/// The canvas comes to a step before it is drawn anew, so until then it is hidden.
fn no_step_begins_with_the_picture_of_another(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, SENDER)?;
    at_rest(&page)?;
    go(&page, AFTER)?;
    comes_to_show(&page, "still")?;
    page.run(
        "window.early = 0; new MutationObserver(() => { early += document.querySelectorAll('.moving.is-shown').length })\
         .observe(document.querySelector('#who-came .walk-steps'), { childList: true, subtree: true })",
    )?;
    go(&page, KNOWN)?;
    comes_to_show(&page, "canvas")?;
    ensure_eq("how often the canvas shows where it has just come", page.number("early")?, 0.0)
}

fn dots_that_turn_back_arrive(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, SENDER)?;
    let sender = at_rest(&page)?;
    for _ in 0..3 {
        go(&page, KNOWN)?;
        page.frames()?;
        go(&page, SENDER)?;
        page.frames()?;
    }
    ensure_eq("what the step shows in the end", at_rest(&page)?, sender)
}

/// In a wide and a narrow view, whose stills differ, and after the view changed its size.
fn the_canvas_stands_where_the_still_does(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), "", 1280)?;
    for view in [(1280, 900), (768, 1024), (360, 740)] {
        page.reshape(view.0, view.1)?;
        for number in [SENDER, KNOWN] {
            go(&page, number)?;
            at_rest(&page).map_err(|error| error.context(format!("step {number} at {view:?}")))?;
            let far = page.number(
                "(() => { const [canvas, drawing] = ['canvas', null].map((part) => { const e = document.querySelector('.moving'); \
                 return (part ? e.querySelector(part) : e.parentElement).getBoundingClientRect() }); \
                 return Math.max(...['left', 'top', 'right', 'bottom'].map((side) => Math.abs(canvas[side] - drawing[side]))) })()",
            )?;
            ensure(far < 1.0, format!("step {number} at {view:?}: the canvas is {far} px off"))?;
            // Drawn with the geometry of the still. A line of dots is half a gap longer than its dots, and words are lower than their boxes.
            let [canvas, still] = [INK, BUILT].map(|ends| page.run(&format!("return {ends}")));
            let (canvas, still) = (canvas?, still?);
            for side in 0..4 {
                let [a, b] = [&canvas, &still].map(|ends| ends[side].as_f64().unwrap_or(f64::NAN));
                ensure((a - b).abs() <= 14.0, format!("step {number} at {view:?}: the canvas is drawn to {canvas}, the still to {still}"))?;
            }
        }
    }
    Ok(())
}

/// Left, top, right and bottom of what is drawn on the canvas, in CSS pixels from its corner.
const INK: &str = "(() => {
    const canvas = document.querySelector('.moving canvas'), { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height), ends = [width, height, 0, 0];
    for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at] - data[0]) + Math.abs(data[at + 1] - data[1]) > 30) {
        const x = (at / 4) % width, y = Math.floor(at / 4 / width);
        [ends[0], ends[1], ends[2], ends[3]] = [Math.min(ends[0], x), Math.min(ends[1], y), Math.max(ends[2], x), Math.max(ends[3], y)];
    }
    return ends.map((end) => (end * canvas.clientWidth) / width);
})()";

/// The same of the still's drawing.
const BUILT: &str = "(() => {
    const drawing = document.querySelector('.moving').parentElement, from = drawing.getBoundingClientRect();
    const svg = [...drawing.querySelectorAll('svg')].find((e) => e.getBoundingClientRect().width);
    const boxes = [...svg.querySelectorAll('path, text, rect')].map((e) => {
        const box = e.getBBox(), line = (+e.getAttribute('stroke-width') || 0) / 2, to = e.getScreenCTM();
        const at = (x, y) => new DOMPoint(x, y).matrixTransform(to);
        return [at(box.x - line, box.y - line), at(box.x + box.width + line, box.y + box.height + line)];
    });
    const [least, most] = [Math.min, Math.max].map((pick) => (corner, axis) => pick(...boxes.map((box) => box[corner][axis])));
    return [least(0, 'x') - from.left, least(0, 'y') - from.top, most(1, 'x') - from.left, most(1, 'y') - from.top];
})()";

fn dots_jump_where_motion_is_unwanted(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, SENDER)?;
    page.emulate(&[("prefers-reduced-motion", "reduce")])?;
    let sender = at_rest(&page)?;
    page.run(WATCH)?;
    go(&page, KNOWN)?;
    let known = at_rest(&page)?;
    ensure(sender != known, "both steps show the same")?;
    ensure_eq("different frames", page.number("new Set(seen).size")?, 1.0)
}

fn dots_follow_to_dark_colours(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, KNOWN)?;
    page.emulate(&[("prefers-color-scheme", "light")])?;
    let light = at_rest(&page)?;
    page.emulate(&[("prefers-color-scheme", "dark")])?;
    page.until("other colours", &format!("{PIXELS} !== {light}"))?;
    page.emulate(&[("prefers-color-scheme", "light")])?;
    page.until("the colours of before", &format!("{PIXELS} === {light}"))
}

fn until_the_program_comes_stills_show(ctx: &BrowserCtx) -> TestResult {
    let gate = Gate::default();
    let page = visit(ctx, ServerConfig::whole().held_program(&gate), SENDER)?;
    for number in [SENDER, KNOWN] {
        go(&page, number)?;
        page.frames()?;
        ensure_eq(&format!("what step {number} shows"), page.text(SHOWN)?, "still")?;
        agrees(&page, &format!("at step {number}"))?;
    }
    gate.open();
    comes_to_show(&page, "canvas")?;
    page.is_quiet()
}

fn a_stage_that_cannot_start_keeps_its_stills(ctx: &BrowserCtx) -> TestResult {
    let no_canvas = "HTMLCanvasElement.prototype.getContext = () => null;";
    let no_observer = "delete window.MutationObserver;";
    let other_data = "document.addEventListener('DOMContentLoaded', () => document.querySelector('#who-came-5')?.closest('li').remove());";
    for planted in [no_canvas, no_observer, other_data] {
        let page = visit(ctx, ServerConfig::whole().after_script(planted), SENDER)?;
        page.until("a warning", "__probe.warnings.some((words) => words.includes('who-came'))").map_err(|error| error.context(planted))?;
        for number in [SENDER, KNOWN] {
            go(&page, number)?;
            page.frames()?;
            ensure_eq(&format!("with {planted} what step {number} shows"), page.text(SHOWN)?, "still")?;
        }
    }
    Ok(())
}

/// Words fail as the drawing's own error, areas as a panic.
fn a_canvas_that_fails_gives_way_to_the_stills(ctx: &BrowserCtx) -> TestResult {
    for method in ["fillText", "fillRect"] {
        let page = taken_over(ctx, SENDER)?;
        at_rest(&page)?;
        let planted = json!(format!("{method} fails"));
        page.run(&format!("CanvasRenderingContext2D.prototype.{method} = () => {{ throw new Error({planted}) }}"))?;
        for number in [KNOWN, SENDER, AFTER, KNOWN] {
            go(&page, number)?;
            comes_to_show(&page, "still").map_err(|error| error.context(format!("where {method} fails, at step {number}")))?;
            ensure_eq("canvases", page.number("document.querySelectorAll('.moving').length")?, 0.0)?;
            agrees(&page, &format!("where {method} fails, at step {number}"))?;
        }
    }
    Ok(())
}

fn dots_are_not_on_paper(ctx: &BrowserCtx) -> TestResult {
    let page = taken_over(ctx, KNOWN)?;
    at_rest(&page)?;
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    page.frames()?;
    ensure(!page.shows(".moving")?, "the canvas is on paper")?;
    let hidden =
        "[...document.querySelectorAll('#who-came .drawing svg')].filter((e) => getComputedStyle(e).visibility !== 'visible').length";
    ensure_eq("stills without a drawing", page.number(hidden)?, 0.0)
}
