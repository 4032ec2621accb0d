//! `embed.js`: the script by which publishers show a figure as `<csto-figure figure="ID">`.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};

use super::minify;
use crate::{
    content::Content,
    figures::{figure::Figure, registry},
};

const SOURCE: &str = include_str!("csto-figure.js");

/// Where it stands below the site's root.
pub const PATH: &str = "embed.js";

/// The script, with the title and the heights of every figure, and the site's address where that is known.
pub(crate) fn text(content: &Content, public_url: Option<&str>) -> String {
    let figure = |figure: &Figure| {
        let [narrow, _, wide] = figure.built.heights;
        json!([figure.id, [content.figure_word(figure.id, "title"), narrow, wide]])
    };
    let figures: Vec<_> = registry::ALL.iter().map(figure).collect();
    let script = minify::script(SOURCE).replacen("FIGURES", &json!(figures).to_string(), 1);
    minify::in_ascii(&script.replacen("SITE", &json!(public_url).to_string(), 1)) + "\n"
}

/// The value of an `integrity` attribute for `text`.
pub(crate) fn integrity(text: &str) -> String {
    ["sha384-", &STANDARD.encode(Sha384::digest(text.as_bytes()))].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_standards() {
        // The example of the specification, Subresource Integrity, section 3.2.2.
        assert_eq!(integrity("alert('Hello, world.');"), "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO");
    }
}
