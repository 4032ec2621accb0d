//! The script of level (b), which stands in the head of a page with scenes.

/// The function that says which step is active.
pub const STEP: &str = include_str!("step.js");

const WALK: &str = include_str!("walk.js");

/// The whole script, as its source has it. A block keeps its names to itself, for scripts that are not modules share theirs.
pub fn source() -> String {
    ["{\n", STEP, WALK, "}\n"].concat()
}
