//! Keys by the code points that WebDriver gives them; letters and digits are themselves.

/// To what is focused next.
pub const TAB: char = '\u{E004}';
/// Follows, presses, takes a value.
pub const ENTER: char = '\u{E007}';
/// Closes.
pub const ESCAPE: char = '\u{E00C}';
/// Held, reverses Tab.
pub const SHIFT: char = '\u{E008}';
/// Held, commands.
pub const CONTROL: char = '\u{E009}';
/// A view up.
pub const PAGE_UP: char = '\u{E00E}';
/// A view down.
pub const PAGE_DOWN: char = '\u{E00F}';
/// To the last.
pub const END: char = '\u{E010}';
/// To the first.
pub const HOME: char = '\u{E011}';
/// Back.
pub const LEFT: char = '\u{E012}';
/// Up.
pub const UP: char = '\u{E013}';
/// On.
pub const RIGHT: char = '\u{E014}';
/// Down.
pub const DOWN: char = '\u{E015}';
