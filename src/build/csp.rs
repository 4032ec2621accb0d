//! The Content-Security-Policy of a document, as a meta element: only what the document holds or the site serves.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The place in a document's head that [`guard`] fills; before any script or style, for a policy holds from there on.
pub(crate) const PLACE: &str = "<meta name=\"policy\">";

/// How the policy stands in a document.
const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// What stands in a document that shows others of the site in frames.
const FRAMED: &str = "class=\"builder-preview\"";

/// How the address of a typeface begins in a document that holds the file itself.
const INSIDE: &str = "url(\"data:font/";

/// What stands in a script that leads a document's links from elsewhere than its address (see `folder-address.js`).
const LED: &str = "createElement(\"base\")";

/// `html` with the policy at [`PLACE`], allowing the inline scripts and styles that stand in it.
///
/// `live_reload` also allows the connection over which Trunk announces a new build. `own` is the site's origin, where it is
/// known and the document may stand in a sandbox: there WebKit takes `'self'` for nobody.
pub(crate) fn guard(html: &str, live_reload: bool, own: Option<&str>) -> String {
    let meta = format!("{META}{}\">", policy(html, live_reload, own));
    html.replacen(PLACE, &meta, 1)
}

/// The policy that stands in a guarded document.
pub fn of(html: &str) -> Option<&str> {
    html.split_once(META)?.1.split('"').next()
}

/// The policy for `html`.
///
/// Scripts need `'wasm-unsafe-eval'` to compile WebAssembly. Pictures may be `data:` and `blob:` because figures save
/// themselves as pictures. Typefaces come from the site or stand in the document. A service worker falls under `script-src`.
/// No form, no other host; a frame only in the publishers' page, which shows the site's own figures.
fn policy(html: &str, live_reload: bool, own: Option<&str>) -> String {
    let sources = |name: &str| inline(html, name).map(|text| format!(" '{}'", hash(text))).collect::<Vec<_>>();
    let distinct = |mut list: Vec<String>| {
        list.sort();
        list.dedup();
        list.concat()
    };
    let scripts = distinct(sources("script"));
    let styles = distinct(sources("style"));
    let styles = if styles.is_empty() { " 'none'" } else { &styles };
    let sockets = if live_reload { " ws:" } else { "" };
    let frames = if html.contains(FRAMED) { " frame-src 'self';" } else { "" };
    let own = own.map_or_else(|| "'self'".to_owned(), |origin| ["'self' ", origin].concat());
    let fonts = font_directive(html, &own);
    let bases = if html.contains(LED) { &own } else { "'none'" };
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{scripts}; style-src{styles};{fonts} img-src 'self' data: blob:; \
         connect-src {own}{sockets}; manifest-src 'self';{frames} base-uri {bases}; form-action 'none'"
    )
}

/// `sha256-…` of an inline script or style.
pub fn hash(text: &str) -> String {
    ["sha256-", &STANDARD.encode(Sha256::digest(text.as_bytes()))].concat()
}

/// Enough of the hash of `bytes` to name a file by, in hexadecimal digits.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The text of each inline element `name`, apart from blocks of data, which run nothing.
fn inline<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let (open, close) = (["<", name].concat(), ["</", name, ">"].concat());
    html.split(open.as_str().to_owned().as_str())
        .skip(1)
        .filter_map(move |rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let is_code = !attributes.contains(" type=") || attributes.contains(" type=\"module\"");
            let runs = is_code && !attributes.contains(" src=");
            runs.then(|| rest.split_once(close.as_str()).map(|(text, _)| text)).flatten()
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// What a policy must allow for the typefaces that `html` asks for, as a directive with a space before it; `own` names the
/// site.
fn font_directive(html: &str, own: &str) -> String {
    let from = if html.contains(INSIDE) { "data:" } else { own };
    if html.contains("@font-face") { format!(" font-src {from};") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta name=\"policy\"><style>a{}</style></head><script type=\"module\">1</script>\
                        <script type=\"application/json\">{}</script><script type=\"text/plain\">x</script><script src=\"x.js\"></script>";

    #[test]
    fn inline_scripts_and_styles_are_allowed_by_hash_and_data_is_not_hashed() {
        let html = guard(PAGE, false, None);
        assert!(html.contains(&format!("script-src 'self' 'wasm-unsafe-eval' '{}';", hash("1"))), "{html}");
        assert!(html.contains(&format!("style-src '{}';", hash("a{}"))), "{html}");
        assert!(!html.contains("unsafe-inline") && !html.contains("ws:"), "{html}");
        assert_eq!(of(&html), Some(policy(PAGE, false, None).as_str()));
    }

    #[test]
    fn only_a_served_page_may_open_a_socket() {
        assert!(guard(PAGE, true, None).contains("connect-src 'self' ws:;"));
    }

    #[test]
    fn a_known_origin_is_named_beside_self() {
        let html = guard(PAGE, false, Some("https://example.org"));
        assert!(html.contains("script-src 'self' https://example.org 'wasm") && html.contains("connect-src 'self' https://example.org;"));
    }

    #[test]
    fn the_hash_is_the_standards() {
        // The example of the specification, CSP level 3, section 8.3.
        assert_eq!(hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
