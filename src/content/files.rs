//! The files that hold the content.

use std::{collections::BTreeMap, fs, path::Path};

use super::error::Diagnostic;

/// The content files by their path below `src/content/`, with `/` between folders.
pub type Files = BTreeMap<String, String>;

/// Reads every `.json` and `.md` file below `root`.
///
/// # Errors
/// Names the folder or file that cannot be read.
pub fn read_files(root: &Path) -> Result<Files, Diagnostic> {
    let mut files = Files::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let fault = |e: std::io::Error| Diagnostic::of_file(&folder, format!("cannot be read ({e})"), "restore it");
        for entry in fs::read_dir(&folder).map_err(fault)? {
            let path = entry.map_err(fault)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if !matches!(path.extension().and_then(|e| e.to_str()), Some("json" | "md")) {
                continue;
            }
            let name: Vec<String> =
                path.strip_prefix(root).unwrap_or(&path).components().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect();
            let text = fs::read_to_string(&path)
                .map_err(|e| Diagnostic::new(name.join("/"), "", (format!("cannot be read ({e})"), "save it as UTF-8 text")))?;
            files.insert(name.join("/"), text);
        }
    }
    Ok(files)
}
