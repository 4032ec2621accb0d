//! A linear scale from data to CSS pixels.

/// Maps `domain` to `range`, both as (start, end).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// In data units.
    pub domain: (f64, f64),
    /// In CSS pixels.
    pub range: (f64, f64),
}

impl Scale {
    /// The pixel of a value, clamped to the range.
    pub fn px_from(&self, value: f64) -> f64 {
        let width = self.domain.1 - self.domain.0;
        let part = if width == 0.0 { 0.0 } else { ((value - self.domain.0) / width).clamp(0.0, 1.0) };
        self.range.0 + part * (self.range.1 - self.range.0)
    }
}

/// A round step (1, 2 or 5 times a power of ten) that cuts 0 to `max` into at most `most` parts.
pub fn round_step(max: f64, most: u32) -> f64 {
    let mut power = 1.0;
    loop {
        for lead in [1.0, 2.0, 5.0] {
            let step = lead * power;
            // The last test also ends the loop for a `max` that is no number.
            if max <= step * f64::from(most.max(1)) || !max.is_finite() {
                return step;
            }
        }
        power *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_proportion_and_within_the_range() {
        let scale = Scale { domain: (0.0, 2500.0), range: (90.0, 690.0) };
        for (value, px) in [(-1.0, 90.0), (0.0, 90.0), (1250.0, 390.0), (2500.0, 690.0), (9999.0, 690.0)] {
            assert_eq!(scale.px_from(value), px);
        }
        assert_eq!(Scale { domain: (0.0, 0.0), range: (0.0, 1.0) }.px_from(3.0), 0.0);
    }

    #[test]
    fn steps_are_1_2_or_5_times_a_power_of_ten() {
        for max in [4.0, 14.0, 100.0, 2030.0, 5000.0] {
            let step = round_step(max, 5);
            let lead = step / 10f64.powf(step.log10().floor());
            assert!([1.0, 2.0, 5.0].iter().any(|l| (l - lead).abs() < 1e-9), "{max}: {step}");
            assert!(max / step <= 5.0);
        }
    }
}
