//! Makes the compiled program smaller: the names by which module and WebAssembly know each other end in a hash, 16
//! hexadecimal digits that no compression can shorten. Counting them instead saves about 2 KB after brotli.

use std::{collections::BTreeMap, fs, path::Path};

use super::assets::Program;

/// Digits of a hash in a name.
const DIGITS: usize = 16;

/// Rewrites both files of the program in `folder`.
///
/// # Errors
/// Names the file that cannot be read or written.
pub fn program(folder: &Path, program: &Program) -> Result<(), String> {
    let (script, wasm) = (folder.join(&program.script), folder.join(&program.wasm));
    let fault = |path: &Path, e: std::io::Error| format!("{}: cannot be shortened ({e}); build again", path.display());
    let text = fs::read(&script).map_err(|e| fault(&script, e))?;
    let code = fs::read(&wasm).map_err(|e| fault(&wasm, e))?;
    let (text, code) = shortened(&text, &code);
    fs::write(&script, text).map_err(|e| fault(&script, e))?;
    fs::write(&wasm, code).map_err(|e| fault(&wasm, e))
}

/// The module `script` and its `wasm` with the hashes in names counted.
pub fn shortened(script: &[u8], wasm: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let numbers = numbers(script);
    (renamed(script, &numbers), renamed(wasm, &numbers))
}

/// A number for each hash in the script, in the order of first mention.
fn numbers(script: &[u8]) -> BTreeMap<Vec<u8>, usize> {
    let mut numbers = BTreeMap::new();
    for at in hashes(script) {
        let next = numbers.len();
        numbers.entry(script[at..at + DIGITS].to_vec()).or_insert(next);
    }
    numbers
}

/// Where hashes stand: after `_`, before anything but a digit.
fn hashes(bytes: &[u8]) -> Vec<usize> {
    let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    let stands = |at: &usize| {
        bytes[*at - 1] == b'_'
            && bytes[*at..*at + DIGITS].iter().all(|&b| is_digit(b))
            && !bytes.get(*at + DIGITS).is_some_and(|&b| is_digit(b))
    };
    (1..(bytes.len() + 1).saturating_sub(DIGITS)).filter(stands).collect()
}

/// `bytes` with each known hash replaced by its number in as many digits, so that no length in the WebAssembly changes.
fn renamed(bytes: &[u8], numbers: &BTreeMap<Vec<u8>, usize>) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in hashes(bytes) {
        if let Some(number) = numbers.get(&bytes[at..at + DIGITS]) {
            out[at..at + DIGITS].copy_from_slice(format!("{number:016x}").as_bytes());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_equal_in_both_files_and_keep_their_length() {
        let script = b"__wbg_fill_cb36fe21a8d46cd7: () => 1, __wbg_arc_0123456789abcdef: 2, __wbg_fill_cb36fe21a8d46cd7";
        let wasm = b"\0\x1b__wbg_arc_0123456789abcdef\x00__wbg_fill_cb36fe21a8d46cd7\xff_aaaaaaaaaaaaaaaa";
        let numbers = numbers(script);
        let (script, wasm) = (renamed(script, &numbers), renamed(wasm, &numbers));
        assert_eq!(String::from_utf8_lossy(&script).matches("__wbg_fill_0000000000000000").count(), 2);
        assert!(wasm.windows(28).any(|w| w == b"\x00__wbg_fill_0000000000000000"));
        assert!(wasm.windows(26).any(|w| w == b"__wbg_arc_0000000000000001"));
        assert!(wasm.ends_with(b"\xff_aaaaaaaaaaaaaaaa"), "what the script does not name stays");
    }

    #[test]
    fn longer_runs_of_digits_and_short_files_are_left_alone() {
        assert!(hashes(b"_0123456789abcdef0").is_empty());
        assert!(hashes(b"_0").is_empty() && hashes(b"").is_empty());
        // Once shortened, a file is not shortened otherwise the second time.
        let once = renamed(b"a_0123456789abcdef", &numbers(b"a_0123456789abcdef"));
        assert_eq!(renamed(&once, &numbers(&once)), once);
    }
}
