//! Printing that a closed pipe ends quietly, as in `cargo xtask test | head`; `println!` would panic.

use std::{
    fmt::Arguments,
    io::{self, Write},
    process,
};

/// `println!`, but a closed pipe ends the program without a message.
macro_rules! say {
    ($($text:tt)*) => { $crate::say::write(format_args!("{}\n", format_args!($($text)*))) };
}
pub(crate) use say;

/// Writes to the standard output at once; a closed pipe ends the program with the status that a shell gives for it.
pub(crate) fn write(text: Arguments) {
    let mut output = io::stdout().lock();
    if output.write_fmt(text).and_then(|()| output.flush()).is_err() {
        process::exit(141);
    }
}
