//! The options that every command has.

/// What they ask for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    /// `--verbose`: all that the tools print.
    pub(crate) is_verbose: bool,
    /// `--no-install`: no packages of the system.
    pub(crate) leaves_packages: bool,
}

impl Flags {
    /// Takes them out of `words`; the others are left in their order.
    pub(crate) fn take(words: &mut Vec<&str>) -> Self {
        let mut take = |flag: &str| {
            let before = words.len();
            words.retain(|word| *word != flag);
            words.len() < before
        };
        Self { is_verbose: take("--verbose"), leaves_packages: take("--no-install") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_stand_anywhere_and_are_taken_out() {
        let mut words = vec!["test", "--verbose", "--fast"];
        assert_eq!(Flags::take(&mut words), Flags { is_verbose: true, leaves_packages: false });
        assert_eq!(words, ["test", "--fast"]);
    }
}
