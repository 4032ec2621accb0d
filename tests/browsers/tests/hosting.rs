//! The site as hosts send it that follow the built header files.

use browsers::{Case, Outcome, Reader, Site, holds};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<Case> {
    vec![Case::new(nothing_is_refused_under_the_policy_of_the_headers), Case::new(other_hosts_may_show_figures_and_nothing_else)]
}

fn nothing_is_refused_under_the_policy_of_the_headers(reader: &Reader) -> Outcome {
    for path in reader.documents() {
        let page = reader.visit(Site::whole().hosted(), &path)?;
        for figure in page.figures()? {
            page.wake(&figure)?;
            is_alive(&page, &figure).map_err(|fault| format!("{path:?}: {fault}"))?;
        }
        page.is_quiet().map_err(|fault| format!("{path:?}: {fault}"))?;
    }
    Ok(())
}

fn other_hosts_may_show_figures_and_nothing_else(reader: &Reader) -> Outcome {
    for path in reader.documents() {
        let page = reader.visit_elsewhere(Site::whole().unprobed().hosted(), &path)?;
        let is_figure = path.starts_with("embed/") && path != "embed/";
        let is_shown = page.is("document.querySelector('main')")?;
        holds(is_shown == is_figure, format!("{path:?} in a frame of another host: shown {is_shown}"))?;
    }
    Ok(())
}
