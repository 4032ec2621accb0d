//! The browser's entry: starts every figure that the page holds.

fn main() {
    #[cfg(feature = "csr")]
    csto_explainer::figures::live::start();
}
