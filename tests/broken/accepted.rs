//! What is no fault, though it looks like one.

use crate::breaking::Break;

/// The beginning and the end of a break's name, and why it is accepted.
pub(crate) const RULES: &[(&str, &str, &str)] = &[];

/// The index of the rule by which `broken` is accepted.
pub(crate) fn reason(broken: &Break) -> Option<usize> {
    let name = broken.name();
    RULES.iter().position(|(start, end, _)| name.starts_with(start) && name.ends_with(end))
}
