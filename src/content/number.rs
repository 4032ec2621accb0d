//! Numbers and dates as the page writes them.

/// `value` with grouped thousands and at most `decimals` decimals: 2500 → "2,500".
pub fn grouped(value: f64, decimals: u8) -> String {
    let fixed = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    let is_zero = out.chars().all(|c| matches!(c, '0' | '.' | ','));
    if value < 0.0 && !is_zero { format!("−{out}") } else { out }
}

/// Decimals that show `value` without rounding it, at most two.
pub fn decimals_of(value: f64) -> u8 {
    (0..2).find(|&d| ((value * 10f64.powi(i32::from(d))).round() / 10f64.powi(i32::from(d)) - value).abs() < 1e-9).unwrap_or(2)
}

/// A calendar date known to the year, month or day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; `None` for anything else, and for days that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut field = |digits: usize| match parts.next() {
            None => Some(None),
            Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => p.parse::<u16>().ok().map(Some),
            Some(_) => None,
        };
        let (year, month, day) = (field(4)??, field(2)?, field(2)?);
        if parts.next().is_some() || !(1900..=2100).contains(&year) {
            return None;
        }
        let month = match month {
            None => None,
            Some(m @ 1..=12) => u8::try_from(m).ok(),
            Some(_) => return None,
        };
        let day = match (month, day) {
            (_, None) => None,
            (Some(m), Some(d)) if d >= 1 && d <= u16::from(days_in(year, m)) => u8::try_from(d).ok(),
            _ => return None,
        };
        Some(Self { year, month, day })
    }

    /// The first day that the date can mean.
    pub fn first_day(self) -> Self {
        let month = self.month.unwrap_or(1);
        Self { month: Some(month), day: Some(self.day.unwrap_or(1)), ..self }
    }

    /// The last day that the date can mean.
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        Self { month: Some(month), day: Some(self.day.unwrap_or_else(|| days_in(self.year, month))), ..self }
    }

    /// The number of the first day that the date can mean, in an unbroken count of days.
    pub fn day_number(self) -> u32 {
        let (month, day) = (u32::from(self.month.unwrap_or(1)), u32::from(self.day.unwrap_or(1)));
        // Years begin in March, so that the leap day is their last: the day's number in a year, and leap days before it.
        let year = u32::from(self.year);
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// "6 January 2022", "January 2022" or "2022"; `months` are the twelve names in order.
pub(crate) fn date_long(date: Date, months: &[String]) -> String {
    let name = |m: u8| months.get(usize::from(m) - 1).map_or("", String::as_str);
    match (date.month, date.day) {
        (Some(m), Some(d)) => format!("{d} {} {}", name(m), date.year),
        (Some(m), None) => format!("{} {}", name(m), date.year),
        _ => date.year.to_string(),
    }
}

/// "6 January", without the year, when the day is known.
pub(crate) fn date_day(date: Date, months: &[String]) -> String {
    match (date.month, date.day) {
        (Some(m), Some(d)) => format!("{d} {}", months.get(usize::from(m) - 1).map_or("", String::as_str)),
        _ => date_long(date, months),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(2500.0, 0), "2,500");
        assert_eq!(grouped(193_573_382.0, 0), "193,573,382");
        assert_eq!(grouped(74.83, 1), "74.8");
        assert_eq!(grouped(-0.2, 0), "0");
        assert_eq!(grouped(-1200.0, 0), "−1,200");
    }

    #[test]
    fn impossible_dates_are_refused() {
        for bad in [
            "",
            "22",
            "2022-13",
            "2022-00-01",
            "2022-02-30",
            "2022-1-6",
            "2022-01-06-01",
            "2023-02-29",
            "2100-02-29",
            "2022-04-31",
            "2022-11-31",
            "x022-01",
            "2022-01-",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        for good in ["2024-02-29", "2000-02-29", "2022-04-30", "2022-12-31"] {
            assert!(Date::parse(good).is_some(), "{good}");
        }
    }

    #[test]
    fn dates_order_by_time() {
        assert!(Date::parse("2010-06-12") < Date::parse("2010-12-10"));
        assert!(Date::parse("2010") < Date::parse("2011-01"));
    }

    #[test]
    fn a_date_spans_its_days() {
        let span = |text| Date::parse(text).map(|d| (d.first_day(), d.last_day()));
        assert_eq!(span("2024-02"), Date::parse("2024-02-01").zip(Date::parse("2024-02-29")));
        assert_eq!(span("2015"), Date::parse("2015-01-01").zip(Date::parse("2015-12-31")));
        assert_eq!(span("2015-08-06"), Date::parse("2015-08-06").zip(Date::parse("2015-08-06")));
    }

    #[test]
    fn the_first_of_march_follows_the_last_day_of_february_in_every_year() {
        for year in 1900..=2100 {
            let [february, march] = [format!("{year}-02"), format!("{year}-03")].map(|text| Date::parse(&text).expect("a month"));
            assert_eq!(february.last_day().day_number() + 1, march.day_number(), "{year}");
        }
    }

    #[test]
    fn a_date_is_written_as_far_as_it_is_known() {
        let months: Vec<String> = (1..=12).map(|month| format!("M{month}")).collect();
        let written = |text| Date::parse(text).map(|date| (date_long(date, &months), date_day(date, &months)));
        let both = |long: &str, day: &str| Some((long.to_owned(), day.to_owned()));
        assert_eq!(written("2022-01-06"), both("6 M1 2022", "6 M1"));
        assert_eq!(written("2021-12"), both("M12 2021", "M12 2021"));
        assert_eq!(written("1994"), both("1994", "1994"));
    }

    #[test]
    fn decimals_show_what_is_there() {
        assert_eq!((decimals_of(18000.0), decimals_of(24.5), decimals_of(53.22)), (0, 1, 2));
    }
}
