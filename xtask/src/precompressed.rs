//! Compressed twins beside the built files, for hosts that send them instead of compressing: `index.html.br`, `index.html.gz`.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

/// Endings of the files that compression makes much smaller; pictures and books are compressed in themselves.
const KINDS: [&str; 9] = ["css", "csv", "html", "js", "json", "svg", "wasm", "webmanifest", "xml"];

/// Writes both twins of each file below `folder` whose kind is among [`KINDS`].
///
/// # Errors
/// One sentence when a file cannot be read or written.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let fault = |path: &Path| format!("{}: cannot be compressed; build again.", path.display());
    for path in files(folder).with_context(|| fault(folder))? {
        let content = fs::read(&path).with_context(|| fault(&path))?;
        for (ending, packed) in [("br", brotli(&content)), ("gz", gzip(&content))] {
            let twin = PathBuf::from(format!("{}.{ending}", path.display()));
            packed.and_then(|packed| fs::write(&twin, packed)).with_context(|| fault(&path))?;
        }
    }
    Ok(())
}

/// The files to compress, below all folders.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().and_then(|e| e.to_str()).is_some_and(|ending| KINDS.contains(&ending)) {
            found.push(path);
        }
    }
    Ok(found)
}

/// At the setting that gives the smallest.
fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(content)?;
    Ok(packed)
}

/// Without a name and a time, so that the same content always gives the same bytes.
fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::paths;

    #[test]
    fn twins_unpack_to_what_they_stand_beside_and_pictures_have_none() {
        let folder = paths::root().join("target/xtask/twins");
        fs::create_dir_all(folder.join("a")).unwrap();
        let content = "a page ".repeat(1000);
        fs::write(folder.join("a/index.html"), &content).unwrap();
        fs::write(folder.join("a/share.png"), &content).unwrap();
        write(&folder).unwrap();
        let twin = |name: &str| fs::read(folder.join("a").join(name)).unwrap();
        let (mut of_brotli, mut of_gzip) = (String::new(), String::new());
        brotli::Decompressor::new(&twin("index.html.br")[..], 4096).read_to_string(&mut of_brotli).unwrap();
        flate2::read::GzDecoder::new(&twin("index.html.gz")[..]).read_to_string(&mut of_gzip).unwrap();
        assert_eq!((of_brotli, of_gzip), (content.clone(), content));
        assert!(twin("index.html.br").len() < 100 && !folder.join("a/share.png.gz").exists());
    }
}
