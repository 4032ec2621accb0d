//! What HTML is rendered for. The build says it once, around a whole document; a view asks where its form depends on it.

use leptos::prelude::*;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Medium {
    /// The page, or what is written like it: a figure is one of many, so what few readers need stands folded. What only script
    /// reads comes in a file of its own, because it need not come before the text.
    #[default]
    Page,
    /// A figure to be shown inside other pages.
    Embed,
    /// A page of the record, to which readers come for all that there is.
    Reference,
    /// A figure on a page of its own, whose title is the figure's.
    FigurePage,
    /// A file that stands alone, with all that the site has.
    SingleFile,
    /// A book, which has the same and no script.
    Book,
}

impl Medium {
    /// What the document that is being rendered is.
    pub(crate) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// Whether what the app reads of the figures comes in a file of its own.
    pub(crate) fn has_data_apart(self) -> bool {
        self == Self::Page
    }

    /// Whether it has an address that a reader can give to others; a file on a disk has none.
    pub(crate) fn has_address(self) -> bool {
        !matches!(self, Self::SingleFile | Self::Book)
    }

    /// Whether something in it can answer to a reader; of a book every part stands open.
    pub(crate) fn is_interactive(self) -> bool {
        self != Self::Book
    }

    /// Whether tables and details stand open, because readers came for them.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::Reference | Self::FigurePage)
    }
}
