//! `cargo xtask check-host URL`: asks a site where it stands for headers, types, compression and version.
//!
//! What it should send stands in `dist/`, from the last build: `_headers`, and the files themselves. curl asks.

use std::{
    fs,
    path::Path,
    process::{Command, ExitCode},
};

use crate::{
    paths,
    process::{find, not_started},
    say::say,
};

/// An address that no build writes.
const NOWHERE: &str = "nothing-stands-here";

/// What a host answered.
#[derive(Debug, Default, PartialEq, Eq)]
struct Reply {
    status: u32,
    /// Names in small letters, and values.
    headers: Vec<(String, String)>,
}

/// The site's whole address, with a `/` at its end.
///
/// # Errors
/// One sentence about what is no address.
pub(crate) fn parse(words: &[&str]) -> Result<String, String> {
    match words {
        [url] if url.starts_with("https://") || url.starts_with("http://") => Ok(format!("{}/", url.trim_end_matches('/'))),
        _ => Err("`check-host` needs the whole address of a site, such as https://example.org/csto/.".into()),
    }
}

/// Asks the site at `url`, and says what is right and what to mend.
///
/// # Errors
/// One sentence when nothing can be asked.
pub(crate) fn run(url: &str) -> Result<ExitCode, String> {
    let dist = paths::root().join("dist");
    let missing = |e: std::io::Error| format!("dist/: cannot be read ({e}); run `cargo xtask build` as for the site, then this again.");
    let rules = fs::read_to_string(dist.join("_headers")).map_err(missing)?;
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(&dist).map_err(missing)? {
        names.push(entry.map_err(missing)?.file_name().to_string_lossy().into_owned());
    }
    let program =
        names.into_iter().filter(|name| name.starts_with("csto-explainer-") && (name.ends_with(".js") || name.ends_with(".wasm")));
    let typeface = fs::read_dir(dist.join("fonts")).map_err(missing)?.flatten().next();
    let typeface = typeface.map(|entry| format!("fonts/{}", entry.file_name().to_string_lossy()));
    let paths = ["", "embed/troop-shares/", "data/facts.json", "sw.js"].into_iter().map(String::from).chain(program).chain(typeface);
    let mut faults = 0;
    for path in paths {
        let reply = ask(&[url, &path].concat(), true, None)?;
        faults += report(&path, &faults_of(&path, &reply, &rules));
    }
    let gone = ask(&[url, NOWHERE].concat(), true, None)?.status;
    let unlike = (gone != 404).then(|| format!("answers {gone}; let the host answer 404 for what is not there"));
    faults += report("a missing file", &unlike.into_iter().collect::<Vec<_>>());
    let copy = paths::root().join("target").join("host.html");
    ask(url, false, Some(&copy))?;
    let same = fs::read(&copy).map_err(missing)? == fs::read(dist.join("index.html")).map_err(missing)?;
    let other = (!same).then(|| "is not that of dist/: upload dist/ again, or the host alters pages on their way".to_owned());
    faults += report("the version", &other.into_iter().collect::<Vec<_>>());
    if faults == 0 {
        say!("Nothing to mend.");
        return Ok(ExitCode::SUCCESS);
    }
    say!("{faults} to mend; docs/hosting.md says how for each host.");
    Ok(ExitCode::FAILURE)
}

fn report(what: &str, faults: &[String]) -> usize {
    let name = if what.is_empty() { "the page" } else { what };
    if faults.is_empty() {
        say!("ok    {name}");
    }
    for fault in faults {
        say!("mend  {name}: {fault}");
    }
    faults.len()
}

/// What is wrong with the answer to `path`, by `rules`, the text of `_headers`.
fn faults_of(path: &str, reply: &Reply, rules: &str) -> Vec<String> {
    if reply.status != 200 {
        return vec![format!("answers {}; upload the whole of dist/", reply.status)];
    }
    let sent = |name: &str| reply.headers.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str());
    let mut faults = Vec::new();
    for (name, value) in expected(&format!("/{path}"), rules) {
        let found = sent(&name.to_lowercase());
        if found != value {
            let found = if found.is_empty() { "nothing" } else { found };
            faults.push(format!("{name} is {found}; send {value}"));
        }
    }
    let types: &[&str] = match path.rsplit('.').next() {
        Some("js") => &["text/javascript", "application/javascript"],
        Some("wasm") => &["application/wasm"],
        Some("json") => &["application/json"],
        Some("woff2") => &["font/woff2"],
        _ => &["text/html"],
    };
    let found = sent("content-type").split(';').next().unwrap_or_default().trim();
    if !types.contains(&found) {
        faults.push(format!("its type is {found}; send {}", types[0]));
    }
    // A typeface is compressed in itself.
    if !path.ends_with(".woff2") && !["br", "gzip", "zstd"].contains(&sent("content-encoding")) {
        faults.push("comes uncompressed; let the host compress, or send the twins .br and .gz".into());
    }
    faults
}

/// The headers that `rules` ask for at `path`: those of the path and those of all paths.
fn expected<'a>(path: &str, rules: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut applies = false;
    let mut found = Vec::new();
    for line in rules.lines() {
        match line.strip_prefix("  ") {
            None => applies = line == "/*" || line == path,
            Some(rule) if applies => found.extend(rule.split_once(": ")),
            Some(_) => {}
        }
    }
    found
}

/// Asks for `url`, compressed if wished; the body goes into the file `into`, or nowhere.
fn ask(url: &str, compressed: bool, into: Option<&Path>) -> Result<Reply, String> {
    let curl = find("curl").ok_or("curl was not found, which asks the host; install it and run the command again.")?;
    let mut command = Command::new(curl);
    command.args(["--silent", "--show-error", "--location", "--max-time", "20", "--dump-header", "-", "--output"]);
    match into {
        Some(file) => command.arg(file),
        None => command.arg(if cfg!(windows) { "NUL" } else { "/dev/null" }),
    };
    if compressed {
        command.args(["--header", "Accept-Encoding: br, gzip"]);
    }
    let output = command.arg(url).output().map_err(|e| not_started(&command, &e))?;
    if !output.status.success() {
        return Err(format!("{url} gave no answer: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    Ok(read(&String::from_utf8_lossy(&output.stdout)))
}

/// The last of the answers in what curl writes, after all redirections.
fn read(text: &str) -> Reply {
    let mut reply = Reply::default();
    for line in text.lines() {
        if let Some(status) = line.strip_prefix("HTTP/") {
            let status = status.split_whitespace().nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
            reply = Reply { status, headers: Vec::new() };
        } else if let Some((name, value)) = line.split_once(':') {
            reply.headers.push((name.to_lowercase(), value.trim().to_owned()));
        }
    }
    reply
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str =
        "/*\n  X-Content-Type-Options: nosniff\n/a.wasm\n  Cache-Control: public, immutable\n/b.js\n  Cache-Control: no-cache\n";
    const GOOD: &str = "HTTP/1.1 301 Moved\r\nLocation: x\r\n\r\nHTTP/2 200\r\nContent-Type: application/wasm\r\ncontent-encoding: br\r\n\
                        X-Content-Type-Options: nosniff\r\nCache-Control: public, immutable\r\n\r\n";

    #[test]
    fn a_host_that_sends_all_is_right() {
        assert_eq!(faults_of("a.wasm", &read(GOOD), RULES), Vec::<String>::new());
    }

    #[test]
    fn a_typeface_needs_no_compression_but_its_type() {
        let sent = GOOD.replace("content-encoding: br\r\n", "").replace("application/wasm", "font/woff2");
        assert_eq!(faults_of("fonts/a.woff2", &read(&sent), RULES.split("/a.wasm").next().unwrap_or_default()), Vec::<String>::new());
        let faults = faults_of("fonts/a.woff2", &read(&sent.replace("font/woff2", "text/plain")), "");
        assert!(faults.len() == 1 && faults[0].contains("send font/woff2"), "{faults:?}");
    }

    #[test]
    fn what_is_missing_is_named_with_its_remedy() {
        let bad =
            GOOD.replace("application/wasm", "application/octet-stream").replace("content-encoding: br\r\n", "").replace("nosniff", "x");
        let faults = faults_of("a.wasm", &read(&bad), RULES);
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert!(faults[0].contains("X-Content-Type-Options is x; send nosniff"), "{faults:?}");
        assert!(faults[1].contains("send application/wasm") && faults[2].contains("uncompressed"), "{faults:?}");
        assert_eq!(faults_of("a.wasm", &read("HTTP/1.1 404 Not Found\r\n\r\n"), RULES).len(), 1);
    }

    #[test]
    fn an_address_is_whole() {
        assert_eq!(parse(&["https://example.org/csto"]), Ok("https://example.org/csto/".into()));
        for bad in [&[][..], &["example.org"], &["https://a/", "b"]] {
            assert!(parse(bad).is_err_and(|e| e.contains("whole address")));
        }
    }
}
