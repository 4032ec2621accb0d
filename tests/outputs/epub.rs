//! The book: an archive as EPUB wants it, of well-formed documents whose links lead somewhere. By hand `epubcheck` says more.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::Read,
};

use roxmltree::{Document, ParsingOptions};
use zip::ZipArchive;

fn archive() -> ZipArchive<File> {
    ZipArchive::new(File::open(crate::dist().join("csto-explainer.epub")).expect("the book")).expect("an archive")
}

/// The text of the file `name` in the book.
pub(crate) fn text(name: &str) -> String {
    let mut text = String::new();
    archive().by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// Calls `look` with the document `name`, which must be well-formed.
fn with(name: &str, look: impl FnOnce(&Document)) {
    let text = text(name);
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    look(&Document::parse_with_options(&text, options).expect(name));
}

#[test]
fn its_first_bytes_say_what_it_is() {
    let bytes = fs::read(crate::dist().join("csto-explainer.epub")).expect("the book");
    // Where the container's specification has readers look.
    assert_eq!((&bytes[30..38], &bytes[38..58]), (&b"mimetype"[..], &b"application/epub+zip"[..]));
    for name in ["META-INF/container.xml", "book.opf"] {
        with(name, |_| {});
    }
}

#[test]
fn its_text_is_whole_and_needs_no_script() {
    with("text.xhtml", |text| {
        let ids: BTreeSet<&str> = text.descendants().filter_map(|e| e.attribute("id")).collect();
        for figure in csto_explainer::figures::registry::ALL {
            assert!(ids.contains(figure.id), "{}", figure.id);
        }
        for element in text.descendants().filter(roxmltree::Node::is_element) {
            let name = element.tag_name().name();
            assert!(!["script", "button", "input", "fieldset"].contains(&name), "<{name}> stands in the book");
            if let Some(to) = element.attribute("href") {
                let leads = to.contains("://") || to.starts_with("mailto:") || to == "style.css";
                assert!(leads || to.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{to} leads nowhere");
            }
        }
        with("contents.xhtml", |contents| {
            let entries: Vec<&str> = contents.descendants().filter_map(|e| e.attribute("href")).filter(|to| to.contains('#')).collect();
            assert!(entries.len() > 8, "{entries:?}");
            assert!(entries.iter().all(|to| to.strip_prefix("text.xhtml#").is_some_and(|id| ids.contains(id))), "{entries:?}");
        });
    });
    assert!(
        !text("text.xhtml").contains("var(--") && !text("style.css").contains("var(--"),
        "readers of books don't know custom properties"
    );
}

#[test]
fn its_drawings_have_a_ground_and_a_name_and_it_has_a_cover() {
    with("text.xhtml", |text| {
        let drawings: Vec<_> = text.descendants().filter(|e| e.tag_name().name() == "svg" && e.attribute("role") == Some("img")).collect();
        assert!(drawings.len() > 30, "only {} drawings", drawings.len());
        for drawing in drawings {
            let name = drawing.attribute("aria-label").unwrap_or_default();
            assert!(name.len() > 10, "a drawing is called {name:?}");
            let ground = drawing.first_element_child().map(|e| (e.tag_name().name().to_owned(), e.attribute("width").map(str::to_owned)));
            assert_eq!(ground, Some(("rect".to_owned(), Some("100%".to_owned()))), "{name}");
        }
    });
    with("book.opf", |package| {
        let items = package.descendants().filter(|e| e.attribute("properties") == Some("cover-image"));
        assert_eq!(items.filter_map(|e| e.attribute("href")).collect::<Vec<_>>(), ["cover.png"]);
        let said: BTreeSet<&str> = package.descendants().filter_map(|e| e.attribute("property")).collect();
        for property in ["schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard", "schema:accessibilitySummary"] {
            assert!(said.contains(property), "{property}");
        }
    });
    let mut cover = Vec::new();
    archive().by_name("cover.png").expect("the cover").read_to_end(&mut cover).expect("bytes");
    assert!(cover.starts_with(b"\x89PNG"), "the cover is no PNG");
}

#[test]
fn no_mark_of_a_comment_stands_among_its_words() {
    with("text.xhtml", |text| {
        for words in text.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()) {
            assert!(!words.contains("-->") && !words.contains("<!"), "{words:?}");
        }
    });
}
