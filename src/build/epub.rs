//! The page as a book: an EPUB of prose, tables and still drawings.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{share_picture, xhtml};
use crate::{
    content::{Content, error::Diagnostic, markdown::escape},
    page::{appendix, bibliography, imprint::VERSION, offline_copies, outline, whole_ledger},
};

/// What stands in the book, and how it is described to e-book readers.
const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\"><rootfiles>\
    <rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// What shops and libraries tell of how the book can be read, in the words of schema.org.
const ACCESS: &str = "<meta property=\"schema:accessMode\">textual</meta>\n<meta property=\"schema:accessMode\">visual</meta>\n\
    <meta property=\"schema:accessModeSufficient\">textual</meta>\n<meta property=\"schema:accessibilityFeature\">alternativeText</meta>\n\
    <meta property=\"schema:accessibilityFeature\">structuralNavigation</meta>\n\
    <meta property=\"schema:accessibilityFeature\">tableOfContents</meta>\n<meta property=\"schema:accessibilityHazard\">none</meta>\n";

/// The book, made from the article as a `book`; `style` is that of the book, whose colours, and those
/// of the drawings, are the light ones of `tokens`; `cover` is its picture in a shelf, as PNG.
///
/// # Errors
/// Says which colour is missing, or what the writer of the archive reports.
pub(crate) fn file(content: &Content, book: &str, style: &str, tokens: &str, cover: &[u8]) -> Result<Vec<u8>, Diagnostic> {
    let text = document(content, "", &share_picture::coloured(&xhtml::from(book), tokens)?);
    let style = share_picture::coloured(style, tokens)?;
    let files = [
        // First and not compressed, so that whoever looks at the first bytes knows what it is.
        ("mimetype", "application/epub+zip".into()),
        ("META-INF/container.xml", CONTAINER.into()),
        ("book.opf", package(content).into()),
        ("contents.xhtml", contents(content).into()),
        ("text.xhtml", text.into()),
        ("style.css", style.into()),
        ("cover.png", cover.to_vec()),
    ];
    archive(&files).map_err(|e| Diagnostic::of_program(format!("cannot be written ({e})")).within(offline_copies::EPUB))
}

/// The files in one archive. Without times, so that the same content always gives the same bytes.
fn archive(files: &[(&str, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(*name, SimpleFileOptions::default().compression_method(method).last_modified_time(zip::DateTime::default()))?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn package(content: &Content) -> String {
    let edition = content.config.as_ref().map(|c| c.edition_date.as_str()).unwrap_or_default();
    let label = |key: &str| escape(content.label(key));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{language}\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">csto-explainer-{VERSION}-{edition}</dc:identifier>\n\
         <dc:title>{title}</dc:title>\n<dc:creator>{authors}</dc:creator>\n<dc:language>{language}</dc:language>\n\
         <dc:description>{description}</dc:description>\n\
         <meta property=\"dcterms:modified\">{edition}T00:00:00Z</meta>\n{ACCESS}\
         <meta property=\"schema:accessibilitySummary\">{summary}</meta>\n</metadata>\n\
         <manifest>\n\
         <item id=\"contents\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"text\" href=\"text.xhtml\" media-type=\"application/xhtml+xml\" properties=\"svg\"/>\n\
         <item id=\"cover\" href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>\n\
         <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n</manifest>\n\
         <spine><itemref idref=\"text\"/></spine>\n</package>\n",
        language = label("language"),
        title = label("headline"),
        authors = label("authors"),
        description = label("description"),
        summary = label("book_accessibility"),
    )
}

/// The list of scenes, which readers of books show as a menu.
fn contents(content: &Content) -> String {
    let entry = |id: &str, title: &str| format!("<li><a href=\"text.xhtml#{id}\">{}</a></li>\n", escape(title));
    let scenes: String = outline::entries(content).iter().map(|part| entry(&part.id, &part.title)).collect();
    let figures = entry(appendix::ID, content.label("figures_title"));
    let ledger = entry(whole_ledger::ID, content.label("ledger_page_title"));
    let sources = entry(bibliography::ID, content.label("all_sources_title"));
    let title = escape(content.label("contents"));
    let list = format!("<nav epub:type=\"toc\"><h1>{title}</h1><ol>\n{scenes}{figures}{ledger}{sources}</ol></nav>");
    document(content, " xmlns:epub=\"http://www.idpf.org/2007/ops\"", &list)
}

fn document(content: &Content, namespaces: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\"{namespaces} lang=\"{language}\" xml:lang=\"{language}\">\n\
         <head><title>{title}</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n<body>{body}</body>\n</html>\n",
        language = escape(content.label("language")),
        title = escape(content.label("headline")),
    )
}
