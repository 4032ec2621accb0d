//! The page comes, quietly, and its figures come alive.

use browsers::{Case, Outcome, Reader, Site, holds};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(pages_load_without_a_complaint_and_ask_no_other_host),
        Case::new(each_figure_comes_alive_when_it_is_reached),
        Case::new(a_link_into_the_text_brings_the_program_before_a_figure_is_near),
        Case::new(the_site_works_below_any_path),
    ]
}

fn pages_load_without_a_complaint_and_ask_no_other_host(reader: &Reader) -> Outcome {
    for path in reader.pages() {
        let page = reader.visit(Site::whole(), &path)?;
        for figure in page.figures()? {
            page.wake(&figure)?;
        }
        page.is_quiet().map_err(|fault| format!("{path:?}: {fault}"))?;
    }
    Ok(())
}

fn each_figure_comes_alive_when_it_is_reached(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole(), "")?;
    let figures = page.figures()?;
    holds(!figures.is_empty(), "the page has no figure")?;
    for figure in figures {
        page.wake(&figure)?;
        is_alive(&page, &figure)?;
    }
    Ok(())
}

fn a_link_into_the_text_brings_the_program_before_a_figure_is_near(reader: &Reader) -> Outcome {
    let comes = |path: &str| -> Outcome<bool> {
        let page = reader.visit(Site::whole(), path)?;
        page.frames()?;
        Ok(page.requests().iter().any(|path| path.ends_with(".wasm")))
    };
    holds(!comes("")?, "the program comes at the top of the page, far from any figure")?;
    holds(comes("#term-coup-proofing")?, "the program does not come with a link into the text")
}

fn the_site_works_below_any_path(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole().below("/some/path/"), "")?;
    page.wake("troop-shares")?;
    page.is_quiet()?;
    let outside: Vec<_> = page.requests().into_iter().filter(|path| !path.starts_with("/some/path/") && !path.starts_with("/__")).collect();
    // Browsers ask for this of their own accord where they don't know the page's icon yet.
    let outside: Vec<_> = outside.into_iter().filter(|path| path != "/favicon.ico").collect();
    holds(outside.is_empty(), format!("the site asks outside its folder for {outside:?}"))
}
