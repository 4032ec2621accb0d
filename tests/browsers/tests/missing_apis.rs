//! A browser that lacks something, or denies it: each figure becomes interactive or stays as prerendered, and never between.

use browsers::{BrowserCtx, SINGLE_FILE, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::figure::{count, is_alive, is_whole, part};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(without_a_canvas_figures_stay_whole),
        TestCase::new(without_a_canvas_an_address_changes_nothing),
        TestCase::new(without_a_canvas_links_in_the_text_still_lead_somewhere),
        TestCase::new(without_an_intersection_observer_figures_work),
        TestCase::new(without_a_resize_observer_figures_work),
        TestCase::new(without_match_media_figures_are_whole),
        TestCase::new(without_webassembly_figures_are_whole),
        TestCase::new(without_streaming_figures_are_whole),
        TestCase::new(without_storage_and_service_worker_figures_work),
        TestCase::new(a_canvas_that_lost_its_picture_is_drawn_again),
        TestCase::new(a_drawing_that_fails_gives_way_to_the_table),
    ]
}

const NO_CANVAS: &str = "HTMLCanvasElement.prototype.getContext = () => null;";

fn without_a_canvas_figures_stay_whole(ctx: &BrowserCtx) -> TestResult {
    stay_whole(ctx, NO_CANVAS)
}

/// A sentence that follows the address beside a drawing that doesn't would mislead.
fn without_a_canvas_an_address_changes_nothing(ctx: &BrowserCtx) -> TestResult {
    let says = |query: &str| {
        let page = ctx.visit(ServerConfig::whole().after_script(NO_CANVAS), &format!("embed/troop-shares/{query}"))?;
        page.until("a warning", "__probe.warnings.length")?;
        page.frames()?;
        page.words_in(&part("troop-shares", "sentence"))
    };
    ensure_eq("the sentence", says("?total=2030")?, says("")?)
}

fn without_a_canvas_links_in_the_text_still_lead_somewhere(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().after_script(NO_CANVAS), "")?;
    page.scroll_to("[data-figure=troop-shares]")?;
    page.until("a warning", "__probe.warnings.length")?;
    page.click("a[href^='?'][href*='blr500'][href$='#troop-shares']")?;
    page.until("the address of the link", "location.search.includes('blr500')")?;
    // One whose state is a single choice; no text has such a link now, so this one gets another address.
    page.go_to(SINGLE_FILE)?;
    page.scroll_to("[data-figure=burden]")?;
    page.until("a warning", "__probe.warnings.some((words) => words.includes(' burden '))")?;
    page.run("window.__old = true; document.querySelector(\"a[href^='?'][href$='#troop-shares']\").setAttribute('href', '?v=1&burden=five#burden')")?;
    page.click("a[href^='?'][href*='burden=five'][href$='#burden']")?;
    page.until("the page of the link, loaded by the browser", "location.search.includes('burden=five') && !window.__old")
}

fn without_an_intersection_observer_figures_work(ctx: &BrowserCtx) -> TestResult {
    work(ctx, "delete window.IntersectionObserver; delete window.IntersectionObserverEntry;")
}

fn without_a_resize_observer_figures_work(ctx: &BrowserCtx) -> TestResult {
    work(ctx, "delete window.ResizeObserver; delete window.ResizeObserverEntry;")
}

fn without_match_media_figures_are_whole(ctx: &BrowserCtx) -> TestResult {
    stay_whole(ctx, "delete Window.prototype.matchMedia; window.matchMedia = undefined;")
}

fn without_webassembly_figures_are_whole(ctx: &BrowserCtx) -> TestResult {
    stay_whole(ctx, "delete window.WebAssembly;")
}

/// As in Safari before 15.
fn without_streaming_figures_are_whole(ctx: &BrowserCtx) -> TestResult {
    stay_whole(ctx, "delete WebAssembly.compileStreaming; delete WebAssembly.instantiateStreaming;")
}

/// As in a frame of another site, or with cookies refused.
fn without_storage_and_service_worker_figures_work(ctx: &BrowserCtx) -> TestResult {
    work(
        ctx,
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
           Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
         }
         Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') } });
         if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new DOMException('denied', 'SecurityError'));",
    )
}

fn a_canvas_that_lost_its_picture_is_drawn_again(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().into_iter().chain([SINGLE_FILE.to_owned()]) {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        page.figures()?.iter().try_for_each(|figure| page.wait_until_interactive(figure))?;
        // What a lost and restored context leaves behind: an empty canvas, and an event.
        page.run(
            "window.blank = (canvas) => !canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte);
             window.canvases = [...document.querySelectorAll('canvas')].filter((canvas) => canvas.width);
             for (const canvas of canvases) canvas.width = canvas.width;
             if (!canvases.every(blank)) throw new Error('a canvas keeps its picture');
             for (const canvas of canvases) canvas.dispatchEvent(new Event('contextrestored'));",
        )?;
        page.until("the drawings again", "!canvases.some(blank)").map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

/// An old drawing beside new numbers would mislead, and so would its marks. Texts fail as the drawing's own error, areas as a panic.
fn a_drawing_that_fails_gives_way_to_the_table(ctx: &BrowserCtx) -> TestResult {
    let change = [("troop-shares", "[data-total='2030']"), ("burden", "input[value=five]")];
    for (method, (figure, control)) in ["fillText", "fillRect"].into_iter().flat_map(|method| change.map(|change| (method, change))) {
        let page = ctx.visit(ServerConfig::whole(), &format!("embed/{figure}/"))?;
        page.wait_until_interactive(figure)?;
        page.frames()?;
        is_alive(&page, figure)?;
        page.run(&format!("CanvasRenderingContext2D.prototype.{method} = () => {{ throw new Error('planted') }}"))?;
        let before = page.words_in(&part(figure, "sentence"))?;
        page.click(control)?;
        page.until("another sentence", &format!("document.querySelector('[data-part=sentence]').textContent !== {before:?}"))?;
        page.until(
            "the table in place of the drawings",
            "!document.querySelector('.plot') && document.querySelector('tbody td').checkVisibility()",
        )
        .map_err(|error| error.context(format!("{figure}, where {method} fails")))?;
        ensure(count(&page, figure, "input:disabled, button:disabled")? == 0.0, format!("{figure} has controls that stay disabled"))?;
        page.is_sound()?;
    }
    Ok(())
}

fn work(ctx: &BrowserCtx, script: &str) -> TestResult {
    for path in ctx.samples() {
        let page = ctx.visit(ServerConfig::whole().after_script(script), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
        page.is_quiet()?;
    }
    Ok(())
}

fn stay_whole(ctx: &BrowserCtx, script: &str) -> TestResult {
    for path in ctx.samples() {
        let page = ctx.visit(ServerConfig::whole().after_script(script), &path)?;
        for figure in page.figures()? {
            page.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
            let decided =
                format!("__probe.warnings.length || __probe.faults.length || performance.getEntriesByName('figure:{figure}').length");
            page.until("a start, or a warning,", &decided)?;
            page.frames()?;
            is_whole(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
        let faults = page.faults()?;
        ensure(faults.is_empty(), format!("{path:?} reports {faults:?}"))?;
    }
    Ok(())
}
