//! The HTML of every document: without a fault that a parser reports, and each reference in it leads to an element that is there.

use std::collections::BTreeSet;

use csto_explainer::content::number::Date;
use scraper::{ElementRef, Html};

use crate::{
    documents,
    html::{elements, parsed},
};

/// What a reader can press or fill in. None may stand inside another, because it could not be told which was meant.
const INTERACTIVE: [&str; 9] = ["a", "button", "details", "iframe", "input", "label", "select", "summary", "textarea"];

/// Those of them inside which no other may stand; a label holds the field that it names.
const CLOSED: [&str; 4] = ["a", "button", "label", "summary"];

/// What a label may name.
const LABELLED: [&str; 5] = ["button", "input", "output", "select", "textarea"];

fn elements_of(html: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    html.tree.root().descendants().filter_map(ElementRef::wrap)
}

#[test]
fn a_parser_finds_no_fault() {
    for (path, html) in documents() {
        let parsed = parsed(&html);
        assert!(parsed.errors.is_empty(), "{path}: {:?}", parsed.errors);
    }
}

#[test]
fn what_is_marked_as_a_date_is_one_that_programs_can_read() {
    let mut dates = 0;
    for (path, html) in documents() {
        for element in elements_of(&parsed(&html)).filter(|e| e.value().name() == "time") {
            let words: String = element.text().collect();
            let date = element.attr("datetime").unwrap_or(&words);
            assert!(Date::parse(date).is_some(), "{path}: <time> says {date:?}, which is no date; give it a datetime");
            dates += 1;
        }
    }
    assert!(dates > 100, "{dates} dates");
}

#[test]
fn addresses_contain_only_signs_that_addresses_may() {
    let may = |c: char| c.is_ascii_alphanumeric() || "!$&'()*+,-./:;=?@_~%#".contains(c) || c >= '\u{a0}';
    for (path, html) in documents() {
        for element in elements(&parsed(&html)) {
            for address in ["href", "src", "action"].into_iter().filter_map(|name| element.get(name)) {
                let wrong = address.chars().find(|c| !may(*c));
                assert_eq!(wrong, None, "{path}: in {}", address.chars().take(120).collect::<String>());
            }
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_to_one_resolves() {
    for (path, html) in documents() {
        let elements = elements(&parsed(&html));
        let mut ids = BTreeSet::new();
        for id in elements.iter().filter_map(|t| t.get("id")) {
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{path}: the id {id:?} cannot be named");
            assert!(ids.insert(id), "{path}: the id {id} stands twice");
        }
        for element in &elements {
            for name in REFERENCES {
                for id in element.get(name).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{path}: {name} names {id}, which is not there");
                }
            }
            // A shape that is drawn again, a pattern or a clip: of the document itself.
            let drawn = (element.name == "use").then(|| element.get("href")).flatten().and_then(|to| to.strip_prefix('#'));
            let painted = element.attributes.iter().filter_map(|(_, value)| value.strip_prefix("url(#")?.strip_suffix(')'));
            for id in drawn.into_iter().chain(painted) {
                assert!(ids.contains(id), "{path}: <{}> draws {id}, which is not there", element.name);
            }
        }
    }
}

/// Attributes whose values are ids.
const REFERENCES: [&str; 11] = [
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-labelledby",
    "aria-owns",
    "for",
    "form",
    "headers",
    "list",
    "popovertarget",
];

#[test]
fn nothing_that_can_be_pressed_stands_inside_another() {
    for (path, html) in documents() {
        let parsed = parsed(&html);
        for element in elements_of(&parsed).filter(|e| INTERACTIVE.contains(&e.value().name()) || e.attr("tabindex").is_some()) {
            let name = element.value().name();
            let around = element.ancestors().filter_map(ElementRef::wrap).map(|e| e.value().name()).find(|n| CLOSED.contains(n));
            let is_named_field = around == Some("label") && LABELLED.contains(&name);
            assert!(
                around.is_none() || is_named_field,
                "{path}: <{name}> stands inside <{}>: {}",
                around.unwrap_or_default(),
                element.html()
            );
        }
    }
}

#[test]
fn a_label_names_one_field() {
    for (path, html) in documents() {
        let parsed = parsed(&html);
        for label in elements_of(&parsed).filter(|e| e.value().name() == "label") {
            let fields = label.descendants().filter_map(ElementRef::wrap).filter(|e| LABELLED.contains(&e.value().name()));
            let count = fields.count() + usize::from(label.attr("for").is_some());
            assert!(count == 1, "{path}: a label names {count} fields: {}", label.html());
        }
    }
}
