//! A translator or an extension has altered the page before the figures start: an altered figure stays as built, the
//! others live.

use browsers::{Case, Gate, Outcome, Reader, Site, holds};

use crate::figure::{is_alive, is_as_built, is_whole};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(split_texts_leave_figures_whole),
        Case::new(wrapped_texts_leave_figures_whole),
        Case::new(a_part_that_is_gone_leaves_its_figure_as_built),
        Case::new(table_cells_that_are_gone_leave_their_figure_as_built),
        Case::new(damaged_data_leave_their_figure_as_built),
    ]
}

/// The figure that is altered.
const ALTERED: &str = "troop-shares";

/// Calls `alter(node)` for each text of the figures.
const EACH_TEXT: &str = "for (const figure of document.querySelectorAll('figure[data-figure]')) {
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.filter((text) => text.data.trim() && !text.parentElement.closest('script, svg')).forEach(alter);
  }";

fn split_texts_leave_figures_whole(reader: &Reader) -> Outcome {
    all_stay_whole(reader, "const alter = (text) => text.data.length > 1 && text.splitText(1);")
}

/// As Chrome's translator does.
fn wrapped_texts_leave_figures_whole(reader: &Reader) -> Outcome {
    let alter = "const alter = (text) => {
        const outer = document.createElement('font'), inner = document.createElement('font');
        text.replaceWith(outer);
        outer.append(inner);
        inner.append(text);
      };";
    all_stay_whole(reader, alter)
}

fn all_stay_whole(reader: &Reader, alter: &str) -> Outcome {
    for path in reader.pages() {
        let gate = Gate::default();
        let page = reader.visit(Site::whole().held(".wasm", &gate), &path)?;
        page.run(&format!("{alter} {EACH_TEXT}"))?;
        gate.open();
        for figure in page.figures()? {
            page.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
            page.until(
                "life, or a warning,",
                &format!("__probe.warnings.length || performance.getEntriesByName('figure:{figure}').length"),
            )?;
            page.frames()?;
            is_whole(&page, &figure).map_err(|fault| format!("{path:?}: {fault}"))?;
        }
        page.is_quiet()?;
    }
    Ok(())
}

fn a_part_that_is_gone_leaves_its_figure_as_built(reader: &Reader) -> Outcome {
    // Each on a page of its own: a figure must notice whichever part it is that is gone.
    for part in ["sentence", "bars-marks", "line-tip", "total", "guess-show", "announce", "downloads"] {
        it_stays_as_built(reader, &format!("figure.querySelector('[data-part=\"{part}\"]').remove()"))
            .map_err(|fault| format!("without {part}: {fault}"))?;
    }
    Ok(())
}

fn table_cells_that_are_gone_leave_their_figure_as_built(reader: &Reader) -> Outcome {
    it_stays_as_built(reader, "figure.querySelector('[data-part=\"table\"] td').remove()")
}

fn damaged_data_leave_their_figure_as_built(reader: &Reader) -> Outcome {
    it_stays_as_built(reader, "figure.querySelector('[data-part=\"data\"]').textContent = '{\"words\":'")
}

/// `alter` changes one figure, `figure`: the one with most parts.
fn it_stays_as_built(reader: &Reader, alter: &str) -> Outcome {
    let gate = Gate::default();
    let page = reader.visit(Site::whole().held(".wasm", &gate), "")?;
    page.run(&format!("const figure = document.getElementById('{ALTERED}'); {alter}"))?;
    gate.open();
    page.scroll_to(&format!("[data-figure=\"{ALTERED}\"]"))?;
    page.until("a warning that the figure stays as built", &format!("__probe.warnings.some((words) => words.includes('{ALTERED}'))"))?;
    page.frames()?;
    is_as_built(&page, ALTERED)?;
    for other in page.figures()?.iter().filter(|figure| *figure != ALTERED) {
        page.wake(other)?;
        is_alive(&page, other)?;
    }
    let faults = page.faults()?;
    holds(faults.is_empty(), format!("the page reports {faults:?}"))
}
