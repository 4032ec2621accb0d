//! Which module uses which, by the paths in the source files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs, io,
    path::Path,
};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Item, ItemMod, ItemUse, Macro, UseTree, Visibility,
    visit::{self, Visit},
};

/// A source file: its path below `src/`, with `/` between folders, and what stands in it.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// That the module `from` uses something of the module `to`, written as `path`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Arrow {
    from: Vec<String>,
    to: Vec<String>,
    path: String,
}

impl Arrow {
    /// The folder below `src/` that uses.
    pub(crate) fn folder(&self) -> &str {
        &self.from[0]
    }

    /// The folder below `src/` that is used.
    pub(crate) fn target_folder(&self) -> &str {
        &self.to[0]
    }
}

impl fmt::Display for Arrow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} uses {}", self.from.join("::"), self.path)
    }
}

/// The source files of the library: all in the folders of `src`, but for the programs in `bin`.
pub(crate) fn sources(src: &Path) -> io::Result<Vec<Source>> {
    let mut found = Vec::new();
    let mut folders = vec![src.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let below = path.strip_prefix(src).map_err(io::Error::other)?.components();
            let below = below.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            if path.is_dir() {
                folders.push(path);
            } else if below.ends_with(".rs") && below.contains('/') && !below.starts_with("bin/") {
                found.push(Source { path: below, text: fs::read_to_string(&path)? });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// The module that a file holds: `["figures", "map", "view"]`, of a `mod.rs` that of its folder.
fn module(path: &str) -> Vec<String> {
    let name = path.trim_end_matches(".rs").trim_end_matches("/mod");
    name.split('/').map(str::to_owned).collect()
}

/// Every arrow between modules, once.
pub(crate) fn arrows(sources: &[Source]) -> Vec<Arrow> {
    let mut modules = BTreeSet::new();
    let mut named = Vec::new();
    for source in sources {
        let own = module(&source.path);
        let file = syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
        let mut paths = Paths { at: own.clone(), found: Vec::new(), passed_on: Vec::new() };
        paths.visit_file(&file);
        modules.extend((0..own.len()).map(|n| own[..=n].to_vec()));
        named.push((own, paths));
    }
    let passed_on: BTreeMap<Vec<String>, Vec<String>> = named.iter().flat_map(|(_, paths)| paths.passed_on.iter().cloned()).collect();
    let mut arrows = BTreeSet::new();
    for (from, paths) in &named {
        for path in &paths.found {
            let to = owner(path, &modules, &passed_on);
            // A folder's own `mod.rs` names its modules, and what stands in it belongs to all of them.
            if !to.is_empty() && !from.starts_with(&to) && !to.starts_with(from) {
                arrows.insert(Arrow { from: from.clone(), to, path: ["crate", &path.join("::")].join("::") });
            }
        }
    }
    arrows.into_iter().collect()
}

/// The module in which stands what `path` names, as far as a folder's `pub use` says.
fn owner(path: &[String], modules: &BTreeSet<Vec<String>>, passed_on: &BTreeMap<Vec<String>, Vec<String>>) -> Vec<String> {
    let mut path = path.to_vec();
    // Each turn follows one `pub use`; more in a row than there are cannot be.
    for _ in 0..=passed_on.len() {
        let Some(target) = (1..=path.len()).rev().find_map(|n| Some([passed_on.get(&path[..n])?, &path[n..]].concat())) else { break };
        path = target;
    }
    while !path.is_empty() && !modules.contains(&path) {
        path.pop();
    }
    path
}

/// The paths that a file names, from the crate's root.
struct Paths {
    /// The module that is being read.
    at: Vec<String>,
    found: Vec<Vec<String>>,
    /// What a `pub use` names, by the path at which it can be found, too.
    passed_on: Vec<(Vec<String>, Vec<String>)>,
}

impl Paths {
    /// The path from the root, where it begins at `crate`, `self` or `super`; `None` for another crate's.
    fn rooted(&self, path: &[String]) -> Option<Vec<String>> {
        let mut base = match path.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            Some("self") => self.at.clone(),
            Some("super") => self.at.split_last()?.1.to_vec(),
            _ => return None,
        };
        let mut rest = &path[1..];
        while rest.first().is_some_and(|part| part == "super") {
            base.pop();
            rest = &rest[1..];
        }
        base.extend_from_slice(rest);
        Some(base)
    }

    fn note(&mut self, path: &[String]) {
        self.found.extend(self.rooted(path));
    }

    /// The paths among the tokens of a macro, which nothing else can read.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) if colons == 2 && !path.is_empty() => path.push(name.to_string()),
                TokenTree::Punct(mark) if mark.as_char() == ':' && colons < 2 => {
                    colons += 1;
                    continue;
                }
                TokenTree::Ident(name) => {
                    self.note(&std::mem::replace(&mut path, vec![name.to_string()]));
                }
                TokenTree::Group(group) => {
                    self.note(&std::mem::take(&mut path));
                    self.tokens(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => self.note(&std::mem::take(&mut path)),
            }
            colons = 0;
        }
        self.note(&path);
    }
}

/// The paths of a `use`, each with the name that it gives.
fn leaves(tree: &UseTree, before: &[String], out: &mut Vec<(Vec<String>, String)>) {
    let with = |name: String| [before, &[name]].concat();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &with(path.ident.to_string()), out),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, before, out)),
        UseTree::Name(name) if name.ident == "self" => out.push((before.to_vec(), before.last().cloned().unwrap_or_default())),
        UseTree::Name(name) => out.push((with(name.ident.to_string()), name.ident.to_string())),
        UseTree::Rename(rename) => out.push((with(rename.ident.to_string()), rename.rename.to_string())),
        UseTree::Glob(_) => out.push((before.to_vec(), "*".to_owned())),
    }
}

/// Whether an item is compiled for tests alone.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test"))
}

impl Visit<'_> for Paths {
    fn visit_item(&mut self, item: &Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            Item::Const(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &ItemMod) {
        self.at.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.at.pop();
    }

    fn visit_item_use(&mut self, item: &ItemUse) {
        let mut found = Vec::new();
        leaves(&item.tree, &[], &mut found);
        for (path, name) in found {
            // `pub use content::Content` in a `mod.rs` names a module of its own folder.
            let root = match (self.rooted(&path), &item.vis) {
                (None, Visibility::Inherited) => continue,
                (None, _) => [self.at.as_slice(), &path].concat(),
                (Some(root), _) => root,
            };
            if !matches!(item.vis, Visibility::Inherited) {
                self.passed_on.push(([self.at.as_slice(), &[name]].concat(), root.clone()));
            }
            self.found.push(root);
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        self.note(&path.segments.iter().map(|part| part.ident.to_string()).collect::<Vec<_>>());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &Macro) {
        self.tokens(item.tokens.clone());
        visit::visit_macro(self, item);
    }
}

/// Every circle among the modules of one folder, as text with an arrow for each step: one for each group of modules that
/// reach each other.
pub(crate) fn circles(arrows: &[Arrow]) -> Vec<String> {
    // For each folder, which of its modules uses which, with an arrow as the reason.
    let mut folders: BTreeMap<&[String], BTreeMap<&str, BTreeMap<&str, &Arrow>>> = BTreeMap::new();
    for arrow in arrows {
        let shared = arrow.from.iter().zip(&arrow.to).take_while(|(a, b)| a == b).count();
        let (Some(from), Some(to)) = (arrow.from.get(shared), arrow.to.get(shared)) else { continue };
        folders.entry(&arrow.from[..shared]).or_default().entry(from).or_default().entry(to).or_insert(arrow);
    }
    let mut found = Vec::new();
    for uses in folders.values() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for start in uses.keys() {
            if let Some(way) = (!seen.contains(start)).then(|| way_back(start, uses)).flatten() {
                seen.extend(way.iter().flat_map(|(from, _)| [*from]));
                found.push(way.iter().map(|(_, arrow)| arrow.to_string()).collect::<Vec<_>>().join("\n  "));
            }
        }
    }
    found
}

/// The shortest way from `start` over others back to it.
fn way_back<'a>(start: &'a str, uses: &BTreeMap<&'a str, BTreeMap<&'a str, &'a Arrow>>) -> Option<Vec<(&'a str, &'a Arrow)>> {
    let mut ways: Vec<Vec<(&str, &Arrow)>> = vec![Vec::new()];
    let mut reached = BTreeSet::new();
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        let at = way.last().map_or(start, |(to, _)| to);
        for (to, arrow) in uses.get(at).into_iter().flatten() {
            let way = [way.as_slice(), &[(*to, *arrow)]].concat();
            if *to == start {
                return Some(way);
            }
            if reached.insert(*to) {
                ways.push(way);
            }
        }
    }
    None
}
