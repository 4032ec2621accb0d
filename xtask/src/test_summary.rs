//! Counts tests by the closing lines of `cargo test`, which prints the counts in no other form.

/// How many tests ended how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// That passed.
    pub(crate) passed: u32,
    /// That failed.
    pub(crate) failed: u32,
    /// That were left out.
    pub(crate) skipped: u32,
}

impl Summary {
    /// Adds what the `test result:` lines of `output` say.
    pub(crate) fn add(&mut self, output: &str) {
        for line in output.lines().filter(|l| l.starts_with("test result:")) {
            let of = |word: &str| {
                let before = line.split(word).next().unwrap_or("").trim_end();
                before.rsplit([' ', '.', ';']).next().and_then(|n| n.parse::<u32>().ok()).unwrap_or(0)
            };
            self.passed += of(" passed");
            self.failed += of(" failed");
            self.skipped += of(" ignored");
        }
    }

    /// The closing line.
    pub(crate) fn line(self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_several_runs_are_summed() {
        let mut summary = Summary::default();
        summary.add("running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n");
        summary.add("test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n");
        assert_eq!(summary, Summary { passed: 13, failed: 2, skipped: 1 });
        assert_eq!(summary.line(), "13 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn other_lines_do_not_count() {
        let mut summary = Summary::default();
        summary.add("5 passed\nnote: test result: 9 passed\n");
        assert_eq!(summary.line(), "0 passed, 0 failed");
    }
}
