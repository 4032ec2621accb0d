//! The files that a figure offers.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::figure::unfold;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(a_drawing_can_be_saved_as_svg),
        TestCase::new(a_drawing_can_be_saved_as_png),
        TestCase::new(all_drawings_can_be_saved_from_every_page),
        TestCase::new(a_picture_that_did_not_come_can_be_asked_for_again),
        TestCase::new(a_picture_that_cannot_be_made_is_reported),
        TestCase::new(noise_in_place_of_a_picture_is_reported_and_svg_offered),
        TestCase::new(the_data_files_are_there),
    ]
}

/// Keeps what would be saved, in place of saving it.
const KEEP: &str = "window.saved = { name: '', address: '', text: Promise.reject('nothing was saved') };
  window.saved.text.catch(() => {});
  HTMLAnchorElement.prototype.click = function () { Object.assign(saved, { name: this.download, address: this.href }) };
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => { saved.text = blob.text(); return create(blob) };";

/// What says to a reader that no picture came.
const NO_PICTURE: &str = "[data-part=no-picture]";

fn saved<'a>(ctx: &BrowserCtx<'a>, kind: &str) -> TestResult<Page<'a>> {
    let page = ctx.visit(ServerConfig::whole().after_script(KEEP), "embed/troop-shares/")?;
    page.wait_until_interactive("troop-shares")?;
    page.click("[data-total='2030']")?;
    unfold(&page, "troop-shares")?;
    page.click(&format!("[data-download={kind}]"))?;
    page.until("a saved file", "saved.name")?;
    ensure_eq("the file's name", page.text("saved.name")?, format!("troop-shares.{kind}"))?;
    Ok(page)
}

fn a_drawing_can_be_saved_as_svg(ctx: &BrowserCtx) -> TestResult {
    let page = saved(ctx, "svg")?;
    ensure(page.text("saved.address")?.starts_with("blob:"), "the address is no blob")?;
    let svg = page.resolved("saved.text")?;
    let svg = svg.as_str().unwrap_or_default();
    page.run("saved.text.then((text) => { saved.root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement })")?;
    page.until("a parsed drawing", "saved.root")?;
    ensure_eq("the drawing's root", page.text("saved.root.nodeName")?, "svg")?;
    ensure(!svg.contains("var(--"), "the drawing needs the page's colours")?;
    ensure(svg.contains("2,030"), "the drawing does not show the reader's choice")?;
    ensure(page.number("saved.root.getElementsByTagName('title').length")? > 0.0, "the drawing has no title")?;
    page.is_quiet()
}

fn a_drawing_can_be_saved_as_png(ctx: &BrowserCtx) -> TestResult {
    let page = saved(ctx, "png")?;
    ensure(page.text("saved.address")?.starts_with("data:image/png;base64,"), "the address holds no picture")?;
    let size = "new Promise((done) => { const image = new Image(); image.onload = () => done(image.width); image.src = saved.address })";
    let width = page.resolved(size)?.as_f64().unwrap_or_default();
    ensure(width >= 1000.0, format!("the picture is {width} px wide"))?;
    page.is_quiet()
}

fn all_drawings_can_be_saved_from_every_page(ctx: &BrowserCtx) -> TestResult {
    let mut seen = 0;
    for path in ctx.pages().into_iter().chain(ctx.figure_pages()) {
        let page = ctx.visit(ServerConfig::whole().after_script(KEEP), &path)?;
        for figure in page.figures()? {
            let button = format!("#{figure} [data-download=svg]");
            if page.is(&format!("!document.querySelector('{button}')"))? {
                continue;
            }
            page.wait_until_interactive(&figure)?;
            page.run("saved.name = ''")?;
            unfold(&page, &figure)?;
            page.click(&button)?;
            page.until(&format!("a saved file of {figure} from {path:?}"), &format!("saved.name === '{figure}.svg'"))?;
            seen += 1;
        }
        page.is_quiet()?;
    }
    ensure(seen >= 10, format!("only {seen} drawings can be saved"))
}

fn a_picture_that_did_not_come_can_be_asked_for_again(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().after_script(KEEP), "embed/troop-shares/")?;
    page.wait_until_interactive("troop-shares")?;
    unfold(&page, "troop-shares")?;
    page.run("window.network = fetch; window.fetch = () => Promise.reject(new TypeError('no network'))")?;
    page.click("[data-download=svg]")?;
    page.until("a warning", "__probe.warnings.length")?;
    ensure_eq("what was saved", page.text("saved.name")?, "")?;
    ensure(page.shows(NO_PICTURE)?, "nothing says to the reader that no picture came")?;
    page.run("window.fetch = network")?;
    page.click("[data-download=svg]")?;
    page.until("a saved file", "saved.name")?;
    ensure(!page.shows(NO_PICTURE)?, "the page still says that no picture came")
}

fn a_picture_that_cannot_be_made_is_reported(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().after_script(KEEP), "figures/burden/")?;
    page.wait_until_interactive("burden")?;
    unfold(&page, "burden")?;
    page.run("document.querySelector('#burden [data-part=title]').remove()")?;
    page.click("#burden [data-download=svg]")?;
    page.until("a word of it", &format!("!document.querySelector('#burden {NO_PICTURE}').hidden"))?;
    page.is_sound()
}

fn the_data_files_are_there(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for address in page.texts("[...document.querySelectorAll('a[download]')].map((a) => a.href)")? {
            let found = page.resolved(&format!("fetch('{address}').then((reply) => reply.ok)"))?;
            ensure_eq(&address, found.as_bool(), Some(true))?;
        }
    }
    Ok(())
}

/// What Firefox hands out of a canvas where it protects its reader against being recognised.
const NOISE: &str = "CanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) => \
    new ImageData(new Uint8ClampedArray(4 * width * height).map((_, at) => (at * 97) % 256), width);";

fn noise_in_place_of_a_picture_is_reported_and_svg_offered(ctx: &BrowserCtx) -> TestResult {
    for path in ["embed/troop-shares/", "figures/troop-shares/"] {
        let page = ctx.visit(ServerConfig::whole().after_script(KEEP).after_script(NOISE), path)?;
        page.wait_until_interactive("troop-shares")?;
        unfold(&page, "troop-shares")?;
        page.click("[data-download=png]")?;
        page.until("a word of it", &format!("!document.querySelector('{NO_PICTURE}').hidden"))?;
        ensure(page.words_in(NO_PICTURE)?.contains("SVG"), "SVG is not offered")?;
        ensure_eq("what was saved", page.text("saved.name")?, "")?;
        page.click("[data-download=svg]")?;
        page.until("the SVG", "saved.name === 'troop-shares.svg'")?;
        ensure(!page.shows(NO_PICTURE)?, "it is still said that no picture came")?;
    }
    Ok(())
}
