//! The page comes, quietly, and its figures become interactive.

use browsers::{BrowserCtx, Page, SINGLE_FILE, ServerConfig, TestCase, TestResult, ensure};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(pages_load_without_a_complaint_and_ask_no_other_host),
        TestCase::new(each_figure_becomes_interactive_when_it_is_reached),
        TestCase::new(a_link_into_the_text_brings_the_program_before_a_figure_is_near),
        TestCase::new(the_site_works_below_any_path),
    ]
}

fn pages_load_without_a_complaint_and_ask_no_other_host(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages().into_iter().chain([SINGLE_FILE.to_owned()]) {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
        }
        page.is_quiet().map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

fn each_figure_becomes_interactive_when_it_is_reached(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.figure_pages().into_iter().chain([String::new(), SINGLE_FILE.to_owned()]) {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        let figures = page.figures()?;
        ensure(!figures.is_empty(), format!("{path:?} has no figure"))?;
        for figure in figures {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
    }
    Ok(())
}

fn a_link_into_the_text_brings_the_program_before_a_figure_is_near(ctx: &BrowserCtx) -> TestResult {
    let comes = |page: Page| -> TestResult<bool> {
        page.frames()?;
        Ok(page.requests().iter().any(|path| path.ends_with(".wasm")))
    };
    // Narrow, so that the first figure is far below the first screen in every engine's window.
    let top = ctx.visit_at(ServerConfig::whole(), "", 360)?;
    ensure(!comes(top)?, "the program comes at the top of the page, far from any figure")?;
    let linked = ctx.visit(ServerConfig::whole(), "#term-coup-proofing")?;
    ensure(comes(linked)?, "the program does not come with a link into the text")
}

fn the_site_works_below_any_path(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().below("/some/path/"), "")?;
    page.wait_until_interactive("troop-shares")?;
    page.is_quiet()?;
    let outside: Vec<_> = page.requests().into_iter().filter(|path| !path.starts_with("/some/path/") && !path.starts_with("/__")).collect();
    // Browsers ask for this of their own accord where they don't know the page's icon yet.
    let outside: Vec<_> = outside.into_iter().filter(|path| path != "/favicon.ico").collect();
    ensure(outside.is_empty(), format!("the site asks outside its folder for {outside:?}"))
}
