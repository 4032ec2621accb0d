//! Which living figure has which id.

use web_sys::Element;

use super::troop_shares;
use crate::live::dom::Missing;

/// Brings the figure `id` alive.
///
/// # Errors
/// The part that it lacks; then it stays as built.
pub fn start(id: &str, figure: &Element) -> Result<(), Missing> {
    match id {
        troop_shares::ID => troop_shares::live::start(figure),
        _ => Err(Missing("living form")),
    }
}
