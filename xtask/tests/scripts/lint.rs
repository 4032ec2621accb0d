//! What is wrong in a script, by a parser for JavaScript.

use std::{collections::HashSet, path::Path};

use javascript_globals::GLOBALS;
use oxc_allocator::Allocator;
use oxc_parser::Parser;
use oxc_semantic::{SemanticBuilder, SymbolFlags, SymbolId};
use oxc_span::SourceType;

/// What stands ready for scripts: in the language, in pages and in workers.
const ENVIRONMENTS: [&str; 3] = ["builtin", "browser", "serviceworker"];

/// A script and where it stands.
pub(crate) struct Script {
    /// Below the project.
    pub(crate) path: String,
    /// Its source, with its placeholders.
    pub(crate) text: String,
}

/// A name, or an error, and the byte at which it stands.
type Name = (String, u32);

/// What must be used where it is declared; a function need not use all that it is given.
const NEEDED: SymbolFlags = SymbolFlags::BlockScopedVariable
    .union(SymbolFlags::ConstVariable)
    .union(SymbolFlags::Function)
    .union(SymbolFlags::Class)
    .union(SymbolFlags::Import);

/// What one script asks for and declares.
#[derive(Default)]
struct Names {
    /// Declared outside all functions and blocks, so that scripts in the same document see them.
    shared: Vec<Name>,
    /// Declared, and used by nobody in the script.
    unused: Vec<Name>,
    /// Asked for, and declared nowhere in the script.
    unresolved: Vec<Name>,
    /// Why it does not parse.
    errors: Vec<Name>,
}

/// What is wrong in `scripts`, a sentence each. `pages` are documents that load scripts of their own folder, and `rust` is the code
/// that fills the placeholders of scripts.
pub(crate) fn faults(scripts: &[Script], pages: &[Script], rust: &str) -> Vec<String> {
    let names: Vec<Names> = scripts.iter().map(|script| read(&script.text)).collect();
    let mut faults = Vec::new();
    for (script, own) in scripts.iter().zip(&names) {
        let neighbours =
            || scripts.iter().zip(&names).filter(|(other, _)| folder(&other.path) == folder(&script.path)).map(|(_, names)| names);
        let shared: HashSet<&str> = neighbours().flat_map(|names| &names.shared).map(|(name, _)| name.as_str()).collect();
        let asked: HashSet<&str> = neighbours().flat_map(|names| &names.unresolved).map(|(name, _)| name.as_str()).collect();
        let mut say = |(_, at): &Name, what: String| faults.push(format!("{}:{}: {what}", script.path, line(&script.text, *at)));
        for error in &own.errors {
            say(error, error.0.clone());
        }
        for unresolved in &own.unresolved {
            let name = unresolved.0.as_str();
            if !is_global(name) && !shared.contains(name) && !is_placeholder(name, rust) {
                say(unresolved, format!("`{name}` is declared nowhere; declare it or correct it"));
            }
        }
        for unused in &own.unused {
            let name = unused.0.as_str();
            let in_page = |page: &Script| folder(&page.path) == folder(&script.path) && has_word(&page.text, name);
            if !(own.shared.contains(unused) && (asked.contains(name) || pages.iter().any(in_page))) {
                say(unused, format!("`{name}` is not used; remove it"));
            }
        }
    }
    faults
}

fn read(text: &str) -> Names {
    let allocator = Allocator::default();
    let text = without_signs(text);
    // As a module, which is stricter than a script, and lets classic scripts, workers and bundled files through alike.
    let parsed = Parser::new(&allocator, &text, SourceType::mjs()).parse();
    let built = SemanticBuilder::new().with_check_syntax_error(true).with_build_nodes(true).build(&parsed.program);
    let errors: Vec<_> = parsed
        .diagnostics
        .iter()
        .chain(built.diagnostics.iter())
        .map(|error| (error.message.to_string(), error.labels.iter().next().map_or(0, |label| label.offset())))
        .collect();
    if !errors.is_empty() {
        return Names { errors, ..Names::default() };
    }
    let (semantic, scoping) = (&built.semantic, built.semantic.scoping());
    let mut unresolved = Vec::new();
    for (name, references) in scoping.root_unresolved_references() {
        let first = references.iter().map(|id| semantic.reference_span(scoping.get_reference(*id)).start).min();
        unresolved.push((name.to_string(), first.unwrap_or_default()));
    }
    unresolved.sort_by_key(|(_, at)| *at);
    let symbols = |wanted: &dyn Fn(SymbolId) -> bool| -> Vec<Name> {
        let of = |id| (scoping.symbol_name(id).to_owned(), scoping.symbol_span(id).start);
        scoping.symbol_ids().filter(|id| wanted(*id)).map(of).collect()
    };
    Names {
        shared: symbols(&|id| scoping.symbol_scope_id(id) == scoping.root_scope_id()),
        unused: symbols(&|id| {
            let is_exported = || parsed.module_record.exported_bindings.keys().any(|name| *name == scoping.symbol_name(id));
            scoping.symbol_is_unused(id) && scoping.symbol_flags(id).intersects(NEEDED) && !is_exported()
        }),
        unresolved,
        errors,
    }
}

/// `text` with spaces for the signs of placeholders such as `@START@`, which are no JavaScript; all else stays where it is.
fn without_signs(text: &str) -> String {
    text.split('@').enumerate().map(|(n, part)| if n == 0 { part.to_owned() } else { format!(" {part}") }).collect()
}

fn is_global(name: &str) -> bool {
    // A script that WebDriver runs is the body of a function.
    name == "arguments" || ENVIRONMENTS.iter().any(|environment| GLOBALS.get(environment).is_some_and(|names| names.contains_key(name)))
}

/// Whether the code has `name`, or `@name@`, as a text: it replaces that by something before a browser sees the script.
fn is_placeholder(name: &str, rust: &str) -> bool {
    name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        && (rust.contains(&format!("\"{name}\"")) || rust.contains(&format!("\"@{name}@\"")))
}

fn folder(path: &str) -> Option<&Path> {
    Path::new(path).parent()
}

/// Whether `name` stands in `text`, apart from what is before and behind it.
fn has_word(text: &str, name: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).any(|word| word == name)
}

/// The number of the line in which the byte `at` stands.
fn line(text: &str, at: u32) -> usize {
    text.bytes().take(at as usize).filter(|byte| *byte == b'\n').count() + 1
}
