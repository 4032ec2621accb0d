//! The states of a figure that have names. Each name makes an address without a query, which can be pasted into systems that know
//! oEmbed: a static site answers such an address with a file of its own, but every query with the same file.

use crate::content::{Content, error::Diagnostic, markdown};
use crate::model::choice::Choice;

/// What the build asks of a figure's states.
#[derive(Clone, Copy)]
pub struct States {
    /// How they are read and named.
    pub of: Of,
    /// The height of the embed at 600 CSS pixels of width, by name, of the states that the figure's own height does not fit: it is
    /// lower than their content, or more than a twentieth above it. A case of the browser tests says what is off.
    pub heights: &'static [(&'static str, u32)],
}

/// How the states of a figure are read and named.
#[derive(Clone, Copy)]
pub enum Of {
    /// The whole state is one choice.
    Choice {
        /// The choice.
        choice: fn() -> Choice,
        /// What each of its values shows, in their order. Errors say what the content lacks.
        sentences: fn(&Content) -> Result<Vec<String>, Diagnostic>,
    },
    /// The figure reads and names its states itself.
    Own {
        /// The full query that the figure itself writes for what it reads in a query. Errors say what the content lacks.
        full_query: fn(&Content, &str) -> Result<String, Diagnostic>,
        /// The states that have names. Errors say what the content lacks.
        named: fn(&Content) -> Result<Vec<NamedState>, Diagnostic>,
    },
}

impl States {
    /// Those of a figure whose whole state is one `choice`, with the sentence of each value; every state has the figure's height.
    pub const fn of_choice(choice: fn() -> Choice, sentences: fn(&Content) -> Result<Vec<String>, Diagnostic>) -> Self {
        Self { of: Of::Choice { choice, sentences }, heights: &[] }
    }

    /// The full query that the figure itself writes for what it reads in `query`.
    ///
    /// # Errors
    /// What the content lacks.
    pub fn full_query(&self, content: &Content, query: &str) -> Result<String, Diagnostic> {
        match self.of {
            Of::Choice { choice, .. } => Ok(choice().full_query(query)),
            Of::Own { full_query, .. } => full_query(content, query),
        }
    }

    /// The states that have names.
    ///
    /// # Errors
    /// What the content lacks.
    pub fn named(&self, content: &Content) -> Result<Vec<NamedState>, Diagnostic> {
        match self.of {
            Of::Choice { choice, sentences } => Ok(NamedState::of_choice(&choice(), &sentences(content)?)),
            Of::Own { named, .. } => named(content),
        }
    }
}

/// A state that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedState {
    /// Its name in addresses: small letters, digits and hyphens.
    pub name: String,
    /// The full query, as the figure writes it.
    pub query: String,
    /// Shorter queries that say the same, as people write them.
    pub shorter: Vec<String>,
    /// What the state shows, in plain words.
    pub sentence: String,
}

impl NamedState {
    /// The state `name` with its full `query`; `html` says what it shows.
    pub fn new(name: impl Into<String>, query: String, html: &str) -> Self {
        Self { name: name.into(), query, shorter: Vec::new(), sentence: markdown::plain(html) }
    }

    /// The states of a figure whose whole state is one choice: its values, each with its sentence.
    pub fn of_choice(choice: &Choice, sentences: &[String]) -> Vec<Self> {
        let states = choice.values.iter().zip(sentences).enumerate();
        states.map(|(at, (value, sentence))| Self::new(value, choice.to_query(at), sentence)).collect()
    }
}
