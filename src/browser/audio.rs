//! One short tone at a pitch, by the browser's audio interface.

use wasm_bindgen::JsValue;
use web_sys::AudioContext;

/// Full volume is 1.
const VOLUME: f32 = 0.15;

/// How long a tone lasts, in seconds.
const LENGTH: f64 = 0.5;

/// How long it takes to rise and to fade, in seconds, so that it does not click.
const FADE: f64 = 0.03;

/// Plays a tone of `hertz`.
///
/// # Errors
/// What the browser refuses.
pub(crate) fn play(context: &AudioContext, hertz: f64) -> Result<(), JsValue> {
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    let (now, end) = (context.current_time(), context.current_time() + LENGTH);
    // Pitches are a few hundred hertz.
    #[allow(clippy::cast_possible_truncation)]
    oscillator.frequency().set_value(hertz as f32);
    gain.gain().set_value(0.0);
    gain.gain().set_target_at_time(VOLUME, now, FADE)?;
    gain.gain().set_target_at_time(0.0, end, FADE)?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start()?;
    oscillator.stop_with_when(end + 10.0 * FADE)
}
