//! A compiled program inside the document that it runs in: no other file has to come, from whatever host.

use super::{code::Code, minify};

const START: &str = include_str!("start-inlined.js");

/// How the program begins where it stands in a document; its module stands before it.
pub const OPENING: &str = "<script type=\"text/plain\" id=\"program\">";

/// What a letter is above the byte that it stands for: the bytes that WebAssembly has most become letters of ASCII.
const SHIFT: u32 = 32;
/// What is added where that would be a sign of control, or one that ends the element.
const BEYOND: u32 = 256;

/// The elements that hold `code` and start it, to stand at the end of a body. The module comes first: should the document
/// break off behind it, it says so.
///
/// # Errors
/// Says what the program lacks.
pub(crate) fn elements(code: &Code) -> Result<String, String> {
    let script = module(&code.script)?;
    let letters = letters(&code.wasm);
    Ok(["<script type=\"module\">", &script, "</script>", OPENING, &letters, "</script>"].concat())
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

/// `wasm` as text that HTML leaves as it is. After brotli it weighs 3 % more than the bytes do; base64 weighs 30 % more.
fn letters(wasm: &[u8]) -> String {
    let letter = |byte: &u8| {
        let plain = u32::from(*byte) + SHIFT;
        char::from_u32(plain).filter(|c| matches!(c, ' '..='~') && *c != '<').or_else(|| char::from_u32(plain + BEYOND))
    };
    wasm.iter().filter_map(letter).collect()
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

    #[test]
    fn every_byte_has_a_letter_that_html_leaves_alone() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        let letters = letters(&bytes);
        assert!(letters.chars().all(|c| !c.is_control() && c != '<'), "{letters}");
        // What the script that starts the program does.
        let back: Vec<u8> = letters.chars().map(|c| ((c as u32).wrapping_sub(32) % 256) as u8).collect();
        assert_eq!(back, bytes);
    }
}
