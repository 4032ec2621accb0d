//! The page's HTML as XHTML for a book: well-formed, without controls, with drawings and notes that need no script.
//!
//! A parser reads the HTML as browsers do, so no view can break the book by how it is written; this module only says what
//! stands in the book of each element.

use scraper::{ElementRef, Html, Node, node::Element};

use crate::content::markdown::escape;

/// Elements that go with all that they hold: controls, what needs script, and ways through lists, which a reader of books has.
const DROPPED: [&str; 6] = ["datalist", "input", "nav", "output", "script", "select"];

/// Classes whose elements go: drawings for wide views (each has a narrow twin), and the figures' controls.
const DROPPED_CLASSES: [&str; 7] = ["wide", "landscape", "choice", "quick", "needs-script", "marks", "tip"];

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
    let html = Html::parse_fragment(html);
    let mut book = Book { out: String::new(), title: String::new(), name: String::new() };
    // A fragment is read into an element of its own.
    book.inside(html.root_element());
    book.out
}

/// What is written of the book so far.
struct Book {
    out: String,
    /// The words of the text, where a title is being written.
    title: String,
    /// The title that names the next drawings.
    name: String,
}

impl Book {
    /// Writes what an element holds.
    fn inside(&mut self, parent: ElementRef<'_>) {
        for child in parent.children() {
            if let Node::Text(text) = child.value() {
                self.text(text);
            } else if let Some(element) = ElementRef::wrap(child)
                && let Some(shown) = shown_as(element.value())
            {
                self.element(element, shown);
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.out += &escape(text);
        self.title += text;
    }

    /// Writes an element, which is called `shown` in the book, and what it holds.
    fn element(&mut self, node: ElementRef<'_>, shown: &str) {
        let element = node.value();
        let is_drawing = is_drawing(element);
        let is_title = element.name() == "h1" || TITLES.iter().any(|class| has_class(element, class));
        if has_class(element, "next") {
            self.text(NEXT);
        }
        self.out += &["<", shown, &kept(element)].concat();
        if is_drawing {
            self.out += &format!(" role=\"img\" aria-label=\"{}\"", escape(&self.name));
        }
        // In HTML proper an empty element that may hold something keeps its end, for readers that take XHTML for HTML.
        if VOID.contains(&element.name()) || !node.has_children() && is_of_drawing(element) && element.name() != "svg" {
            self.out += "/>";
            return;
        }
        self.out += ">";
        if has_class(element, "term") {
            self.text(TERM);
        }
        if is_drawing {
            self.out += GROUND;
        }
        if is_title {
            self.title.clear();
        }
        self.inside(node);
        if is_title {
            self.name.clone_from(&self.title);
        }
        self.out += &["</", shown, ">"].concat();
    }
}

/// Whether an element belongs to an SVG.
fn is_of_drawing(element: &Element) -> bool {
    &*element.name.ns == "http://www.w3.org/2000/svg"
}

/// Whether an SVG is a drawing, and not one of the small marks in a text or the shapes that drawings share.
fn is_drawing(element: &Element) -> bool {
    let width = element.attr("viewBox").and_then(|value| value.split(' ').nth(2)?.parse::<f64>().ok());
    element.name() == "svg" && width.is_some_and(|width| width > 50.0)
}

fn has_class(element: &Element, name: &str) -> bool {
    element.classes().any(|class| class == name)
}

/// What an element is called in the book: a button that opens a note is a link to it.
fn shown_as(element: &Element) -> Option<&str> {
    let name = element.name();
    let dropped =
        DROPPED.contains(&name) || element.attr("hidden").is_some() || DROPPED_CLASSES.iter().any(|class| has_class(element, class));
    match name {
        _ if dropped => None,
        "button" => element.attr("popovertarget").map(|_| "a"),
        "label" => Some("span"),
        // Steps are a list to be read.
        "fieldset" => Some("div"),
        "legend" => Some("p"),
        _ => Some(name),
    }
}

/// The attributes of an element in the book.
fn kept(element: &Element) -> String {
    let mut out = if element.name() == "svg" { " xmlns=\"http://www.w3.org/2000/svg\"".to_owned() } else { String::new() };
    // Those of another namespace are none of the page's.
    for (name, value) in element.attrs.iter().filter(|(name, _)| name.ns.is_empty()) {
        match &*name.local {
            "popovertarget" => out += &format!(" href=\"#{}\"", escape(value)),
            // The page's own states and files are not in the book; a state leads to its figure.
            "href" if value.starts_with('?') => {
                out += &value.split_once('#').map_or_else(String::new, |(_, id)| format!(" href=\"#{}\"", escape(id)));
            }
            "href" if !value.starts_with('#') && !value.contains("://") && !value.starts_with("mailto:") => {}
            key if KEPT.contains(&key) => out += &format!(" {key}=\"{}\"", escape(value)),
            _ => {}
        }
    }
    out
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
    fn a_mark_is_a_link_to_its_note() {
        let html = "<p>7<button type=\"button\" class=\"mark\" popovertarget=\"note-1\">1</button></p>\
                    <ol><li id=\"note-1\" popover=\"auto\">n</li></ol>";
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
        assert_eq!(from(html), "<a href=\"#troop-shares\">a</a><a>b</a><a href=\"https://x.org/?a&gt;b\">c</a>");
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

    #[test]
    fn a_page_is_read_as_browsers_read_it() {
        // Without quotes, with an end left out, with a comment and with a sign in the words.
        assert_eq!(from("<p class=x title='>'>a<!-- <b> --><p>b &lt; c"), "<p class=\"x\">a</p><p>b &lt; c</p>");
    }
}
