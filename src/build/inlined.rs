//! A compiled program inside the document that it runs in: no other file has to come, from whatever host.

use super::{
    code::Code,
    document::Body,
    minify,
    script::{Script, When},
};
use crate::{
    content::error::Diagnostic,
    text_encoding::{self, Shift},
};

const START: &str = include_str!("start-inlined.js");

/// The id of the element that holds the program; its module stands before it.
pub const ID: &str = "program";

/// `body` with `code` at its end, and what starts it. The module comes first: should the document break off behind it, it
/// says so.
///
/// # Errors
/// Says what the program lacks.
pub(crate) fn at_end(body: Body, code: &Code) -> Result<Body, Diagnostic> {
    let module = Script::verbatim(When::Read, module(&code.script)?);
    let text = text_encoding::encode(&code.wasm, Shift::Program);
    Ok(body.ended_by([module]).holding(ID, &text))
}

/// The program's module, which starts itself.
fn module(script: &str) -> Result<String, Diagnostic> {
    let (code, exports) = script
        .rsplit_once("export {")
        .ok_or_else(|| Diagnostic::unplaced("the program's module exports nothing", "build again with the pinned tools"))?;
    let start = exports.split(" as default").next().and_then(|before| before.rsplit([' ', ',']).next()).unwrap_or_default();
    if start.is_empty() || code.contains("</script") {
        return Err(Diagnostic::unplaced("the program's module cannot stand in a page", "build again with the pinned tools"));
    }
    Ok([code, &minify::script(START).replace("@START@", start)].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_starts_itself() {
        let code = module("async function go(x) {}\n\nexport { initSync, go as default };\n").expect("it can stand in a page");
        assert!(code.starts_with("async function go(x) {}") && code.contains("\ngo({ module_or_path: code })"), "{code}");
        assert!(!code.contains("export"));
        assert!(module("no module").is_err() && module("</script>export { a as default };").is_err());
    }
}
