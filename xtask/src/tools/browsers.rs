//! The three browser engines and the programs that drive them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    pins::Pins,
    place,
    process::{cargo, find},
    tools::{apt, cargo_tool},
};

/// An engine: its two programs, each under the variable that tells the browser tests where it is.
struct Engine {
    name: &'static str,
    driver: (&'static str, &'static [&'static str]),
    browser: (&'static str, &'static [&'static str]),
    /// Debian's packages for both.
    packages: &'static [&'static str],
}

const GECKODRIVER: &str = "GECKODRIVER";

/// A name is looked up on the path; a path may hold one `*` in each of its parts.
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
    /// One sentence for each engine that is left out.
    pub(crate) skipped: Vec<String>,
    /// The program that gives a screen to what needs one (WebKit does), where there is none.
    pub(crate) screen: Option<PathBuf>,
}

/// Finds the engines; on Debian installs those that are missing, and geckodriver wherever there is a Firefox.
///
/// # Errors
/// One sentence when the installing cannot be started.
pub(crate) fn ready(pins: &Pins) -> Result<Browsers, String> {
    let missing: Vec<&str> =
        ENGINES.iter().filter(|engine| !engine.found()).flat_map(|engine| engine.packages).copied().chain(screen_packages()).collect();
    if !missing.is_empty() {
        apt::install("browsers and their drivers", &missing)?;
    }
    let mut browsers = Browsers::default();
    for engine in &ENGINES {
        match engine.programs(pins) {
            Ok(programs) => browsers.programs.extend(programs),
            Err(sentence) => browsers.skipped.push(sentence),
        }
    }
    browsers.screen = if has_screen() { None } else { find("xvfb-run") };
    Ok(browsers)
}

impl Browsers {
    /// Cargo with the browsers' programs, under a screen of its own where there is none.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = cargo();
        if let Some(screen) = &self.screen {
            let cargo = std::mem::replace(&mut command, Command::new(screen));
            command.arg("--auto-servernum").arg(cargo.get_program()).current_dir(place::root());
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

    /// Both programs by variable, or the sentence that says why the engine is left out.
    fn programs(&self, pins: &Pins) -> Result<[(&'static str, PathBuf); 2], String> {
        let or_skip = |(variable, candidates): (&'static str, &[&str])| {
            program(variable, candidates).map(|path| (variable, path)).ok_or_else(|| {
                let sought = candidates.first().map_or("", |first| first.rsplit('/').next().unwrap_or(first));
                format!("{} is left out: there is no {sought}; install it or set {variable} to its path.", self.name)
            })
        };
        let browser = or_skip(self.browser)?;
        let driver = if self.driver.0 == GECKODRIVER && chosen(GECKODRIVER).is_none() {
            (GECKODRIVER, cargo_tool::geckodriver(pins).ready().map_err(|e| format!("{} is left out: {e}", self.name))?)
        } else {
            or_skip(self.driver)?
        };
        Ok([driver, browser])
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
        assert_eq!(first_match(&here.join("s*c/tool*/br*.rs")), Some(here.join("src/tools/browsers.rs")));
        assert_eq!(first_match(&here.join("src/no*/x")), None);
        assert_eq!(first_match(&here.join("src/tools")), None, "a folder is no program");
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        assert_eq!(program("CSTO_NO_SUCH_VARIABLE", &["no-such-program", "/no/such/*/program"]), None);
    }
}
