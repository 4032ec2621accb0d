//! What lets a browser install the page: its name, colours and icons.

use serde_json::json;

use super::output::OutputFile;
use crate::content::{Content, error::Diagnostic};

/// Below the site's root.
pub(crate) const PATH: &str = "manifest.webmanifest";

/// The manifest; `paper` is the page's background in light colours.
///
/// # Errors
/// What the writer of JSON reports.
pub(crate) fn output(content: &Content, paper: &str) -> Result<OutputFile, Diagnostic> {
    let icon = |side: u32, purpose: &str| json!({ "src": format!("icon-{side}.png"), "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": content.label("headline"),
        "short_name": content.label("short_name"),
        "description": content.label("description"),
        "lang": content.label("language"),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        // Their marks lie within the circle that no system cuts off.
        "icons": [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    });
    let text =
        serde_json::to_string_pretty(&manifest).map_err(|e| Diagnostic::of_program(format!("cannot be written ({e})")).within(PATH))?;
    Ok(OutputFile::new(PATH, text + "\n"))
}
