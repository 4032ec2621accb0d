//! Small marks drawn as inline SVG: they print, they follow the colour of the text, and a word always stands beside them.

use crate::content::ledger::Mark;

/// The mark of a ledger row: a large filled circle where soldiers came; where none came, a ring with a dot in it where the
/// alliance was asked for soldiers or military help, or may have been, a ring where it was asked for other help, and a dot
/// where it was not asked.
pub(crate) fn appeal(mark: Mark) -> String {
    svg(match mark {
        Mark::Came => "<circle class=\"shape-came\" cx=\"9\" cy=\"9\" r=\"8\"/>",
        Mark::Soldiers => {
            "<circle class=\"shape-open\" cx=\"9\" cy=\"9\" r=\"6.25\" fill=\"none\"/><circle class=\"shape-dot\" cx=\"9\" cy=\"9\" r=\"2.5\"/>"
        }
        Mark::Help => "<circle class=\"shape-open\" cx=\"9\" cy=\"9\" r=\"6.25\" fill=\"none\"/>",
        Mark::NotAsked => "<circle class=\"shape-dot\" cx=\"9\" cy=\"9\" r=\"2.5\"/>",
    })
}

fn svg(shape: &str) -> String {
    format!("<svg class=\"shape\" viewBox=\"0 0 18 18\" width=\"18\" height=\"18\" aria-hidden=\"true\">{shape}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_ledger_has_the_mark_of_its_kind() {
        let marks = Mark::ALL.map(appeal);
        for (i, mark) in marks.iter().enumerate() {
            assert!(!marks[..i].contains(mark), "{mark}");
        }
    }
}
