//! A reader goes through a page with Tab alone: to every control, in the order in which they stand, seeing where.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, keys};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![TestCase::new(tab_reaches_every_control_in_its_order_and_shows_where_it_is).in_chromium()]
}

/// Records each stop: its place among the controls, whether its focus shows, and where it stands. What is folded is open, but for
/// the answer on the cover, which takes the place of the question with its controls. The link at the foot of a stage and the
/// rows of a ledger come and go with its step, which the focus itself changes, so they are no stops to count on; walk::of_page follows
/// the one, walk::ledger_rows the others.
const RECORD: &str = "document.querySelectorAll('details:not(.game details)').forEach((details) => { details.open = true });
    const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.notes [popover]');
    const chosen = (e) => e.type !== 'radio' || e.checked;
    window.stops = [];
    window.controls = [...document.querySelectorAll('a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex=\"0\"]')]
      .filter((e) => e.tabIndex >= 0 && shown(e) && chosen(e) && !e.matches('.open-figure, .row-button'));
    window.named = (e) => e.cloneNode().outerHTML.slice(0, 120);
    addEventListener('focusin', ({ target }) => {
      if (target.matches('.open-figure, .row-button')) return;
      const style = getComputedStyle(target), box = target.getBoundingClientRect();
      const shows = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      stops.push({ at: controls.indexOf(target), shows, name: named(target), top: box.top + scrollY, bottom: box.bottom + scrollY });
    });";

/// More than any page has stops.
const TABS: usize = 900;

fn tab_reaches_every_control_in_its_order_and_shows_where_it_is(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages() {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
        }
        page.run("scrollTo(0, 0)")?;
        page.run(RECORD)?;
        while page.number("stops.length")? < page.number("controls.length")? {
            let before = page.number("stops.length")?;
            page.press(&[keys::TAB; TABS / 10])?;
            ensure(page.number("stops.length")? > before, format!("{path:?}: Tab goes nowhere from {}", last(&page)?))?;
        }
        // The page's last control is followed by the browser's own, and those by the page's first.
        page.run("stops.length = controls.length")?;
        none(&page, &path, "are not reached", "controls.filter((_, at) => stops.every((stop) => stop.at !== at)).map(named)")?;
        none(&page, &path, "do not show their focus", "stops.filter((stop) => !stop.shows).map((stop) => stop.name)")?;
        none(&page, &path, "come out of their turn", "stops.filter((stop, turn) => stop.at !== turn).map((stop) => stop.name)")?;
        let back = "stops.slice(1).filter((stop, n) => stop.bottom <= stops[n].top - innerHeight).map((stop) => stop.name)";
        none(&page, &path, "stand a screen above the one before", back)?;
    }
    Ok(())
}

fn last(page: &Page) -> TestResult<String> {
    page.text("stops.length ? stops.at(-1).name : 'the beginning'")
}

fn none(page: &Page, path: &str, what: &str, expression: &str) -> TestResult {
    let found = page.texts(expression)?;
    ensure(found.is_empty(), format!("{path:?}: {} {what}: {:?}", found.len(), &found[..found.len().min(5)]))
}
