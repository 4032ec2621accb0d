//! Scripts that stand in a document.

/// The script without the lines that are comments, and without indentation: readers download it, and read it in the repository.
pub(crate) fn compact(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(compact("// a\n{\n  b();\n\n  // c\n}\n"), "{\nb();\n}");
    }
}
