//! An HTML document as a value: its head, its body and its scripts, from which its text and its policy are made.

use std::convert::Infallible;

use leptos::prelude::IntoView;

use super::{
    csp::Policy,
    fonts::Delivery,
    head::Head,
    loader,
    output::{BYTE_ORDER_MARK, OutputFile},
    script::{Script, When},
};
use crate::ui::{medium::Medium, rendered::Rendered};

/// The kind of a document's body, by which style sheets and policy differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To be read.
    Page,
    /// A figure's own page, to be shown inside other pages.
    Embed,
}

/// What stands in a document's `<body>`: HTML, and the scripts in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    html: String,
    scripts: Vec<Script>,
}

impl From<Rendered> for Body {
    fn from(Rendered { html, scripts, .. }: Rendered) -> Self {
        let scripts = scripts.into_iter().map(|source| Script::verbatim(When::AtOnce, source)).collect();
        Self { html, scripts }
    }
}

impl Body {
    /// Of a `view` without faults.
    pub fn of(view: impl IntoView) -> Self {
        let Ok(rendered) = Medium::Page.rendered(|| Ok::<_, Infallible>(view));
        Self::from(rendered)
    }

    /// With `script` before all that stands in it.
    pub(crate) fn begun_by(mut self, script: Script) -> Self {
        self.html.insert_str(0, &script.html());
        self.scripts.push(script);
        self
    }

    /// With `scripts` after all that stands in it.
    pub(crate) fn ended_by(mut self, scripts: impl IntoIterator<Item = Script>) -> Self {
        for script in scripts {
            self.html += &script.html();
            self.scripts.push(script);
        }
        self
    }

    /// With a block of data after all that stands in it, which its `id` names. It runs nothing, so no policy has to allow it.
    pub(crate) fn holding(mut self, id: &str, data: &str) -> Self {
        self.html.extend(["<script type=\"text/plain\" id=\"", id, "\">", data, "</script>"]);
        self
    }
}

/// An HTML document before it is written.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// What stands in its head besides scripts.
    pub head: &'a Head<'a>,
    /// What it is.
    pub kind: Kind,
    /// The scripts of its head. They stand before the styles, so that one that loads something begins before the rest has
    /// come and been read.
    pub scripts: Vec<Script>,
    /// Its body.
    pub body: Body,
    /// Whether it shows other documents of the site in frames.
    pub shows_frames: bool,
    /// Whether Trunk serves it, and announces a new build over a connection.
    pub live_reload: bool,
}

impl Document<'_> {
    /// The document as a file, with the policy that allows just what stands in it.
    pub fn output(&self) -> OutputFile {
        let Head { language, path, .. } = *self.head;
        let is_in_folder = path.is_empty() || path.ends_with('/');
        let folder_address = is_in_folder.then(loader::folder_address);
        let style = self.head.style();
        let stand_ins = self.head.fonts.0.stand_ins(self.head.fonts.1);
        let scripts = folder_address.iter().chain(&self.scripts);
        let policy = Policy {
            scripts: scripts.clone().chain(&stand_ins).chain(&self.body.scripts).map(Script::hash).collect(),
            style: &style,
            has_fonts_inside: self.head.fonts.1 == Delivery::Inside,
            shows_frames: self.shows_frames,
            // What mends a folder's address may have to lead the links instead.
            sets_base: is_in_folder,
            live_reload: self.live_reload,
            // An embed may stand in a sandbox, where WebKit takes `'self'` for nobody.
            own: self.head.public_url.filter(|_| self.kind == Kind::Embed).map(origin),
        };
        let policy = policy.to_string();
        let class = match self.kind {
            Kind::Page => "page",
            Kind::Embed => "embed",
        };
        let scripts: String = scripts.map(Script::html).collect();
        // The policy stands before any script or style, because it holds from there on.
        let text = format!(
            "{BYTE_ORDER_MARK}<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{scripts}\n{}<style>{style}</style>{}\n</head>\n\
             <body class=\"{class}\">{}</body>\n</html>\n",
            self.head.html(),
            stand_ins.iter().map(Script::html).collect::<String>(),
            self.body.html,
        );
        OutputFile { path: if is_in_folder { [path, "index.html"].concat() } else { path.to_owned() }, text, policy: Some(policy) }
    }
}

/// Scheme, host and port of an absolute address.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    url[host..].find('/').map_or(url, |end| &url[..host + end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::{csp, fonts::Fonts, head};

    fn output(kind: Kind, path: &str, public_url: Option<&str>) -> OutputFile {
        let head = Head {
            language: "en",
            title: "",
            description: "",
            picture: head::PICTURE.0,
            picture_words: "",
            to_root: "./",
            path,
            public_url,
            oembed: None,
            forwards_to: None,
            bars: &[String::new(), String::new()],
            style: "a{}",
            fonts: (&Fonts::default(), Delivery::WhenLive),
            icon_inside: None,
            data: None,
        };
        let view = Rendered { html: "<p>1<script>2</script></p>".into(), scripts: vec!["2".into()], ..Rendered::default() };
        let body = Body::from(view).begun_by(Script::at_once("3")).ended_by([Script::module("4")]).holding("x", "5");
        Document { head: &head, kind, scripts: vec![Script::at_once("6")], body, shows_frames: false, live_reload: false }.output()
    }

    #[test]
    fn scripts_and_styles_are_allowed_by_hash_and_data_is_not() {
        let OutputFile { path, text, policy } = output(Kind::Page, "a.html", None);
        let policy = policy.expect("a policy");
        assert_eq!(path, "a.html");
        assert!(text.contains(&format!("content=\"{policy}\"")) && text.contains("id=\"x\">5</script></body>"), "{text}");
        for source in ["2", "3", "4", "6", "a{}"] {
            assert!(policy.contains(&csp::hash(source)), "{source}: {policy}");
        }
        assert!(!policy.contains(&csp::hash("5")) && !policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn only_an_embed_names_its_origin() {
        let policy = |kind| output(kind, "x/", Some("https://example.org/csto/")).policy.expect("a policy");
        assert!(policy(Kind::Embed).contains("connect-src 'self' https://example.org;"));
        assert!(!policy(Kind::Page).contains("https://example.org"));
    }

    #[test]
    fn only_a_document_of_a_folder_may_lead_its_links_from_elsewhere() {
        let policy = |path| output(Kind::Page, path, None).policy.expect("a policy");
        assert!(policy("x/").contains("base-uri 'self';") && policy("x.html").contains("base-uri 'none';"));
    }

    #[test]
    fn an_origin_ends_before_the_path() {
        assert_eq!(origin("https://example.org:8080/csto/"), "https://example.org:8080");
        assert_eq!(origin("https://example.org"), "https://example.org");
    }
}
