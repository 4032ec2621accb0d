//! The page as one file, to be read from disk: program, data files, ledger and list of sources are inside.

use super::{
    context::BuildContext,
    document::{Body, Document, Kind},
    fonts::Delivery,
    head::{self, Head},
    inlined, loader,
    output::{DATA, OutputFile},
};
use crate::{page::offline_copies, ui::rendered::Rendered};

/// The file, made from the page's `head`, the article for a file that stands `alone` and the `data` files.
///
/// # Errors
/// Says what the program lacks.
pub(crate) fn output(head: &Head<'_>, alone: &Rendered, data: &[OutputFile], context: &BuildContext) -> Result<OutputFile, String> {
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
    let mut body = alone.html.clone();
    for file in data {
        body = body.replace(&format!("href=\"{}\"", file.path), &data_link(file)).replace("\" download=\"\"", "\"");
    }
    // A file on a disk has no address for others.
    body = body.replace("data-part=\"share\"", "data-part=\"share\" hidden");
    // Pictures stay with the site: their words stand without a link.
    body = body.replace(&format!("<a href=\"{DATA}"), "<a data-file=\"");
    let mut body = Body::from(Rendered { html: body, ..alone.clone() });
    if let Some(code) = &context.code {
        body = inlined::at_end(body, code)?;
    }
    Ok(Document { head: &head, kind: Kind::Page, scripts: loader::alone(), body, shows_frames: false, live_reload: false }.output())
}

/// The attributes of a link that hands `file` over.
fn data_link(file: &OutputFile) -> String {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let mime = if name.ends_with(".csv") { "text/csv" } else { "application/json" };
    format!("href=\"data:{mime};charset=utf-8,{}\" download=\"{name}\"", head::encoded(&file.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_handed_over_by_its_link() {
        let file = OutputFile::new("data/x.csv", "a,\"b\"\r\n50 %\u{e9}\r\n");
        let link = "href=\"data:text/csv;charset=utf-8,a,%22b%22%0D%0A50%20%25\u{e9}%0D%0A\" download=\"x.csv\"";
        assert_eq!(data_link(&file), link);
    }
}
