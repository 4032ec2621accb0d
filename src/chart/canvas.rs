//! A drawing on a canvas: sharp at any pixel ratio, in the colours that the stylesheet has at this moment.

use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement};

use super::{
    painter::{Drawn, Painter},
    scale_at,
    token::{Palette, Token, rgb_from_hex},
};

const NO_STYLE: Denied = Denied("the stylesheet's colours are missing");

const NO_CANVAS: Denied = Denied("this browser gives no canvas to draw on");

/// The most pixels that a canvas has to a CSS pixel, in each direction. On paper it has so many.
const SHARPEST: f64 = 4.0;

/// Matches the document while it is laid out for paper.
const PRINTED: &str = ".is-printed";

/// What a browser denies that a drawing needs, as a sentence for the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Denied(pub &'static str);

/// A canvas as measured. For that the browser lays the page out and works out styles, a quarter of a frame's work; it holds
/// until the size or the colours change.
pub(crate) struct CanvasSurface {
    /// The size in the page, in CSS pixels.
    pub size: (f64, f64),
    /// How many CSS pixels a pixel of the drawing takes, by [`scale_at`].
    pub scale: f64,
    ratio: f64,
    palette: Palette,
    target: CanvasBackend,
}

impl CanvasSurface {
    /// Measures `canvas` and gives it as many pixels as the device has there; `None` where it has no size, because it is folded
    /// away.
    ///
    /// # Errors
    /// Says what is missing: colours, or what the browser denies.
    pub(crate) fn of(canvas: &HtmlCanvasElement) -> Result<Option<Self>, Denied> {
        let window = web_sys::window().ok_or(Denied("there is no window"))?;
        let is_printed = canvas.closest(PRINTED).ok().flatten().is_some();
        let ratio = if is_printed { SHARPEST } else { window.device_pixel_ratio().clamp(1.0, SHARPEST) };
        let size = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        if size.0 < 1.0 || size.1 < 1.0 {
            return Ok(None);
        }
        // Positive and a few thousand at most.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let device = ((size.0 * ratio).round() as u32, (size.1 * ratio).round() as u32);
        // Setting the size clears the canvas and resets its context, so only a change does it.
        if (canvas.width(), canvas.height()) != device {
            canvas.set_width(device.0);
            canvas.set_height(device.1);
        }
        let target = CanvasBackend::with_canvas_object(canvas.clone()).ok_or(NO_CANVAS)?;
        let style = window.get_computed_style(canvas).ok().flatten().ok_or(NO_STYLE)?;
        let palette = palette_in(&style, |color| rgb_of(target.context(), color)).ok_or(NO_STYLE)?;
        Ok(Some(Self { size, scale: scale_at(size.0, text_size(&style)), ratio, palette, target }))
    }

    /// The size in pixels of the drawing.
    pub(crate) fn drawn(&self) -> (f64, f64) {
        (self.size.0 / self.scale, self.size.1 / self.scale)
    }

    /// Draws; the function gets the size in pixels of the drawing.
    ///
    /// # Errors
    /// Says what the browser denied.
    pub(crate) fn draw(&mut self, paint: impl FnOnce(&mut Painter<'_>, (f64, f64)) -> Drawn) -> Drawn {
        let size = self.drawn();
        let mut painter = Painter::new(&mut self.target, self.palette, self.ratio * self.scale);
        painter.fill_rect((0.0, 0.0), size, Token::Paper, 1.0)?;
        paint(&mut painter, size)
    }
}

/// The number that `text` begins with. Rust's own reading of numbers, which may be fractions, would be 7 KB of WebAssembly.
fn number_in(text: &str, radix: u32) -> u32 {
    text.chars().map_while(|digit| digit.to_digit(radix)).fold(0, |number, digit| number * radix + digit)
}

/// The size of text at the root of the page, which the stylesheet gives a canvas, in whole CSS pixels.
fn text_size(style: &CssStyleDeclaration) -> f64 {
    number_in(&style.get_property_value("font-size").unwrap_or_default(), 10).into()
}

/// `color` as red, green, blue. Where a system forces its colours it is a keyword, which only the browser knows; a canvas that is told
/// a colour tells it back as `#rrggbb`.
fn rgb_of(context: &CanvasRenderingContext2d, color: &str) -> Option<(u8, u8, u8)> {
    context.set_fill_style_str(color);
    let [_, red, green, blue] = number_in(context.fill_style().as_string()?.strip_prefix('#')?, 16).to_be_bytes();
    Some((red, green, blue))
}

/// The colours that the stylesheet has for `element` at this moment; `None` where it has none, or one that is a keyword.
pub(crate) fn palette_of(element: &Element) -> Option<Palette> {
    palette_in(&web_sys::window()?.get_computed_style(element).ok()??, rgb_from_hex)
}

fn palette_in(style: &CssStyleDeclaration, rgb: impl Fn(&str) -> Option<(u8, u8, u8)>) -> Option<Palette> {
    let mut colors = [(0, 0, 0); Token::ALL.len()];
    for token in Token::ALL {
        let color = style.get_property_value(token.property()).ok().filter(|color| !color.is_empty())?;
        colors[token.index()] = rgb(&color)?;
    }
    Some(Palette(colors))
}

/// Whether the browser gives back what `canvas` shows, which has `paper` along its upper edge: where readers are protected from being
/// recognised by their canvases, it gives noise. The little noise of a lighter protection harms no picture.
fn gives_back(canvas: &HtmlCanvasElement, paper: (u8, u8, u8)) -> bool {
    let context = canvas.get_context("2d").ok().flatten().and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
    let Some(edge) = context.and_then(|context| context.get_image_data(0.0, 0.0, 16.0, 1.0).ok()) else { return false };
    let is_paper =
        |pixel: &[u8]| matches!(*pixel, [r, g, b, _] if r.abs_diff(paper.0).max(g.abs_diff(paper.1)).max(b.abs_diff(paper.2)) < 4);
    edge.data().0.chunks(4).all(is_paper)
}

/// A picture as a PNG data address, with two pixels to a CSS pixel.
///
/// # Errors
/// What the browser denies or the drawing reports.
pub(crate) fn png(size: (u32, u32), palette: Palette, paint: impl FnOnce(&mut Painter<'_>) -> Drawn) -> Result<String, Denied> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or(Denied("there is no document"))?;
    let element = document.create_element("canvas").map_err(|_| NO_CANVAS)?;
    let canvas: HtmlCanvasElement = element.dyn_into().map_err(|_| NO_CANVAS)?;
    canvas.set_width(size.0 * 2);
    canvas.set_height(size.1 * 2);
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or(NO_CANVAS)?;
    paint(&mut Painter::new(&mut backend, palette, 2.0)).map_err(|_| Denied("the drawing failed"))?;
    if !gives_back(&canvas, palette.0[Token::Paper.index()]) {
        return Err(Denied("this browser hands out noise in place of what a canvas shows"));
    }
    canvas.to_data_url_with_type("image/png").map_err(|_| Denied("this browser gives no picture of a canvas"))
}
