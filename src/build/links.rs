//! Where links lead that views wrote from the site's root, when their HTML stands in a document elsewhere.

/// Where a link to another document opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opens {
    /// In the place of the document.
    Here,
    /// Beside the frame that shows the document.
    Beside,
}

/// How a link begins.
const LINK: &str = "href=\"";

/// What makes a link open beside the document.
const BESIDE: &str = "target=\"_blank\" rel=\"noopener\" ";

/// `html` for a document from which `to_root` leads to the site's root: links to the site's files and pages, to places that
/// `html` does not hold, and to states of such figures lead there.
///
/// In a frame, links to the site and to other hosts open beside it: most hosts refuse to be framed, so an empty box would
/// stand in the article in place of the figure.
pub(crate) fn from(html: &str, to_root: &str, opens: Opens) -> String {
    let mut parts = html.split(LINK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let address = part.split('"').next().unwrap_or_default();
        if stays(address, html) {
            if opens == Opens::Beside && address.starts_with("http") && !out.ends_with(BESIDE) {
                out += BESIDE;
            }
            out += LINK;
        } else {
            // A file is saved, so nothing opens.
            if opens == Opens::Beside && !address.starts_with("data/") {
                out += BESIDE;
            }
            out.extend([LINK, to_root]);
        }
        out += part;
    }
    out
}

/// Whether `address` is right wherever the document stands: another host's, already relative to the document's folder, or a
/// place in the document itself.
fn stays(address: &str, html: &str) -> bool {
    match address.split_once('#') {
        Some((before, id)) if before.is_empty() || before.starts_with('?') => html.contains(&format!(" id=\"{id}\"")),
        _ => address.starts_with('.') || address.split(['/', '?']).next().is_some_and(|start| start.contains(':')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<p id=\"a\"><a href=\"#a\">1</a><a href=\"#b\">2</a><a href=\"ledger/#c\">3</a><a href=\"data/x.csv\">4</a>\
                        <a href=\"?v=1#a\">5</a><a href=\"?v=1#b\">6</a><a href=\"https://example.org/?a#b\">7</a><a href=\"../#b\">8</a></p>";

    #[test]
    fn links_to_the_site_lead_there_and_others_stay() {
        let led = from(HTML, "../", Opens::Here);
        let addresses: Vec<&str> = led.split(LINK).skip(1).filter_map(|part| part.split('"').next()).collect();
        let expected = ["#a", "../#b", "../ledger/#c", "../data/x.csv", "?v=1#a", "../?v=1#b", "https://example.org/?a#b", "../#b"];
        assert_eq!(addresses, expected);
        assert!(!led.contains("target="), "{led}");
    }

    #[test]
    fn links_to_other_pages_leave_a_frame() {
        let led = from(HTML, "../../", Opens::Beside);
        assert!(led.contains("<a href=\"#a\">1"), "{led}");
        for link in ["href=\"../../#b\">2", "href=\"../../ledger/#c\">3", "href=\"../../?v=1#b\">6", "href=\"https://example.org/?a#b\">7"]
        {
            assert!(led.contains(&format!("<a target=\"_blank\" rel=\"noopener\" {link}")), "{link}: {led}");
        }
        assert!(led.contains("<a href=\"../../data/x.csv\">4"), "{led}");
    }
}
