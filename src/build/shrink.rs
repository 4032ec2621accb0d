//! Makes the compiled program smaller: the names by which WebAssembly and its script know each other are counted in place
//! of written out, and the script loses comments and indentation. Both save about 2 KB after brotli.

use std::{borrow::Cow, collections::BTreeMap};

use wasm_encoder::{
    ImportSection, Module,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{BinaryReaderError, Import, Imports, Parser};

use super::{code::Code, minify};

/// How the names of wasm-bindgen begin.
const BOUND: &str = "__wb";

/// Why a program cannot be made smaller.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShrinkError {
    /// Its WebAssembly is none.
    #[error("its WebAssembly cannot be read: {0}")]
    Read(BinaryReaderError),
    /// Its WebAssembly has something that the encoder does not know.
    #[error("its WebAssembly cannot be written again: {0}")]
    Write(Error),
}

impl From<Error> for ShrinkError {
    fn from(fault: Error) -> Self {
        match fault {
            Error::ParseError(cause) => Self::Read(cause),
            other => Self::Write(other),
        }
    }
}

/// `code` in fewer bytes.
///
/// # Errors
/// What is wrong with its WebAssembly.
pub(crate) fn shortened(code: &Code) -> Result<Code, ShrinkError> {
    let mut names = Names::default();
    let mut module = Module::new();
    names.parse_core_module(&mut module, Parser::new(0), &code.wasm)?;
    Ok(Code { script: minify::script(&names.counted_in(&code.script)), wasm: module.finish() })
}

/// The imports of wasm-bindgen, each with its number for a name.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    /// `script` with those names in it replaced.
    fn counted_in(&self, script: &str) -> String {
        let mut out = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(at) = rest.find(BOUND) {
            let (before, found) = rest.split_at(at);
            let end = found.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(found.len());
            let (name, after) = found.split_at(end);
            out += before;
            out += self.0.get(name).map_or(name, String::as_str);
            rest = after;
        }
        out + rest
    }
}

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports<'_>) -> Result<(), Error> {
        let Imports::Single(offset, import) = imports else { return utils::parse_imports(self, section, imports) };
        let mut name = Cow::Borrowed(import.name);
        if name.starts_with(BOUND) {
            let number = format!("_{}", self.0.len());
            self.0.insert(import.name.to_owned(), number.clone());
            name = Cow::Owned(number);
        }
        utils::parse_imports(self, section, Imports::Single(offset, Import { name: &name, ..import }))
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, ExportSection, MemoryType, TypeSection};

    use super::*;

    /// A module that imports `names`, and exports under a name of wasm-bindgen.
    fn importing(names: &[&str]) -> Vec<u8> {
        let (mut types, mut imports, mut exports) = (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        for name in names {
            imports.import("./a_bg.js", name, EntityType::Function(0));
        }
        let memory = MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        imports.import("./a_bg.js", "memory", EntityType::Memory(memory));
        exports.export("__wbindgen_start", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.finish()
    }

    #[test]
    fn names_are_counted_alike_in_both_files() {
        let script = "const import0 = {\n    // a comment\n    __wbg_fill_cb36fe21a8d46cd7: function() {\n        __wbg_arc(1);\n    },\n    __wbg_arc_0123456789abcdef: 2,\n};\nwasm.__wbindgen_start();";
        let wasm = importing(&["__wbg_arc_0123456789abcdef", "__wbg_fill_cb36fe21a8d46cd7"]);
        let short = shortened(&Code { script: script.into(), wasm }).unwrap();
        assert_eq!(short.script, "const import0 = {\n_1: function() {\n__wbg_arc(1);\n},\n_0: 2,\n};\nwasm.__wbindgen_start();");
        assert_eq!(short.wasm, importing(&["_0", "_1"]));
    }

    #[test]
    fn what_is_short_stays() {
        let short = shortened(&Code { script: "a: {\n  __wbg_a_1: 1 }".into(), wasm: importing(&["__wbg_a_1"]) }).unwrap();
        assert_eq!(shortened(&short).unwrap(), short);
    }

    #[test]
    fn what_is_no_program_is_refused() {
        let none = Code { script: String::new(), wasm: b"no module".into() };
        assert!(matches!(shortened(&none), Err(ShrinkError::Read(_))));
    }
}
