//! The files that the build writes.

/// Where the data files lie, below the site's root.
pub(crate) const DATA: &str = "data/";

/// What a text begins with that is to be read as UTF-8 whatever its host or its reader's system would take it for.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file of the site: path below its root, and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// With `/` between folders.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// The policy of a document, which hosts send besides.
    pub policy: Option<String>,
}

impl OutputFile {
    /// A file that is no document.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), policy: None }
    }
}
