//! Parts that must make a whole.

/// A sum further from 100 percent than this is a slip, not rounding.
const TOLERANCE: f64 = 0.5;

/// Whether shares whose sum is `percent`, each of them rounded, make all of something.
pub(super) fn is_whole(percent: f64) -> bool {
    (percent - 100.0).abs() <= TOLERANCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_no_slip_and_more_than_it_is() {
        for percent in [99.5, 100.0, 100.5] {
            assert!(is_whole(percent), "{percent}");
        }
        for percent in [0.0, 99.4, 100.6, f64::NAN] {
            assert!(!is_whole(percent), "{percent}");
        }
    }
}
