//! The book: an archive as EPUB wants it, of well-formed documents whose links lead somewhere, and what EPUBCheck says of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{ErrorKind, Read},
    path::Path,
    process::Command,
};

use resvg::tiny_skia::Pixmap;
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
fn with<T>(name: &str, look: impl FnOnce(&Document) -> T) -> T {
    let text = text(name);
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    look(&Document::parse_with_options(&text, options).expect(name))
}

/// The attribute `name` of every element `of` of `document`.
fn attributes(document: &Document, of: &str, name: &str) -> Vec<String> {
    let elements = document.descendants().filter(|e| e.tag_name().name() == of);
    elements.filter_map(|e| e.attribute(name).map(str::to_owned)).collect()
}

#[test]
fn a_reader_of_books_finds_text_and_contents_from_the_container_on() {
    let package = with("META-INF/container.xml", |container| attributes(container, "rootfile", "full-path"));
    let [package] = &*package else { panic!("the container names {package:?}") };
    let (items, spine, modified) = with(package, |package| {
        let items: BTreeMap<String, (String, String, String)> = package
            .descendants()
            .filter(|e| e.tag_name().name() == "item")
            .map(|e| {
                let of = |name: &str| e.attribute(name).unwrap_or_default().to_owned();
                (of("id"), (of("href"), of("media-type"), of("properties")))
            })
            .collect();
        let modified = package.descendants().find(|e| e.attribute("property") == Some("dcterms:modified")).and_then(|e| e.text());
        (items, attributes(package, "itemref", "idref"), modified.unwrap_or_default().to_owned())
    });
    assert_eq!(spine, ["text"]);
    assert_eq!(items.get("text").map(|(href, kind, _)| (&**href, &**kind)), Some(("text.xhtml", "application/xhtml+xml")));
    // Every item is in the archive, and of the type that its ending says.
    for (href, kind, _) in items.values() {
        let expected = match href.rsplit_once('.').map(|(_, ending)| ending) {
            Some("xhtml") => "application/xhtml+xml",
            Some("css") => "text/css",
            Some("png") => "image/png",
            other => panic!("{href} has the ending {other:?}"),
        };
        assert_eq!(kind, expected, "{href}");
        if expected != "image/png" {
            assert!(!text(href).is_empty(), "{href}");
        }
    }
    let navigation: Vec<_> = items.values().filter(|(_, _, properties)| properties == "nav").map(|(href, ..)| href).collect();
    let [navigation] = &*navigation else { panic!("the contents are {navigation:?}") };
    let kinds = with(navigation, |contents| {
        let navs = contents.descendants().filter(|e| e.tag_name().name() == "nav");
        navs.filter_map(|e| e.attribute(("http://www.idpf.org/2007/ops", "type")).map(str::to_owned)).collect::<Vec<_>>()
    });
    assert_eq!(kinds, ["toc"]);
    // A whole day and time, which the standard wants: CCYY-MM-DDThh:mm:ssZ.
    let shape: String = modified.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00Z", "{modified}");
}

#[test]
fn a_shelf_is_told_title_language_and_a_name_that_each_edition_has_alone() {
    let content = csto_explainer::build::site::read(crate::project()).expect("the content is sound");
    let edition = &content.config.as_ref().expect("settings").edition_date;
    let words = &content.labels.as_ref().expect("words").page;
    with("book.opf", |package| {
        let root = package.root_element();
        let said = |name: &str| {
            let of =
                |e: &roxmltree::Node| e.tag_name().name() == name && e.tag_name().namespace() == Some("http://purl.org/dc/elements/1.1/");
            package.descendants().filter(of).map(|e| e.text().unwrap_or_default()).collect::<Vec<_>>()
        };
        assert_eq!((root.attribute("version"), said("language")), (Some("3.0"), vec!["en"]));
        assert_eq!((said("title"), said("creator")), (vec![words["headline"].as_str()], vec![words["authors"].as_str()]));
        let identifier = package.descendants().find(|e| e.attribute("id") == root.attribute("unique-identifier")).expect("an identifier");
        assert!(identifier.text().is_some_and(|name| name.starts_with("csto-explainer-") && name.ends_with(edition.as_str())));
    });
}

#[test]
fn tables_dates_and_languages_are_said_as_on_the_page() {
    let (book, page) = (text("text.xhtml"), crate::read("csto-explainer.html"));
    for name in ["colspan", "datetime", "lang", "scope"] {
        let count = |html: &str| html.matches(&format!(" {name}=\"")).count();
        assert!(count(&page) > 0, "nothing on the page has {name}; try this on another attribute");
        assert!(count(&book) >= count(&page), "{name}: {} times in the book, {} on the page", count(&book), count(&page));
    }
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
    let content = csto_explainer::build::site::read(crate::project()).expect("the content is sound");
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
            let scenes: Vec<String> = content.scenes.iter().map(|scene| format!("text.xhtml#{}", scene.id)).collect();
            let expected = ["text.xhtml#top"].into_iter().chain(scenes.iter().map(String::as_str));
            let expected = expected.chain(["text.xhtml#figures", "text.xhtml#ledger", "text.xhtml#all-sources"]);
            assert_eq!(entries, expected.collect::<Vec<_>>(), "the contents lead to each part of the book, in its order");
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
    let cover = Pixmap::decode_png(&cover).expect("a picture");
    assert_eq!((cover.width(), cover.height()), (1200, 630));
}

/// Where Debian's package puts EPUBCheck; its command needs support of the system that containers lack.
const EPUBCHECK: &str = "/usr/share/java/epubcheck.jar";

/// The checker of the EPUB's makers, where it is installed: `cargo xtask test` installs it on Debian with `CI=true`.
#[test]
fn epubcheck_finds_no_fault() {
    let mut command = if Path::new(EPUBCHECK).exists() { Command::new("java") } else { Command::new("epubcheck") };
    if Path::new(EPUBCHECK).exists() {
        command.args(["-jar", EPUBCHECK]);
    }
    match command.arg("--failonwarnings").arg(crate::dist().join("csto-explainer.epub")).output() {
        Err(e) if e.kind() == ErrorKind::NotFound => println!("EPUBCheck is left out: it is not installed."),
        Err(e) => panic!("EPUBCheck cannot be started: {e}"),
        Ok(output) => {
            let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
            assert!(output.status.success(), "{said}");
        }
    }
}

#[test]
fn no_mark_of_a_comment_stands_among_its_words() {
    with("text.xhtml", |text| {
        for words in text.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()) {
            assert!(!words.contains("-->") && !words.contains("<!"), "{words:?}");
        }
    });
}
