//! Writes the page: `prerender OUT` loads and checks the content and writes `OUT/index.html`.

use std::{fs, path::Path, process::ExitCode};

use csto_explainer::{
    content::{load, validate},
    page::article,
};

/// The stylesheets in the order in which they are inlined.
const STYLES: [&str; 2] = ["tokens.css", "page.css"];

fn main() -> ExitCode {
    match write() {
        Ok(path) => {
            println!("Wrote {path}");
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<String, Vec<String>> {
    let out = std::env::args().nth(1).unwrap_or_else(|| "dist".into());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = load::read_files(&root.join("src/content")).map_err(|e| vec![e.to_string()])?;
    let book = load::load(&files, "en").map_err(|e| e.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let faults = validate::faults(&book);
    if !faults.is_empty() {
        return Err(faults.iter().map(ToString::to_string).collect());
    }
    let mut style = String::new();
    for name in STYLES {
        let path = root.join("style").join(name);
        style += &fs::read_to_string(&path).map_err(|e| vec![format!("{}: cannot be read ({e}); restore it", path.display())])?;
    }
    let html = article::html(&book, &style)?;
    let path = Path::new(&out).join("index.html");
    fs::create_dir_all(&out)
        .and_then(|()| fs::write(&path, html))
        .map_err(|e| vec![format!("{}: cannot be written ({e}); choose another folder", path.display())])?;
    Ok(path.display().to_string())
}
