//! A figure's values as tones, for readers who would rather hear them: higher is more, and each value is said as it sounds.
//!
//! Nothing sounds before the reader asks; the same button stops it.

use std::{sync::Mutex, vec};

use leptos::prelude::*;
use web_sys::{AudioContext, HtmlElement};

use super::leaf::{on_click, text};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{
        audio,
        dom::{self, Missing, part},
        schedule::Pause,
    },
    chart::pitch::hertz_from_share,
};

/// What speaking a value takes: milliseconds at least, and for each of its bytes.
const SPEECH: (u64, u64) = (1200, 60);

/// One value.
pub(crate) struct Tone {
    /// Where it stands on the figure's scale, from 0 to 1; `None` for one that is not known, which is only said.
    pub share: Option<f64>,
    /// The value in words.
    pub words: String,
}

/// The words on the button.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// While nothing plays.
    pub play: String,
    /// While it plays.
    pub stop: String,
}

/// The tones of the moment, from the first to the last.
type Tones = Box<dyn Fn() -> Vec<Tone> + Send + Sync>;

/// What plays. It lasts as long as the page.
struct Player {
    figure: Figure,
    tones: Tones,
    is_playing: RwSignal<bool>,
    /// What is still to be heard after the present tone, and the figure's state that is being played.
    left: Mutex<(vec::IntoIter<Tone>, String)>,
    pause: Pause,
}

/// The button that plays what `tones` gives at that moment.
///
/// ```ignore
/// view! { <TonesButton figure words tones=Box::new(move || data.tones(state.get_untracked()))/> }
/// ```
#[component]
pub(crate) fn TonesButton(
    /// The figure, which announces each value.
    figure: Figure,
    /// The words on the button.
    words: Words,
    /// What is to be heard.
    tones: Tones,
) -> impl IntoView {
    let is_playing = RwSignal::new(false);
    let left = Mutex::new((Vec::new().into_iter(), String::new()));
    let player: &'static Player = Box::leak(Box::new(Player { figure, tones, is_playing, left, pause: Pause::default() }));
    let Words { play, stop } = words;
    let stop_again = stop.clone();
    let label = move || if is_playing.get() { stop.clone() } else { play.clone() };
    view! {
        <button
            type="button"
            data-part="tones"
            data-stop=stop_again
            data-live=""
            disabled
            on:click:capture=on_click(move |_| player.press())
            inner_html=text(label)
        ></button>
    }
}

impl Player {
    fn press(&'static self) {
        if self.is_playing.get_untracked() {
            // What was to follow finds that nothing plays, and closes what it would have sounded on.
            return self.is_playing.set(false);
        }
        if let Ok(mut left) = self.left.lock() {
            *left = ((self.tones)().into_iter(), self.figure.query.get_untracked());
        }
        self.is_playing.set(true);
        // One that is made before the reader acts stays silent.
        self.next(AudioContext::new().ok());
    }

    fn next(&'static self, context: Option<AudioContext>) {
        // The values of a state that is no longer shown would contradict what is said of the new one.
        let next = self.left.lock().ok().and_then(|mut left| {
            let is_shown = self.figure.query.with_untracked(|now| *now == left.1);
            left.0.next().filter(|_| is_shown && self.is_playing.get_untracked())
        });
        let Some(tone) = next else {
            // Left open it would keep the device's sound at work, and browsers allow only some.
            drop(context.map(|context| context.close()));
            return self.is_playing.set(false);
        };
        let pause = SPEECH.0 + SPEECH.1 * u64::try_from(tone.words.len()).unwrap_or(0);
        if let (Some(share), Some(context)) = (tone.share, &context) {
            // A tone that the browser refuses leaves the words.
            drop(audio::play(context, hertz_from_share(share)));
        }
        self.figure.announced.set(tone.words);
        self.pause.then(pause, Box::new(move || self.next(context)));
    }
}

/// Puts the button into its slot in the figure `root`, with the words that it has there; hides it where the browser has no
/// audio.
///
/// # Errors
/// Where the button is missing.
pub(crate) fn attach(
    root: &web_sys::Element,
    figure: Figure,
    slots: &mut Slots,
    tones: impl Fn() -> Vec<Tone> + Send + Sync + 'static,
) -> Result<(), Missing> {
    let button: HtmlElement = part(root, "tones")?;
    if !dom::window_has("AudioContext") {
        button.set_hidden(true);
        return Ok(());
    }
    let words = Words { play: button.text_content().unwrap_or_default(), stop: button.get_attribute("data-stop").unwrap_or_default() };
    slots.put("tones", move || TonesButton(TonesButtonProps { figure, words, tones: Box::new(tones) }))
}
