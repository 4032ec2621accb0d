//! A drawing on a canvas: sharp at any pixel ratio, in the colours that the stylesheet has at this moment.

use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlCanvasElement};

use super::{
    painter::{Drawn, Painter},
    token::{Palette, Token, rgb_from_hex},
};

/// Draws on `canvas` at its laid-out size; the function gets that size in CSS pixels.
///
/// # Errors
/// Says what the browser denied: no 2D context, no size, no colours.
pub fn draw(
    canvas: &HtmlCanvasElement,
    paint: impl FnOnce(&mut Painter<'_, CanvasBackend>, (f64, f64)) -> Drawn<CanvasBackend>,
) -> Result<(), String> {
    let window = web_sys::window().ok_or("there is no window")?;
    let ratio = window.device_pixel_ratio().clamp(1.0, 4.0);
    let size = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    if size.0 < 1.0 || size.1 < 1.0 {
        return Err("the drawing has no size".into());
    }
    // Positive and a few thousand at most.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let device = ((size.0 * ratio).round() as u32, (size.1 * ratio).round() as u32);
    // Setting the size clears the canvas and resets its context, so only a change does it.
    if (canvas.width(), canvas.height()) != device {
        canvas.set_width(device.0);
        canvas.set_height(device.1);
    }
    let palette = palette_of(canvas).ok_or("the stylesheet's colours are missing")?;
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or("this browser gives no canvas to draw on")?;
    let mut painter = Painter::new(&mut backend, palette, ratio, 1.0);
    let done = painter.fill_rect((0.0, 0.0), size, Token::Paper, 1.0).and_then(|()| paint(&mut painter, size));
    done.map_err(|e| e.to_string())
}

fn palette_of(element: &Element) -> Option<Palette> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let mut colors = [(0, 0, 0); 7];
    for token in Token::ALL {
        colors[token.index()] = style.get_property_value(token.property()).ok().as_deref().and_then(rgb_from_hex)?;
    }
    Some(Palette(colors))
}

/// The drawing as a PNG data address.
///
/// # Errors
/// What the browser reports.
pub fn png(canvas: &HtmlCanvasElement) -> Result<String, JsValue> {
    canvas.to_data_url_with_type("image/png")
}
