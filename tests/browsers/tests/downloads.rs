//! The files that a figure offers.

use browsers::{Case, Outcome, Page, Reader, Site, holds, same};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(a_drawing_can_be_saved_as_svg),
        Case::new(a_drawing_can_be_saved_as_png),
        Case::new(all_drawings_can_be_saved_from_page_and_embeds),
        Case::new(a_picture_that_did_not_come_can_be_asked_for_again),
        Case::new(a_picture_that_cannot_be_made_is_told_of),
        Case::new(the_data_files_are_there),
    ]
}

/// Keeps what would be saved, in place of saving it.
const KEEP: &str = "window.saved = { name: '', address: '', text: Promise.reject('nothing was saved') };
  window.saved.text.catch(() => {});
  HTMLAnchorElement.prototype.click = function () { Object.assign(saved, { name: this.download, address: this.href }) };
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => { saved.text = blob.text(); return create(blob) };";

/// What tells a reader that no picture came.
const NO_PICTURE: &str = "[data-part=no-picture]";

fn saved<'a>(reader: &Reader<'a>, kind: &str) -> Outcome<Page<'a>> {
    let page = reader.visit(Site::whole().after_script(KEEP), "embed/troop-shares/")?;
    page.wake("troop-shares")?;
    page.click("[data-total='2030']")?;
    page.click(&format!("[data-download={kind}]"))?;
    page.until("a saved file", "saved.name")?;
    same("the file's name", page.text("saved.name")?, format!("troop-shares.{kind}"))?;
    Ok(page)
}

fn a_drawing_can_be_saved_as_svg(reader: &Reader) -> Outcome {
    let page = saved(reader, "svg")?;
    holds(page.text("saved.address")?.starts_with("blob:"), "the address is no blob")?;
    let svg = page.resolved("saved.text")?;
    let svg = svg.as_str().unwrap_or_default();
    page.run("saved.text.then((text) => { saved.root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement })")?;
    page.until("a parsed drawing", "saved.root")?;
    same("the drawing's root", page.text("saved.root.nodeName")?, "svg")?;
    holds(!svg.contains("var(--"), "the drawing needs the page's colours")?;
    holds(svg.contains("2,030"), "the drawing does not show the reader's choice")?;
    holds(page.number("saved.root.getElementsByTagName('title').length")? > 0.0, "the drawing has no title")?;
    page.is_quiet()
}

fn a_drawing_can_be_saved_as_png(reader: &Reader) -> Outcome {
    let page = saved(reader, "png")?;
    holds(page.text("saved.address")?.starts_with("data:image/png;base64,"), "the address holds no picture")?;
    let size = "new Promise((done) => { const image = new Image(); image.onload = () => done(image.width); image.src = saved.address })";
    let width = page.resolved(size)?.as_f64().unwrap_or_default();
    holds(width >= 1000.0, format!("the picture is {width} px wide"))?;
    page.is_quiet()
}

fn all_drawings_can_be_saved_from_page_and_embeds(reader: &Reader) -> Outcome {
    let mut seen = 0;
    for path in reader.pages() {
        let page = reader.visit(Site::whole().after_script(KEEP), &path)?;
        for figure in page.figures()? {
            let button = format!("#{figure} [data-download=svg]");
            if page.is(&format!("!document.querySelector('{button}')"))? {
                continue;
            }
            page.wake(&figure)?;
            page.run("saved.name = ''")?;
            page.click(&button)?;
            page.until(&format!("a saved file of {figure} from {path:?}"), &format!("saved.name === '{figure}.svg'"))?;
            seen += 1;
        }
        page.is_quiet()?;
    }
    holds(seen >= 10, format!("only {seen} drawings can be saved"))
}

fn a_picture_that_did_not_come_can_be_asked_for_again(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole().after_script(KEEP), "embed/troop-shares/")?;
    page.wake("troop-shares")?;
    page.run("window.network = fetch; window.fetch = () => Promise.reject(new TypeError('no network'))")?;
    page.click("[data-download=svg]")?;
    page.until("a warning", "__probe.warnings.length")?;
    same("what was saved", page.text("saved.name")?, "")?;
    holds(page.shows(NO_PICTURE)?, "nothing tells the reader that no picture came")?;
    page.run("window.fetch = network")?;
    page.click("[data-download=svg]")?;
    page.until("a saved file", "saved.name")?;
    holds(!page.shows(NO_PICTURE)?, "the reader is still told that no picture came")
}

fn a_picture_that_cannot_be_made_is_told_of(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole().after_script(KEEP), "")?;
    page.wake("burden")?;
    page.run("document.querySelector('#burden [data-part=title]').remove()")?;
    page.click("#burden [data-download=svg]")?;
    page.until("a word of it", &format!("!document.querySelector('#burden {NO_PICTURE}').hidden"))?;
    page.is_sound()
}

fn the_data_files_are_there(reader: &Reader) -> Outcome {
    for path in reader.pages() {
        let page = reader.visit(Site::whole(), &path)?;
        for address in page.texts("[...document.querySelectorAll('a[download]')].map((a) => a.href)")? {
            let found = page.resolved(&format!("fetch('{address}').then((reply) => reply.ok)"))?;
            same(&address, found.as_bool(), Some(true))?;
        }
    }
    Ok(())
}
