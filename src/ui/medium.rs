//! What HTML is rendered for. The build says it once, around a whole document; a view asks where its form depends on it.

use leptos::prelude::*;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Medium {
    /// The page, or what is written like it: a figure is one of many, so what few readers need stands folded.
    #[default]
    Page,
    /// A page of the record, to which readers come for all that there is.
    Reference,
    /// A figure on a page of its own, whose title is the figure's.
    FigurePage,
}

impl Medium {
    /// What the document that is being rendered is.
    pub(crate) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// Whether tables and details stand open, because readers came for them.
    pub(crate) fn is_open(self) -> bool {
        self != Self::Page
    }

    /// What `render` makes for this medium. It must be finished in there, as HTML: what it is rendered for ends with it.
    pub(crate) fn render<T>(self, render: impl FnOnce() -> T) -> T {
        Owner::new().with(|| {
            provide_context(self);
            render()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_medium_holds_for_its_document_alone() {
        assert_eq!(Medium::current(), Medium::Page);
        assert_eq!(Medium::Reference.render(Medium::current), Medium::Reference);
        assert_eq!(Medium::current(), Medium::Page);
    }
}
