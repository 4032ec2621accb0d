//! `wasm-bindgen`: writes the JavaScript beside a compiled WebAssembly module, with the options that Trunk and
//! `cargo xtask build` give.
//!
//! Before, it cuts from the module what only words panics: [`panics`] and [`unused`] say how.
//!
//! The published command compiles a test runner, an HTTP server and TLS besides, which take four times as long as this
//! (docs/performance.md has the times), and cuts nothing.

mod panics;
mod relocations;
mod unused;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use relocations::Relocations;
use walrus::{Module, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;

const HELP: &str = "\
Usage: wasm-bindgen --target web --out-dir FOLDER [--out-name NAME] [--no-typescript] [--keep-debug] [--no-demangle] MODULE

Writes NAME.js and NAME_bg.wasm into FOLDER. These are the options that Trunk uses; the command that wasm-bindgen
publishes has more.";

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    module: PathBuf,
    folder: PathBuf,
    name: Option<String>,
    has_typescript: bool,
    keeps_debug: bool,
    demangles: bool,
}

fn main() -> Result<()> {
    let mut parser = Parser::from_env();
    match parser.clone().next()? {
        Some(Arg::Long("version") | Arg::Short('V')) => println!("wasm-bindgen {}", wasm_bindgen_shared::version()),
        Some(Arg::Long("help") | Arg::Short('h')) => println!("{HELP}"),
        _ => write(&parse(&mut parser)?)?,
    }
    Ok(())
}

fn parse(parser: &mut Parser) -> Result<Options> {
    let (mut module, mut folder, mut name) = (None, None, None);
    let (mut has_typescript, mut keeps_debug, mut demangles) = (true, false, true);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("target") => match parser.value()?.string()?.as_str() {
                "web" => {}
                other => bail!("`--target {other}`: this command writes for `web` alone"),
            },
            Arg::Long("out-dir") => folder = Some(parser.value()?.into()),
            Arg::Long("out-name") => name = Some(parser.value()?.string()?),
            Arg::Long("no-typescript") => has_typescript = false,
            Arg::Long("keep-debug") => keeps_debug = true,
            Arg::Long("no-demangle") => demangles = false,
            Arg::Value(path) if module.is_none() => module = Some(path.into()),
            other => return Err(other.unexpected()).context("`wasm-bindgen --help` lists the options"),
        }
    }
    let module = module.context("no WebAssembly module was named; `wasm-bindgen --help` shows how")?;
    let folder = folder.context("`--out-dir` is missing; `wasm-bindgen --help` shows how")?;
    Ok(Options { module, folder, name, has_typescript, keeps_debug, demangles })
}

fn write(options: &Options) -> Result<()> {
    let path = options.module.display();
    let bytes = fs::read(&options.module).with_context(|| format!("{path} cannot be read"))?;
    let module = prepared(&bytes, options.keeps_debug).with_context(|| format!("{path} is no module for this command"))?;
    let stem = options.module.file_stem().and_then(|stem| stem.to_str());
    let name = options.name.as_deref().or(stem).context("the module has no name; `--out-name` gives one")?;
    let mut bindgen = Bindgen::new();
    bindgen.input_module(name, module).web(true)?;
    bindgen.typescript(options.has_typescript).keep_debug(options.keeps_debug).demangle(options.demangles);
    bindgen.generate(&options.folder)
}

/// The module in the file `bytes`; except for debugging without what only words panics.
fn prepared(bytes: &[u8], keeps_debug: bool) -> Result<Module> {
    // As wasm-bindgen reads it.
    let mut module = ModuleConfig::new().strict_validate(false).generate_dwarf(keeps_debug).parse(bytes)?;
    let relocations = Relocations::read(bytes)?;
    if !keeps_debug {
        let functions: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        if let Some(relocations) = &relocations {
            unused::check(&module, relocations)?;
        }
        if let (Some(trap), Some(relocations)) = (panics::cut(&mut module), &relocations) {
            unused::remove(&mut module, relocations, &functions, trap);
        }
    }
    // They tell of the file as it was.
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Options> {
        parse(&mut Parser::from_args(words))
    }

    #[test]
    fn the_words_of_trunk_are_understood() {
        let options = parsed(&["--target=web", "--out-dir=out", "--out-name=page", "in.wasm", "--no-typescript"]).unwrap();
        let (module, folder, name) = ("in.wasm".into(), "out".into(), Some("page".into()));
        assert_eq!(options, Options { module, folder, name, has_typescript: false, keeps_debug: false, demangles: true });
        assert!(parsed(&["--target", "web", "--out-dir", "out", "--keep-debug", "--no-demangle", "in.wasm"]).unwrap().keeps_debug);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (words, named) in [
            (&["--target", "nodejs", "a"][..], "nodejs"),
            (&["--out-dir", "out"], "no WebAssembly module"),
            (&["in.wasm"], "--out-dir"),
            (&["--out-dir", "out", "--weak-refs", "in.wasm"], "weak-refs"),
        ] {
            let error = format!("{:#}", parsed(words).unwrap_err());
            assert!(error.contains(named), "{error}");
        }
    }

    #[test]
    fn the_module_is_bound_by_the_version_of_the_library() {
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock")).unwrap();
        let locked = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1).and_then(|rest| rest.split('"').next());
        assert_eq!(locked, Some(wasm_bindgen_shared::version().as_str()));
    }
}
