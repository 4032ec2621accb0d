//! The typefaces: files whose names hold their hashes, and the rules by which documents ask for them.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

use super::{csp, script::Script};
use crate::content::error::Diagnostic;

/// Where the files lie, below the site's root.
const FOLDER: &str = "fonts/";

/// The style sheet with the rules; each names a file of the folder beside it.
const RULES: &str = "fonts.css";

/// How each rule begins there, in a line of its own.
const RULE: &str = "@font-face";

/// How the address of a typeface begins there, and how it ends.
const PLACE: (&str, &str) = ("url(\"fonts/", "\"");

const STAND_INS: &str = include_str!("font-stand-ins.js");
const WHEN_LIVE: &str = include_str!("fonts-when-live.js");

/// How a document comes by the typefaces. Its text is shown in the system's until they are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The browser asks for those that the text needs when it lays it out.
    WithText,
    /// A script asks for them when the figure is interactive (see [`Fonts::script`]).
    WhenLive,
    /// They stand in the document.
    Inside,
}

/// The typefaces as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fonts {
    rules: String,
    files: Vec<FontFile>,
}

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
struct FontFile {
    /// As the rules name it.
    name: String,
    /// With the hash of its content.
    path: String,
    bytes: Vec<u8>,
}

impl Fonts {
    /// Reads the rules and the files that they name, from the folder of the styles.
    ///
    /// # Errors
    /// Names the file that cannot be read.
    pub fn read(styles: &Path) -> Result<Self, Diagnostic> {
        let path = styles.join(RULES);
        let text = fs::read_to_string(&path).map_err(|e| Diagnostic::of_file(&path, format!("cannot be read ({e})"), "restore it"))?;
        let rules = text.lines().filter(|line| line.starts_with(RULE)).collect::<Vec<_>>().join("\n");
        let named = rules.split(PLACE.0).skip(1).filter_map(|rest| rest.split(PLACE.1).next());
        let file = |name: &str| {
            let path = styles.join(FOLDER).join(name);
            let bytes = fs::read(&path).map_err(|e| Diagnostic::of_file(&path, format!("cannot be read ({e})"), "tools/fonts makes it"))?;
            let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
            let path = format!("{FOLDER}{stem}-{}.{ending}", csp::short_hash(&bytes));
            Ok(FontFile { name: name.to_owned(), path, bytes })
        };
        let files = named.map(file).collect::<Result<_, Diagnostic>>()?;
        Ok(Self { rules, files })
    }

    /// The files of the site: path below its root, and content.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()))
    }

    /// The rules for the style of a document; `to_root` leads from its folder to the site's root.
    pub fn style(&self, delivery: Delivery, to_root: &str) -> String {
        match delivery {
            Delivery::WithText => self.with_addresses(|file| [to_root, &file.path].concat()),
            Delivery::WhenLive => String::new(),
            Delivery::Inside => self.with_addresses(|file| ["data:font/woff2;base64,", &STANDARD.encode(&file.bytes)].concat()),
        }
    }

    /// The script that has the stand-ins ready before the text is laid out, to stand behind the style; see `style/font-fallbacks.css`.
    pub(crate) fn stand_ins(&self, delivery: Delivery) -> Option<Script> {
        (delivery == Delivery::WithText).then(|| Script::at_once(STAND_INS))
    }

    /// The script that asks for the typefaces when the figure of a document is interactive.
    pub fn script(&self, to_root: &str) -> Script {
        let rules = self.with_addresses(|file| [to_root, &file.path].concat());
        let rules: Vec<&str> = rules.lines().collect();
        Script::at_once(&WHEN_LIVE.replace("RULES", &json!(rules).to_string()))
    }

    fn with_addresses(&self, address: impl Fn(&FontFile) -> String) -> String {
        self.files.iter().fold(self.rules.clone(), |mut rules, file| {
            let (from, to) = PLACE;
            rules = rules.replace(&[from, &file.name, to].concat(), &["url(\"", &address(file), to].concat());
            rules
        })
    }
}
