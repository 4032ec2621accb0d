//! The page as one file, to be read from disk: program, data files, ledger and list of sources are inside.

use super::{
    assets::Assets,
    context::BuildContext,
    document::document,
    fonts::Delivery,
    head::{self, Head},
    inlined, loader,
    output::{DATA, OutputFile},
};
use crate::page::offline_copies;

/// The file, made from the page's `head`, the article for a file that stands `alone` and the data files among `others`.
///
/// # Errors
/// Says what the program lacks.
pub(crate) fn output(head: &Head<'_>, alone: &str, others: &[OutputFile], context: &BuildContext) -> Result<OutputFile, String> {
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
    let mut body = alone.to_owned();
    for file in others.iter().filter(|file| file.path.starts_with(DATA)) {
        body = body.replace(&format!("href=\"{}\"", file.path), &data_link(file)).replace("\" download=\"\"", "\"");
    }
    // A file on a disk has no address for others.
    body = body.replace("data-part=\"share\"", "data-part=\"share\" hidden");
    // Pictures stay with the site: their words stand without a link.
    body = body.replace(&format!("<a href=\"{DATA}"), "<a data-file=\"");
    if let Some(code) = &context.code {
        body += &inlined::elements(code)?;
    }
    let text = document(&head, "page", &body, &loader::alone(), &Assets::default());
    Ok(OutputFile { path: offline_copies::SINGLE.into(), text })
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
        let file = OutputFile { path: "data/x.csv".into(), text: "a,\"b\"\r\n50 %\u{e9}\r\n".into() };
        let link = "href=\"data:text/csv;charset=utf-8,a,%22b%22%0D%0A50%20%25\u{e9}%0D%0A\" download=\"x.csv\"";
        assert_eq!(data_link(&file), link);
    }
}
