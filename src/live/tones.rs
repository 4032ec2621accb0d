//! A figure's values as tones, for who would rather hear them: higher is more, and each value is said as it sounds.
//!
//! Nothing sounds before the reader asks; the same button stops it.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
    vec,
};

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, Element, HtmlElement};

use super::{
    address,
    dom::{self, Missing, part},
    pause::Pause,
};
use crate::chart::pitch::hertz_from_share;

/// Full volume is 1.
const VOLUME: f32 = 0.15;

/// How long a tone lasts, in seconds.
const LENGTH: f64 = 0.5;

/// How long it takes to rise and to fade, in seconds, so that it does not click.
const FADE: f64 = 0.03;

/// What speaking a value takes: milliseconds at least, and for each of its bytes.
const SPEECH: (i32, i32) = (1200, 60);

/// One value.
pub struct Tone {
    /// Where it stands on the figure's scale, from 0 to 1; `None` for one that is not known, which is only said.
    pub share: Option<f64>,
    /// The value in words.
    pub words: String,
}

/// The tones of the moment, from the first to the last.
type Tones = Box<dyn Fn() -> Vec<Tone>>;

struct Player {
    figure: Element,
    button: HtmlElement,
    region: Element,
    tones: Tones,
    /// The word on the button while nothing plays.
    play: String,
    context: OnceCell<AudioContext>,
    /// What is still to be heard after the present tone; `None` while nothing plays.
    left: RefCell<Option<vec::IntoIter<Tone>>>,
    /// The figure's state that is being played.
    state: RefCell<String>,
    pause: Pause,
}

/// Makes the figure's button `tones` play what `tones` gives at that moment.
///
/// # Errors
/// The part that is missing.
pub fn offer(root: &Element, tones: impl Fn() -> Vec<Tone> + 'static) -> Result<(), Missing> {
    offer_boxed(root, Box::new(tones))
}

/// Compiled once for all figures, where [`offer`] is once for each.
fn offer_boxed(root: &Element, tones: Tones) -> Result<(), Missing> {
    let button: HtmlElement = part(root, "tones")?;
    if !dom::window_has("AudioContext") {
        button.set_hidden(true);
        return Ok(());
    }
    let play = button.text_content().unwrap_or_default();
    let player = Rc::new(Player {
        figure: root.clone(),
        region: part(root, "announce")?,
        tones,
        play,
        context: OnceCell::new(),
        left: RefCell::default(),
        state: RefCell::default(),
        pause: Pause::default(),
        button,
    });
    let this = player.clone();
    dom::on(&player.button, "click", Box::new(move |_| this.pressed()));
    Ok(())
}

impl Player {
    fn pressed(self: &Rc<Self>) {
        if self.left.borrow().is_some() {
            return self.stop();
        }
        // A context that is made before the reader acts stays silent.
        if self.context.get().is_none()
            && let Ok(context) = AudioContext::new()
        {
            let _ = self.context.set(context);
        }
        *self.left.borrow_mut() = Some((self.tones)().into_iter());
        *self.state.borrow_mut() = address::told(&self.figure);
        self.button.set_text_content(self.button.get_attribute("data-stop").as_deref());
        self.next();
    }

    fn stop(&self) {
        *self.left.borrow_mut() = None;
        self.pause.end();
        self.button.set_text_content(Some(&self.play));
    }

    fn next(self: &Rc<Self>) {
        let tone = self.left.borrow_mut().as_mut().and_then(Iterator::next);
        // The values of a state that is no longer shown would contradict what is said of the new one.
        let is_shown = *self.state.borrow() == address::told(&self.figure);
        let Some(tone) = tone.filter(|_| is_shown) else { return self.stop() };
        self.region.set_text_content(Some(&tone.words));
        if let (Some(share), Some(context)) = (tone.share, self.context.get()) {
            // A tone that the browser refuses leaves the words.
            drop(sound(context, hertz_from_share(share)));
        }
        let bytes = i32::try_from(tone.words.len()).unwrap_or(0);
        let this = self.clone();
        self.pause.then(SPEECH.0 + SPEECH.1 * bytes, Box::new(move || this.next()));
    }
}

fn sound(context: &AudioContext, hertz: f64) -> Result<(), JsValue> {
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
