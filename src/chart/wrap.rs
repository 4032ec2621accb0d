//! Breaks text into lines where nothing can measure it: in the built SVG and in pictures.

/// Lines of at most `columns` characters, broken at spaces; a longer word stands alone.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_lose_nothing() {
        assert_eq!(wrap("Russia sent most of the soldiers", 12), ["Russia sent", "most of the", "soldiers"]);
        assert_eq!(wrap("Mehrheitsverhältnisse hier", 5), ["Mehrheitsverhältnisse", "hier"]);
        assert!(wrap("  ", 5).is_empty());
    }
}
