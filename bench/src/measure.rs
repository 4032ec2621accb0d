//! What is measured, and the middle of what several visits found.

/// One measure, a column of the report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    /// In a sample.
    pub(crate) key: &'static str,
    /// In the head of the table.
    pub(crate) title: &'static str,
    /// What a value is divided by for the table.
    pub(crate) unit: f64,
    /// Decimals in the table.
    pub(crate) decimals: usize,
}

const fn measure(key: &'static str, title: &'static str, unit: f64, decimals: usize) -> Measure {
    Measure { key, title, unit, decimals }
}

/// All, in the order of the table.
pub(crate) const ALL: [Measure; 12] = [
    measure("first", "first paint, ms", 1.0, 0),
    measure("largest", "largest paint, ms", 1.0, 0),
    measure("interactive", "interactive, ms", 1.0, 0),
    measure("cover", "cover alive, ms", 1.0, 0),
    measure("blocking", "blocked, ms", 1.0, 0),
    measure("late", "longest task after, ms", 1.0, 0),
    measure("input", "key to frame, ms", 1.0, 1),
    measure("shift", "layout shift", 1.0, 4),
    measure("bytes", "all, KB", 1000.0, 1),
    measure("code", "code, KB", 1000.0, 1),
    measure("memory", "memory, MB", 1_000_000.0, 2),
    measure("elements", "elements", 1.0, 0),
];

/// The value in the middle; of an even number the upper of the two.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_does_not_feel_one_outlier() {
        assert_eq!(median(&[3.0, 900.0, 1.0]), Some(3.0));
        assert_eq!(median(&[]), None);
    }
}
