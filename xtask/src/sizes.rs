//! How large the built files are, raw and as a static host sends them (brotli).

use std::{fs, path::Path};

use anyhow::{Context, Result};

/// Endings of the files that a reader's browser waits for.
const KINDS: [&str; 4] = ["html", "css", "wasm", "js"];

/// One file's size in bytes.
#[derive(Debug, PartialEq, Eq)]
struct Size {
    /// The path below the folder, with `/`.
    path: String,
    raw: u64,
    brotli: u64,
}

/// A table of the HTML, CSS, WASM and JS below `dist`, which have their compressed twins beside them.
///
/// # Errors
/// One sentence when a file cannot be read.
pub(crate) fn report(dist: &Path) -> Result<String> {
    let mut sizes = Vec::new();
    collect(dist, "", &mut sizes).context("dist: its files cannot be measured; build again.")?;
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
            let twin = entry.path().with_extension(format!("{}.br", path.rsplit('.').next().unwrap_or_default()));
            sizes.push(Size { path, raw: entry.metadata()?.len(), brotli: fs::metadata(twin)?.len() });
        }
    }
    Ok(())
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
fn grouped(number: u64) -> String {
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
    fn the_table_has_one_line_a_file() {
        let table = table(&[Size { path: "index.html".into(), raw: 12_345, brotli: 1_234 }]);
        assert_eq!(table.lines().nth(1), Some("index.html      12,345       1,234"));
    }
}
