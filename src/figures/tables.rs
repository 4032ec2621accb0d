//! What a program does for the tables of every figure that it has mounted.

use web_sys::Element;

use crate::{app::figure::Figure, ui::sorting};

/// Lets readers sort those tables of the figure `root` that never change.
pub fn sort(root: &Element, figure: Figure) {
    sorting::attach(root, figure);
}
