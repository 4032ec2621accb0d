//! The program of the figures does not arrive, or not as it was sent: the page stays as it was built.

use browsers::{Case, Gate, Outcome, Page, Reader, Site, holds};

use crate::figure::{is_alive, is_as_built, is_whole, table_opens};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(webassembly_that_is_missing_leaves_the_page_as_built),
        Case::new(webassembly_that_is_cut_short_leaves_the_page_as_built),
        Case::new(webassembly_that_breaks_off_leaves_the_page_as_built),
        Case::new(webassembly_of_a_wrong_type_leaves_the_page_whole),
        Case::new(a_script_that_is_missing_leaves_the_page_as_built),
        Case::new(a_script_that_is_cut_short_leaves_the_page_as_built),
        Case::new(data_that_is_cut_short_leaves_the_page_as_built),
        Case::new(webassembly_that_is_late_is_worth_waiting_for),
        Case::new(without_any_other_file_figures_live_on_their_own_pages),
    ]
}

fn webassembly_that_is_missing_leaves_the_page_as_built(reader: &Reader) -> Outcome {
    stays_as_built(reader, &Site::whole().without_program())
}

fn webassembly_that_is_cut_short_leaves_the_page_as_built(reader: &Reader) -> Outcome {
    stays_as_built(reader, &Site::whole().with_half_of_program())
}

fn webassembly_that_breaks_off_leaves_the_page_as_built(reader: &Reader) -> Outcome {
    stays_as_built(reader, &Site::whole().cut_off_in_program())
}

fn a_script_that_is_missing_leaves_the_page_as_built(reader: &Reader) -> Outcome {
    the_page_stays_as_built(reader, &Site::whole().without(".js"))
}

fn a_script_that_is_cut_short_leaves_the_page_as_built(reader: &Reader) -> Outcome {
    the_page_stays_as_built(reader, &Site::whole().with_half_of(".js"))
}

fn data_that_is_cut_short_leaves_the_page_as_built(reader: &Reader) -> Outcome {
    the_page_stays_as_built(reader, &Site::whole().with_half_of(".json"))
}

/// Browsers take WebAssembly of another type too, but not while it streams.
fn webassembly_of_a_wrong_type_leaves_the_page_whole(reader: &Reader) -> Outcome {
    for path in reader.samples() {
        let page = reader.visit(Site::whole().mistyped(".wasm", "application/octet-stream"), &path)?;
        until_decided(&page)?;
        for figure in page.figures()? {
            is_whole(&page, &figure).map_err(|fault| format!("{path:?}: {fault}"))?;
        }
        page.is_sound()?;
    }
    Ok(())
}

fn webassembly_that_is_late_is_worth_waiting_for(reader: &Reader) -> Outcome {
    for path in reader.samples() {
        let gate = Gate::default();
        let page = reader.visit(Site::whole().held_program(&gate), &path)?;
        let figures = page.figures()?;
        for figure in &figures {
            page.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
            page.frames()?;
            is_as_built(&page, figure)?;
        }
        gate.open();
        for figure in &figures {
            page.wake(figure)?;
            is_alive(&page, figure)?;
        }
        page.is_quiet()?;
    }
    Ok(())
}

/// A figure's own page has its program inside.
fn without_any_other_file_figures_live_on_their_own_pages(reader: &Reader) -> Outcome {
    for path in reader.pages().into_iter().skip(1) {
        let page = reader.visit(Site::whole().without(".js").without(".json"), &path)?;
        for figure in page.figures()? {
            page.wake(&figure)?;
            is_alive(&page, &figure).map_err(|fault| format!("{path:?}: {fault}"))?;
        }
        page.is_quiet().map_err(|fault| format!("{path:?}: {fault}"))?;
    }
    Ok(())
}

fn stays_as_built(reader: &Reader, site: &Site) -> Outcome {
    reader.samples().iter().try_for_each(|path| stays_as_built_at(reader, site, path))
}

fn the_page_stays_as_built(reader: &Reader, site: &Site) -> Outcome {
    stays_as_built_at(reader, site, "")
}

fn stays_as_built_at(reader: &Reader, site: &Site, path: &str) -> Outcome {
    let page = reader.visit(site.clone(), path)?;
    until_decided(&page)?;
    for figure in page.figures()? {
        is_as_built(&page, &figure).and_then(|()| table_opens(&page, &figure)).map_err(|fault| format!("{path:?}: {fault}"))?;
    }
    // A file that does not load is the browser's own report; anything else would be an error of the page.
    let faults: Vec<_> = page.faults()?.into_iter().filter(|fault| !fault.starts_with("did not load")).collect();
    holds(faults.is_empty(), format!("{path:?} reports {faults:?}"))
}

/// Scrolls to the first figure and waits until a figure lives or the console says why none does. A browser's own warning,
/// such as one of a wrong type, decides nothing.
fn until_decided(page: &Page) -> Outcome {
    page.scroll_to("figure[data-figure]")?;
    page.until(
        "life, or a warning,",
        "__probe.warnings.some((words) => words.includes(' stay')) || performance.getEntriesByType('mark').some((mark) => mark.name.startsWith('figure:'))",
    )?;
    page.frames()
}
