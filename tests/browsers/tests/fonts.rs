//! The typefaces come, nothing waits for them, and nothing jumps when they have come.

use std::time::Duration;

use browsers::{BrowserCtx, Gate, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_text_comes_in_its_typefaces),
        TestCase::new(the_text_is_there_before_its_typefaces),
        TestCase::new(typefaces_that_come_late_move_almost_nothing),
        TestCase::new(an_embed_asks_for_typefaces_when_its_figure_is_interactive),
        TestCase::new(an_embed_whose_figure_never_starts_has_its_typefaces_all_the_same),
        TestCase::new(a_sandboxed_embed_has_its_typefaces),
        TestCase::new(an_embed_without_script_asks_for_none),
        TestCase::new(the_single_file_has_its_typefaces_inside),
    ]
}

const FILES: &str = ".woff2";
const EMBED: &str = "embed/troop-shares/";

/// Which of our families have a file that has come.
const COME: &str = "[...new Set([...document.fonts].filter((face) => face.status === 'loaded' && /Explainer/.test(face.family)) \
                    .map((face) => face.family.replaceAll('\"', '')))].sort()";

fn have_come(page: &Page, families: &[&str]) -> TestResult {
    page.until(&format!("the typefaces {families:?}"), &format!("{COME}.join() === '{}'", families.join(",")))
}

fn asked_for(page: &Page) -> usize {
    page.requests().iter().filter(|path| path.ends_with(FILES)).count()
}

fn the_text_comes_in_its_typefaces(ctx: &BrowserCtx) -> TestResult {
    for path in ["", "sources/", "ledger/"] {
        let page = ctx.visit(ServerConfig::whole(), path)?;
        have_come(&page, &["Explainer Display", "Explainer Sans", "Explainer Serif"])
            .map_err(|error| error.context(format!("{path:?}")))?;
        page.is_quiet().map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

/// A gate that opens so long after a reader has come; the page has not loaded before, for its typefaces belong to it.
fn opened_after(wait: Duration) -> Gate {
    let gate = Gate::default();
    let opened = gate.clone();
    std::thread::spawn(move || {
        std::thread::sleep(wait);
        opened.open();
    });
    gate
}

const LATE: Duration = Duration::from_secs(3);

fn the_text_is_there_before_its_typefaces(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().held(FILES, &opened_after(LATE)), "")?;
    have_come(&page, &["Explainer Display", "Explainer Sans", "Explainer Serif"])?;
    page.until("the first paint", "performance.getEntriesByName('first-contentful-paint').length")?;
    let paint = page.number("performance.getEntriesByName('first-contentful-paint')[0].startTime")?;
    let come = page.number(
        "Math.min(...performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.woff2')).map((entry) => entry.responseEnd))",
    )?;
    ensure(paint < come, format!("the text is painted at {paint} ms, the first typeface has come at {come}"))
}

/// How far things in view move in all, as Chromium counts it; and how high the page is before its typefaces come.
const WATCH: &str = "window.shifted = 0; window.moved = [];
    if (window.LayoutShift) {
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; window.moved.push(...entry.sources.map(({ node, previousRect: a, currentRect: b }) => (node?.className ?? node?.data?.slice(0, 20)) + [' from', a.top, a.height, 'to', b.top, b.height].join(' '))) })).observe({ type: 'layout-shift', buffered: true });
    }
    addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => {
      window.before = document.documentElement.scrollHeight;
      window.loaded = [...document.fonts].some((face) => face.status === 'loaded' && /Explainer/.test(face.family));
    }));";

/// Engines that report no shifts report how high the page is.
fn typefaces_that_come_late_move_almost_nothing(ctx: &BrowserCtx) -> TestResult {
    for width in [360, 768, 1280] {
        let site = ServerConfig::whole().held(FILES, &opened_after(LATE)).after_script(WATCH);
        // The window has its width before the page comes.
        let page = ctx.visit_at(site, "icon.svg", width)?;
        page.run("location.href = './'")?;
        have_come(&page, &["Explainer Display", "Explainer Sans", "Explainer Serif"])?;
        page.frames()?;
        ensure(!page.is("window.loaded")?, "the typefaces came before the page was measured")?;
        let (before, after) = (page.number("window.before")?, page.number("document.documentElement.scrollHeight")?);
        let shift = page.number("window.shifted")?;
        println!("{} px: shift {shift}, {before} px then {after} px", width);
        ensure(shift <= 0.01, format!("at {width} px what is in view moves by {shift}: {:?}", page.texts("window.moved")?))?;
        ensure((after / before - 1.0).abs() <= 0.02, format!("at {width} px the page goes from {before} to {after} px"))?;
    }
    Ok(())
}

fn an_embed_asks_for_typefaces_when_its_figure_is_interactive(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), EMBED)?;
    page.wait_until_interactive("troop-shares")?;
    have_come(&page, &["Explainer Sans"])?;
    let times = page.texts(
        "[performance.getEntriesByName('figure:troop-shares')[0].startTime, \
         ...performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.woff2')).map((entry) => entry.startTime)].map(String)",
    )?;
    let times: Vec<f64> = times.iter().filter_map(|time| time.parse().ok()).collect();
    ensure(times.len() > 1, "the engine reports no file")?;
    ensure(
        times[1..].iter().all(|asked| *asked >= times[0]),
        format!("the figure is interactive at {}, typefaces are asked for at {:?}", times[0], &times[1..]),
    )?;
    page.is_quiet()
}

fn an_embed_whose_figure_never_starts_has_its_typefaces_all_the_same(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().without_program(), EMBED)?;
    have_come(&page, &["Explainer Sans"])
}

/// On a host that lets any page read its files, as all samples of headers do. WebKit needs the site's address, too.
fn a_sandboxed_embed_has_its_typefaces(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("plain", ServerConfig::whole().open_to_all().built_for_its_address(), EMBED, "sandbox=allow-scripts")?;
    page.scroll_to("iframe")?;
    page.enter(0)?;
    have_come(&page, &["Explainer Sans"])?;
    page.is_sound()
}

fn an_embed_without_script_asks_for_none(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().without_script(), EMBED)?;
    ensure_eq("typefaces asked for", asked_for(&page), 0)
}

fn the_single_file_has_its_typefaces_inside(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_from_disk("csto-explainer.html")?;
    have_come(&page, &["Explainer Display", "Explainer Sans", "Explainer Serif"])?;
    page.console_is_quiet()
}
