//! The page `embed/` for publishers: for each figure what to copy into a page, and, with script, a form that gives it in any
//! state and theme, with a preview.

use leptos::prelude::*;

use super::{
    context::BuildContext,
    document::{Body, Document, Kind},
    embed, embed_script,
    head::Head,
    loader, oembed,
    output::OutputFile,
    share_picture,
};
use crate::{
    content::{Content, markdown::escape},
    figures::{figure::Figure, registry},
};

/// Its folder below the site's root.
pub(crate) const PATH: &str = embed::FOLDER;

/// From its folder to the site's root.
pub(crate) const TO_ROOT: &str = "../";

/// Stands for the site's address where the build does not know it; the page's script knows better.
const UNKNOWN: &str = "https://example.org/";

/// The page; `script` is [`embed_script`], and `page` the head of the site's page.
pub(crate) fn output(content: &Content, script: &str, page: &Head<'_>, context: &BuildContext) -> OutputFile {
    let head = Head {
        title: content.label("builder_title"),
        description: content.label("builder_standfirst"),
        to_root: TO_ROOT,
        path: PATH,
        style: &context.builder_style,
        data: None,
        ..page.clone()
    };
    let body = Body::of(view(content, page.public_url, &embed_script::integrity(script))).ended_by([loader::builder()]);
    let live_reload = context.assets.live_reload;
    Document { head: &head, kind: Kind::Page, scripts: Vec::new(), body, shows_frames: true, live_reload }.output()
}

/// The view that stands in `<body>`. `integrity` is that of [`embed_script`].
fn view(content: &Content, public_url: Option<&str>, integrity: &str) -> impl IntoView + use<> {
    let label = |key: &str| content.label(key).to_owned();
    let site = public_url.unwrap_or(UNKNOWN);
    let unknown = public_url
        .is_none()
        .then(|| view! { <p class="needs-no-script">{content.label_with("builder_unknown", &[("address", UNKNOWN)])}</p> });
    let figures: Vec<_> = registry::ALL.iter().map(|figure| figure_view(content, figure, site, public_url.is_some())).collect();
    let options: Vec<_> = registry::ALL
        .iter()
        .map(|figure| view! { <option value=figure.id>{content.figure_word(figure.id, "title").to_owned()}</option> })
        .collect();
    let radios = |name: &'static str, values: [&'static str; 3]| {
        let radio = |(at, value): (usize, &'static str)| {
            let text = label(&format!("builder_{name}_{value}"));
            view! { <label><input type="radio" name=name value=value checked=at == 0 autocomplete="off"/>{text}</label> }
        };
        values.into_iter().enumerate().map(radio).collect::<Vec<_>>()
    };
    let pinned = content.label_with("builder_pinned", &[("script", embed_script::PATH)]);
    view! {
        <main class="builder" data-site=site.to_owned() data-known=public_url.is_some().to_string()>
            <h1>{label("builder_title")}</h1>
            <p class="standfirst">{label("builder_standfirst")}</p>
            <form class="needs-script" hidden>
                <label class="builder-figure">{label("builder_figure")}" "<select name="figure" autocomplete="off">{options}</select></label>
                <fieldset><legend>{label("builder_theme")}</legend>{radios("theme", ["auto", "light", "dark"])}</fieldset>
                <fieldset><legend>{label("builder_width")}</legend>{radios("width", ["360", "720", "full"])}</fieldset>
                <p class="hint">{label("builder_state")}</p>
            </form>
            <div class="builder-preview" data-title=label("builder_preview") hidden></div>
            {unknown}
            <p role="status" data-copied=label("share_copied") data-by-hand=label("share_by_hand") data-copy=label("share_copy")></p>
            {figures}
            <h2>{label("builder_more")}</h2>
            <p>{pinned}</p>
            <pre tabindex="0" data-part="integrity">{format!("integrity=\"{integrity}\" crossorigin=\"anonymous\"")}</pre>
            <p><a href=TO_ROOT>{label("embed_more")}</a></p>
        </main>
    }
}

/// What can be copied of one figure.
fn figure_view(content: &Content, figure: &Figure, site: &str, has_oembed: bool) -> impl IntoView + use<> {
    let (id, title) = (figure.id, content.figure_word(figure.id, "title").to_owned());
    let address = [site, &embed::path(id)].concat();
    let link = format!("<a href=\"{}\">{}</a>", escape(&address), escape(&title));
    let script = format!("<script src=\"{site}{}\" async></script>\n<csto-figure figure=\"{id}\">{link}</csto-figure>", embed_script::PATH);
    let alt = content.label_with("share_figure", &[("title", &title), ("question", content.figure_word(id, "question"))]);
    let (_, width, height) = super::head::PICTURE;
    let picture = format!("<img src=\"{site}{}\" width=\"{width}\" height=\"{height}\" alt=\"{}\">", share_picture::path(id), escape(&alt));
    let [_, _, wide] = figure.built.heights;
    let mut snippets = vec![("script", script), ("frame", oembed::frame(&title, &address, wide)), ("picture", picture)];
    if has_oembed {
        snippets.push(("oembed", [site, &oembed::path(id, None)].concat()));
    }
    let snippets: Vec<_> = snippets
        .into_iter()
        .map(|(kind, text)| {
            let name = content.label(&format!("builder_{kind}")).to_owned();
            let label = name.clone();
            view! { <div class="snippet"><h3>{name}</h3><pre tabindex="0" role="region" aria-label=label data-kind=kind>{text}</pre></div> }
        })
        .collect();
    let to_figure = format!("{id}/");
    view! { <section data-figure=id><h2><a href=to_figure>{title}</a></h2>{snippets}</section> }
}
