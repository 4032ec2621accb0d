//! The files that the build writes.

/// Where the data files lie, below the site's root.
pub(crate) const DATA: &str = "data/";

/// A file of the site: path below its root, and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// With `/` between folders.
    pub path: String,
    /// What stands in it.
    pub text: String,
}
