//! The documents of one figure for other pages: the embed, those that lead to it in a state with a name, and the answers of
//! oEmbed.

use super::{
    context::BuildContext,
    document::{Body, Document, Kind},
    embed,
    fonts::Delivery,
    head::Head,
    inlined, loader, named_state, oembed,
    output::OutputFile,
    share_picture,
};
use crate::{
    content::{Content, error::Diagnostic},
    figures::{figure::Figure, states::NamedState},
};

/// All documents of `figure`, whose states with a name are `states`; `page` is the head of the site's page.
///
/// # Errors
/// What the figure or its program lacks.
pub(crate) fn outputs(
    content: &Content,
    figure: &Figure,
    states: &[NamedState],
    page: &Head<'_>,
    context: &BuildContext,
) -> Result<Vec<OutputFile>, Diagnostic> {
    let assets = &context.assets;
    let words = |key: &str| content.figure_word(figure.id, key);
    let path = embed::path(figure.id);
    let picture_words = content.label_with("share_figure", &[("title", words("title")), ("question", words("question"))]);
    let head = Head {
        oembed: Some(&oembed::path(figure.id, None)),
        picture: &share_picture::path(figure.id),
        picture_words: &picture_words,
        title: words("title"),
        description: words("question"),
        to_root: embed::TO_ROOT,
        path: &path,
        style: context.embed_styles.get(figure.id).map_or("", String::as_str),
        fonts: (&context.fonts, Delivery::WhenLive),
        data: None,
        ..page.clone()
    };
    let own = context.own.get(figure.id);
    let mut body = Body::from(embed::body(content, figure)?).begun_by(loader::theme()).ended_by([loader::in_frame()]);
    if let Some(program) = own {
        body = inlined::at_end(body, program)?;
    }
    let document = Document {
        head: &head,
        kind: Kind::Embed,
        scripts: loader::embed(content, assets, &context.fonts, head.to_root, figure.id, own.is_some()),
        body,
        shows_frames: false,
        live_reload: assets.live_reload,
    };
    let mut outputs = vec![document.output()];
    outputs.extend(states.iter().map(|state| named_state::output(content, figure, state, &head, &context.named_state_style)));
    if let Some(url) = page.public_url {
        for state in std::iter::once(None).chain(states.iter().map(Some)) {
            outputs.extend(oembed::files(content, figure, state, url)?);
        }
    }
    Ok(outputs)
}
