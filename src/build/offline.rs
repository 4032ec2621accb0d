//! Reading without network: the worker, the list of what it keeps, and the script of the page that sets it up.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::{
    csp, head, minify, named_state,
    output::{DATA, OutputFile},
    share_picture,
};
use crate::{
    content::{Content, error::Diagnostic},
    ui::paths,
};

const SET_UP: &str = include_str!("offline.js");
const WORKER: &str = include_str!("worker.js");
const OFF: &str = include_str!("worker-off.js");

/// Where the worker stands: it can keep what lies in its folder and below.
const PATH: &str = "sw.js";

/// What the worker keeps, which it asks for at each visit.
const LIST: &str = "offline.json";

/// The script that sets the worker up, for the page; `style` is that of the note that announces a new version.
pub(crate) fn set_up(content: &Content, style: &str) -> OutputFile {
    let words = json!({ "news": content.label("news"), "reload": content.label("news_reload"), "close": content.label("close") });
    let script = minify::script(SET_UP).replace("@WORDS@", &words.to_string()).replace("@STYLE@", &json!(style).to_string());
    OutputFile::new(format!("offline-{}.js", csp::short_hash(script.as_bytes())), script)
}

/// The worker; the list for it of the files at `paths`, which stand below `out`; and, under a name of its own, what a host
/// puts in the worker's place to be rid of it. While Trunk serves, that stands there already, and there is no list: what
/// changes each minute must not be kept.
///
/// # Errors
/// Names the file that cannot be read.
pub(crate) fn workers(out: &Path, paths: &[String], live_reload: bool) -> Result<Vec<OutputFile>, Diagnostic> {
    let off = minify::script(OFF);
    let worker = if live_reload { off.clone() } else { minify::script(WORKER) };
    let mut outputs = vec![OutputFile::new(PATH, worker), OutputFile::new("sw-off.js", off)];
    if !live_reload {
        outputs.push(OutputFile::new(LIST, version(&lists(out, paths)?)));
    }
    Ok(outputs)
}

/// The lists under the name of the version that they make.
fn version(lists: &[Vec<Value>; 2]) -> String {
    let name = csp::short_hash(json!(lists).to_string().as_bytes());
    json!({ "name": name, "first": lists[0], "later": lists[1] }).to_string()
}

/// `[address, hash]` of what a reader of the page has, and of what belongs to the figures' own pages, which come later.
fn lists(out: &Path, paths: &[String]) -> Result<[Vec<Value>; 2], Diagnostic> {
    let read = |path: &str| {
        fs::read(out.join(path)).map_err(|e| Diagnostic::new(path, "", (format!("cannot be read again ({e})"), "build again")))
    };
    let text = |path: &str| read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let page = text("index.html")?;
    let mut later = String::new();
    for path in paths.iter().filter(|path| comes_later(path)) {
        later += &text(path)?;
    }
    let mut lists = [Vec::new(), Vec::new()];
    for path in paths {
        // The heads of pages name previews, but for other sites.
        let names = |html: &str| if is_preview(path) { shows(html, path) } else { html.contains(&format!("/{path}\"")) };
        let is_beside = [paths::SOURCES, paths::LEDGER, DATA].iter().any(|folder| path.starts_with(folder));
        let of_page = path == "index.html" || is_beside || names(&page);
        if of_page || comes_later(path) || names(&later) {
            let address = path.strip_suffix("index.html").unwrap_or(path);
            lists[usize::from(!of_page)].push(json!([address, csp::short_hash(&read(path)?)]));
        }
    }
    Ok(lists)
}

/// Whether the page at `path` is kept when the browser has time: it shows what the page shows. Addresses that are pasted elsewhere
/// are for other sites, which ask for them over the network.
fn comes_later(path: &str) -> bool {
    let folders = [paths::EMBEDS, paths::FIGURES, paths::TREATY];
    path.ends_with(".html") && folders.iter().any(|folder| path.starts_with(folder)) && !named_state::is_at(path)
}

/// Whether the file is made for other sites, which show it in a link to this one.
fn is_preview(path: &str) -> bool {
    path == head::PICTURE.0 || path.starts_with(share_picture::FOLDER)
}

/// Whether `html` has the file at `path` as a picture of its own.
fn shows(html: &str, path: &str) -> bool {
    let addresses = html.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    addresses.filter(|address| address.starts_with('.')).any(|address| address.ends_with(&["/", path].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str, page: &str) -> [Vec<Value>; 2] {
        let out = std::env::temp_dir().join(format!("offline-{name}-{}", std::process::id()));
        let files = [
            ("index.html", page),
            ("a.wasm", "a"),
            ("b.wasm", "b"),
            ("book.epub", "e"),
            ("data/x.csv", "x"),
            ("embed/x/index.html", "import(\"../../b.wasm\"), \"../../share/x.png\""),
            ("embed/x/a-state/index.html", "named"),
            ("figures/index.html", "<img src=\"../share/y.png\">"),
            ("figures/x/index.html", "fx"),
            ("ledger/index.html", "l"),
            ("share/x.png", "p"),
            ("share/y.png", "p"),
            ("sources/index.html", "s"),
            ("treaty/index.html", "t"),
        ];
        for (path, text) in files {
            let file = out.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a file");
        }
        let lists = lists(&out, &files.map(|(path, _)| path.to_owned()));
        fs::remove_dir_all(&out).expect("removed");
        lists.expect("lists")
    }

    fn addresses(list: &[Value]) -> Vec<&str> {
        list.iter().filter_map(|entry| entry[0].as_str()).collect()
    }

    #[test]
    fn the_page_comes_first_its_figures_pages_later_and_book_and_mere_previews_not_at_all() {
        let [first, later] = site("lists", "import(\"./a.wasm\")");
        assert_eq!(addresses(&first), ["", "a.wasm", "data/x.csv", "ledger/", "sources/"]);
        assert_eq!(addresses(&later), ["b.wasm", "embed/x/", "figures/", "figures/x/", "share/y.png", "treaty/"]);
    }

    #[test]
    fn whatever_changes_in_a_file_makes_another_version() {
        let name = |lists: &[Vec<Value>; 2]| serde_json::from_str::<Value>(&super::version(lists)).expect("JSON")["name"].clone();
        let version = |folder: &str, page: &str| name(&site(folder, page));
        assert_ne!(version("one", "1"), version("two", "2"));
        assert_eq!(version("same", "1"), version("again", "1"));
        // Of what comes later, too.
        let later = |hash: &str| name(&[vec![json!(["", "a"])], vec![json!(["treaty/", hash])]]);
        assert_ne!(later("1"), later("2"));
    }
}
