//! A figure on a page of its own: with every control, its tables open, its sources by name, its data, and the ways to its place
//! in the article and to the figures before and after it.

use leptos::prelude::*;

use super::{
    lists, notes,
    reference::{self, Place},
};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    figures::{figure::Figure, registry},
    ui::{medium::Medium, paths, rendered::Rendered},
};

/// From such a page to the site's root.
pub(crate) const TO_ROOT: &str = "../../";

/// What stands in the `<body>` of the page of `figure`. As in the article, its links are written from the site's root.
///
/// # Errors
/// What the figure reports.
pub fn body(content: &Content, figure: &Figure) -> Result<Rendered, Diagnostic> {
    Medium::FigurePage.rendered(|| {
        let mut marks = Notes::default();
        marks.enter(paths::FIGURES);
        let view = (figure.built.view)(content, &mut marks)?;
        let labelled_by = [figure.id, "-title"].concat();
        let path = paths::figure(figure.id);
        let in_article = ["#", figure.id].concat();
        let to_figure = |key: &str, other: Option<&Figure>| {
            other.map(|other| {
                let (key, title) = (content.label(key).to_owned(), content.figure_word(other.id, "title").to_owned());
                view! { <li>{key}" "<a href=paths::figure(other.id)>{title}</a></li> }
            })
        };
        let (before, after) = neighbours(figure.id);
        let main = view! {
            <main class="text" data-page=path.clone()>
                <section aria-labelledby=labelled_by>
                    {view}
                    {lists::cited(content, &marks)}
                    <ul class="ways">
                        <li><a href=in_article>{content.label("figure_in_article").to_owned()}</a></li>
                        {to_figure("figure_before", before)}
                        {to_figure("figure_after", after)}
                    </ul>
                    {notes::view(content, &marks, notes::Sources::Named)}
                </section>
            </main>
        };
        let place = Place { path: &path, to_root: TO_ROOT, in_article: figure.id };
        reference::view(content, place, main.into_any())
    })
}

/// The figures before and after the figure `id`, as they follow each other on the page.
fn neighbours(id: &str) -> (Option<&'static Figure>, Option<&'static Figure>) {
    let at = registry::ALL.iter().position(|figure| figure.id == id);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| registry::ALL.get(at));
    let after = at.and_then(|at| registry::ALL.get(at + 1));
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_each_other_to_the_ends_of_the_list() {
        let id = |figure: Option<&Figure>| figure.map(|figure| figure.id);
        let [first, second, .., last] = registry::ALL else { panic!("a list of figures") };
        assert_eq!((id(neighbours(first.id).0), id(neighbours(first.id).1)), (None, Some(second.id)));
        assert_eq!((id(neighbours(second.id).0), id(neighbours(last.id).1)), (Some(first.id), None));
    }
}
