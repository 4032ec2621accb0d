//! A reader whose browser runs no script has the whole explainer.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure};

use crate::figure::{count, is_as_prerendered, table_opens};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(all_scenes_are_there),
        TestCase::new(figures_have_their_drawings_and_tables),
        TestCase::new(nothing_that_needs_script_is_shown),
        TestCase::new(links_lead_to_scenes_and_figures),
    ]
}

fn all_scenes_are_there(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().without_script(), "")?;
    let listed = page.texts("[...document.querySelectorAll('.contents a')].map((a) => a.hash.slice(1))")?;
    // The cover, and the scenes; the sections between and after them are in no list.
    let scenes = page.texts("[...document.querySelectorAll('.cover, .scene')].map((s) => s.id)")?;
    ensure(scenes.len() >= 8 && listed == scenes, format!("the list has {listed:?}, the page {scenes:?}"))?;
    for part in page.texts("[...document.querySelectorAll('.cover, main section')].map((s) => s.id)")? {
        let words = page.number(&format!("document.getElementById('{part}').innerText.split(/\\s+/).length"))?;
        ensure(words > 100.0, format!("the section {part} shows {words} words"))?;
    }
    Ok(())
}

fn figures_have_their_drawings_and_tables(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit(ServerConfig::whole().without_script(), &path)?;
        for figure in page.figures()? {
            is_as_prerendered(&page, &figure)
                .and_then(|()| table_opens(&page, &figure))
                .map_err(|error| error.context(format!("{path:?}")))?;
        }
    }
    Ok(())
}

fn nothing_that_needs_script_is_shown(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit(ServerConfig::whole().without_script(), &path)?;
        for figure in page.figures()? {
            for control in [".needs-script", "input", "select", "button:not([popovertarget])", ".tip"] {
                let shown = page.shows(&format!("[data-figure=\"{figure}\"] {control}"))?;
                ensure(!shown, format!("{path:?}: {figure} shows {control}, which does nothing"))?;
            }
            ensure(count(&page, &figure, "[data-part=downloads] a[download]")? > 0.0, format!("{figure} offers no file"))?;
        }
    }
    Ok(())
}

fn links_lead_to_scenes_and_figures(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit(ServerConfig::whole().without_script(), &path)?;
        let lost = page.texts(
            "[...document.querySelectorAll('a[href*=\"#\"]')].filter((a) => a.host === location.host && a.pathname === location.pathname) \
             .map((a) => a.hash.slice(1)).filter((id) => id && !document.getElementById(id))",
        )?;
        ensure(lost.is_empty(), format!("{path:?} has links to {lost:?}, which are not there"))?;
    }
    Ok(())
}
