//! The files that are measured, packed as a static host packs them.

use std::{
    collections::HashMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use csto_explainer::figures::{
    payload,
    troop_dots::{data::Group, mount::Payload},
};

/// The folders that are served.
#[derive(Debug)]
pub(crate) struct Files {
    /// The built site, below `site/`, and without script below `static/`.
    dist: PathBuf,
    /// Another build of it, below `before/`.
    before: Option<PathBuf>,
    /// The page of those peers that have none of their own.
    peer: PathBuf,
    /// The peers' bundled files, below `peers/`.
    bundles: PathBuf,
    packed: Mutex<HashMap<String, Arc<File>>>,
}

/// One file.
#[derive(Debug)]
pub(crate) struct File {
    /// Its type.
    pub(crate) mime: &'static str,
    /// Its bytes after brotli.
    pub(crate) bytes: Vec<u8>,
    /// How many of them are a program inside a page.
    pub(crate) program: usize,
}

impl Files {
    /// The built site in `dist`, another build of it, and the peers of this checkout.
    pub(crate) fn new(dist: PathBuf, before: Option<PathBuf>) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { dist, before, peer: root.join("peers/index.html"), bundles: root.join("../target/bench/peers"), packed: Mutex::default() }
    }

    /// The file at `path`, relative to the server's root; a folder has its `index.html`. Packed once, in the round that
    /// does not count.
    pub(crate) fn find(&self, path: &str) -> Option<Arc<File>> {
        let mut packed = self.packed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = packed.get(path) {
            return Some(file.clone());
        }
        let whole = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let content = self.read(&whole)?;
        let bytes = pack(&content);
        let program = without_program(&content).map_or(0, |rest| bytes.len().saturating_sub(pack(rest).len()));
        let file = Arc::new(File { mime: browsers::mime(Path::new(&whole)), bytes, program });
        packed.insert(path.to_owned(), file.clone());
        Some(file)
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let (folder, rest) = path.split_once('/')?;
        match folder {
            "site" if rest.starts_with("dots/") => self.with_dots(rest.split('/').nth(1)?.parse().ok()?),
            "site" => fs::read(self.dist.join(rest)).ok(),
            "before" => fs::read(self.before.as_ref()?.join(rest)).ok(),
            "static" => Some(without_scripts(&fs::read_to_string(self.dist.join(rest)).ok()?).into_bytes()),
            "peers" => {
                let shared = || rest.ends_with("index.html").then(|| fs::read(&self.peer).ok()).flatten();
                fs::read(self.bundles.join(rest)).ok().or_else(shared)
            }
            _ => None,
        }
    }

    /// The embed of `troop-dots`, its first step and its step of small dots being one group of so many.
    fn with_dots(&self, dots: u32) -> Option<Vec<u8>> {
        const DATA: &str = "<script type=\"text/plain\" data-part=\"data\">";
        let html = fs::read_to_string(self.dist.join("embed/troop-dots/index.html")).ok()?;
        let (before, rest) = html.split_once(DATA)?;
        let (data, after) = rest.split_once("</script>")?;
        Some([before, DATA, &with_dots(data, dots)?, "</script>", after].concat().into_bytes())
    }
}

/// The payload `data` of `troop-dots`, its first step and its step of small dots being one group of so many.
fn with_dots(data: &str, dots: u32) -> Option<String> {
    let mut payload: Payload = payload::parse(data)?;
    for step in [0, 5] {
        *payload.data.steps.get_mut(step)? = vec![Group { dots, ..Group::default() }];
    }
    payload::write(&payload).ok()
}

/// `html` without its script elements, data among them.
fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let first = parts.next().unwrap_or_default();
    parts.fold(first.to_owned(), |out, part| out + part.split_once("</script>").map_or("", |(_, rest)| rest))
}

/// What stands before the program inside `page` and its module; nothing where there is none.
fn without_program(page: &[u8]) -> Option<&[u8]> {
    let html = std::str::from_utf8(page).ok()?;
    let (before, _) = html.split_once(browsers::PROGRAM)?;
    before.rsplit_once("<script type=\"module\">").map(|(before, _)| before.as_bytes())
}

/// Brotli at its smallest setting, with which static hosts pack once.
fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    // Writing to memory does not fail.
    let _ = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(bytes);
    packed
}

#[cfg(test)]
mod tests {
    use csto_explainer::figures::troop_dots::data::DotData;

    use super::*;

    #[test]
    fn scripts_and_data_are_left_out() {
        let html = "<p>a</p><script>1</script><p>b</p><script type=\"application/json\">{}</script>c";
        assert_eq!(without_scripts(html), "<p>a</p><p>b</p>c");
    }

    #[test]
    fn a_program_inside_a_page_is_told_from_the_page() {
        let page = b"<p>a</p><script type=\"module\">1</script><script type=\"text/plain\" id=\"program\">x</script>";
        assert_eq!(without_program(page), Some(&b"<p>a</p>"[..]));
        assert_eq!(without_program(b"<p>a</p>"), None);
    }

    #[test]
    fn so_many_dots_come_back_from_the_payload() {
        let steps = vec![vec![Group::default(); 2]; 6];
        let data = DotData { steps, ..DotData::default() };
        let text = payload::write(&Payload { data, ..Payload::default() }).unwrap();
        let many: Payload = payload::parse(&with_dots(&text, 50_000).unwrap()).unwrap();
        assert_eq!(
            many.data.steps.iter().map(|groups| groups.iter().map(|group| group.dots).sum()).collect::<Vec<u32>>(),
            [50_000, 0, 0, 0, 0, 50_000]
        );
        assert_eq!(with_dots("{\"steps\":[]}", 1), None, "another form");
    }

    #[test]
    fn repetition_packs_small() {
        let packed = pack(&[b'a'; 10_000]);
        assert!(!packed.is_empty() && packed.len() < 100, "{}", packed.len());
    }

    #[test]
    fn peers_share_a_page_and_nothing_else_is_served() {
        let files = Files::new(PathBuf::from("no-such-folder"), None);
        assert_eq!(files.find("peers/d3/").map(|file| file.mime), Some("text/html; charset=utf-8"));
        assert!(files.find("site/").is_none() && files.find("before/").is_none() && files.find("Cargo.toml").is_none());
    }
}
