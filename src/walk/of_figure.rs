//! The states of figures that any scene can show on its stage.

use super::{
    finding,
    still::{Body, Opens, Still},
    the_promise::wordings,
    what_it_changes::field,
    who_came,
};
use crate::{
    content::{Content, error::Diagnostic, scene::Step},
    figures::{article_4_test, treaty, troop_dots, troop_shares},
};

/// The still of a `step` that shows the figure `id` in the state of its `query`.
///
/// # Errors
/// When the step has no title, when no stage draws this figure, or what the figure lacks.
pub(super) fn still(content: &Content, step: &Step, (id, query): (&str, &str)) -> Result<Still, Diagnostic> {
    let html = |(sentence, html)| (sentence, Body::Html(html));
    let (sentence, body) = match id {
        troop_dots::ID => who_came::of_dots(content, query)?,
        troop_shares::ID => who_came::of_bars(content, query)?,
        treaty::ID => html(wordings::drawn(content, query)?),
        article_4_test::ID => html(field::drawn(content, query)?),
        _ => {
            return Err(Diagnostic::unplaced(
                format!("has the figure `{id}` as its stage, which no stage draws"),
                "name another, or draw it in src/walk/of_figure.rs",
            ));
        }
    };
    Ok(Still { title: finding::of(content, step)?, sentence, body, opens: Opens::figure(&step.stage) })
}
