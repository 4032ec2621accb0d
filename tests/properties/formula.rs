//! Arithmetic over facts: any text is read or refused, and what is written as a sum is that sum.

use csto_explainer::content::formula::evaluate;
use proptest::{collection::vec, prelude::*};

/// A formula and its value, computed beside it.
fn sums() -> impl Strategy<Value = (String, f64)> {
    let number = (-1000i32..1000).prop_map(|n| (n.to_string(), f64::from(n)));
    number.prop_recursive(6, 32, 2, |inner| {
        (inner.clone(), prop_oneof![Just("+"), Just("-"), Just("*")], inner).prop_map(|((a, x), sign, (b, y))| {
            let value = match sign {
                "+" => x + y,
                "-" => x - y,
                _ => x * y,
            };
            (format!("( {a} {sign} {b} )"), value)
        })
    })
}

fn unknown(id: &str) -> Result<f64, String> {
    Err(format!("unknown id `{id}`"))
}

proptest! {
    #[test]
    fn a_written_sum_has_its_value((text, value) in sums()) {
        prop_assert_eq!(evaluate(&text, &mut unknown), Ok(value));
    }

    #[test]
    fn any_text_is_a_finite_number_or_a_named_fault(text: String, other in vec("[()+*/-]|1e308|0|a-b|x", 0..40)) {
        for text in [text, other.join(" ")] {
            match evaluate(&text, &mut |id| if id == "a-b" { Ok(7.0) } else { unknown(id) }) {
                Ok(value) => prop_assert!(value.is_finite()),
                Err(message) => prop_assert!(!message.is_empty()),
            }
        }
    }

    #[test]
    fn a_result_that_is_no_number_is_refused(power in 300..308) {
        let text = format!("1e{power} * 1e{power}");
        prop_assert!(evaluate(&text, &mut unknown).is_err_and(|fault| fault.contains("not a finite number")));
    }

    #[test]
    fn sums_run_from_the_left(numbers in vec(-1000i32..1000, 1..12)) {
        let text = numbers.iter().map(i32::to_string).collect::<Vec<_>>().join(" - ");
        let expected = f64::from(numbers.iter().skip(1).fold(numbers[0], |sum, n| sum - n));
        prop_assert_eq!(evaluate(&text, &mut unknown), Ok(expected));
    }
}
