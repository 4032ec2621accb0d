//! What the button under each figure opens: its address with its full state, and how to cite it.

use browsers::{Case, Outcome, Page, Reader, Site, holds, keys, same};

use crate::figure::part;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(every_figure_gives_an_address_that_shows_the_same),
        Case::new(the_address_follows_the_choices),
        Case::new(the_page_shares_one_figure_at_a_time),
        Case::new(a_citation_names_version_and_date),
        Case::new(what_is_copied_is_told),
        Case::new(the_panel_opens_and_closes_by_keyboard),
        Case::new(a_sandboxed_embed_can_be_shared),
    ]
}

const EMBED: &str = "embed/troop-shares/";
const FIGURE: &str = "troop-shares";

fn open(page: &Page, figure: &str) -> Outcome {
    page.wake(figure)?;
    page.run(&format!("document.querySelector('{}').click()", part(figure, "share")))?;
    page.until("the panel", "document.querySelector('.share textarea')")
}

fn address(page: &Page) -> Outcome<String> {
    page.text("document.querySelector('.share textarea').value")
}

fn every_figure_gives_an_address_that_shows_the_same(reader: &Reader) -> Outcome {
    for path in reader.pages().iter().filter(|path| path.starts_with("embed/")) {
        let id = path.trim_start_matches("embed/").trim_end_matches('/');
        let page = reader.visit(Site::whole().below("/a/b/"), path)?;
        open(&page, id)?;
        let address = address(&page)?;
        let (before, fragment) = address.split_once('#').unwrap_or((&address, ""));
        same(&format!("the place in {address}"), fragment, id)?;
        let (site, query) = before.split_once('?').unwrap_or((before, ""));
        holds(site.ends_with("/a/b/"), format!("{id}: {address} is not that of the page"))?;
        let state = page.text(&format!("document.getElementById('{id}').dataset.state || ''"))?;
        same("the query", query, &*state)?;
        holds(state.is_empty() || state.starts_with("v=1&"), format!("{id}: the state {state} has no version"))?;
        page.go_to(&format!("{path}?{state}"))?;
        page.wake(id)?;
        same("the state again", page.text(&format!("document.getElementById('{id}').dataset.state || ''"))?, state)?;
        page.is_quiet()?;
    }
    Ok(())
}

fn the_address_follows_the_choices(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole(), &format!("{EMBED}?theme=dark&utm_source=x"))?;
    open(&page, FIGURE)?;
    page.click("[data-total='2030']")?;
    page.until("the total in the address", "document.querySelector('.share textarea').value.includes('total=2030')")?;
    let address = address(&page)?;
    holds(!address.contains("utm_source") && !address.contains("theme"), format!("{address} carries what is not the figure's"))
}

fn the_page_shares_one_figure_at_a_time(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole(), "?v=1&total=2030&asked=yes")?;
    for (figure, key, other) in [("non-interventions", "asked=yes", "total="), (FIGURE, "total=2030", "asked=")] {
        open(&page, figure)?;
        let address = address(&page)?;
        holds(address.contains(key) && !address.contains(other), format!("{figure} shares {address}"))?;
        same("the panels", page.number("document.querySelectorAll('.share').length")?, 1.0)?;
    }
    page.is_quiet()
}

fn a_citation_names_version_and_date(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole(), EMBED)?;
    open(&page, FIGURE)?;
    let texts = page.texts("[...document.querySelectorAll('.share textarea')].map((t) => t.value)")?;
    let title = page.words_in("figcaption")?;
    for text in &texts[1..] {
        for needed in [&*title, "0.1.0", "dition of", "ources read to", &texts[0]] {
            holds(text.contains(needed), format!("{needed:?} is not in {text:?}"))?;
        }
    }
    let bibtex = &texts[2];
    holds(bibtex.starts_with("@misc{csto-explainer-troop-shares,"), format!("this is no entry: {bibtex}"))?;
    same("closing braces", bibtex.matches('}').count(), bibtex.matches('{').count())
}

fn what_is_copied_is_told(reader: &Reader) -> Outcome {
    let clipboard = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.__copied = text } } });";
    let page = reader.visit(Site::whole().after_script(clipboard), EMBED)?;
    open(&page, FIGURE)?;
    page.click(".share button")?;
    page.until("the word that it is copied", "document.querySelector('.share [role=status]').textContent")?;
    same("the clipboard", page.text("window.__copied")?, address(&page)?)
}

fn the_panel_opens_and_closes_by_keyboard(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole(), EMBED)?;
    page.wake(FIGURE)?;
    page.tab_to("[data-part=share]")?;
    page.press(&[keys::ENTER])?;
    page.until("the address selected", "document.activeElement.matches('.share textarea')")?;
    page.press(&[keys::ESCAPE])?;
    page.until("the button again", "document.activeElement.matches('[data-part=share][aria-expanded=false]')")?;
    holds(!page.is("document.querySelector('.share')")?, "the panel stays")
}

fn a_sandboxed_embed_can_be_shared(reader: &Reader) -> Outcome {
    let page = reader.visit_in("datawrapper", Site::whole().open_to_all().told_its_address(), EMBED, "sandbox=allow-scripts")?;
    page.enter(0)?;
    open(&page, FIGURE)?;
    let address = address(&page)?;
    holds(address.contains("/?v=1&total=2500") && address.ends_with("#troop-shares"), format!("it shares {address}"))?;
    page.is_sound()
}
