//! Numbers and dates as the page writes them.

use csto_explainer::{
    content::number::{Date, decimals_of, grouped},
    text::words,
};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_grouped_number_is_read_back(value in -1e12..1e12f64, decimals in 0..4u8) {
        let text = grouped(value, decimals);
        let read: f64 = text.replace(',', "").replace('−', "-").parse().expect("a number");
        prop_assert!((read - value).abs() <= 0.500_001 / 10f64.powi(i32::from(decimals)) + value.abs() * f64::EPSILON, "{text}");
        prop_assert!(text != "−0" && !text.starts_with("−0.0000"), "{text}");
    }

    #[test]
    fn thousands_stand_in_threes(value: u32) {
        let text = words::grouped(value);
        let groups: Vec<&str> = text.split(',').collect();
        prop_assert!((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3), "{text}");
        prop_assert_eq!(&text, &grouped(f64::from(value), 0), "the browser writes as the build does");
        prop_assert_eq!(text.replace(',', ""), value.to_string());
    }

    #[test]
    fn what_has_two_decimals_is_shown_whole(hundredths in 0..10_000_000u32) {
        let value = f64::from(hundredths) / 100.0;
        let read: f64 = grouped(value, decimals_of(value)).replace(',', "").parse().expect("a number");
        prop_assert!((read - value).abs() < 1e-9);
    }

    #[test]
    fn rounding_never_leaves_whole_numbers(value: f64) {
        let rounded = words::rounded(value);
        prop_assert!(value.is_nan() || f64::from(rounded) <= value.max(0.0) + 0.5);
    }

    #[test]
    fn any_text_is_a_date_of_the_calendar_or_none(text in "\\PC{0,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{2}") {
        if let Some(date) = Date::parse(&text) {
            prop_assert!(date.first_day() <= date.last_day());
            let parts = [date.month, date.day];
            let written = parts.iter().flatten().fold(format!("{:04}", date.year), |text, part| format!("{text}-{part:02}"));
            prop_assert_eq!(written, text);
        }
    }

    #[test]
    fn a_day_later_is_a_later_date(year in 1900..2100u16, month in 1..=12u8, day in 1..=27u8) {
        let date = |day: u8| Date::parse(&format!("{year:04}-{month:02}-{day:02}"));
        prop_assert!(date(day).is_some() && date(day) < date(day + 1));
    }
}
