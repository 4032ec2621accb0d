//! The page's HTML as XHTML for a book: well-formed, without controls, with drawings and notes that need no script.
//!
//! It reads what the page's own views write, not any HTML: quoted attributes, every element closed.

/// Elements that go with all that they hold: what needs script, and what leads around the page.
const DROPPED: [&str; 7] = ["datalist", "footer", "input", "nav", "output", "script", "select"];

/// Classes whose elements go: drawings for wide views (each has a narrow twin), and what only an interactive page has.
const DROPPED_CLASSES: [&str; 12] =
    ["wide", "landscape", "choice", "quick", "needs-script", "marks", "tip", "close", "skip", "top", "fig-more-line", "fig-downloads"];

/// Attributes that stay; all others are for script or for the browser's own parts.
const KEPT: [&str; 37] = [
    "id",
    "class",
    "href",
    "lang",
    "datetime",
    "value",
    "colspan",
    "rowspan",
    "scope",
    "open",
    "viewBox",
    "width",
    "height",
    "x",
    "y",
    "dx",
    "dy",
    "cx",
    "cy",
    "r",
    "x1",
    "x2",
    "y1",
    "y2",
    "d",
    "points",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "transform",
    "text-anchor",
    "font-size",
    "font-weight",
    "start",
];

/// The words of the link to what a term means: on the page the term's button is empty and lies over it.
const TERM: &str = "*";

/// What parts the number of a note from the one before it, where the page has its style sheet for that.
const NEXT: &str = ", ";

/// What stands under a drawing: readers of books lay it on a page of any colour, and its ink is made for this one.
const GROUND: &str = "<rect width=\"100%\" height=\"100%\" fill=\"var(--paper)\"/>";

/// The classes of titles that name the drawings after them, as the heading of all does.
const TITLES: [&str; 3] = ["fig-title", "fig-subtitle", "picture-title"];

/// Elements that hold nothing and have no end.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// `html`, which is the inside of a body, as XHTML.
pub(crate) fn from(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    // The elements that are open, and what each is called in the book; those that are dropped have no name there.
    let mut open: Vec<(String, Option<&str>)> = Vec::new();
    let mut naming = Naming::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let is_shown = open.iter().all(|(_, name)| name.is_some());
        if is_shown {
            out += &rest[..at];
        }
        let Some(end) = end_of_tag(&rest[at..]).map(|end| at + end) else { break };
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            if let Some((_, Some(shown))) = open.pop_if(|(of_page, _)| of_page == name)
                && is_shown
            {
                naming.close(open.len(), &out);
                out += &["</", shown, ">"].concat();
            }
            continue;
        }
        let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
        let attributes = attributes(&tag[name.len()..]);
        let shown = shown_as(name, &attributes);
        let is_empty = tag.ends_with('/') || VOID.contains(&name);
        if let Some(shown) = shown.filter(|_| is_shown) {
            let is_drawing = name == "svg" && is_drawing(&attributes);
            if has_class(&attributes, "next") {
                out += NEXT;
            }
            out += &["<", shown, &kept(name, &attributes)].concat();
            if is_drawing {
                out += &format!(" role=\"img\" aria-label=\"{}\"", naming.name);
            }
            out += if is_empty { "/>" } else { ">" };
            if has_class(&attributes, "term") {
                out += TERM;
            }
            if is_drawing {
                out += GROUND;
            }
            if name == "h1" || !is_empty && TITLES.iter().any(|class| has_class(&attributes, class)) {
                naming.open(open.len(), &out);
            }
        }
        // What stands in a script is no markup.
        if name == "script" {
            rest = rest.find("</script>").map_or("", |end| &rest[end..]);
        }
        if !is_empty {
            open.push((name.to_owned(), shown));
        }
    }
    out + rest
}

/// The title that names the next drawings.
#[derive(Default)]
struct Naming {
    name: String,
    /// How deep the title stands that is open, and where its words begin.
    begun: Option<(usize, usize)>,
}

impl Naming {
    fn open(&mut self, depth: usize, out: &str) {
        self.begun = Some((depth, out.len()));
    }

    fn close(&mut self, depth: usize, out: &str) {
        if let Some((_, start)) = self.begun.take_if(|(of_title, _)| *of_title == depth) {
            self.name = out[start..]
                .split('<')
                .enumerate()
                .map(|(n, part)| if n == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) })
                .collect();
        }
    }
}

/// Whether an SVG is a drawing, and not one of the small marks in a text or the shapes that drawings share.
fn is_drawing(attributes: &[(&str, &str)]) -> bool {
    let width = attributes.iter().find(|(name, _)| *name == "viewBox").and_then(|(_, value)| value.split(' ').nth(2)?.parse::<f64>().ok());
    width.is_some_and(|width| width > 50.0)
}

fn has_class(attributes: &[(&str, &str)], name: &str) -> bool {
    attributes.iter().any(|(n, classes)| *n == "class" && classes.split(' ').any(|class| class == name))
}

/// What an element is called in the book: a button that opens a note is a link to it.
fn shown_as<'a>(name: &'a str, attributes: &[(&str, &str)]) -> Option<&'a str> {
    let has = |name: &str| attributes.iter().any(|(n, _)| *n == name);
    let dropped = DROPPED.contains(&name) || has("hidden") || DROPPED_CLASSES.iter().any(|class| has_class(attributes, class));
    match name {
        _ if dropped => None,
        "button" => has("popovertarget").then_some("a"),
        "label" => Some("span"),
        // Steps are a list to be read.
        "fieldset" => Some("div"),
        "legend" => Some("p"),
        // Tables and sources of a figure stand open.
        "details" if has_class(attributes, "fig-more") => Some("div"),
        _ => Some(name),
    }
}

/// The attributes of an element in the book.
fn kept(name: &str, attributes: &[(&str, &str)]) -> String {
    let mut out = if name == "svg" { " xmlns=\"http://www.w3.org/2000/svg\"".to_owned() } else { String::new() };
    for (key, value) in attributes {
        match *key {
            "popovertarget" => out += &format!(" href=\"#{value}\""),
            // The page's own states and files are not in the book; a state leads to its figure.
            "href" if value.starts_with('?') => {
                out += &value.split_once('#').map_or_else(String::new, |(_, id)| format!(" href=\"#{id}\""));
            }
            "href" if !value.starts_with('#') && !value.contains("://") && !value.starts_with("mailto:") => {}
            key if KEPT.contains(&key) => out += &format!(" {key}=\"{value}\""),
            _ => {}
        }
    }
    out
}

/// Name and raw value of each attribute; the value is empty where there is none.
fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n', '/']);
        let end = rest.find([' ', '=', '\n', '/']).unwrap_or(rest.len());
        if end == 0 {
            return found;
        }
        let name = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some((inside, after)) = rest.strip_prefix("=\"").and_then(|quoted| quoted.split_once('"')) {
            (value, rest) = (inside, after);
        }
        found.push((name, value));
    }
}

/// Where the tag at the start of `text` ends, outside its quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    text.char_indices().find_map(|(at, c)| {
        is_quoted ^= c == '"';
        (c == '>' && !is_quoted).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_closed_and_what_has_no_value_gets_one() {
        assert_eq!(
            from("<p>a<br>b &amp; c</p><details open><p>x</p></details>"),
            "<p>a<br/>b &amp; c</p><details open=\"\"><p>x</p></details>"
        );
    }

    #[test]
    fn what_needs_script_goes_with_all_inside() {
        let steps = "<fieldset class=\"steps\" disabled><legend>s</legend><ol><li><label><input type=\"radio\" name=\"s\">t</label></li></ol></fieldset>";
        assert_eq!(from(steps), "<div class=\"steps\"><p>s</p><ol><li><span>t</span></li></ol></div>");
        let html = "<p>a</p><fieldset class=\"controls needs-script\" disabled><label><input type=\"radio\" checked>b</label></fieldset>\
                    <p class=\"needs-script\"><button type=\"button\">c</button></p><p hidden class=\"tip\"></p><p>d</p>";
        assert_eq!(from(html), "<p>a</p><p>d</p>");
        assert_eq!(from("<p>a</p><script>if (b<c) d(\"<i>\")</script><p>e</p>"), "<p>a</p><p>e</p>");
    }

    #[test]
    fn what_a_figure_folds_away_stands_open() {
        let html =
            "<details class=\"fig-more\"><summary class=\"fig-more-line\">a</summary><table></table></details><details><p>b</p></details>";
        assert_eq!(from(html), "<div class=\"fig-more\"><table></table></div><details><p>b</p></details>");
    }

    #[test]
    fn a_mark_is_a_link_to_its_note() {
        let html = "<p>7<button type=\"button\" class=\"mark\" popovertarget=\"note-1\">1</button></p>\
                    <ol><li id=\"note-1\" popover=\"auto\">n<button popovertarget=\"note-1\" popovertargetaction=\"hide\" class=\"close\">Close</button></li></ol>";
        assert_eq!(from(html), "<p>7<a class=\"mark\" href=\"#note-1\">1</a></p><ol><li id=\"note-1\">n</li></ol>");
    }

    #[test]
    fn a_term_keeps_its_words_and_gets_a_link_that_can_be_seen() {
        let html = "<label class=\"explained\"><u>a </u><span class=\"with-mark\"><u>term</u><button class=\"term\" popovertarget=\"term-x\"></button>,</span></label>";
        let expected = "<span class=\"explained\"><u>a </u><span class=\"with-mark\"><u>term</u><a class=\"term\" href=\"#term-x\">*</a>,</span></span>";
        assert_eq!(from(html), expected);
    }

    #[test]
    fn links_stay_in_the_book_or_lead_to_the_web() {
        let html = "<a href=\"?v=1&amp;total=2030#troop-shares\">a</a><a href=\"data/x.csv\" download=\"\">b</a><a href=\"https://x.org/?a>b\">c</a>";
        assert_eq!(from(html), "<a href=\"#troop-shares\">a</a><a>b</a><a href=\"https://x.org/?a>b\">c</a>");
    }

    #[test]
    fn one_drawing_of_two_stays() {
        let html = "<div><svg class=\"narrow\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path d=\"M0 0\"/></svg><svg class=\"wide\"><g><text>t</text></g></svg></div>";
        assert_eq!(
            from(html),
            "<div><svg xmlns=\"http://www.w3.org/2000/svg\" class=\"narrow\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg></div>"
        );
    }

    #[test]
    fn a_drawing_has_a_ground_and_the_name_of_its_title() {
        let html = "<p class=\"picture-title\">A <i>b</i> &amp; c</p><svg viewBox=\"0 0 300 200\"><path d=\"M0 0\"/></svg><svg class=\"shape\" viewBox=\"0 0 18 18\"></svg>";
        let book = from(html);
        assert!(
            book.contains("viewBox=\"0 0 300 200\" role=\"img\" aria-label=\"A b &amp; c\"><rect width=\"100%\" height=\"100%\""),
            "{book}"
        );
        assert_eq!(book.matches("<rect").count(), 1, "{book}");
    }

    #[test]
    fn neighbouring_marks_are_parted_without_a_style_sheet() {
        let html =
            "<p>a<button class=\"mark\" popovertarget=\"n\">14</button><button class=\"mark next\" popovertarget=\"m\">15</button></p>";
        assert_eq!(from(html), "<p>a<a class=\"mark\" href=\"#n\">14</a>, <a class=\"mark next\" href=\"#m\">15</a></p>");
    }
}
