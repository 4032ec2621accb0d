//! Scripts and stylesheets as they are sent: their comments are for whoever reads them in the repository.

use lightningcss::{
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
};

pub(crate) use crate::ui::inline_script::compact as script;

/// The stylesheet `source` in as few bytes as say the same.
///
/// # Errors
/// Says in which line of the `file` is something that browsers would skip.
pub(crate) fn style(file: &str, source: &str) -> Result<String, String> {
    let fault = |line: Option<u32>, what: String| {
        let line = line.map(|line| format!(", line {}", line + 1)).unwrap_or_default();
        format!("{file}{line}: browsers would skip this ({what}); correct it")
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
    fn comments_and_spaces_are_left_out_of_styles() {
        let source = "/* a\n b */\na { inline-size: calc(1rem + 2px); } /* d */\n\n  e::before { content: \" \" }\n";
        assert_eq!(style("a.css", source).as_deref(), Ok("a{inline-size:calc(1rem + 2px)}e:before{content:\" \"}"));
    }

    #[test]
    fn a_slip_is_told_with_its_line() {
        let fault = style("style/a.css", "a { color: red; }\nb } c { color: red; }").expect_err("no style");
        assert!(fault.starts_with("style/a.css, line 2: ") && fault.ends_with("correct it"), "{fault}");
    }
}
