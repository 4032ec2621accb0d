//! The walk, tried on a page of its own (see `fixture.rs`): card and stage belong together however a reader comes to a step,
//! and without script, on paper and in a small view cards and stills stand one after the other.

mod agreement;
mod fixture;
mod ledger_rows;
mod morph;
mod of_page;
mod plain;
mod shape;
mod share;
mod steps;

use browsers::{BrowserCtx, Page, TestCase, TestResult};

pub(crate) fn cases() -> Vec<TestCase> {
    [
        steps::cases(),
        agreement::cases(),
        shape::cases(),
        plain::cases(),
        of_page::cases(),
        share::cases(),
        morph::cases(),
        ledger_rows::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The page of two scenes; `address` is its query and fragment.
fn visit<'a>(ctx: &BrowserCtx<'a>, address: &str) -> TestResult<Page<'a>> {
    let page = ctx.visit(fixture::site()?, address)?;
    page.frames()?;
    Ok(page)
}

/// The same in a view of this size, at a fragment that a link led to.
fn visit_in<'a>(ctx: &BrowserCtx<'a>, fragment: &str, (width, height): (u32, u32)) -> TestResult<Page<'a>> {
    let page = ctx.visit_at(fixture::site()?, "", width)?;
    page.reshape(width, height)?;
    page.run(&format!("location.hash = '{fragment}'"))?;
    page.frames()?;
    Ok(page)
}

/// The step that the scene shows.
fn step(page: &Page, scene: &str) -> TestResult<f64> {
    page.number(&format!("+document.querySelector('#{scene} .walk').dataset.step"))
}

/// What disagrees between the cards in view and what the stages show, by the layout's own rules and not by the script's:
/// which card is the last one above the line, which still stands on the stage, which card is dark, and the number below.
const DISAGREE: &str = "(() => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const line = matchMedia('(min-width: 64rem)').matches ? 0.62 * innerHeight : innerHeight - (matchMedia('(min-width: 44rem)').matches ? 6.6 : 9) * rem;
    return [...document.querySelectorAll('.walk')].flatMap((walk) => {
        const cards = [...walk.querySelectorAll('.card')];
        const tops = cards.map((card) => card.getBoundingClientRect().top);
        if (tops.some((top) => Math.abs(top - line) < 1.5)) return [];
        const expected = String(Math.max(1, tops.filter((top) => top < line).length));
        const places = (found) => found.flatMap((is, at) => (is ? [at + 1] : [])).join();
        const shown = places([...walk.querySelectorAll('.still')].map((still) => still.checkVisibility()));
        const colours = cards.map((card) => getComputedStyle(card).color);
        const dark = places(colours.map((colour) => colour === getComputedStyle(document.body).color));
        const number = walk.querySelector('[data-count]').textContent.split(' ')[0];
        const found = { shown, dark, number };
        return Object.entries(found).filter(([, value]) => value !== expected)
            .map(([name, value]) => cards[0].id + ': step ' + expected + ' is read, but ' + name + ' is ' + value);
    });
})()";

/// Holds when card and stage agree, in a moment: colours take a quarter of a second.
fn agrees(page: &Page, when: &str) -> TestResult {
    page.frames()?;
    let settled = page.until("agreement", &format!("{DISAGREE}.length === 0"));
    settled.map_err(|error| error.context(when).and(format!("{:?}", page.texts(DISAGREE))))
}
