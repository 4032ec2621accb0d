//! How the built site is served to one case: from which folder below the root, and what is wrong with its files.

use std::path::{Path, PathBuf};

use crate::{gate::Gate, program};

/// What happens to a file on its way.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// It is not there.
    Missing,
    /// Only its first half arrives, as if it were whole.
    Half,
    /// The line breaks in its midst.
    CutOff,
    /// It says it is of this type.
    Mistyped(&'static str),
    /// It waits.
    Held(Gate),
    /// It has other words in the place of these.
    Rewritten(String, String),
}

/// The site as it reaches a reader.
#[derive(Debug, Clone)]
pub struct ServerConfig {
    /// The folder with the files; `None` for that of the built site.
    pub(crate) root: Option<PathBuf>,
    /// The path of the site's root, with a slash at both ends.
    pub(crate) mount: String,
    /// Each file whose path ends so has this fault.
    pub(crate) faults: Vec<(&'static str, Fault)>,
    /// More header lines of HTML pages: name and value.
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    /// Script that runs before anything else of a page.
    pub(crate) before: String,
    /// What programs inside pages wait for.
    pub(crate) gate: Option<Gate>,
    /// Whether pages carry the probe.
    pub(crate) probed: bool,
    /// Whether files may be read by pages of any origin.
    pub(crate) open: bool,
    /// Whether policies name the site's own address, as in a build with `--public-url`.
    pub(crate) names_origin: bool,
    /// Whether files come with the headers that `_headers` names for them.
    pub(crate) hosted: bool,
    /// Whether pages as publishers have them isolate themselves.
    pub(crate) isolated: bool,
    /// Whether a folder is shown at its address without the slash, to which the one with it leads.
    pub(crate) slashless: bool,
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            root: None,
            mount: "/".into(),
            faults: Vec::new(),
            headers: Vec::new(),
            before: String::new(),
            gate: None,
            probed: true,
            open: false,
            names_origin: false,
            hosted: false,
            isolated: false,
            slashless: false,
        }
    }
}

impl ServerConfig {
    /// The site as built, at the root of its host.
    #[must_use]
    pub fn whole() -> Self {
        Self::default()
    }

    /// The files below `root` in place of the built site.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        Self { root: Some(root.to_owned()), ..Self::default() }
    }

    /// Below `path`, such as `/a/b/`.
    #[must_use]
    pub fn below(mut self, path: &str) -> Self {
        path.clone_into(&mut self.mount);
        self
    }

    /// As by a host that sends the headers in `_headers`.
    #[must_use]
    pub fn hosted(mut self) -> Self {
        self.hosted = true;
        self
    }

    /// Shown by a page that isolates itself: it takes from elsewhere only what says that it may be taken.
    #[must_use]
    pub fn isolated(mut self) -> Self {
        self.isolated = true;
        self
    }

    /// From a host that shows a folder at its address without the slash, and leads from the address with it there.
    #[must_use]
    pub fn without_slashes(mut self) -> Self {
        self.slashless = true;
        self
    }

    fn with(mut self, suffix: &'static str, fault: Fault) -> Self {
        self.faults.push((suffix, fault));
        self
    }

    /// Without the files that end in `suffix`.
    #[must_use]
    pub fn without(self, suffix: &'static str) -> Self {
        self.with(suffix, Fault::Missing)
    }

    /// Without the program of the figures, be it in files or inside a figure's own page.
    #[must_use]
    pub fn without_program(self) -> Self {
        self.without(program::FILE)
    }

    /// With half of the program of the figures.
    #[must_use]
    pub fn with_half_of_program(self) -> Self {
        self.with_half_of(program::FILE)
    }

    /// With a line that breaks in the midst of the program of the figures.
    #[must_use]
    pub fn cut_off_in_program(self) -> Self {
        self.cut_off_in(program::FILE)
    }

    /// With the program of the figures held back until `gate` opens: its files don't come, and one that has come inside a
    /// page waits before it starts.
    #[must_use]
    pub fn held_program(self, gate: &Gate) -> Self {
        let mut site = self.held(program::FILE, gate).after_script(program::WAITS);
        site.gate = Some(gate.clone());
        site
    }

    /// With half of each file that ends in `suffix`.
    #[must_use]
    pub fn with_half_of(self, suffix: &'static str) -> Self {
        self.with(suffix, Fault::Half)
    }

    /// With a line that breaks in the midst of each file that ends in `suffix`.
    #[must_use]
    pub fn cut_off_in(self, suffix: &'static str) -> Self {
        self.with(suffix, Fault::CutOff)
    }

    /// With files that end in `suffix` said to be of `mime` type.
    #[must_use]
    pub fn mistyped(self, suffix: &'static str, mime: &'static str) -> Self {
        self.with(suffix, Fault::Mistyped(mime))
    }

    /// With files that end in `suffix` held back until `gate` opens.
    #[must_use]
    pub fn held(self, suffix: &'static str, gate: &Gate) -> Self {
        self.with(suffix, Fault::Held(gate.clone()))
    }

    /// With `new` in the place of `old` in files that end in `suffix`.
    #[must_use]
    pub fn rewritten(self, suffix: &'static str, old: &str, new: &str) -> Self {
        self.with(suffix, Fault::Rewritten(old.into(), new.into()))
    }

    /// With `script` run before anything else of each page.
    #[must_use]
    pub fn after_script(mut self, script: &str) -> Self {
        self.before.push_str(script);
        self.before.push('\n');
        self
    }

    /// From a host that lets pages of any origin read its files, as `Access-Control-Allow-Origin: *` does.
    #[must_use]
    pub fn open_to_all(mut self) -> Self {
        self.open = true;
        self
    }

    /// As built with a public address: the policy of an embed names it.
    #[must_use]
    pub fn built_for_its_address(mut self) -> Self {
        self.names_origin = true;
        self
    }

    /// As for a reader whose browser runs no script. The browser itself switches script off for such a document, so
    /// `<noscript>` and `@media (scripting: none)` hold, while the driver can still ask.
    #[must_use]
    pub fn without_script(mut self) -> Self {
        self.headers.push(("Content-Security-Policy", "sandbox allow-same-origin"));
        self.probed = false;
        self
    }

    /// As built, to the byte: nothing is recorded.
    #[must_use]
    pub fn unprobed(mut self) -> Self {
        self.probed = false;
        self
    }
}
