//! What a block of text cites: facts, with the words that they support.

/// The most words that are repeated of what a reference stands behind.
const MOST_WORDS: usize = 8;

/// What ends a clause; the words before it are no part of what a reference behind the next clause supports.
const BOUNDARIES: [&str; 9] = [". ", "? ", "! ", "; ", ": ", ", ", "(", " – ", "\n"];

/// The words of a text that references support, and the facts that they name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The end of the clause before the reference, as plain text.
    pub words: String,
    /// Fact ids; each stands once in a block.
    pub facts: Vec<String>,
}

/// The citations of one block of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citations(Vec<Citation>);

impl Citations {
    /// Adds a `reference` behind the plain text `before`; a second one to the same fact changes nothing.
    pub(super) fn add(&mut self, reference: &str, before: &str) {
        let (id, form) = reference.split_once(':').unwrap_or((reference, ""));
        if form == "plain" || self.facts().any(|fact| fact == id) {
            return;
        }
        let words = supported(before);
        match self.0.last_mut().filter(|last| last.words == words) {
            Some(last) => last.facts.push(id.to_owned()),
            None => self.0.push(Citation { words, facts: vec![id.to_owned()] }),
        }
    }

    /// Adds those of a block that shares its mark with this one.
    pub fn join(&mut self, other: Self) {
        for mut citation in other.0 {
            citation.facts.retain(|id| self.facts().all(|fact| fact != id));
            if !citation.facts.is_empty() {
                self.0.push(citation);
            }
        }
    }

    /// All of them, in the order of the text.
    pub fn into_citations(self) -> Vec<Citation> {
        self.0
    }

    /// In the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Citation> {
        self.0.iter()
    }

    /// The ids of all facts that are cited.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|citation| citation.facts.iter().map(String::as_str))
    }
}

/// The end of the last clause of `text`.
fn supported(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', ',', ';', ':', '?', '!', ')']);
    let start = BOUNDARIES.iter().filter_map(|end| text.rfind(end).map(|at| at + end.len())).max().unwrap_or(0);
    let words: Vec<&str> = text[start..].split_whitespace().collect();
    let left_out = words.len().saturating_sub(MOST_WORDS);
    [if left_out > 0 { "… " } else { "" }, &words[left_out..].join(" ")].concat()
}
