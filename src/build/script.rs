//! A script that stands in a document.

use super::{csp, minify};

/// When a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Where it stands: a classic script.
    AtOnce,
    /// When the document has been read: a module.
    Read,
}

/// A script that stands in a document, so that the document's policy has to allow its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    when: When,
    source: String,
}

impl Script {
    /// The classic script `source`, without comments and indentation.
    pub(crate) fn at_once(source: &str) -> Self {
        Self { when: When::AtOnce, source: minify::script(source) }
    }

    /// The module `source`, without comments and indentation.
    pub(crate) fn module(source: &str) -> Self {
        Self { when: When::Read, source: minify::script(source) }
    }

    /// A script that is written as it stands in `source`.
    pub(crate) fn verbatim(when: When, source: String) -> Self {
        Self { when, source }
    }

    /// The text of the element, to which the hash belongs.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The hash by which a policy allows it.
    pub(crate) fn hash(&self) -> String {
        csp::hash(&self.source)
    }

    /// The element.
    pub(crate) fn html(&self) -> String {
        let open = match self.when {
            When::AtOnce => "<script>",
            When::Read => "<script type=\"module\">",
        };
        [open, &self.source, "</script>"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_hashed_as_it_stands_in_its_element() {
        let script = Script::at_once("// why\n  a();\n");
        assert_eq!((script.html().as_str(), script.hash()), ("<script>a();</script>", csp::hash("a();")));
        assert_eq!(Script::module("a();").html(), "<script type=\"module\">a();</script>");
    }
}
