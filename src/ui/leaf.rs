//! The leaves of a view that follow signals: texts, attributes, handlers. Each is boxed, so that all of one kind share their
//! code; as closures of types of their own they made the embed of `troop-shares` a tenth larger.
//!
//! A text is the whole content of its element. A text node of its own would not do: translators put nodes of theirs in its
//! place, and what is written into the old one is then never seen. `inner_html` replaces whatever an element holds.

use leptos::ev;

/// What an attribute or `inner_html` takes.
pub(crate) type Text = Box<dyn FnMut() -> String + Send>;

/// What an attribute takes that is there or not, or a property such as `checked`.
pub(crate) type Flag = Box<dyn FnMut() -> bool + Send>;

/// What handles an event.
pub(crate) type Handler<E> = Box<dyn FnMut(E)>;

/// The words that `of` gives, escaped, as the content of an element.
///
/// ```ignore
/// view! { <p inner_html=text(move || count.get().to_string())></p> }
/// ```
pub(crate) fn text(of: impl Fn() -> String + Send + 'static) -> Text {
    Box::new(move || escaped(&of()))
}

/// What `of` gives, as an attribute or a property.
pub(crate) fn value(of: impl Fn() -> String + Send + 'static) -> Text {
    Box::new(of)
}

/// Whether `of` holds, as an attribute or a property.
pub(crate) fn flag(of: impl Fn() -> bool + Send + 'static) -> Flag {
    Box::new(of)
}

/// A handler of changes of a control.
pub(crate) fn on_change(handle: impl Fn(ev::Event) + 'static) -> Handler<ev::Event> {
    Box::new(handle)
}

/// A handler of clicks.
pub(crate) fn on_click(handle: impl Fn(ev::MouseEvent) + 'static) -> Handler<ev::MouseEvent> {
    Box::new(handle)
}

/// `words` as HTML.
pub(crate) fn escaped(words: &str) -> String {
    let mut html = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_markup() {
        assert_eq!(text(|| "a < b & “c” > d".to_owned())(), "a &lt; b &amp; “c” &gt; d");
    }
}
