//! What is wrong with a content file: where, what, and how to mend it.

use std::fmt;

/// One fault in the content. `Display` gives `file: place: what is wrong; how to mend it`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentError {
    /// Path below `src/content/`.
    pub file: String,
    /// The id or field at fault; empty when the file as a whole is.
    pub place: String,
    /// What is wrong, and the remedy after a semicolon.
    pub message: String,
}

impl ContentError {
    /// A fault in `file` at `place`.
    pub(crate) fn new(file: impl Into<String>, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), place: place.into(), message: message.into() }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            write!(f, "{}: {}", self.file, self.message)
        } else {
            write!(f, "{}: {}: {}", self.file, self.place, self.message)
        }
    }
}

impl std::error::Error for ContentError {}
