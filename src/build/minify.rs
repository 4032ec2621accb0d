//! Scripts and stylesheets as they are sent: their comments are for whoever reads them in the repository.

pub(crate) use crate::ui::inline_script::compact as script;

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
    fn comments_are_left_out_of_styles() {
        assert_eq!(style("/* a\n b */\na { b: c; } /* d */\n\n  e { f: g }\n"), "a { b: c; }\ne { f: g }");
        assert_eq!(style("a { } /* open"), "a { }");
    }
}
