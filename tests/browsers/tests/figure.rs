//! What must be true of an interactive figure, and of one that is not.

use browsers::{Page, TestResult, ensure};

/// A state far from the default for each figure that has a state, as it stands in the address.
pub(crate) const NON_DEFAULT: &[(&str, &str)] = &[
    ("non-interventions", "asked=yes"),
    ("treaty", "treaty=1992"),
    ("forces", "forces=reaction"),
    ("burden", "burden=five"),
    ("article-4-test", "test=kyrgyzstan-2010&test-words=since-2012&test-answers=nnnnn"),
    ("overlaps", "clubs=2024"),
    ("timeline", "kind=claim"),
    ("troop-dots", "step=rate"),
    ("troop-shares", "total=1000&unit=per-million&source=arm70-blr500-kgz200-tjk200"),
];

/// The query with which `figures` are all in a state that is not the default.
pub(crate) fn non_default_address(figures: &[String]) -> String {
    let states = NON_DEFAULT.iter().filter(|(id, _)| figures.iter().any(|figure| figure == id)).map(|(_, state)| *state);
    ["?v=1"].into_iter().chain(states).collect::<Vec<_>>().join("&")
}

/// The selector of `part` within `figure`.
pub(crate) fn part(figure: &str, part: &str) -> String {
    format!("[data-figure=\"{figure}\"] [data-part=\"{part}\"]")
}

/// The number of elements that `selector` finds inside the figure.
pub(crate) fn count(page: &Page, figure: &str, selector: &str) -> TestResult<f64> {
    page.number(&format!("document.querySelectorAll('[data-figure=\"{figure}\"] :is({selector})').length"))
}

/// Holds when the figure is all there as prerendered: drawing and table to be read, and no control that does nothing.
pub(crate) fn is_as_prerendered(page: &Page, figure: &str) -> TestResult {
    ensure(!page.is_interactive(figure)?, format!("{figure} is interactive"))?;
    is_readable(page, figure)?;
    ensure(count(page, figure, ".plot.is-live")? == 0.0, format!("{figure} hides its built drawing"))?;
    let enabled = count(page, figure, "input:enabled, select:enabled, button:enabled:not([popovertarget])")?;
    ensure(enabled == 0.0, format!("{figure} has {enabled} controls that do nothing"))
}

/// Holds when the figure is interactive in every part: each drawing is drawn or has its marks, each control does something.
pub(crate) fn is_alive(page: &Page, figure: &str) -> TestResult {
    ensure(page.is_interactive(figure)?, format!("{figure} is not interactive"))?;
    is_readable(page, figure)?;
    let still = count(page, figure, ".plot:not(.is-live, :has(.marks > *), details:not([open]) *)")?;
    ensure(still == 0.0, format!("{figure} has {still} drawings that do not follow its controls"))?;
    let disabled = count(page, figure, "input:disabled, select:disabled, button:disabled")?;
    ensure(disabled == 0.0, format!("{figure} has {disabled} controls that stay disabled"))
}

/// Holds when the figure is wholly interactive or wholly prerendered, never between.
pub(crate) fn is_whole(page: &Page, figure: &str) -> TestResult {
    if page.is_interactive(figure)? { is_alive(page, figure) } else { is_as_prerendered(page, figure) }
}

/// Opens the line under the figure, behind which its tables, files and sources stand.
pub(crate) fn unfold(page: &Page, figure: &str) -> TestResult {
    if count(page, figure, ".fig-more[open]")? == 0.0 {
        // By script: WebKit's driver does not always find the line at the end of a page or in a sandbox. Other cases press it.
        page.run(&format!("document.querySelector('[data-figure=\"{figure}\"] .fig-more-line').click()"))?;
    }
    page.until("what the figure folds away", &format!("document.querySelector('[data-figure=\"{figure}\"] .fig-more[open]')"))
}

/// Holds when the figure's table can be read, behind a disclosure where it has one.
pub(crate) fn table_opens(page: &Page, figure: &str) -> TestResult {
    let root = format!("[data-figure=\"{figure}\"]");
    if count(page, figure, "details:not([open]) table")? > 0.0 {
        page.click(&format!("{root} details:not([open]):has(table) summary"))?;
    }
    ensure(page.shows(&format!("{root} tbody td"))?, format!("{figure} shows no table"))
}

/// Holds when each drawing of the figure is shown, prerendered or on canvas, and its tables have rows.
fn is_readable(page: &Page, figure: &str) -> TestResult {
    let root = format!("[data-figure=\"{figure}\"]");
    let drawings = "[...document.querySelectorAll('ROOT .plot:not(details:not([open]) *)')].every((plot) => [...plot.querySelectorAll('svg, canvas')].some((e) => \
                    e.getBoundingClientRect().width > 0 && getComputedStyle(e).visibility === 'visible'))";
    ensure(page.is(&drawings.replace("ROOT", &root))?, format!("{figure} shows no drawing"))?;
    ensure(count(page, figure, "tbody tr")? > 0.0, format!("{figure} has no table"))
}
