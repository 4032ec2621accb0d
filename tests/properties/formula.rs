//! Arithmetic over facts: any text is read or refused, and what is written as a sum is that sum.

use csto_explainer::content::{error::Problem, formula::evaluate, number::Date};
use proptest::{array::uniform3, collection::vec, prelude::*};

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

fn unknown(id: &str) -> Result<f64, Problem> {
    Err((format!("unknown id `{id}`"), "correct it").into())
}

fn undated(id: &str) -> Result<u32, Problem> {
    Err((format!("no day in `{id}`"), "add it").into())
}

/// A day of the calendar.
fn day() -> impl Strategy<Value = Date> {
    (1900u16..2100, 1u8..=12, 1u8..=31)
        .prop_filter_map("a day that no calendar has", |(year, month, day)| Date::parse(&format!("{year}-{month:02}-{day:02}")))
}

/// The day after `date`, found by asking the calendar.
fn next(Date { year, month, day }: Date) -> Option<Date> {
    let (month, day) = (month?, day?);
    let (later_year, later_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    [(year, month, day + 1), (later_year, later_month, 1)].into_iter().find_map(|(y, m, d)| Date::parse(&format!("{y}-{m:02}-{d:02}")))
}

/// `days( from , to )`.
fn days(from: Date, to: Date) -> Result<f64, Problem> {
    evaluate("days( from , to )", &mut unknown, &|id| Ok(if id == "from" { from } else { to }.day_number()))
}

proptest! {
    #[test]
    fn a_written_sum_has_its_value((text, value) in sums()) {
        prop_assert_eq!(evaluate(&text, &mut unknown, &undated), Ok(value));
    }

    #[test]
    fn any_text_is_a_finite_number_or_a_named_fault(text: String, other in vec("[()+*/,-]|days\\(|1e308|0|a-b|x", 0..40)) {
        for text in [text, other.join(" ")] {
            match evaluate(&text, &mut |id| if id == "a-b" { Ok(7.0) } else { unknown(id) }, &|id| if id == "a-b" { Ok(7) } else { undated(id) }) {
                Ok(value) => prop_assert!(value.is_finite()),
                Err(problem) => prop_assert!(!problem.what.is_empty() && !problem.help.is_empty()),
            }
        }
    }

    #[test]
    fn a_result_that_is_no_number_is_refused(power in 300..308) {
        let text = format!("1e{power} * 1e{power}");
        prop_assert!(evaluate(&text, &mut unknown, &undated).is_err_and(|fault| fault.what.contains("too large")));
    }

    #[test]
    fn sums_run_from_the_left(numbers in vec(-1000i32..1000, 1..12)) {
        let text = numbers.iter().map(i32::to_string).collect::<Vec<_>>().join(" - ");
        let expected = f64::from(numbers.iter().skip(1).fold(numbers[0], |sum, n| sum - n));
        prop_assert_eq!(evaluate(&text, &mut unknown, &undated), Ok(expected));
    }

    #[test]
    fn the_next_day_is_the_second(day in day()) {
        let next = next(day).expect("the calendar goes on");
        prop_assert_eq!(days(day, day), Ok(1.0));
        prop_assert_eq!(days(day, next), Ok(2.0));
        prop_assert!(days(next, day).is_err_and(|fault| fault.what.contains("later")));
    }

    #[test]
    fn days_add_up(mut order in uniform3(day())) {
        order.sort();
        let [a, b, c] = order;
        // The day in the middle is counted twice.
        prop_assert_eq!(days(a, b).and_then(|ab| Ok(ab + days(b, c)? - 1.0)), days(a, c));
    }
}
