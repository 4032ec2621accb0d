//! Small marks drawn as inline SVG: they print, they follow the colour of the text, and a word always stands beside them.

use crate::content::ledger::Mark;

/// The mark of a ledger row: a large filled circle where soldiers came; a ring where the alliance was asked, or may have been,
/// and none came; a dot where it was not asked.
pub(crate) fn appeal(mark: Mark) -> String {
    svg(match mark {
        Mark::Came => "<circle class=\"shape-fill\" cx=\"9\" cy=\"9\" r=\"8\"/>",
        Mark::NotAsked => "<circle class=\"shape-dot\" cx=\"9\" cy=\"9\" r=\"2.5\"/>",
        Mark::Asked => "<circle class=\"shape-open\" cx=\"9\" cy=\"9\" r=\"5.25\" fill=\"none\"/>",
    })
}

fn svg(shape: &str) -> String {
    format!("<svg class=\"shape\" viewBox=\"0 0 18 18\" width=\"18\" height=\"18\" aria-hidden=\"true\">{shape}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_shape_of_its_own() {
        let [came, ring, dot] = [Mark::Came, Mark::Asked, Mark::NotAsked].map(appeal);
        assert!(came != ring && ring != dot && dot != came);
    }
}
