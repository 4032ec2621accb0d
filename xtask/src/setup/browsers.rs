//! The three browser engines and the programs that drive them.

use std::{
    env,
    fmt::{self, Display, Formatter},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::{
    paths,
    process::find,
    progress::Stages,
    setup::{cargo_tool, rust::Rust},
    tool_versions::Versions,
};

/// An engine: its two programs, each under the variable in which the browser tests look for it.
struct Engine {
    name: &'static str,
    driver: (&'static str, &'static [&'static str]),
    browser: (&'static str, &'static [&'static str]),
    /// Debian's packages for both.
    packages: &'static [&'static str],
}

const GECKODRIVER: &str = "GECKODRIVER";

/// geckodriver is compiled, so no candidates are named for it. A name is looked up on the path; a path may hold one `*` in each of its parts.
const ENGINES: [Engine; 3] = [
    Engine {
        name: "Chromium",
        driver: ("CHROMEDRIVER", &["chromedriver", "/usr/lib/chromium/chromedriver"]),
        browser: (
            "CHROME",
            &[
                "chromium",
                "google-chrome",
                "chromium-browser",
                "chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:/Program Files/Google/Chrome/Application/chrome.exe",
            ],
        ),
        packages: &["chromium", "chromium-driver"],
    },
    Engine {
        name: "Firefox",
        driver: (GECKODRIVER, &[]),
        browser: (
            "FIREFOX",
            &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox", "C:/Program Files/Mozilla Firefox/firefox.exe"],
        ),
        packages: &["firefox-esr"],
    },
    Engine {
        name: "WebKit",
        driver: ("WEBKIT_DRIVER", &["WebKitWebDriver"]),
        browser: (
            "WEBKIT_BROWSER",
            &["/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser", "/usr/lib/webkit2gtk-4.*/MiniBrowser"],
        ),
        packages: &["webkit2gtk-driver"],
    },
];

/// What the browser tests are given.
#[derive(Debug, Default)]
pub(crate) struct Browsers {
    /// The programs by variable, such as `CHROMEDRIVER`.
    pub(crate) programs: Vec<(&'static str, PathBuf)>,
    /// The engines that are left out.
    pub(crate) skipped: Vec<Missing>,
    /// The program that gives a screen to what needs one (WebKit does), where there is none.
    pub(crate) screen: Option<PathBuf>,
}

/// A program without which an engine is left out; shown, one sentence that says so.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Missing {
    engine: &'static str,
    program: &'static str,
    /// The variable that may name it.
    variable: &'static str,
}

impl Display for Missing {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Self { engine, program, variable } = self;
        write!(f, "{engine} is left out: there is no {program}; install it or set {variable} to its path.")
    }
}

/// Debian's packages of the engines that are missing, and of what gives them a screen.
pub(crate) fn missing_packages() -> Vec<&'static str> {
    ENGINES.iter().filter(|engine| !engine.found()).flat_map(|engine| engine.packages).copied().chain(screen_packages()).collect()
}

/// Whether geckodriver, which drives Firefox, has to be compiled.
pub(crate) fn needs_geckodriver(versions: &Versions) -> bool {
    chosen(GECKODRIVER).is_none() && cargo_tool::geckodriver(versions).find().is_none()
}

/// Finds the engines, and compiles geckodriver where it is missing and there is a Firefox.
///
/// # Errors
/// One sentence when geckodriver cannot be installed.
pub(crate) fn ready(rust: &Rust, versions: &Versions, stages: &mut Stages) -> Result<Browsers> {
    let geckodriver = geckodriver(rust, versions, stages)?;
    let mut browsers = Browsers::default();
    for engine in &ENGINES {
        match engine.programs(geckodriver.as_ref()) {
            Ok(programs) => browsers.programs.extend(programs),
            Err(missing) => browsers.skipped.push(missing),
        }
    }
    browsers.screen = if has_screen() { None } else { find("xvfb-run") };
    Ok(browsers)
}

fn geckodriver(rust: &Rust, versions: &Versions, stages: &mut Stages) -> Result<Option<PathBuf>> {
    let tool = cargo_tool::geckodriver(versions);
    let has_firefox = ENGINES.iter().any(|engine| engine.driver.0 == GECKODRIVER && engine.found());
    match chosen(GECKODRIVER).or_else(|| tool.find()) {
        Some(program) => {
            stages.skip("geckodriver", "ready");
            Ok(Some(program))
        }
        None if has_firefox => tool.install(rust, stages).map(Some),
        None => {
            stages.skip("geckodriver", "left out, for there is no Firefox");
            Ok(None)
        }
    }
}

impl Browsers {
    /// The cargo of `rust` with the browsers' programs, under a screen of its own where there is none.
    pub(crate) fn cargo(&self, rust: &Rust) -> Command {
        let mut command = rust.cargo();
        if let Some(screen) = &self.screen {
            let cargo = std::mem::replace(&mut command, Command::new(screen));
            rust.apply(&mut command);
            command.arg("--auto-servernum").arg(cargo.get_program()).current_dir(paths::root());
        }
        command.envs(self.programs.iter().map(|(variable, program)| (variable, program)));
        command
    }
}

impl Engine {
    fn found(&self) -> bool {
        program(self.browser.0, self.browser.1).is_some()
            && (self.driver.0 == GECKODRIVER || program(self.driver.0, self.driver.1).is_some())
    }

    /// Both programs by variable, or the first that is missing.
    fn programs(&self, geckodriver: Option<&PathBuf>) -> Result<[(&'static str, PathBuf); 2], Missing> {
        let or_skip = |(variable, candidates): (&'static str, &[&'static str])| {
            program(variable, candidates).map(|path| (variable, path)).ok_or_else(|| {
                let sought = candidates.first().map_or("", |first| first.rsplit('/').next().unwrap_or(first));
                Missing { engine: self.name, program: sought, variable }
            })
        };
        let browser = or_skip(self.browser)?;
        match geckodriver {
            Some(program) if self.driver.0 == GECKODRIVER => Ok([(GECKODRIVER, program.clone()), browser]),
            _ => Ok([or_skip(self.driver)?, browser]),
        }
    }
}

/// The program that `variable` names, else the first of `candidates` that is there.
fn program(variable: &str, candidates: &[&str]) -> Option<PathBuf> {
    let look_up = |candidate: &&str| if candidate.contains('/') { first_match(Path::new(candidate)) } else { find(candidate) };
    chosen(variable).or_else(|| candidates.iter().find_map(look_up))
}

fn chosen(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The last file, in the order of names, that fits `pattern`: the newest version.
fn first_match(pattern: &Path) -> Option<PathBuf> {
    let mut found = vec![PathBuf::new()];
    for part in pattern.components() {
        let part = part.as_os_str().to_string_lossy();
        found = match part.split_once('*') {
            None => found.into_iter().map(|folder| folder.join(&*part)).collect(),
            Some((start, end)) => found.iter().flat_map(|folder| entries(folder, start, end)).collect(),
        };
    }
    found.retain(|path| path.is_file());
    found.into_iter().max()
}

fn entries(folder: &Path, start: &str, end: &str) -> Vec<PathBuf> {
    let fits =
        |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(start) && name.ends_with(end));
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(fits).collect()
}

/// What WebKit, which has no headless form, needs where there is no screen.
fn screen_packages() -> Vec<&'static str> {
    if has_screen() || find("xvfb-run").is_some() || cfg!(not(target_os = "linux")) { Vec::new() } else { vec!["xvfb", "xauth"] }
}

fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(|variable| chosen(variable).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_find_files_through_folders_with_versions() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(first_match(&here.join("s*c/set*/br*.rs")), Some(here.join("src/setup/browsers.rs")));
        assert_eq!(first_match(&here.join("src/no*/x")), None);
        assert_eq!(first_match(&here.join("src/setup")), None, "a folder is no program");
    }

    #[test]
    fn an_engine_that_is_left_out_names_the_program_and_its_variable() {
        let browser = ("CSTO_NO_SUCH_VARIABLE", &["/no/such/*/program"][..]);
        let engine = Engine { name: "Gecko", driver: (GECKODRIVER, &[]), browser, packages: &[] };
        let missing = engine.programs(Some(&PathBuf::from("driver"))).unwrap_err();
        let sentence = "Gecko is left out: there is no program; install it or set CSTO_NO_SUCH_VARIABLE to its path.";
        assert_eq!(missing.to_string(), sentence);
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        assert_eq!(program("CSTO_NO_SUCH_VARIABLE", &["no-such-program", "/no/such/*/program"]), None);
    }
}
