//! A stand-in for wasm-streams: the part of its interface that Leptos' server functions compile against, with nothing behind it.
//! CHANGES.md says why.

use futures_util::stream::{empty, Empty, Stream};
use wasm_bindgen::JsValue;

/// A stream that has nothing in it.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Keeps `raw` unread.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Drops `stream` unread.
    pub fn from_stream<S: Stream<Item = Result<JsValue, JsValue>> + 'static>(stream: S) -> Self {
        drop(stream);
        Self(JsValue::UNDEFINED.into())
    }

    /// What [`ReadableStream::from_raw`] got.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
