//! Text whose references are gathered, block by block, in place of being marked: the walk shows one mark for each block,
//! which opens the list of what its references rest on.

use super::{
    Content,
    citation::Citations,
    error::Problem,
    markdown::{self, Notes},
};

/// A block of text as HTML, with its citations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cited {
    /// A paragraph, a list or the like.
    pub html: String,
    /// What it cites.
    pub citations: Citations,
}

/// The blocks of `markdown`; terms are collected in `notes`, and no fact becomes a note.
///
/// # Errors
/// As [`markdown::render`].
pub fn render(markdown: &str, content: &Content, notes: &mut Notes) -> Result<Vec<Cited>, Vec<Problem>> {
    let (mut rendered, mut faults) = (Vec::new(), Vec::new());
    for block in markdown::blocks(markdown) {
        let (html, citations) = notes.gathering(|notes| markdown::render(block, content, notes));
        match html {
            Ok(html) => rendered.push(Cited { html: html.trim().to_owned(), citations }),
            Err(messages) => faults.extend(messages),
        }
    }
    if faults.is_empty() { Ok(rendered) } else { Err(faults) }
}

/// All blocks of `markdown` as one HTML, whose citations join those in `citations`, for texts that share a mark.
///
/// # Errors
/// As [`render`].
pub(crate) fn joined(markdown: &str, content: &Content, notes: &mut Notes, citations: &mut Citations) -> Result<String, Vec<Problem>> {
    let mut html = String::new();
    for block in render(markdown, content, notes)? {
        html += &block.html;
        citations.join(block.citations);
    }
    Ok(html)
}

/// How many words readers see of `markdown`, its values written out.
///
/// # Errors
/// As [`render`].
pub fn words(markdown: &str, content: &Content) -> Result<usize, Vec<Problem>> {
    let blocks = render(markdown, content, &mut Notes::default())?;
    Ok(blocks.iter().map(|block| markdown::plain(&block.html).split_whitespace().count()).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{
        Term,
        fact::{Fact, Kind, Precision},
    };

    fn content() -> Content {
        let fact = |id: &str, number| Fact {
            id: id.into(),
            number,
            range: None,
            date: None,
            period: None,
            formula: None,
            decimals: None,
            unit: Some("soldiers".into()),
            precision: Precision::Exact,
            as_of: "2022".into(),
            announced: false,
            kind: Kind::Reported,
            sources: vec![],
        };
        let facts = [("a", Some(2500.0)), ("b", None), ("c", Some(650.0))].map(|(id, number)| (id.to_owned(), fact(id, number)));
        let glossary = [("bloc".to_owned(), Term { term: "bloc".into(), gloss: "States.".into() })];
        Content { facts: facts.into(), glossary: glossary.into(), ..Content::default() }
    }

    fn cited(text: &str) -> Vec<Cited> {
        render(text, &content(), &mut Notes::default()).expect("renders")
    }

    fn citations(text: &str) -> Vec<(String, Vec<String>)> {
        cited(text).into_iter().flat_map(|block| block.citations.into_citations()).map(|c| (c.words, c.facts)).collect()
    }

    #[test]
    fn no_mark_stands_in_the_text_and_terms_stay() {
        let mut notes = Notes::default();
        let blocks = render("Some [[a]] of a {{bloc}} came[[b:cite]].", &content(), &mut notes).expect("renders");
        let [block] = &blocks[..] else { panic!("{blocks:?}") };
        assert!(block.html.starts_with("<p>Some 2,500 of a <label") && block.html.ends_with(" came.</p>"), "{}", block.html);
        assert!(!block.html.contains("class=\"mark"), "{}", block.html);
        assert!(notes.facts.is_empty() && notes.terms == ["bloc"] && notes.gathered.is_none());
    }

    #[test]
    fn a_citation_has_the_words_of_its_clause() {
        let text = "They guarded, he said. Armenians stood at a plant[[b:cite]], and [[a]] of all[[c:cite]] came.";
        let expected = [("Armenians stood at a plant", "b"), ("and 2,500", "a"), ("and 2,500 of all", "c")];
        assert_eq!(citations(text), expected.map(|(words, fact)| (words.to_owned(), vec![fact.to_owned()])));
        let long = "One two three four five six seven eight nine ten[[a:cite]].";
        assert_eq!(citations(long)[0].0, "… three four five six seven eight nine ten");
        assert_eq!(citations("They came.[[a:cite]] Then.")[0].0, "They came");
    }

    #[test]
    fn references_in_a_row_share_their_words_and_none_comes_twice() {
        assert_eq!(
            citations("They came[[a:cite]][[b:cite]], says she, and came[[a:cite]] [[c:plain]]."),
            [("They came".to_owned(), vec!["a".to_owned(), "b".to_owned()])]
        );
    }

    #[test]
    fn each_block_has_its_own_citations_and_a_card_can_join_them() {
        let blocks = cited("One[[a:cite]].\n\n- two[[b:cite]]\n- three[[c:cite]]\n\nFour[[a:cite]].");
        let facts: Vec<Vec<&str>> = blocks.iter().map(|block| block.citations.facts().collect()).collect();
        assert_eq!(facts, [vec!["a"], vec!["b", "c"], vec!["a"]]);
        let mut all = Citations::default();
        blocks.iter().for_each(|block| all.join(block.citations.clone()));
        assert_eq!(all.facts().collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    #[test]
    fn words_are_counted_as_readers_see_them() {
        assert_eq!(words("About [[a]] *soldiers* came[[b:cite]].\n\n- One\n- two", &content()), Ok(6));
        assert!(words("[[none]]", &content()).is_err_and(|faults| faults[0].what.contains("unknown fact `none`")));
    }
}
