//! A figure's drawing, taken out of its page by a parser.

use scraper::{ElementRef, Html, Node};

use crate::content::{error::Diagnostic, markdown::escape};

/// A drawing without its outermost element.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawing {
    /// Its width in CSS pixels.
    pub(super) width: f64,
    /// Its height in CSS pixels.
    pub(super) height: f64,
    /// What it holds, as XML.
    pub(super) inside: String,
}

/// The first drawing of a `class` in the `page` of a figure, if it has one.
///
/// # Errors
/// When the drawing does not say its size.
pub(super) fn find(figure: &str, page: &str, class: &str) -> Result<Option<Drawing>, Diagnostic> {
    let page = Html::parse_document(page);
    let is_wanted = |element: &ElementRef<'_>| element.value().name() == "svg" && element.value().classes().any(|of_it| of_it == class);
    let Some(svg) = page.root_element().descendent_elements().find(is_wanted) else { return Ok(None) };
    let side = |name: &str| {
        let value = svg.attr(name).and_then(|value| value.parse::<f64>().ok());
        value.filter(|side| *side > 0.0).ok_or_else(|| Diagnostic::of_program(format!("its drawing has no {name}")).at(figure))
    };
    let mut inside = String::new();
    write(svg, &mut inside);
    Ok(Some(Drawing { width: side("width")?, height: side("height")?, inside }))
}

/// Writes what `parent` holds.
fn write(parent: ElementRef<'_>, out: &mut String) {
    for child in parent.children() {
        if let Node::Text(text) = child.value() {
            *out += &escape(text);
        } else if let Some(element) = ElementRef::wrap(child) {
            let name = element.value().name();
            *out += &["<", name].concat();
            for (key, value) in element.value().attrs() {
                *out += &format!(" {key}=\"{}\"", escape(value));
            }
            if element.has_children() {
                *out += ">";
                write(element, out);
                *out += &["</", name, ">"].concat();
            } else {
                *out += "/>";
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_found_however_its_tag_is_written() {
        let page = "<p>a</p><svg height=4 class='old wide' width=\"3\" data-x=\">\"><g><!-- b --><path d=\"M0 0\"></path><text>c &lt; d</text></g></svg>";
        let inside = "<g><path d=\"M0 0\"/><text>c &lt; d</text></g>".to_owned();
        assert_eq!(find("f", page, "wide"), Ok(Some(Drawing { width: 3.0, height: 4.0, inside })));
        assert_eq!(find("f", page, "narrow"), Ok(None));
    }

    #[test]
    fn a_drawing_without_a_size_is_refused_by_the_name_of_its_figure() {
        let fault = find("f", "<svg class=\"wide\" width=\"3\"></svg>", "wide").expect_err("refused");
        assert!(fault.to_string().contains("f: its drawing has no height"), "{fault}");
    }
}
