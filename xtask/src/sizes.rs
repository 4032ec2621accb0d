//! How large the built files are, raw and as a static host sends them (brotli).

use std::{fs, io::Write, path::Path};

/// Endings of the files that a reader's browser waits for.
const KINDS: [&str; 4] = ["html", "css", "wasm", "js"];

/// One file's size in bytes.
#[derive(Debug, PartialEq, Eq)]
struct Size {
    /// The path below the folder, with `/`.
    path: String,
    raw: usize,
    brotli: usize,
}

/// A table of the HTML, CSS, WASM and JS below `dist`.
///
/// # Errors
/// One sentence when a file cannot be read.
pub(crate) fn report(dist: &Path) -> Result<String, String> {
    let mut sizes = Vec::new();
    collect(dist, "", &mut sizes).map_err(|e| format!("dist: its files cannot be measured ({e}); build again."))?;
    sizes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(table(&sizes))
}

fn collect(folder: &Path, below: &str, sizes: &mut Vec<Size>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), sizes)?;
        } else if path.rsplit('.').next().is_some_and(|ending| KINDS.contains(&ending)) {
            let content = fs::read(entry.path())?;
            sizes.push(Size { path, raw: content.len(), brotli: brotli_size(&content)? });
        }
    }
    Ok(())
}

/// Bytes after brotli at its smallest setting, with which static hosts compress once.
fn brotli_size(content: &[u8]) -> std::io::Result<usize> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(content)?;
    drop(writer);
    Ok(packed.len())
}

fn table(sizes: &[Size]) -> String {
    let width = sizes.iter().map(|size| size.path.len()).max().unwrap_or(0);
    let mut table = format!("{:width$} {:>11} {:>11}\n", "", "bytes", "brotli");
    for size in sizes {
        table += &format!("{:width$} {:>11} {:>11}\n", size.path, grouped(size.raw), grouped(size.brotli));
    }
    table
}

/// A number with a comma at each thousand.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_marked() {
        assert_eq!([grouped(0), grouped(999), grouped(1_000), grouped(1_234_567)], ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn repetition_packs_small() {
        let packed = brotli_size(&[b'a'; 10_000]).unwrap();
        assert!(packed > 0 && packed < 100, "{packed}");
    }

    #[test]
    fn the_table_has_one_line_a_file() {
        let table = table(&[Size { path: "index.html".into(), raw: 12_345, brotli: 1_234 }]);
        assert_eq!(table.lines().nth(1), Some("index.html      12,345       1,234"));
    }
}
