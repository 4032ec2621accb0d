//! The headers that a host should send, in the forms that hosts read: `_headers` (Netlify, Cloudflare Pages), and what the
//! samples in `docs/hosting/` include for nginx and for Caddy. These two also answer, by the query, which state of a figure a system
//! that knows oEmbed asks for.

use std::fmt::Write;

use super::{embed, named_state, oembed, output::OutputFile};
use crate::figures::states::NamedState;

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

/// The addresses of the figures' named states, as a pattern.
const STATES: &str = "embed/[^/]+/[^/]+/";

/// A document's address below the site's root, such as `embed/treaty/`, and its policy.
type Document = (String, String);

/// Whether a figure stands at `address`, to be shown inside other pages.
fn is_figure(address: &str) -> bool {
    address.len() > embed::FOLDER.len() && address.starts_with(embed::FOLDER)
}

/// The files for the documents among `outputs`, on a site of files at `paths`; `named` has the id of each figure and its states that
/// have a file for oEmbed.
///
/// Caching is set for what lasts alone: hosts let all else be asked for anew, as they should.
pub(crate) fn files(outputs: &[OutputFile], paths: &[String], named: &[(&str, Vec<NamedState>)]) -> Vec<OutputFile> {
    let documents = outputs.iter().filter_map(document);
    // All documents of named states have the same policy, because they have the same style and scripts.
    let (of_states, documents): (Vec<Document>, Vec<Document>) = documents.partition(|(address, _)| named_state::is_at(address));
    let lasting: Vec<String> = paths.iter().filter(|path| lasts(path)).cloned().collect();
    let lasting = lasting.as_slice();
    let states: Vec<(String, &str)> =
        named.iter().flat_map(|(figure, states)| states.iter().flat_map(|state| asks(figure, state))).collect();
    let patterns = documents.iter().map(|(address, policy)| (pattern(address), policy.as_str()));
    let policies: Vec<_> = patterns.chain(of_states.first().map(|(_, policy)| (pattern(STATES), policy.as_str()))).collect();
    vec![
        OutputFile::new("_headers", for_pages(&documents, lasting)),
        OutputFile::new("_headers.nginx", for_nginx(&policies, lasting, &states)),
        OutputFile::new("_headers.caddy", for_caddy(&policies, lasting, &states)),
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
///
/// The documents of named states have no rules of their own, because Cloudflare Pages reads no more than 100 and a pattern for them
/// would fit `embed/map/index.html` on Netlify. They have their policy in themselves, and anyone may show them.
fn for_pages(documents: &[Document], lasting: &[String]) -> String {
    let mut out = String::from("/*\n");
    let mut rule = |line: String| out += &line;
    for (name, value) in EVERYWHERE {
        rule(format!("  {name}: {value}\n"));
    }
    // This fits the publishers' page, too, which it does not harm.
    let (name, value) = ISOLATED;
    rule(format!("/{}*\n  {name}: {value}\n", embed::FOLDER));
    for (address, policy) in documents {
        let names = if address.ends_with(".html") { &[""][..] } else { &["", "index.html"] };
        for name in names {
            rule(format!("/{address}{name}\n  {POLICY}: {policy}\n"));
        }
    }
    for path in lasting {
        rule(format!("/{path}\n  Cache-Control: {LASTING}\n"));
    }
    out
}

/// Five variables by address, at whatever path the site stands.
fn for_nginx(policies: &[(String, &str)], lasting: &[String], states: &[(String, &str)]) -> String {
    let mut out = String::from("# Written with the site; to be included in the http block, as docs/hosting/nginx.conf does.\n");
    out += "map $uri $csto_policy {\n";
    out += &rows(policies.iter().cloned(), ";");
    out += "}\nmap $uri $csto_cache {\n  default no-cache;\n";
    out += &rows(lasting.iter().map(|path| (pattern(path), LASTING)), ";");
    out += "}\nmap $uri $csto_embedder {\n";
    out += &rows([(figures(), ISOLATED.1)].into_iter(), ";");
    out += "}\nmap $request_uri $csto_state {\n";
    out.extend(states.iter().map(|(pattern, name)| format!("  ~*{pattern} {name};\n")));
    out += "}\nmap $request_uri $csto_theme {\n";
    out.extend(themes().map(|(pattern, ending)| format!("  ~*{pattern} {ending};\n")));
    out + "}\n"
}

fn for_caddy(policies: &[(String, &str)], lasting: &[String], states: &[(String, &str)]) -> String {
    let mut out = String::from("# Written with the site; to be imported in the site's block, as docs/hosting/Caddyfile does.\nheader {\n");
    for (name, value) in EVERYWHERE {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {name} \"{value}\"");
    }
    out += "  Cache-Control {csto_cache}\n}\n@csto_document expression {csto_policy} != \"\"\n";
    let (name, value) = ISOLATED;
    let _ = writeln!(out, "@csto_figure path_regexp {}\nheader @csto_figure {name} {value}", figures());
    let _ = writeln!(out, "header @csto_document {POLICY} {{csto_policy}}\nmap {{path}} {{csto_policy}} {{");
    out += &rows(policies.iter().cloned(), "");
    out += "  default \"\"\n}\nmap {path} {csto_cache} {\n";
    out += &rows(lasting.iter().map(|path| (pattern(path), LASTING)), "");
    // Both by the address as it was asked for, because Caddy looks again after a rewrite.
    out += "  default no-cache\n}\nmap {http.request.orig_uri} {csto_state} {\n";
    out.extend(states.iter().map(|(pattern, name)| format!("  ~(?i){pattern} {name}\n")));
    out += "  default \"\"\n}\nmap {http.request.orig_uri} {csto_theme} {\n";
    out.extend(themes().map(|(pattern, ending)| format!("  ~(?i){pattern} {ending}\n")));
    out += "  default \"\"\n}\n@csto_state {\n  path_regexp csto_oembed ";
    out += OEMBED;
    out += "\n  expression {csto_state} != \"\"\n}\nrewrite @csto_state {re.csto_oembed.1}/{csto_state}{csto_theme}.json\n";
    out += "@csto_theme {\n  path_regexp csto_themed ";
    out += THEMED;
    out + "\n  expression {csto_state} == \"\" && {csto_theme} != \"\"\n}\nrewrite @csto_theme {re.csto_themed.1}{csto_theme}.json\n"
}

/// A pattern for the path of a figure's oEmbed file, with what stands before its ending.
const OEMBED: &str = "^(.*/oembed/[^/]+)\\.json$";

/// The same for the file of a state, too.
const THEMED: &str = "^(.*/oembed/.+)\\.json$";

/// Patterns for requests for an oEmbed file that name a theme, in the pasted address or as they stand, each with what the name of the
/// file in that theme ends in.
fn themes() -> impl Iterator<Item = (String, String)> {
    oembed::THEMES
        .into_iter()
        .map(|theme| (format!("/oembed/[^?]+\\.json\\?(.*(\\?|%3F|{AND}))?theme{EQUALS}{theme}(&|%26|%23|$)"), oembed::ending(theme)))
}

/// Patterns for requests that ask for `figure` in `state`, each with the state's name: for its file as it is at first, with a query. That
/// has the address in `url`, as the protocol wants it and with what it needs encoded, or it is the state's own query, which the link in
/// an embed has while it shows the state.
fn asks<'a>(figure: &str, state: &'a NamedState) -> impl Iterator<Item = (String, &'a str)> + use<'a> {
    let file = ["/", &oembed::path(figure, None).replace('.', "\\.")].concat();
    let ask = move |query: &String| {
        let pairs = query.strip_prefix(VERSION).unwrap_or(query).replace('=', EQUALS).replace('&', AND);
        let version = VERSION.replace('=', EQUALS).replace('&', AND);
        // Of the protocol's own parameters those that no figure knows as a key of its state may follow.
        let end = format!("({AND}theme{EQUALS}[a-z]+)?(%23[^&]*)?(&(format|maxwidth|maxheight|dnt)=.*)?$");
        (format!("{file}\\?(.*(\\?|%3F))?({version})?{pairs}{end}"), state.name.as_str())
    };
    std::iter::once(&state.query).chain(&state.shorter).map(ask)
}

/// What every state begins with, which figures do not need.
const VERSION: &str = "v=1&";

/// Signs of a query, as they are or as they stand in a query inside another.
const EQUALS: &str = "(=|%3D)";
/// WordPress asks with the ampersand of what authors post written as HTML has it; nginx takes a bare semicolon for its own.
const AND: &str = "((&|%26)(amp(%3B|\\x3b))?)";

/// `~pattern "value"`, the longest first: the pattern of the page fits every folder.
fn rows<'a>(pairs: impl Iterator<Item = (String, &'a str)>, end: &str) -> String {
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_by_key(|(pattern, _)| std::cmp::Reverse(pattern.len()));
    pairs.into_iter().map(|(pattern, value)| format!("  ~{pattern} \"{value}\"{end}\n")).collect()
}

/// A pattern for the address, asked for as a folder or as the file in it.
fn pattern(address: &str) -> String {
    let escaped = address.replace('.', "\\.");
    if address.is_empty() || address.ends_with('/') || address.ends_with("/)?") {
        format!("/{escaped}(index\\.html)?$")
    } else {
        format!("/{escaped}$")
    }
}

/// A pattern for the addresses of all figures, and of those in named states.
fn figures() -> String {
    pattern(&[embed::FOLDER, "[^/]+/([^/]+/)?"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outputs() -> Vec<OutputFile> {
        let html = |path: &str| OutputFile { policy: Some("default-src 'none'".into()), ..OutputFile::new(path, "") };
        let mut outputs: Vec<_> =
            ["index.html", "embed/index.html", "embed/map/index.html", "embed/map/b/index.html", "embed/map/c/index.html"].map(html).into();
        outputs.push(OutputFile::new("data/map.csv", String::new()));
        outputs
    }

    fn file(name: &str) -> String {
        let state = NamedState { shorter: vec!["v=1&a=b".into()], ..NamedState::new("b", "v=1&a=b&c=d".into(), "") };
        let files = files(&outputs(), &["a-0123456789abcdef.js".into()], &[("map", vec![state])]);
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
        // Each header comes from one rule, because hosts differ in how they join two.
        for (path, is_set) in [("/embed/*", true), ("/embed/map/", false), ("/embed/map/index.html", false), ("/", false)] {
            assert_eq!(rule(path).contains("Cross-Origin-Embedder-Policy: require-corp"), is_set, "{path}: {headers}");
        }
        for name in ["_headers.nginx", "_headers.caddy"] {
            assert!(file(name).contains("/embed/[^/]+/([^/]+/)?(index\\.html)?$"), "{name}: {}", file(name));
        }
    }

    #[test]
    fn documents_of_named_states_share_one_pattern_and_have_no_rule() {
        assert!(!file("_headers").contains("/embed/map/b/"), "{}", file("_headers"));
        for name in ["_headers.nginx", "_headers.caddy"] {
            let text = file(name);
            assert!(
                text.contains("  ~/embed/[^/]+/[^/]+/(index\\.html)?$ \"default-src 'none'\"") && !text.contains("/embed/map/b"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_state_is_found_by_each_of_its_queries() {
        for (name, start, end) in [("_headers.nginx", "  ~*", " b;"), ("_headers.caddy", "  ~(?i)", " b")] {
            let text = file(name);
            let patterns: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(start)?.strip_suffix(end)).collect();
            let and = "((&|%26)(amp(%3B|\\x3b))?)";
            let queries = [format!("a(=|%3D)b{and}c(=|%3D)d"), "a(=|%3D)b".to_owned()];
            let pattern = |query: String| {
                format!(
                    "/oembed/map\\.json\\?(.*(\\?|%3F))?(v(=|%3D)1{and})?{query}({and}theme(=|%3D)[a-z]+)?(%23[^&]*)?\
                     (&(format|maxwidth|maxheight|dnt)=.*)?$"
                )
            };
            assert_eq!(patterns, queries.map(pattern), "{text}");
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
