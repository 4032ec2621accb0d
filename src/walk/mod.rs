//! The walk: scenes of short cards, each scene with one stage that shows a state for each of its steps.
//!
//! Three levels, each whole without the next:
//!
//! - (a) Without script, in print and at an address with `?plain`, each card is followed by a still picture of its state.
//! - (b) The inline script `walk.js` puts the class `stepped` on `<html>`. Cards then pass a stage that sticks, and the
//!   style sheet (`style/walk.css`) shows there the still of the active step. No node moves for that: each still is an
//!   absolutely positioned box as tall as the whole scene, with a sticky picture inside.
//! - (c) The app may draw on a stage that says so by `data-stage` ([`stage`]). It follows the attribute `data-step` of the
//!   scene's `.walk` and lays a canvas over the drawing of the still that the walk shows, where it has a drawing of its own
//!   for that step; so nothing is lost where it cannot start, or fails later.
//!
//! Which step is active is computed in one place, by `step.js`, which is a part of `walk.js`. The inline script needs it
//! before there is any WebAssembly, and an app that reads the attribute cannot disagree with the style sheet, which reads
//! it too.

pub(crate) mod anchors;
pub mod answer;
pub mod card;
pub mod cites;
pub mod cover;
pub(crate) mod drawn;
pub(crate) mod expectations;
mod finding;
#[cfg(test)]
mod fixture;
mod fourteen_days;
pub(crate) mod ids;
mod of_figure;
pub mod prose;
mod record;
#[cfg(test)]
mod record_tests;
pub mod scene;
pub mod script;
mod since_then;
pub mod stage;
pub mod stages;
mod stayed_home;
pub(crate) mod steps;
pub mod still;
mod the_promise;
mod what_it_changes;
mod who_came;
