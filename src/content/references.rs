//! The references in a text as it is written.

/// The ids of the facts that `text` refers to, in their order.
pub(crate) fn ids(text: &str) -> Vec<&str> {
    let parts = text.split("[[").skip(1);
    parts.filter_map(|part| part.split_once("]]")).map(|(reference, _)| reference.split(':').next().unwrap_or(reference)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn references_are_found() {
        let text = "“by any state”[[art4:cite]][[art5:cite]], it says[[art6]].";
        assert_eq!(ids(text), ["art4", "art5", "art6"]);
        assert!(ids("Nothing, and [[no end.").is_empty());
    }
}
