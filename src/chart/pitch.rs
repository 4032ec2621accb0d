//! From a share of a scale to the pitch of a tone.

/// The pitch of zero, in hertz: the A below middle C.
const LOWEST: f64 = 220.0;

/// Semitones from zero to the end of the scale: two octaves, which small loudspeakers can play too.
const RANGE: f64 = 24.0;

/// The ratio of neighbouring semitones.
const SEMITONE: f64 = 1.059_463_094_359_295_3;

/// The pitch in hertz of `share`, which is clamped to 0 to 1, rounded to a semitone.
pub(crate) fn hertz_from_share(share: f64) -> f64 {
    // At most 24.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let semitones = (share.clamp(0.0, 1.0) * RANGE).round() as u32;
    // Multiplied out, for a power of floating-point numbers is a kilobyte of WebAssembly.
    (0..semitones).fold(LOWEST, |hertz, _| hertz * SEMITONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_spans_two_octaves_and_no_share_leaves_it() {
        for (share, hertz) in [(0.0, 220.0), (0.5, 440.0), (1.0, 880.0), (-3.0, 220.0), (7.0, 880.0), (f64::NAN, 220.0)] {
            assert!((hertz_from_share(share) - hertz).abs() < 1e-6, "{share}");
        }
    }
}
