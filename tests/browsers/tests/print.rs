//! The page printed: everything stands there, and nothing is cut.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use browsers::{BrowserCtx, Page, SINGLE_FILE, ServerConfig, TestCase, TestResult, ensure, ensure_eq};
use serde_json::json;

use crate::figure::count;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(on_paper_all_figures_tables_and_notes_stand_there).in_chromium(),
        TestCase::new(the_page_prints_to_pdf).in_chromium(),
        TestCase::new(what_is_chosen_is_printed_light_sharp_and_in_its_shape),
        TestCase::new(a_drawing_keeps_its_shape_on_any_sheet).in_chromium(),
    ]
}

/// A sheet of A4 between margins of 1 cm, in CSS pixels.
const SHEET: u32 = 718;

/// What can be printed: the page, and the file that has every figure.
const PRINTED: [&str; 2] = ["", SINGLE_FILE];

/// The page at `path` on paper, with interactive figures.
fn printed<'a>(ctx: &BrowserCtx<'a>, path: &str) -> TestResult<Page<'a>> {
    let page = ctx.visit(ServerConfig::whole(), path)?;
    for figure in page.figures()? {
        page.wait_until_interactive(&figure)?;
    }
    page.resize(SHEET, 1000)?;
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    page.frames()?;
    Ok(page)
}

fn on_paper_all_figures_tables_and_notes_stand_there(ctx: &BrowserCtx) -> TestResult {
    PRINTED.iter().try_for_each(|path| stands_on_paper(&printed(ctx, path)?).map_err(|error| error.context(format!("{path:?}"))))
}

fn stands_on_paper(page: &Page) -> TestResult {
    let figures = page.figures()?;
    ensure(!figures.is_empty(), "there is no figure")?;
    for figure in figures {
        let root = format!("[data-figure=\"{figure}\"]");
        if count(page, &figure, ".plot")? > 0.0 {
            ensure(page.shows(&format!("{root} .plot :is(svg, canvas)"))?, format!("{figure} has no drawing"))?;
        }
        let rows = format!("[...document.querySelectorAll('{root} table')]");
        let hidden = page.number(&format!("{rows}.filter((table) => !table.checkVisibility() || table.offsetHeight < 20).length"))?;
        ensure(hidden == 0.0, format!("{hidden} tables of {figure} do not show"))?;
        let dead = ["input", "select", ".fig-downloads"].map(|control| format!("{root} {control}")).join(", ");
        ensure(!page.shows(&dead)?, format!("{figure} shows controls that do nothing on paper"))?;
    }
    // Each mark names a note that stands on the paper.
    let lost = page.texts(
        "[...document.querySelectorAll('.mark')].filter((mark) => { \
         const note = document.getElementById(mark.getAttribute('popovertarget')); \
         return !note || !note.checkVisibility() || !note.innerText.trim() }).map((mark) => mark.textContent)",
    )?;
    ensure(lost.is_empty(), format!("these notes are not there: {lost:?}"))?;
    let cut = page.texts(
        "[...document.querySelectorAll('main *, footer *')].filter((e) => e.childElementCount === 0 && e.textContent.trim() \
         && e.checkVisibility() && !e.closest('svg, .visually-hidden, .marks, .needs-script') && e.getClientRects().length).filter((e) => { \
         const box = e.getBoundingClientRect(); return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) }) \
         .map((e) => e.cloneNode().outerHTML.slice(0, 100) + e.textContent.slice(0, 40)).slice(0, 5)",
    )?;
    ensure(cut.is_empty(), format!("the paper's edge cuts {cut:?}"))
}

fn the_page_prints_to_pdf(ctx: &BrowserCtx) -> TestResult {
    PRINTED.iter().try_for_each(|path| prints_to_pdf(&printed(ctx, path)?).map_err(|error| error.context(format!("{path:?}"))))
}

fn prints_to_pdf(page: &Page) -> TestResult {
    let answer = page.cdp("Page.printToPDF", &json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true }))?;
    let pdf = STANDARD.decode(answer["data"].as_str().unwrap_or_default()).map_err(|e| format!("the PDF is damaged: {e}"))?;
    let text = String::from_utf8_lossy(&pdf);
    ensure(text.starts_with("%PDF-"), "this is no PDF")?;
    let sheets = text.matches("/Type /Page\n").count();
    ensure((15..=120).contains(&sheets), format!("{sheets} sheets are printed"))
}

/// The window stays as wide as it is: what a browser makes of a page for paper, it makes of the page as it is on screen.
fn what_is_chosen_is_printed_light_sharp_and_in_its_shape(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/?v=1&total=2030&theme=dark")?;
    page.wait_until_interactive("troop-shares")?;
    let corner = "[...document.querySelector('.plot canvas').getContext('2d').getImageData(1, 1, 1, 1).data].slice(0, 3).join()";
    ensure_eq("the ground on screen", page.text(corner)?, "20,23,26")?;
    // The browser says these two before and after it prints, and waits for no frame between them.
    page.run(
        "dispatchEvent(new Event('beforeprint')); const canvas = document.querySelector('.plot canvas'); \
         const box = canvas.getBoundingClientRect(); \
         window.printed = { ground: [...canvas.getContext('2d').getImageData(1, 1, 1, 1).data].slice(0, 3).join(), \
           wide: box.width, sharp: canvas.width / box.width, shape: canvas.width / canvas.height / (box.width / box.height) }; \
         dispatchEvent(new Event('afterprint'))",
    )?;
    ensure_eq("the ground on paper", page.text("printed.ground")?, "255,255,255")?;
    let (wide, sharp, shape) = (page.number("printed.wide")?, page.number("printed.sharp")?, page.number("printed.shape")?);
    ensure((600.0..=720.0).contains(&wide), format!("the drawing is {wide} px wide, and a sheet about 700"))?;
    ensure(sharp >= 3.0, format!("the drawing has {sharp} pixels to a CSS pixel"))?;
    ensure((shape - 1.0).abs() < 0.01, format!("the drawing is stretched by {shape}"))?;
    page.until("the screen again", &format!("{corner} === '20,23,26' && !document.querySelector('.is-printed')"))?;
    page.is_quiet()
}

/// Whatever the width of the sheet turns out to be.
fn a_drawing_keeps_its_shape_on_any_sheet(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/?v=1&total=2030&theme=dark")?;
    page.wait_until_interactive("troop-shares")?;
    let boxes = |page: &Page| {
        page.texts(
            "[...document.querySelectorAll('.plot')].map((plot) => { const canvas = plot.querySelector('canvas'), box = canvas.getBoundingClientRect(); \
             const svgs = [...plot.querySelectorAll('svg')].filter((svg) => svg.checkVisibility()).length; \
             return [box.width > 500 && box.width <= innerWidth, Math.abs(canvas.width / canvas.height / (box.width / box.height) - 1) < 0.01, svgs, \
               plot.scrollHeight <= Math.ceil(box.height) + 1].join() })",
        )
    };
    page.run("dispatchEvent(new Event('beforeprint'))")?;
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    ensure_eq("the drawings on paper", boxes(&page)?, ["true,true,0,true"; 2].map(String::from).to_vec())?;
    ensure_eq("the scheme of the margins", page.text("getComputedStyle(document.documentElement).colorScheme")?, "light")?;
    // Where nobody says that the page is printed, the built drawing is.
    page.run("dispatchEvent(new Event('afterprint'))")?;
    ensure(page.shows(".plot svg")? && !page.shows(".plot canvas")?, "on paper there is a canvas that was made for the screen")
}
