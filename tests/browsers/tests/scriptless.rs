//! A reader whose browser runs no script has the whole explainer.

use browsers::{Case, Outcome, Reader, Site, holds};

use crate::figure::{count, is_as_built, table_opens};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(all_chapters_are_there),
        Case::new(figures_have_their_drawings_and_tables),
        Case::new(nothing_that_needs_script_is_shown),
        Case::new(links_lead_to_chapters_and_figures),
    ]
}

fn all_chapters_are_there(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole().without_script(), "")?;
    let listed = page.texts("[...document.querySelectorAll('.contents a')].map((a) => a.hash.slice(1))")?;
    let chapters = page.texts("[...document.querySelectorAll('main section')].map((s) => s.id)")?;
    holds(chapters.len() >= 8 && listed == chapters, format!("the list has {listed:?}, the page {chapters:?}"))?;
    for chapter in chapters {
        let words = page.number(&format!("document.getElementById('{chapter}').innerText.split(/\\s+/).length"))?;
        holds(words > 100.0, format!("the chapter {chapter} shows {words} words"))?;
    }
    Ok(())
}

fn figures_have_their_drawings_and_tables(reader: &Reader) -> Outcome {
    for path in reader.pages() {
        let page = reader.visit(Site::whole().without_script(), &path)?;
        for figure in page.figures()? {
            is_as_built(&page, &figure).and_then(|()| table_opens(&page, &figure)).map_err(|fault| format!("{path:?}: {fault}"))?;
        }
    }
    Ok(())
}

fn nothing_that_needs_script_is_shown(reader: &Reader) -> Outcome {
    for path in reader.pages() {
        let page = reader.visit(Site::whole().without_script(), &path)?;
        for figure in page.figures()? {
            for control in [".needs-script", "input", "select", "button:not([popovertarget])", ".tip"] {
                let shown = page.shows(&format!("[data-figure=\"{figure}\"] {control}"))?;
                holds(!shown, format!("{path:?}: {figure} shows {control}, which does nothing"))?;
            }
            holds(count(&page, &figure, "[data-part=downloads] a[download]")? > 0.0, format!("{figure} offers no file"))?;
        }
    }
    Ok(())
}

fn links_lead_to_chapters_and_figures(reader: &Reader) -> Outcome {
    for path in reader.pages() {
        let page = reader.visit(Site::whole().without_script(), &path)?;
        let lost = page.texts(
            "[...document.querySelectorAll('a[href*=\"#\"]')].filter((a) => a.host === location.host && a.pathname === location.pathname) \
             .map((a) => a.hash.slice(1)).filter((id) => id && !document.getElementById(id))",
        )?;
        holds(lost.is_empty(), format!("{path:?} has links to {lost:?}, which are not there"))?;
    }
    Ok(())
}
