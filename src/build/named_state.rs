//! `embed/ID/NAME/`: a figure in a state that has a name, at an address without a query, which a static site can answer.
//!
//! A system that knows oEmbed asks for the address that an editor pasted, and looks in the document for a link to the answer. So the
//! document has what such systems read, and leads everyone else to the figure in that state. It does not hold the figure: an embed with
//! its program is about 200 KB, and there are several dozen states.

use leptos::prelude::*;

use super::{
    document::{Body, Document, Kind},
    embed,
    fonts::{Delivery, Fonts},
    head::Head,
    oembed,
    output::OutputFile,
    script::Script,
};
use crate::{
    content::Content,
    figures::{figure::Figure, states::NamedState},
};

const FORWARD: &str = include_str!("forward-to-state.js");

/// From the document's folder to the site's root.
const TO_ROOT: &str = "../../../";

/// The document's folder below the site's root.
pub fn path(figure: &str, name: &str) -> String {
    [&embed::path(figure), name, "/"].concat()
}

/// Whether such a document stands at `address`, which is relative to the site's root.
pub(crate) fn is_at(address: &str) -> bool {
    let folder = address.strip_suffix("index.html").unwrap_or(address);
    folder.strip_prefix(embed::FOLDER).is_some_and(|rest| rest.matches('/').count() == 2 && rest.ends_with('/'))
}

/// The document for `figure` in `state`; `head` is that of the figure's embed, and `style` the document's own.
pub(crate) fn output(content: &Content, figure: &Figure, state: &NamedState, head: &Head<'_>, style: &str) -> OutputFile {
    let title = content.figure_word(figure.id, "title");
    // Relative, so that it is right wherever the site stands.
    let address = ["../?", &state.query].concat();
    let head = Head {
        oembed: Some(&oembed::path(figure.id, Some(&state.name))),
        title,
        description: &state.sentence,
        to_root: TO_ROOT,
        path: &path(figure.id, &state.name),
        forwards_to: Some(&address),
        style,
        // The system's own, because nobody should wait for letters here.
        fonts: (&Fonts::default(), Delivery::WhenLive),
        ..head.clone()
    };
    let (title, sentence, open) = (title.to_owned(), state.sentence.clone(), content.label("state_open").to_owned());
    let view = view! {
        <main>
            <h1>{title}</h1>
            <p>{sentence}</p>
            <p><a href=address.clone() data-part="state">{open}</a></p>
        </main>
    };
    let body = Body::of(view).ended_by([Script::at_once(FORWARD)]);
    Document { head: &head, kind: Kind::Embed, scripts: Vec::new(), body, shows_frames: false, live_reload: false }.output()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_in_a_figures_folder_has_a_name() {
        for address in ["embed/map/x/", "embed/map/x/index.html"] {
            assert!(is_at(address), "{address}");
        }
        for address in ["embed/", "embed/index.html", "embed/map/", "embed/map/index.html", "figures/map/x/", "embed.js", "embed/map/x"] {
            assert!(!is_at(address), "{address}");
        }
    }
}
