//! The files of the built site: from a request's path to bytes and their type.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

/// The file for `path`, which is relative to the site's root and without query; a folder has its `index.html`.
pub(crate) fn find(root: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let folder = path.is_empty() || path.ends_with('/');
    let file = if folder { root.join(relative).join("index.html") } else { root.join(relative) };
    (inside && file.is_file()).then_some(file)
}

/// The folders below `folder` of the site, by name and in order.
pub(crate) fn folders(root: &Path, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.filter(|e| e.path().is_dir()).filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// The addresses of all documents below `folder` of the site, each relative to its root and without `index.html`.
pub(crate) fn documents(root: &Path, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let mut found = Vec::new();
    for (path, name) in entries.filter_map(|e| Some((e.path(), e.file_name().into_string().ok()?))) {
        if path.is_dir() {
            found.extend(documents(root, &format!("{folder}{name}/")));
        } else if let Some(name) = name.strip_suffix("index.html").or(name.ends_with(".html").then_some(&*name)) {
            found.push([folder, name].concat());
        }
    }
    found.sort();
    found
}

/// The type by the name's ending, as static hosts give it.
#[must_use]
pub fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(find(&root, "files.rs"), Some(root.join("files.rs")));
        assert_eq!(find(&root, "../Cargo.toml"), None);
        assert_eq!(find(&root, "/etc/hosts"), None);
        assert_eq!(find(&root, ""), None, "a folder without index.html");
    }

    #[test]
    fn folders_are_listed_in_order() {
        let names = folders(Path::new(env!("CARGO_MANIFEST_DIR")), "");
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]) && names.contains(&"src".into()), "{names:?}");
        assert!(folders(Path::new("/"), "no-such-folder").is_empty());
    }

    #[test]
    fn webassembly_has_the_type_that_browsers_ask_for() {
        assert_eq!(mime(Path::new("a_bg.wasm")), "application/wasm");
    }
}
