//! A compiled program inside the document that it runs in: no other file has to come, from whatever host.

use super::{code::Code, minify};
use crate::text_encoding::{self, Shift};

const START: &str = include_str!("start-inlined.js");

/// How the program begins where it stands in a document; its module stands before it.
pub const OPENING: &str = "<script type=\"text/plain\" id=\"program\">";

/// The elements that hold `code` and start it, to stand at the end of a body. The module comes first: should the document
/// break off behind it, it says so.
///
/// # Errors
/// Says what the program lacks.
pub fn elements(code: &Code) -> Result<String, String> {
    let script = module(&code.script)?;
    let text = text_encoding::encode(&code.wasm, Shift::Program);
    Ok(["<script type=\"module\">", &script, "</script>", OPENING, &text, "</script>"].concat())
}

/// The program's module, which starts itself.
fn module(script: &str) -> Result<String, String> {
    let (code, exports) =
        script.rsplit_once("export {").ok_or("the program's module exports nothing; build again with the pinned tools")?;
    let start = exports.split(" as default").next().and_then(|before| before.rsplit([' ', ',']).next()).unwrap_or_default();
    if start.is_empty() || code.contains("</script") {
        return Err("the program's module cannot stand in a page; build again with the pinned tools".into());
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
