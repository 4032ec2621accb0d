//! The HTML document around a body.

use super::{assets::Assets, csp, head::Head, loader, output::BYTE_ORDER_MARK};

/// The class of the body of a figure's own page.
pub(crate) const EMBED: &str = "embed";

/// The whole document: head, body, scripts, and the policy that allows just these.
///
/// `class` is the body's class, `scripts` its inline scripts (see [`super::loader`]); they stand before the
/// styles, so that one that loads something begins before the rest has come and been read.
pub fn document(head: &Head<'_>, class: &str, body: &str, scripts: &str, assets: &Assets) -> String {
    let is_in_folder = head.path.is_empty() || head.path.ends_with('/');
    let address = if is_in_folder { loader::folder_address() } else { String::new() };
    let html = format!(
        "{BYTE_ORDER_MARK}<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}\n{address}{scripts}\n{}</head>\n<body class=\"{class}\">{body}</body>\n</html>\n",
        head.language,
        csp::PLACE,
        head.html(),
    );
    // Leptos' markers for hydration, of which there is none.
    let own = head.public_url.filter(|_| class == EMBED).map(origin);
    csp::guard(&html.replace("<!>", ""), assets.live_reload, own)
}

/// Scheme, host and port of an absolute address.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    url[host..].find('/').map_or(url, |end| &url[..host + end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_ends_before_the_path() {
        assert_eq!(origin("https://example.org:8080/csto/"), "https://example.org:8080");
        assert_eq!(origin("https://example.org"), "https://example.org");
    }
}
