//! The browser's entry: brings the figures of the built page alive.

fn main() {
    csto_explainer::live::start::start();
}
