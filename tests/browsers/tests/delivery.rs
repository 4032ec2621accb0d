//! The program of the figures does not arrive, or not as it was sent: the page stays as prerendered.

use browsers::{BrowserCtx, Gate, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::figure::{is_alive, is_as_prerendered, is_whole, table_opens};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(webassembly_that_is_missing_leaves_the_page_prerendered),
        TestCase::new(webassembly_that_is_cut_short_leaves_the_page_prerendered),
        TestCase::new(webassembly_that_breaks_off_leaves_the_page_prerendered),
        TestCase::new(webassembly_of_a_wrong_type_leaves_the_page_whole),
        TestCase::new(a_script_that_is_missing_leaves_the_page_prerendered),
        TestCase::new(a_script_that_is_cut_short_leaves_the_page_prerendered),
        TestCase::new(data_that_is_cut_short_leaves_the_page_prerendered),
        TestCase::new(another_charset_from_the_host_garbles_nothing),
        TestCase::new(webassembly_that_is_late_is_worth_waiting_for),
        TestCase::new(without_any_other_file_figures_work_on_their_own_pages),
    ]
}

fn webassembly_that_is_missing_leaves_the_page_prerendered(ctx: &BrowserCtx) -> TestResult {
    stays_prerendered(ctx, &ServerConfig::whole().without_program())
}

fn webassembly_that_is_cut_short_leaves_the_page_prerendered(ctx: &BrowserCtx) -> TestResult {
    stays_prerendered(ctx, &ServerConfig::whole().with_half_of_program())
}

fn webassembly_that_breaks_off_leaves_the_page_prerendered(ctx: &BrowserCtx) -> TestResult {
    stays_prerendered(ctx, &ServerConfig::whole().cut_off_in_program())
}

fn a_script_that_is_missing_leaves_the_page_prerendered(ctx: &BrowserCtx) -> TestResult {
    the_page_stays_prerendered(ctx, &ServerConfig::whole().without(".js"))
}

fn a_script_that_is_cut_short_leaves_the_page_prerendered(ctx: &BrowserCtx) -> TestResult {
    the_page_stays_prerendered(ctx, &ServerConfig::whole().with_half_of(".js"))
}

fn data_that_is_cut_short_leaves_the_page_prerendered(ctx: &BrowserCtx) -> TestResult {
    // A figure's own page has its data inside.
    stays_prerendered_at(ctx, &ServerConfig::whole().with_half_of(".json"), "")
}

/// Browsers take WebAssembly of another type too, but not while it streams.
fn webassembly_of_a_wrong_type_leaves_the_page_whole(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.samples() {
        let page = ctx.visit(ServerConfig::whole().mistyped(".wasm", "application/octet-stream"), &path)?;
        until_decided(&page)?;
        for figure in page.figures()? {
            is_whole(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
        page.is_sound()?;
    }
    Ok(())
}

fn another_charset_from_the_host_garbles_nothing(ctx: &BrowserCtx) -> TestResult {
    let mime = "text/html; charset=iso-8859-1";
    for path in ctx.samples().into_iter().chain(["figures/burden/".to_owned()]) {
        let page = ctx.visit(ServerConfig::whole().mistyped("/", mime).mistyped(".html", mime), &path)?;
        ensure_eq("the charset", page.text("document.characterSet")?, "UTF-8")?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
        page.is_sound()?;
    }
    Ok(())
}

fn webassembly_that_is_late_is_worth_waiting_for(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.samples() {
        let gate = Gate::default();
        let page = ctx.visit(ServerConfig::whole().held_program(&gate), &path)?;
        let figures = page.figures()?;
        for figure in &figures {
            page.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
            page.frames()?;
            is_as_prerendered(&page, figure)?;
        }
        gate.open();
        for figure in &figures {
            page.wait_until_interactive(figure)?;
            is_alive(&page, figure)?;
        }
        page.is_quiet()?;
    }
    Ok(())
}

/// A figure's own page has its program inside.
fn without_any_other_file_figures_work_on_their_own_pages(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().into_iter().skip(1) {
        let page = ctx.visit(ServerConfig::whole().without(".js").without(".json"), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
        page.is_quiet().map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

fn stays_prerendered(ctx: &BrowserCtx, site: &ServerConfig) -> TestResult {
    ctx.samples().iter().chain(&ctx.figure_pages()).try_for_each(|path| stays_prerendered_at(ctx, site, path))
}

/// The same where the program comes in files alone: on the page, and on those of the figures that it does not show.
fn the_page_stays_prerendered(ctx: &BrowserCtx, site: &ServerConfig) -> TestResult {
    stays_prerendered_at(ctx, site, "")?;
    ctx.figure_pages().iter().try_for_each(|path| stays_prerendered_at(ctx, site, path))
}

fn stays_prerendered_at(ctx: &BrowserCtx, site: &ServerConfig, path: &str) -> TestResult {
    let page = ctx.visit(site.clone(), path)?;
    until_decided(&page)?;
    for figure in page.figures()? {
        is_as_prerendered(&page, &figure).and_then(|()| table_opens(&page, &figure)).map_err(|error| error.context(format!("{path:?}")))?;
    }
    // A file that does not load is the browser's own report; anything else would be an error of the page.
    let faults: Vec<_> = page.faults()?.into_iter().filter(|fault| !fault.starts_with("did not load")).collect();
    ensure(faults.is_empty(), format!("{path:?} reports {faults:?}"))
}

/// Scrolls to the first figure and waits until a figure is interactive or the console says why none is. A browser's own warning,
/// such as one of a wrong type, decides nothing.
fn until_decided(page: &Page) -> TestResult {
    page.scroll_to("figure[data-figure]")?;
    page.until(
        "life, or a warning,",
        "__probe.warnings.some((words) => words.includes(' stay')) || performance.getEntriesByType('mark').some((mark) => mark.name.startsWith('figure:'))",
    )?;
    page.frames()
}
