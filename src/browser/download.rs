//! Hands a file that was made in the page to the reader.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{dom, schedule::Pause};

/// How long the address of a file stays valid, in milliseconds, because some browsers read the file only after the reader has
/// said where to put it.
const READ_WITHIN: u64 = 60_000;

/// Offers `text` as a file called `name`.
pub(crate) fn text(name: &str, mime: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    address_as(name, &address);
    let revoke = move || drop(Url::revoke_object_url(&address));
    Pause::default().then(READ_WITHIN, Box::new(revoke));
}

/// Offers what stands at `address` as a file called `name`.
pub(crate) fn address_as(name: &str, address: &str) {
    let Some(link) = dom::document().ok().and_then(|d| d.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    link.set_href(address);
    link.set_download(name);
    link.click();
}
