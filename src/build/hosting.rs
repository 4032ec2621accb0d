//! The headers that a host should send, in the forms that hosts read: `_headers` (Netlify, Cloudflare Pages), and what the
//! samples in `docs/hosting/` include for nginx and for Caddy.

use std::fmt::Write;

use super::{embed, output::OutputFile};

/// What every file is sent with.
///
/// A figure in a sandboxed frame has no origin of its own, so even its own files come to it across origins.
/// Sharing and copying stay allowed. Pages that isolate themselves take only what says that it may be shown across origins.
const EVERYWHERE: [(&str, &str); 5] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// What a figure is sent with besides: a page that isolates itself shows only frames that isolate themselves, too.
const ISOLATED: (&str, &str) = ("Cross-Origin-Embedder-Policy", "require-corp");

/// How long a file whose name holds the hash of its content may be kept: a year, as long as caches count.
const LASTING: &str = "public, max-age=31536000, immutable";

const POLICY: &str = "Content-Security-Policy";

/// A document's address below the site's root, such as `embed/treaty/`, and its policy.
type Document = (String, String);

/// Whether a figure stands at `address`, to be shown inside other pages.
fn is_figure(address: &str) -> bool {
    address.len() > embed::FOLDER.len() && address.starts_with(embed::FOLDER)
}

/// The files for the documents among `outputs`, on a site of files at `paths`.
///
/// Caching is set for what lasts alone: hosts let all else be asked for anew, as they should.
pub(crate) fn files(outputs: &[OutputFile], paths: &[String]) -> Vec<OutputFile> {
    let documents: Vec<Document> = outputs.iter().filter_map(document).collect();
    let lasting: Vec<String> = paths.iter().filter(|path| lasts(path)).cloned().collect();
    let lasting = lasting.as_slice();
    vec![
        OutputFile::new("_headers", for_pages(&documents, lasting)),
        OutputFile::new("_headers.nginx", for_nginx(&documents, lasting)),
        OutputFile::new("_headers.caddy", for_caddy(&documents, lasting)),
        // Else GitHub Pages would leave out names that begin with `_`.
        OutputFile::new(".nojekyll", String::new()),
    ]
}

/// Whether the name ends in a hash of the content, such as `figures-0123456789abcdef.json`, so that it never changes.
fn lasts(path: &str) -> bool {
    let end = path.rsplit('-').next().unwrap_or_default();
    let hash = end.split(['.', '_']).next().unwrap_or_default();
    hash.len() >= 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The document's own policy, with who may show it in a frame, which no meta element can say. Anyone may show a figure:
/// without a word about frames, for `*` would leave out applications that show pages under schemes of their own.
fn document(output: &OutputFile) -> Option<Document> {
    let policy = output.policy.as_deref()?;
    let address = output.path.strip_suffix("index.html").unwrap_or(&output.path).to_owned();
    let frames = if is_figure(&address) { "" } else { "; frame-ancestors 'self'" };
    Some((address, [policy, frames].concat()))
}

/// One rule a path, none overlapping another in what it sets: hosts differ in how they join such rules.
fn for_pages(documents: &[Document], lasting: &[String]) -> String {
    let mut out = String::from("/*\n");
    let mut rule = |line: String| out += &line;
    for (name, value) in EVERYWHERE {
        rule(format!("  {name}: {value}\n"));
    }
    for (address, policy) in documents {
        let names = if address.ends_with(".html") { &[""][..] } else { &["", "index.html"] };
        for name in names {
            rule(format!("/{address}{name}\n  {POLICY}: {policy}\n"));
            if is_figure(address) {
                let (name, value) = ISOLATED;
                rule(format!("  {name}: {value}\n"));
            }
        }
    }
    for path in lasting {
        rule(format!("/{path}\n  Cache-Control: {LASTING}\n"));
    }
    out
}

/// Three variables by address, at whatever path the site stands.
fn for_nginx(documents: &[Document], lasting: &[String]) -> String {
    let mut out = String::from("# Written with the site; to be included in the http block, as docs/hosting/nginx.conf does.\n");
    out += "map $uri $csto_policy {\n";
    out += &rows(documents.iter().map(|(address, policy)| (pattern(address), policy.as_str())), ";");
    out += "}\nmap $uri $csto_cache {\n  default no-cache;\n";
    out += &rows(lasting.iter().map(|path| (pattern(path), LASTING)), ";");
    out += "}\nmap $uri $csto_embedder {\n";
    out += &rows([(figures(), ISOLATED.1)].into_iter(), ";");
    out + "}\n"
}

fn for_caddy(documents: &[Document], lasting: &[String]) -> String {
    let mut out = String::from("# Written with the site; to be imported in the site's block, as docs/hosting/Caddyfile does.\nheader {\n");
    for (name, value) in EVERYWHERE {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {name} \"{value}\"");
    }
    out += "  Cache-Control {csto_cache}\n}\n@csto_document expression {csto_policy} != \"\"\n";
    let (name, value) = ISOLATED;
    let _ = writeln!(out, "@csto_figure path_regexp {}\nheader @csto_figure {name} {value}", figures());
    let _ = writeln!(out, "header @csto_document {POLICY} {{csto_policy}}\nmap {{path}} {{csto_policy}} {{");
    out += &rows(documents.iter().map(|(address, policy)| (pattern(address), policy.as_str())), "");
    out += "  default \"\"\n}\nmap {path} {csto_cache} {\n";
    out += &rows(lasting.iter().map(|path| (pattern(path), LASTING)), "");
    out + "  default no-cache\n}\n"
}

/// `~pattern "value"`, the longest first: the pattern of the page fits every folder.
fn rows<'a>(pairs: impl Iterator<Item = (String, &'a str)>, end: &str) -> String {
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_by_key(|(pattern, _)| std::cmp::Reverse(pattern.len()));
    pairs.into_iter().map(|(pattern, value)| format!("  ~{pattern} \"{value}\"{end}\n")).collect()
}

/// A pattern for the address, asked for as a folder or as the file in it.
fn pattern(address: &str) -> String {
    let escaped = address.replace('.', "\\.");
    if address.is_empty() || address.ends_with('/') { format!("/{escaped}(index\\.html)?$") } else { format!("/{escaped}$") }
}

/// A pattern for the addresses of all figures.
fn figures() -> String {
    pattern(&[embed::FOLDER, "[^/]+/"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outputs() -> Vec<OutputFile> {
        let html = |path: &str| OutputFile { policy: Some("default-src 'none'".into()), ..OutputFile::new(path, "") };
        let mut outputs = vec![html("index.html"), html("embed/index.html"), html("embed/map/index.html")];
        outputs.push(OutputFile::new("data/map.csv", String::new()));
        outputs
    }

    fn file(name: &str) -> String {
        let files = files(&outputs(), &["a-0123456789abcdef.js".into()]);
        files.into_iter().find(|f| f.path == name).map(|f| f.text).unwrap_or_default()
    }

    #[test]
    fn anyone_may_show_a_figure_and_nobody_else_the_rest() {
        let headers = file("_headers");
        let policy =
            |path: &str| headers.split(&format!("\n{path}\n")).nth(1).and_then(|r| r.lines().next()).unwrap_or_default().to_owned();
        for path in ["/", "/index.html", "/embed/", "/embed/index.html"] {
            assert!(policy(path).ends_with("frame-ancestors 'self'"), "{path}: {headers}");
        }
        for path in ["/embed/map/", "/embed/map/index.html"] {
            assert!(policy(path).contains("default-src 'none'") && !policy(path).contains("frame-ancestors"), "{path}: {headers}");
        }
    }

    #[test]
    fn figures_can_be_shown_by_pages_that_isolate_themselves() {
        let headers = file("_headers");
        let rule = |path: &str| headers.split(&format!("\n{path}\n")).nth(1).and_then(|r| r.split("\n/").next()).unwrap_or_default();
        assert!(headers.starts_with("/*\n") && headers.contains("\n  Cross-Origin-Resource-Policy: cross-origin\n"), "{headers}");
        for (path, is_figure) in [("/embed/map/", true), ("/embed/map/index.html", true), ("/embed/", false), ("/", false)] {
            assert_eq!(rule(path).contains("Cross-Origin-Embedder-Policy: require-corp"), is_figure, "{path}: {headers}");
        }
    }

    #[test]
    fn each_path_has_one_rule_and_lines_stay_within_what_hosts_read() {
        let headers = file("_headers");
        let mut paths: Vec<&str> = headers.lines().filter(|l| l.starts_with('/')).collect();
        assert!(paths.contains(&"/a-0123456789abcdef.js"), "{headers}");
        let all = paths.len();
        paths.sort_unstable();
        paths.dedup();
        // Cloudflare Pages reads 100 rules and 2,000 characters a line.
        assert!(paths.len() == all && all <= 100 && headers.lines().all(|l| l.len() <= 2000));
    }

    #[test]
    fn a_hash_in_the_name_makes_a_file_last() {
        for path in ["csto-explainer-0123456789abcdef.js", "csto-explainer-0123456789abcdef_bg.wasm", "figures-0123456789abcdef.json"] {
            assert!(lasts(path), "{path}");
        }
        for path in ["index.html", "data/troop-shares.csv", "csto-explainer.html", "csto-explainer-0.js", "embed.js"] {
            assert!(!lasts(path), "{path}");
        }
    }

    #[test]
    fn the_pages_pattern_comes_last_since_it_fits_every_folder() {
        for name in ["_headers.nginx", "_headers.caddy"] {
            let text = file(name);
            let at = |pattern: &str| text.find(&format!("  ~{pattern} ")).unwrap_or(usize::MAX);
            assert!(at("/embed/map/(index\\.html)?$") < at("/embed/(index\\.html)?$"), "{text}");
            assert!(at("/embed/(index\\.html)?$") < at("/(index\\.html)?$") && at("/a-0123456789abcdef\\.js$") < usize::MAX, "{text}");
        }
    }
}
