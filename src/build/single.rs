//! The page as one file, to be read from disk: program, data files, ledger and list of sources are inside.

use super::{
    context::BuildContext,
    document::{Body, Document, Kind},
    fonts::Delivery,
    head::{self, Head},
    inlined, links, loader,
    output::{DATA, OutputFile},
};
use crate::{content::error::Diagnostic, page::offline_copies, ui::rendered::Rendered};

/// The file, made from the page's `head`, the article for a file that stands `alone` and the `data` files.
///
/// # Errors
/// Says what the program lacks.
pub(crate) fn output(head: &Head<'_>, alone: &Rendered, data: &[OutputFile], context: &BuildContext) -> Result<OutputFile, Diagnostic> {
    let fonts = (&context.fonts, Delivery::Inside);
    let head = Head {
        path: offline_copies::SINGLE,
        public_url: None,
        style: &context.alone_style,
        fonts,
        icon_inside: Some(&context.icon),
        data: None,
        ..head.clone()
    };
    let html = links::changed(&alone.html, |link, address| {
        match data.iter().find(|file| file.path == address) {
            Some(file) => {
                link.set_attribute("href", &data_address(file)?)?;
                link.set_attribute("download", file.path.rsplit('/').next().unwrap_or_default())?;
            }
            // Pictures stay with the site: their words stand without a link.
            None if address.starts_with(DATA) => {
                link.remove_attribute("href");
                link.remove_attribute("download");
            }
            None => {}
        }
        Ok(())
    })?;
    let mut body = Body::from(Rendered { html, ..alone.clone() });
    if let Some(code) = &context.code {
        body = inlined::at_end(body, code)?;
    }
    Ok(Document { head: &head, kind: Kind::Page, scripts: loader::alone(), body, shows_frames: false, live_reload: false }.output())
}

/// An address that is the `file` itself; of JSON without its indentation, which would be a tenth of the whole.
///
/// # Errors
/// Where a file of JSON is none.
fn data_address(file: &OutputFile) -> Result<String, serde_json::Error> {
    if file.path.ends_with(".csv") {
        return Ok(["data:text/csv;charset=utf-8,", &head::encoded(&file.text)].concat());
    }
    let mut json = Vec::new();
    serde_transcode::transcode(&mut serde_json::Deserializer::from_str(&file.text), &mut serde_json::Serializer::new(&mut json))?;
    Ok(["data:application/json;charset=utf-8,", &head::encoded(&String::from_utf8_lossy(&json))].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_handed_over_by_its_link() {
        let file = OutputFile::new("data/x.csv", "a,\"b\"\r\n50 %\u{e9}#1&<\r\n");
        assert_eq!(data_address(&file).expect("is encoded"), "data:text/csv;charset=utf-8,a,%22b%22%0D%0A50%20%25\u{e9}%231%26%3C%0D%0A");
    }

    #[test]
    fn json_loses_its_indentation_and_nothing_else() {
        let file = OutputFile::new("data/x.json", "{\n  \"b\": [\n    1,\n    \"a  b\"\n  ],\n  \"a\": null\n}\n");
        let address = "data:application/json;charset=utf-8,%7B%22b%22:%5B1,%22a%20%20b%22%5D,%22a%22:null%7D";
        assert_eq!(data_address(&file).expect("is encoded"), address);
    }
}
