//! Scripts and stylesheets as they are sent: their comments are for whoever reads them in the repository.

use std::fmt::Write;

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

/// The stylesheet without its comments and without space at the ends of lines: readers download it, and read it here.
pub(crate) fn style(source: &str) -> String {
    let mut parts = source.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += part.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_ascii_are_escaped() {
        assert_eq!(in_ascii("a = \"\u{2019}\u{1F600}\";\n"), "a = \"\\u2019\\ud83d\\ude00\";\n");
    }

    #[test]
    fn comments_are_left_out_of_styles() {
        assert_eq!(style("/* a\n b */\na { b: c; } /* d */\n\n  e { f: g }\n"), "a { b: c; }\ne { f: g }");
        assert_eq!(style("a { } /* open"), "a { }");
    }
}
