//! The site as hosts send it that follow the built header files.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(nothing_is_refused_under_the_policy_of_the_headers),
        TestCase::new(other_hosts_may_show_figures_and_nothing_else),
        TestCase::new(a_missing_page_leads_home),
    ]
}

fn nothing_is_refused_under_the_policy_of_the_headers(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.documents() {
        let page = ctx.visit(ServerConfig::whole().hosted(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
        page.is_quiet().map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

fn other_hosts_may_show_figures_and_nothing_else(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.documents() {
        let page = ctx.visit_elsewhere(ServerConfig::whole().unprobed().hosted(), &path)?;
        let is_figure = path.starts_with("embed/") && path != "embed/";
        let is_shown = page.is("document.querySelector('main')")?;
        ensure(is_shown == is_figure, format!("{path:?} in a frame of another host: shown {is_shown}"))?;
    }
    Ok(())
}

fn a_missing_page_leads_home(ctx: &BrowserCtx) -> TestResult {
    for path in ["nothing", "embed/nothing/at/all", "figures/nothing/"] {
        let page = ctx.visit(ServerConfig::whole().below("/some/path/").unprobed().hosted(), path)?;
        page.until("the way home", "document.querySelector('a[data-part=home]').pathname === '/some/path/'")?;
        page.click("a[data-part=home]")?;
        page.until("the page", "location.pathname === '/some/path/' && document.querySelector('.cover')")?;
    }
    Ok(())
}
