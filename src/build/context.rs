//! What every document is built with.

use std::collections::BTreeMap;

use super::{assets::Assets, code::Code, fonts::Fonts};

/// What every document is built with.
#[derive(Debug, Clone)]
pub struct BuildContext {
    /// What Trunk has written.
    pub assets: Assets,
    /// The single file's program.
    pub code: Option<Code>,
    /// The programs of the embeds, by figure; an embed without one loads the one that Trunk compiled.
    pub own: BTreeMap<&'static str, Code>,
    /// The icon, as SVG.
    pub icon: String,
    /// The typefaces.
    pub fonts: Fonts,
    /// The page's styles, joined.
    pub page_style: String,
    /// The styles of each page of the record, joined, by its folder below the site's root.
    pub reference_styles: BTreeMap<String, String>,
    /// The styles of the page in a file that stands alone, joined.
    pub alone_style: String,
    /// The style of what a figure's button to share opens.
    pub share_style: String,
    /// The styles of a document of mere words, joined.
    pub plain_style: String,
    /// The styles of the publishers' page, joined.
    pub builder_style: String,
    /// The style of a document that leads to a figure in a state.
    pub named_state_style: String,
    /// The styles of each embed, joined, by its figure's id.
    pub embed_styles: BTreeMap<&'static str, String>,
    /// The styles of the note that announces a new version.
    pub news_style: String,
    /// The colours of the browser's bars, light and dark.
    pub bars: [String; 2],
    /// The site's absolute address, with a `/` at its end.
    pub public_url: Option<String>,
}
