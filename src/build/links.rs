//! Where links lead that views wrote from the site's root, when their HTML stands in a document elsewhere.

use std::collections::HashSet;

use lol_html::{HandlerResult, RewriteStrSettings, element, html_content::Element, rewrite_str};

use crate::{content::error::Diagnostic, page::offline_copies, ui::rendered::Rendered};

/// Where a link to another document opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opens {
    /// In the place of the document.
    Here,
    /// Beside the frame that shows the document.
    Beside,
}

/// What a link is.
const LINK: &str = "a[href]";

/// `html` for a document from which `to_root` leads to the site's root: links to the site's files and pages, to places that
/// `html` does not hold, and to states of such figures lead there.
///
/// In a frame, links to the site and to other hosts open beside it: most hosts refuse to be framed, so an empty box would
/// stand in the article in place of the figure.
///
/// # Errors
/// Where `html` cannot be read.
pub(crate) fn from(html: &str, to_root: &str, opens: Opens) -> Result<String, Diagnostic> {
    let ids = ids(html)?;
    rewritten(html, LINK, |link, address| {
        let stays = stays(address, &ids);
        // A file is saved, so nothing opens.
        let leaves = if stays { address.starts_with("http") } else { !address.starts_with("data/") };
        if !stays {
            link.set_attribute("href", &[to_root, address].concat())?;
        }
        if leaves && opens == Opens::Beside {
            link.set_attribute("target", "_blank")?;
            link.set_attribute("rel", "noopener")?;
        }
        Ok(())
    })
}

/// `html` with what `change` makes of each link, which gets the link and its address.
///
/// # Errors
/// Where `html` cannot be read, or those of `change`.
pub(crate) fn changed(html: &str, change: impl Fn(&mut Element<'_, '_>, &str) -> HandlerResult) -> Result<String, Diagnostic> {
    rewritten(html, LINK, change)
}

/// `rendered` for a file that holds everything: what leads to the site's other pages leads to their places in the file.
///
/// # Errors
/// Where its HTML cannot be read.
pub(crate) fn inside(rendered: Rendered) -> Result<Rendered, Diagnostic> {
    let html = changed(&rendered.html, |link, address| {
        if let Some(place) = offline_copies::place(address) {
            link.set_attribute("href", &["#", place].concat())?;
        }
        Ok(())
    })?;
    Ok(Rendered { html, ..rendered })
}

fn rewritten(
    html: &str,
    selector: &str,
    mut change: impl FnMut(&mut Element<'_, '_>, &str) -> HandlerResult,
) -> Result<String, Diagnostic> {
    let on_link = element!(selector, |link| {
        let address = link.get_attribute("href").unwrap_or_default();
        change(link, &address)
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(on_link)).map_err(|e| {
        Diagnostic::unplaced(format!("the links of a document cannot be led elsewhere ({e})"), "correct the view that writes it")
    })
}

/// The ids in `html`.
fn ids(html: &str) -> Result<HashSet<String>, Diagnostic> {
    let mut ids = HashSet::new();
    rewritten(html, "[id]", |element, _| {
        ids.extend(element.get_attribute("id"));
        Ok(())
    })?;
    Ok(ids)
}

/// Whether `address` is right wherever the document stands: another host's, already relative to the document's folder, or a
/// place in the document itself, which has these `ids`.
fn stays(address: &str, ids: &HashSet<String>) -> bool {
    match address.split_once('#') {
        Some((before, id)) if before.is_empty() || before.starts_with('?') => ids.contains(id),
        _ => address.starts_with('.') || address.split(['/', '?']).next().is_some_and(|start| start.contains(':')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<p id=\"a\"><a href=\"#a\">1</a><a href=\"#b\">2</a><a href=\"ledger/#c\">3</a><a href=\"data/x.csv\">4</a>\
                        <a href=\"?v=1&amp;w#a\">5</a><a href=\"?v=1&amp;w#b\">6</a><a href=\"https://example.org/?a#b\">7</a><a href=\"../#b\">8</a></p>";

    fn addresses(html: &str) -> Vec<&str> {
        html.split("href=\"").skip(1).filter_map(|part| part.split('"').next()).collect()
    }

    #[test]
    fn links_to_the_site_lead_there_and_others_stay() {
        let led = from(HTML, "../", Opens::Here).expect("is read");
        let expected =
            ["#a", "../#b", "../ledger/#c", "../data/x.csv", "?v=1&amp;w#a", "../?v=1&amp;w#b", "https://example.org/?a#b", "../#b"];
        assert_eq!(addresses(&led), expected);
        assert!(!led.contains("target="), "{led}");
    }

    #[test]
    fn links_to_other_pages_leave_a_frame() {
        let led = from(HTML, "../../", Opens::Beside).expect("is read");
        assert!(led.contains("<a href=\"#a\">1"), "{led}");
        for link in ["../../#b", "../../ledger/#c", "../../?v=1&amp;w#b", "https://example.org/?a#b"] {
            assert!(led.contains(&format!("<a href=\"{link}\" target=\"_blank\" rel=\"noopener\">")), "{link}: {led}");
        }
        assert!(led.contains("<a href=\"../../data/x.csv\">4"), "{led}");
    }

    #[test]
    fn what_is_no_link_stays_as_it_is() {
        let html = "<svg><use href=\"#shape\"/></svg><p>href=\"ledger/\"</p><script>\"<a href='x'>\"</script>";
        assert_eq!(from(html, "../", Opens::Beside).as_deref(), Ok(html));
    }
}
