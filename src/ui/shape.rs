//! Small marks drawn as inline SVG: they print, they follow the colour of the text, and a word always stands beside them.

use crate::content::{expectation::Verdict, ledger::Mark};

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

/// The mark of a verdict: a tick, a cross, a dashed ring or a half-filled disc.
pub(crate) fn verdict(verdict: Verdict) -> String {
    svg(match verdict {
        Verdict::BorneOut => "<path class=\"shape-line\" d=\"M3 9.5l4 4 8-9\" fill=\"none\"/>",
        Verdict::Contradicted => "<path class=\"shape-line\" d=\"M4 4l10 10M14 4L4 14\" fill=\"none\"/>",
        Verdict::Mixed => {
            "<circle class=\"shape-open\" cx=\"9\" cy=\"9\" r=\"6.25\" fill=\"none\"/><path class=\"shape-fill\" d=\"M9 2.75a6.25 6.25 0 0 0 0 12.5z\"/>"
        }
        Verdict::Untested => "<circle class=\"shape-dashed\" cx=\"9\" cy=\"9\" r=\"6.25\" fill=\"none\"/>",
    })
}

fn svg(shape: &str) -> String {
    format!("<svg class=\"shape\" viewBox=\"0 0 18 18\" width=\"18\" height=\"18\" aria-hidden=\"true\">{shape}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_a_shape_of_its_own() {
        let shapes = [Verdict::BorneOut, Verdict::Contradicted, Verdict::Untested, Verdict::Mixed].map(verdict);
        for (i, shape) in shapes.iter().enumerate() {
            assert!(!shapes[..i].contains(shape), "{shape}");
        }
    }

    #[test]
    fn every_row_of_the_ledger_has_the_mark_of_its_kind() {
        let marks = Mark::ALL.map(appeal);
        for (i, mark) in marks.iter().enumerate() {
            assert!(!marks[..i].contains(mark), "{mark}");
        }
    }
}
