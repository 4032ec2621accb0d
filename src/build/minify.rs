//! Scripts and stylesheets as they are sent: their comments are for whoever reads them in the repository.

use std::fmt::Write;

use lightningcss::{
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
};

use crate::content::error::Diagnostic;

pub(crate) use crate::ui::inline_script::compact as script;

/// `script` in ASCII, for a classic script in a file of its own: what lies beyond it stands in its strings, where it can be
/// escaped. A browser would read such a file in the charset of the page around, or in what the host says.
pub(crate) fn in_ascii(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    for unit in script.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => out.push(char::from(byte)),
            // Writing to a String cannot fail.
            _ => drop(write!(out, "\\u{unit:04x}")),
        }
    }
    out
}

/// The stylesheet `source` in as few bytes as say the same.
///
/// # Errors
/// Says in which line of the `file` is something that browsers would skip.
pub(crate) fn style(file: &str, source: &str) -> Result<String, Diagnostic> {
    let fault = |line: Option<u32>, what: String| {
        let line = line.map(|line| format!(", line {}", line + 1)).unwrap_or_default();
        Diagnostic::new([file, &line].concat(), "", (format!("browsers would skip this ({what})"), "correct it"))
    };
    let options = ParserOptions { filename: file.to_owned(), ..ParserOptions::default() };
    let mut sheet = StyleSheet::parse(source, options).map_err(|e| fault(e.loc.as_ref().map(|at| at.line), e.kind.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|e| fault(e.loc.as_ref().map(|at| at.line), e.kind.to_string()))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    sheet.to_css(options).map(|written| written.code).map_err(|e| fault(e.loc.as_ref().map(|at| at.line), e.kind.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_ascii_are_escaped() {
        assert_eq!(in_ascii("a = \"\u{2019}\u{1F600}\";\n"), "a = \"\\u2019\\ud83d\\ude00\";\n");
    }

    #[test]
    fn comments_and_spaces_are_left_out_of_styles() {
        let source = "/* a\n b */\na { inline-size: calc(1rem + 2px); } /* d */\n\n  e::before { content: \" \" }\n";
        assert_eq!(style("a.css", source).as_deref(), Ok("a{inline-size:calc(1rem + 2px)}e:before{content:\" \"}"));
    }

    #[test]
    fn a_slip_is_told_with_its_line() {
        let fault = style("style/a.css", "a { color: red; }\nb } c { color: red; }").expect_err("no style");
        assert!(fault.file == "style/a.css, line 2" && fault.help == "correct it", "{fault}");
    }
}
