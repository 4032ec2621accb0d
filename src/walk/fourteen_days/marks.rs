//! The few marks of the drawing, coloured by `style/walk-fourteen-days.css`.

use crate::{content::markdown::escape, figures::map::geometry::Px};

/// Text from a point on, or around it, or up to it.
pub(super) fn text(class: &str, anchor: &str, (x, y): Px, words: &str) -> String {
    format!(
        "<text{}{} x=\"{}\" y=\"{}\">{}</text>",
        attribute("class", class),
        attribute("text-anchor", anchor),
        x.round(),
        y.round(),
        escape(words)
    )
}

/// A rectangle between two corners.
pub(super) fn rect(class: &str, from: Px, to: Px) -> String {
    let [x, y] = [from.0, from.1].map(f64::round);
    format!("<path{} d=\"M{x} {y}H{}V{}H{x}z\"/>", attribute("class", class), to.0.round(), to.1.round())
}

/// A town; with a line around it where it is what the state is about.
pub(super) fn town((x, y): Px, is_current: bool) -> String {
    let (x, y) = (x.round(), y.round());
    let around = if is_current { format!("<circle class=\"around\" cx=\"{x}\" cy=\"{y}\" r=\"9\"/>") } else { String::new() };
    format!("<circle class=\"town\" cx=\"{x}\" cy=\"{y}\" r=\"3.5\"/>{around}")
}

/// A line from a mark down to its words.
pub(super) fn lead((x, y): Px, down: f64) -> String {
    format!("<path class=\"around\" d=\"M{} {}V{}\"/>", x.round(), y.round(), down.round())
}

/// The mark before a note: hollow before what somebody claimed.
pub(super) fn diamond(is_claim: bool, (x, y): Px) -> String {
    let class = if is_claim { "claim" } else { "event" };
    format!("<path class=\"{class}\" d=\"M{} {}l5 5-5 5-5-5z\"/>", x.round(), y.round() - 5.0)
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!(" {name}=\"{value}\"") }
}
