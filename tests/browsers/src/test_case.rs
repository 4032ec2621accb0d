//! One thing that a reader would notice.

use crate::{browser_ctx::BrowserCtx, engine::Engine, expect::TestResult};

/// A function with its name and the engines that it is tried in.
pub struct TestCase {
    /// `theme::case`, from the function's own path.
    pub(crate) name: &'static str,
    pub(crate) engines: &'static [Engine],
    pub(crate) run: Box<dyn Fn(&BrowserCtx<'_>) -> TestResult + Send + Sync>,
}

impl TestCase {
    /// In every engine.
    #[must_use]
    pub fn new<F: Fn(&BrowserCtx<'_>) -> TestResult + Send + Sync + 'static>(run: F) -> Self {
        let path = std::any::type_name::<F>();
        let name = path.split_once("::").map_or(path, |(_, name)| name);
        Self { name, engines: &Engine::ALL, run: Box::new(run) }
    }

    /// In Chromium only, for what the others cannot be set to over WebDriver.
    #[must_use]
    pub fn in_chromium(mut self) -> Self {
        self.engines = &[Engine::Chromium];
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    mod theme {
        use super::*;

        pub(super) fn case(_: &BrowserCtx<'_>) -> TestResult {
            Ok(())
        }
    }

    #[test]
    fn a_case_is_named_after_its_function() {
        assert_eq!(TestCase::new(theme::case).name, "test_case::tests::theme::case");
        assert_eq!(TestCase::new(theme::case).in_chromium().engines, [Engine::Chromium]);
    }
}
