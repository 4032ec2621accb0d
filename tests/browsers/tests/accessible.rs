//! axe-core finds no violation: each page as prerendered, as interactive, and with every figure far from its default; light and dark,
//! on a phone and on a desk. All its default rules, and the size of targets. What it is and its licence: `vendor/`.

use browsers::{BrowserCtx, Gate, Page, ServerConfig, TestCase, TestResult, ensure};

use crate::figure::non_default_address;

pub(crate) fn cases() -> Vec<TestCase> {
    // The rules ask the DOM and computed styles, in which the engines agree.
    vec![TestCase::new(axe_finds_no_violation).in_chromium()]
}

const AXE: &str = include_str!("../vendor/axe.min.js");

/// Widths in pixels, with colours. The first two have each width and each of the colours once.
pub(crate) const VIEWS: [(u32, &str); 4] = [(320, "dark"), (1280, "light"), (1280, "dark"), (320, "light")];

const RULES: &str = "{ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }";

fn axe_finds_no_violation(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let gate = Gate::default();
        let page = ctx.visit(ServerConfig::whole().held_program(&gate), &path)?;
        is_clean(&page, &format!("{path:?} as prerendered"), &VIEWS[..2])?;
        gate.open();
        wake_all(&page)?;
        // On a page of the record a figure is what it is in its embed, which is looked at more closely.
        let is_of_record = ctx.reference_pages().contains(&path);
        is_clean(&page, &format!("{path:?}, interactive"), if is_of_record { &VIEWS[..2] } else { &VIEWS })?;
        if is_of_record {
            continue;
        }
        page.go_to(&(path.clone() + &non_default_address(&page.figures()?)))?;
        wake_all(&page)?;
        is_clean(&page, &format!("{path:?} with other choices"), &VIEWS[..2])?;
    }
    Ok(())
}

fn wake_all(page: &Page) -> TestResult {
    page.figures()?.iter().try_for_each(|figure| page.wait_until_interactive(figure))
}

pub(crate) fn is_clean(page: &Page, what: &str, views: &[(u32, &str)]) -> TestResult {
    page.run(AXE)?;
    page.run("document.querySelectorAll('details').forEach((details) => { details.open = true })")?;
    for &(width, colours) in views {
        page.resize(width, 800)?;
        page.emulate(&[("prefers-color-scheme", colours)])?;
        page.until("rest", "document.getAnimations().every((motion) => motion.playState !== 'running')")?;
        let found = page.resolved(&format!(
            "axe.run({RULES}).then(({{ violations }}) => violations.flatMap((rule) => \
             rule.nodes.slice(0, 3).map((node) => rule.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary.split('\\n').at(-1).trim())))"
        ))?;
        let found: Vec<_> = found.as_array().into_iter().flatten().filter_map(|v| v.as_str()).collect();
        ensure(found.is_empty(), format!("{what}, {colours}, {width} px:\n    {}", found.join("\n    ")))?;
    }
    Ok(())
}
