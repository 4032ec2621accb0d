//! The scale of every chart, for any domain and range.

use csto_explainer::chart::scale::{Scale, round_step};
use proptest::prelude::*;

fn scales() -> impl Strategy<Value = Scale> {
    let ends = |low, high| (low..high, low..high);
    (ends(-1e6, 1e6), ends(-1e4, 1e4)).prop_map(|(domain, range)| Scale { domain, range })
}

/// Whether `value` lies between the two ends, whichever is the higher; a rounding error beyond them is allowed.
fn between(value: f64, (a, b): (f64, f64)) -> bool {
    let slack = (a.abs() + b.abs()) * f64::EPSILON;
    (a.min(b) - slack..=a.max(b) + slack).contains(&value)
}

proptest! {
    #[test]
    fn a_value_lies_as_far_along_its_range_as_along_its_domain(scale in scales(), part in 0.0..=1.0f64) {
        let ((from, to), (start, end)) = (scale.domain, scale.range);
        prop_assume!((to - from).abs() > 1e-3);
        let px: f64 = scale.px_from(from + part * (to - from));
        // The value is rounded to the precision of numbers of its own size, which a narrow domain enlarges.
        let error = 4.0 * f64::EPSILON * (start.abs() + end.abs() + (from.abs() + to.abs()) * ((end - start) / (to - from)).abs());
        prop_assert!((px - (start + part * (end - start))).abs() <= error, "{px}");
    }

    #[test]
    fn nothing_is_drawn_outside_its_range(scale in scales(), value in any::<f64>()) {
        prop_assume!(!value.is_nan());
        prop_assert!(between(scale.px_from(value), scale.range));
    }

    #[test]
    fn a_larger_value_lies_no_nearer_to_the_beginning(scale in scales(), a in -1e6..1e6, b in -1e6..1e6) {
        let along = |value| (scale.px_from(value) - scale.range.0).abs();
        let forwards = scale.domain.0 <= scale.domain.1;
        let (near, far) = if (a <= b) == forwards { (a, b) } else { (b, a) };
        prop_assert!(along(near) <= along(far));
    }

    #[test]
    fn steps_are_round_and_few(max in 0.0..1e12, most in 0..20u32) {
        let step = round_step(max, most);
        let lead = step / 10f64.powf((step * 1.000_001).log10().floor());
        prop_assert!([1.0, 2.0, 5.0].iter().any(|l| (l - lead).abs() < 1e-6), "{step}");
        prop_assert!(max <= step * f64::from(most.max(1)));
        // No smaller round step would do, unless 1 already does.
        prop_assert!(step <= 1.0 || max > step / 2.5 * f64::from(most.max(1)));
    }

    #[test]
    fn steps_end_for_any_number(max: f64, most: u32) {
        prop_assert!(round_step(max, most) >= 1.0);
    }
}
