//! `cargo xtask check-host URL`: asks a site where it stands for headers, types, compression, addresses and version.
//!
//! What it should send stands in `dist/`, from the last build: `_headers`, and the files themselves. curl asks.

use std::{
    fs,
    path::Path,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result, anyhow};

use crate::{
    paths,
    process::{find, not_started},
    say::say,
};

/// An address that no build writes.
const NOWHERE: &str = "nothing-stands-here";

/// A folder with a page, and a query such as addresses carry.
const FOLDER: &str = "embed/troop-shares";
const QUERY: &str = "?v=1&total=2030";

/// The pages whose content is compared with what was built; a folder's is its `index.html`.
const COMPARED: [&str; 2] = ["", "embed/troop-shares/"];

/// Files whose types browsers and readers insist on.
const TYPED: [&str; 7] = [
    "embed/troop-shares/",
    "data/facts.json",
    "data/troop-shares.csv",
    "manifest.webmanifest",
    "icon-192.png",
    "csto-explainer.epub",
    "sw.js",
];

/// How the names of the programs begin that are files of their own, which each host must serve with the right type.
const PROGRAMS: [&str; 2] = ["csto-explainer-", "reference-"];

/// Whether curl goes where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Led {
    /// It asks there.
    Follows,
    /// The answer is looked at.
    Stays,
}

/// What a host answered.
#[derive(Debug, Default, PartialEq, Eq)]
struct Reply {
    status: u32,
    /// Names in small letters, and values.
    headers: Vec<(String, String)>,
}

/// Asks the site at `url`, which ends in `/`, and says what is right and what to mend.
///
/// # Errors
/// One sentence when nothing can be asked.
pub(crate) fn run(url: &str) -> Result<ExitCode> {
    let dist = paths::root().join("dist");
    const MISSING: &str = "dist/: cannot be read; run `cargo xtask build` as for the site, then this again.";
    let rules = fs::read_to_string(dist.join("_headers")).context(MISSING)?;
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(&dist).context(MISSING)? {
        names.push(entry.context(MISSING)?.file_name().to_string_lossy().into_owned());
    }
    let program = names
        .into_iter()
        .filter(|name| PROGRAMS.iter().any(|start| name.starts_with(start)) && (name.ends_with(".js") || name.ends_with(".wasm")));
    let typeface = fs::read_dir(dist.join("fonts")).context(MISSING)?.flatten().next();
    let typeface = typeface.map(|entry| format!("fonts/{}", entry.file_name().to_string_lossy()));
    let paths = [""].into_iter().chain(TYPED).map(String::from).chain(program).chain(typeface);
    let mut faults = 0;
    for path in paths {
        let reply = ask(&[url, &path].concat(), true, Led::Follows, None)?;
        faults += report(&path, &faults_of(&path, &reply, &rules));
    }
    let with_slash = ask(&[url, FOLDER, "/", QUERY].concat(), true, Led::Stays, None)?;
    let without = ask(&[url, FOLDER, QUERY].concat(), true, Led::Stays, None)?;
    faults += report("addresses of folders", &slashes(&with_slash, &without).into_iter().collect::<Vec<_>>());
    let copy = paths::root().join("target").join("host.html");
    let read = |file: &Path| fs::read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).context(MISSING);
    // Of an empty answer curl writes no file.
    let _ = fs::remove_file(&copy);
    let gone = ask(&[url, NOWHERE].concat(), false, Led::Follows, Some(&copy))?.status;
    let shown = read(&copy).unwrap_or_default();
    faults += report("a missing file", &missing(gone, &shown, &read(&dist.join("404.html"))?).into_iter().collect::<Vec<_>>());
    for path in COMPARED {
        ask(&[url, path].concat(), false, Led::Follows, Some(&copy))?;
        let (sent, built) = (read(&copy)?, read(&dist.join(path).join("index.html"))?);
        let what = if path.is_empty() { "the version" } else { "the version of an embed" };
        faults += report(what, &altered(&sent, &built).into_iter().map(str::to_owned).collect::<Vec<_>>());
    }
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
        Some("csv") => &["text/csv"],
        Some("webmanifest") => &["application/manifest+json"],
        Some("png") => &["image/png"],
        Some("epub") => &["application/epub+zip"],
        _ => &["text/html"],
    };
    let (found, parameters) = sent("content-type").split_once(';').unwrap_or((sent("content-type"), ""));
    let found = found.trim();
    if !types.contains(&found) {
        let found = if found.is_empty() { "not said" } else { found };
        faults.push(format!("its type is {found}; send {}", types[0]));
    }
    let charset = parameters.to_lowercase();
    if charset.contains("charset=") && !charset.replace(['"', '-', ' '], "").contains("charset=utf8") {
        faults.push(format!("its type names another charset,{parameters}; send charset=utf-8, or none"));
    }
    // These are compressed in themselves.
    let is_compressed = [".woff2", ".png", ".epub"].iter().any(|ending| path.ends_with(ending));
    if !is_compressed && !["br", "gzip", "zstd"].contains(&sent("content-encoding")) {
        faults.push("comes uncompressed; let the host compress, or send the twins .br and .gz".into());
    }
    faults
}

/// What is wrong with how the host answers for [`FOLDER`], by its answers to the address with the slash and to that without,
/// both with [`QUERY`].
fn slashes(with: &Reply, without: &Reply) -> Option<String> {
    const WHY: &str =
        "without script, links from there lead astray; let the host lead from the address without the slash to the one with it";
    let leads = |reply: &Reply| (300..400).contains(&reply.status);
    let to = |reply: &Reply| reply.headers.iter().find(|(name, _)| name == "location").map_or("", |(_, value)| value.as_str()).to_owned();
    if leads(with) {
        let lost = if to(with).contains(QUERY) { "" } else { ", and the state in the query is lost" };
        return Some(format!("{FOLDER}/ leads to {}{lost}: {WHY}", to(with)));
    }
    if leads(without) {
        return (!to(without).contains(QUERY)).then(|| {
            format!(
                "{FOLDER}{QUERY} leads to {}, so the state in the query is lost; let the host keep the query as it leads on",
                to(without)
            )
        });
    }
    let answers = without.status;
    Some(if answers == 200 {
        format!("{FOLDER} is shown without its slash: {WHY}")
    } else {
        format!("{FOLDER} answers {answers}; let it lead to {FOLDER}/")
    })
}

/// What is wrong with how the host answers for a file that is not there: with `status`, and the page `sent`, where `built` should be.
fn missing(status: u32, sent: &str, built: &str) -> Option<String> {
    let title =
        |html: &str| html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map(|(title, _)| title.to_owned());
    if status != 404 {
        return Some(format!("answers {status}; let the host answer 404 for what is not there, with 404.html"));
    }
    (title(sent) != title(built)).then(|| {
        "shows another page than 404.html, without the way to the site; name 404.html as the host's page for what is not there, which hosts \
         like GitHub Pages and Netlify can only at the root of a site"
            .to_owned()
    })
}

/// How the page `sent` differs from the page `built`, if it does.
fn altered(sent: &str, built: &str) -> Option<&'static str> {
    if sent == built {
        return None;
    }
    // Another edition has another policy; one that is altered on its way has the same, with other code under it.
    let policy =
        |html: &str| html.split_once("Content-Security-Policy").map(|(_, rest)| rest.split('>').next().unwrap_or_default().to_owned());
    let is_rewritten = policy(sent) == policy(built) && inline(sent) != inline(built);
    Some(if is_rewritten {
        "has other scripts or styles inside than were built, which its policy refuses: the page is bare and no figure lives; switch off at the \
         host what makes pages smaller, defers scripts or adds some"
    } else {
        "is not that of dist/: upload dist/ again, or the host alters pages on their way"
    })
}

/// The text of each inline script and style.
fn inline(html: &str) -> Vec<&str> {
    let of = |name: &'static str| {
        let (open, close) = (["<", name].concat(), ["</", name].concat());
        html.match_indices(&open).filter_map(|(at, _)| Some(html[at..].split_once('>')?.1.split_once(&close)?.0)).collect::<Vec<_>>()
    };
    [of("script"), of("style")].concat()
}

/// The headers that `rules` ask for at `path`: those of the path, and those of all paths that begin so.
fn expected<'a>(path: &str, rules: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut applies = false;
    let mut found = Vec::new();
    for line in rules.lines() {
        match line.strip_prefix("  ") {
            None => applies = line.strip_suffix('*').map_or(line == path, |start| path.starts_with(start)),
            Some(rule) if applies => found.extend(rule.split_once(": ")),
            Some(_) => {}
        }
    }
    found
}

/// Asks for `url`, compressed if wished; the body goes into the file `into`, or nowhere.
fn ask(url: &str, compressed: bool, led: Led, into: Option<&Path>) -> Result<Reply> {
    let curl = find("curl").context("curl was not found, which asks the host; install it and run the command again.")?;
    let mut command = Command::new(curl);
    if led == Led::Follows {
        command.arg("--location");
    }
    command.args(["--silent", "--show-error", "--max-time", "20", "--dump-header", "-", "--output"]);
    match into {
        Some(file) => command.arg(file),
        None => command.arg(if cfg!(windows) { "NUL" } else { "/dev/null" }),
    };
    if compressed {
        command.args(["--header", "Accept-Encoding: br, gzip"]);
    }
    let output = command.arg(url).output().with_context(|| not_started(&command))?;
    if !output.status.success() {
        let printed = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(
            anyhow!(printed).context(format!("{url} gave no answer; see whether the address is right and the host is reached from here."))
        );
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
    fn a_rule_with_a_star_is_for_all_that_begins_so() {
        let rules = "/*\n  A: 1\n/embed/*\n  B: 2\n/embed/map/\n  C: 3\n";
        assert_eq!(expected("/embed/map/", rules), [("A", "1"), ("B", "2"), ("C", "3")]);
        assert_eq!(expected("/embed.js", rules), [("A", "1")]);
    }

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
    fn a_charset_other_than_the_pages_is_named() {
        let sent = |mime: &str| faults_of("", &read(&GOOD.replace("application/wasm", mime)), "");
        assert_eq!(sent("text/html; charset=UTF-8"), Vec::<String>::new());
        assert_eq!(sent("text/html"), Vec::<String>::new());
        let faults = sent("text/html; charset=iso-8859-1");
        assert!(faults.len() == 1 && faults[0].contains("send charset=utf-8"), "{faults:?}");
    }

    #[test]
    fn files_for_readers_have_their_types() {
        for (path, mime) in [("m.webmanifest", "application/manifest+json"), ("b.epub", "application/epub+zip"), ("t.csv", "text/csv")] {
            let sent = |mime: &str| faults_of(path, &read(&GOOD.replace("application/wasm", mime)), "");
            assert_eq!(sent(mime), Vec::<String>::new(), "{path}");
            assert!(sent("application/octet-stream")[0].contains(mime), "{path}");
        }
    }

    #[test]
    fn a_host_should_lead_to_the_address_with_the_slash_and_keep_the_query() {
        let led = |to: &str| read(&format!("HTTP/1.1 301 Moved\r\nLocation: {to}\r\n\r\n"));
        let shown = || read("HTTP/1.1 200 OK\r\n\r\n");
        let with = |query: &str| format!("/csto/{FOLDER}/{query}");
        assert_eq!(slashes(&shown(), &led(&with(QUERY))), None);
        for (with, without, says) in [
            (shown(), led(&with("")), "keep the query"),
            (shown(), shown(), "shown without its slash"),
            (shown(), read("HTTP/1.1 404 Not Found\r\n\r\n"), "answers 404"),
            (led(&format!("/csto/{FOLDER}")), shown(), "the query is lost: without script"),
            (led(&format!("/csto/{FOLDER}{QUERY}")), shown(), "leads to /csto/embed/troop-shares?v=1&total=2030: without script"),
        ] {
            let found = slashes(&with, &without);
            assert!(found.as_deref().is_some_and(|found| found.contains(says)), "{says}: {found:?}");
        }
    }

    #[test]
    fn a_missing_file_should_be_answered_so_and_with_the_sites_own_page() {
        let own = "<title>Nothing stands here</title>";
        assert_eq!(missing(404, own, own), None);
        assert!(missing(200, own, own).is_some_and(|fault| fault.contains("answers 200")));
        assert!(missing(404, "<title>404 Not Found</title>", own).is_some_and(|fault| fault.contains("another page")));
        assert!(missing(404, "", own).is_some_and(|fault| fault.contains("another page")));
    }

    #[test]
    fn code_that_a_host_rewrites_is_told_from_another_edition() {
        const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"a\">";
        let page = |meta: &str, script: &str| format!("{meta}<style>b {{}}</style><script type=\"module\">{script}</script><p>c</p>");
        let built = page(META, "d( 1 )");
        assert_eq!(altered(&built, &built), None);
        assert!(altered(&page(META, "d(1)"), &built).is_some_and(|what| what.contains("switch off")));
        assert!(altered(&built.replace("b {}", "b{}"), &built).is_some_and(|what| what.contains("switch off")));
        assert!(
            altered(&built.replace("<script", "<script src=\"x\"></script><script"), &built).is_some_and(|what| what.contains("adds some"))
        );
        for other in [page(&META.replace("\"a\"", "\"b\""), "e(1)"), built.replace("c</p>", "d</p>")] {
            assert!(altered(&other, &built).is_some_and(|what| what.contains("upload dist/ again")), "{other}");
        }
    }
}
