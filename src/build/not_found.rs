//! `404.html`: what hosts show where nothing stands, with the way home.
//!
//! A host shows it at any address, so nothing in it may be found from there: it holds all that it needs, and its link is the
//! site's public address, or is found by a script.

use leptos::prelude::*;

use super::{
    document::{Body, Document, Kind},
    fonts::{Delivery, Fonts},
    head::Head,
    manifest,
    output::OutputFile,
    script::Script,
};
use crate::content::Content;

/// Below the site's root, by the name under which hosts look for it.
pub(crate) const PATH: &str = "404.html";

const SCRIPT: &str = include_str!("not-found.js");

/// The page; `page` is the head of the site's page, `icon` the site's icon, as SVG.
pub(crate) fn output(content: &Content, page: &Head<'_>, style: &str, icon: &str) -> OutputFile {
    let label = |key: &'static str| content.label(key).to_owned();
    let home = page.public_url.unwrap_or("./").to_owned();
    let view = view! {
        <main class="not-found">
            <h1>{label("not_found_title")}</h1>
            <p class="standfirst">{label("not_found_standfirst")}</p>
            <p>{label("not_found_home")}" "<a href=home data-part="home">{label("headline")}</a></p>
        </main>
    };
    let script = page.public_url.is_none().then(|| Script::module(&SCRIPT.replace("MANIFEST", manifest::PATH)));
    let head = Head {
        title: content.label("not_found_title"),
        description: content.label("not_found_standfirst"),
        path: PATH,
        public_url: None,
        oembed: None,
        style,
        // The system's own are there at any address.
        fonts: (&Fonts::default(), Delivery::WhenLive),
        icon_inside: Some(icon),
        data: None,
        ..page.clone()
    };
    let body = Body::of(view).ended_by(script);
    Document { head: &head, kind: Kind::Page, scripts: Vec::new(), body, shows_frames: false, live_reload: false }.output()
}
