//! The HTML document around a body.

use super::{assets::Assets, csp, head::Head};

/// The whole document: head, body, scripts, and the policy that allows just these.
///
/// `class` is the body's class, `scripts` its inline scripts (see [`super::loader`]); they stand before the
/// styles, so that one that loads something begins before the rest has come and been read.
pub fn document(head: &Head<'_>, class: &str, body: &str, scripts: &str, assets: &Assets) -> String {
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}\n{scripts}\n{}</head>\n<body class=\"{class}\">{body}</body>\n</html>\n",
        head.language,
        csp::PLACE,
        head.html(),
    );
    // Leptos' markers for hydration, of which there is none.
    csp::guard(&html.replace("<!>", ""), assets.live_reload)
}
