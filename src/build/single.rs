//! The page as one file, to be read from disk: program, data files and list of sources are inside.

use std::{fmt::Write, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{
    assets::{Assets, Program},
    document::document,
    head::Head,
    loader::{self, without_comments},
    site::{DATA, Materials, Output},
};
use crate::page::take_away;

const START: &str = include_str!("start-within.js");

/// The icon's address in a head.
const ICON: &str = "href=\"./icon.svg\"";

/// The compiled program of the page.
#[derive(Debug, Clone)]
pub struct Code {
    /// The module that wasm-bindgen wrote.
    pub script: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// The program in `folder`.
///
/// # Errors
/// Names the file that cannot be read.
pub fn code(folder: &Path, program: &Program) -> Result<Code, String> {
    let fault = |name: &str, e: std::io::Error| format!("{name}: cannot be read ({e}); build again");
    let script = fs::read_to_string(folder.join(&program.script)).map_err(|e| fault(&program.script, e))?;
    let wasm = fs::read(folder.join(&program.wasm)).map_err(|e| fault(&program.wasm, e))?;
    Ok(Code { script, wasm })
}

/// The file, made from the page's `head`, the article for a file that stands `alone` and the data files among `others`.
///
/// # Errors
/// Says what the program lacks.
pub fn output(head: &Head<'_>, alone: &str, others: &[Output], materials: &Materials) -> Result<Output, String> {
    let head = Head { path: take_away::SINGLE, public_url: None, data: None, ..head.clone() };
    let mut body = alone.to_owned();
    for file in others.iter().filter(|file| file.path.starts_with(DATA)) {
        body = body.replace(&format!("href=\"{}\"", file.path), &data_link(file)).replace("\" download=\"\"", "\"");
    }
    // A file on a disk has no address for others.
    body = body.replace("data-part=\"share\"", "data-part=\"share\" hidden");
    // Pictures stay with the site: their words stand without a link.
    body = body.replace(&format!("<a href=\"{DATA}"), "<a data-file=\"");
    let mut scripts = loader::contents();
    if let Some(code) = &materials.code {
        scripts += &format!("<script type=\"module\">{}</script>", program(&code.script)?);
        body += &format!("<script type=\"application/json\" id=\"program\">\"{}\"</script>", STANDARD.encode(&code.wasm));
    }
    let html = document(&head, "page", &body, &scripts, &Assets::default());
    let text = html.replacen(ICON, &format!("href=\"data:image/svg+xml,{}\"", encoded(&materials.icon)), 1);
    Ok(Output { path: take_away::SINGLE.into(), text })
}

/// The program's module, which starts itself.
fn program(module: &str) -> Result<String, String> {
    let (code, exports) =
        module.rsplit_once("export {").ok_or("the program's module exports nothing; build again with the pinned tools")?;
    let start = exports.split(" as default").next().and_then(|before| before.rsplit([' ', ',']).next()).unwrap_or_default();
    if start.is_empty() || code.contains("</script") {
        return Err("the program's module cannot stand in a page; build again with the pinned tools".into());
    }
    Ok([code, &without_comments(START).replace("@START@", start)].concat())
}

/// The attributes of a link that hands `file` over.
fn data_link(file: &Output) -> String {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let mime = if name.ends_with(".csv") { "text/csv" } else { "application/json" };
    format!("href=\"data:{mime};charset=utf-8,{}\" download=\"{name}\"", encoded(&file.text))
}

/// `text` as part of an address in an attribute: what would end the one or the other, and lines, in hexadecimal digits.
fn encoded(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if c.is_ascii_control() || matches!(c, ' ' | '%' | '"' | '#' | '<' | '>' | '&') {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{:02X}", c as u32);
        } else {
            out.push(c);
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_starts_itself() {
        let module = "async function go(x) {}\n\nexport { initSync, go as default };\n";
        let code = program(module).expect("it can stand in a page");
        assert!(code.starts_with("async function go(x) {}") && code.contains("\ngo({ module_or_path: code })"), "{code}");
        assert!(!code.contains("export"));
        assert!(program("no module").is_err() && program("</script>export { a as default };").is_err());
    }

    #[test]
    fn a_file_is_handed_over_by_its_link() {
        let file = Output { path: "data/x.csv".into(), text: "a,\"b\"\r\n50 %\u{e9}\r\n".into() };
        let link = "href=\"data:text/csv;charset=utf-8,a,%22b%22%0D%0A50%20%25\u{e9}%0D%0A\" download=\"x.csv\"";
        assert_eq!(data_link(&file), link);
    }
}
