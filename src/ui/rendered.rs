//! What views make for a document: their HTML, and what in it the document has to know of, so that nothing reads it back.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use leptos::prelude::*;

use super::medium::Medium;

/// A rendered view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML.
    pub html: String,
    /// The sources of the scripts that stand in it, in the order of the views.
    pub scripts: Vec<String>,
    /// What the app reads of each figure and stage, by id, where it comes in a file of its own.
    pub data: BTreeMap<String, String>,
}

/// Gathers what views tell while they are made.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Rendered>>);

impl Told {
    fn change(&self, change: impl FnOnce(&mut Rendered)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Medium {
    /// The view that `make` makes, as HTML for this medium.
    ///
    /// # Errors
    /// Those of `make`.
    pub(crate) fn rendered<V: IntoView, E>(self, make: impl FnOnce() -> Result<V, E>) -> Result<Rendered, E> {
        Owner::new().with(|| {
            provide_context(self);
            let told = Told::default();
            provide_context(told.clone());
            let html = html(make()?);
            let mut rendered = std::mem::take(&mut *told.0.lock().unwrap_or_else(PoisonError::into_inner));
            rendered.html = html;
            Ok(rendered)
        })
    }
}

/// `view` as HTML, without the renderer's marks between neighbouring texts, which only hydration reads; there is none.
pub(crate) fn html(view: impl IntoView) -> String {
    view.to_html().replace("<!>", "")
}

/// The classic script `source` where it stands; the document around learns of it, because its policy has to allow it.
pub(crate) fn script(source: String) -> impl IntoView {
    if let Some(told) = use_context::<Told>() {
        told.change(|rendered| rendered.scripts.push(source.clone()));
    }
    view! { <script inner_html=source></script> }
}

/// What the app reads of the figure or the stage `id`: in its element, or told to a document whose data come in a file.
pub(crate) fn data(id: &str, text: String) -> impl IntoView + use<> {
    let told = use_context::<Told>().filter(|_| Medium::current().has_data_apart());
    if let Some(told) = &told {
        told.change(|rendered| drop(rendered.data.insert(id.to_owned(), text.clone())));
    }
    told.is_none().then(|| view! { <script type="text/plain" data-part="data" inner_html=text></script> })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_learns_of_the_scripts_in_its_views() {
        let make = || Ok::<_, ()>(view! { <p>{script("a()".into())}</p> });
        let rendered = Medium::Page.rendered(make).expect("no fault");
        assert_eq!((rendered.html.as_str(), rendered.scripts), ("<p><script>a()</script></p>", vec!["a()".to_owned()]));
    }

    #[test]
    fn the_page_learns_of_the_data_that_stand_in_an_embed() {
        let make = || Ok::<_, ()>(view! { <figure>{data("a", "[1]".into())}</figure> });
        let [page, embed] = [Medium::Page, Medium::Embed].map(|medium| medium.rendered(make).expect("no fault"));
        assert_eq!((page.html.as_str(), page.data.get("a").map(String::as_str)), ("<figure></figure>", Some("[1]")));
        assert!(embed.html.contains(">[1]</script>") && embed.data.is_empty(), "{embed:?}");
    }

    #[test]
    fn a_medium_holds_for_its_document_alone() {
        assert_eq!(Medium::current(), Medium::Page);
        let make = || Ok::<_, ()>(view! { <p>{(Medium::current() == Medium::Reference).then_some("x")}</p> });
        assert_eq!(Medium::Reference.rendered(make).expect("no fault").html, "<p>x</p>");
        assert_eq!(Medium::current(), Medium::Page);
    }
}
