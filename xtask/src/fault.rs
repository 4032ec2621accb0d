//! Prints an error: the sentence that says what to do, and below it what caused it.

use anyhow::Error;

/// Prints `error` to the standard error output.
pub(crate) fn print(error: &Error) {
    eprint!("{}", text(error));
}

/// The sentence of `error`, and each of its causes on a line of its own.
fn text(error: &Error) -> String {
    let causes = error.chain().skip(1).map(|cause| format!("  because: {cause}\n"));
    std::iter::once(format!("{error}\n")).chain(causes).collect()
}

#[cfg(test)]
mod tests {
    use std::io;

    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_sentence_stands_above_its_causes() {
        assert_eq!(text(&anyhow!("a: is missing; write it.")), "a: is missing; write it.\n");
        let error = Error::new(io::Error::other("the disk")).context("b: cannot be read; restore it.").context("The build failed.");
        assert_eq!(text(&error), "The build failed.\n  because: b: cannot be read; restore it.\n  because: the disk\n");
    }
}
