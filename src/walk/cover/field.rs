//! The field of dots, filled column by column from the left, as SVG in units of one dot.
//!
//! Dots are the round ends of dashes that have no length: a column is one line, and a field weighs a few hundred bytes.

use std::fmt::Write;

/// The columns of the field where it is wider than high: each is one percent.
const LANDSCAPE: u32 = 100;

/// Those of the field on phones, where this leaves dots as large as the width allows and the field some half as high.
const PORTRAIT: u32 = 66;

/// The side of a cell in CSS pixels, where no style sheet says another.
const SIZE: u32 = 5;

/// A dot's part of its cell.
const DOT: &str = ".76";

/// Where dots stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Field {
    /// The class of its drawing.
    class: &'static str,
    columns: u32,
    rows: u32,
    dots: u32,
}

impl Field {
    /// The two fields of so many `dots`, wider and higher.
    pub(super) fn both(dots: u32) -> [Self; 2] {
        [("landscape", LANDSCAPE), ("portrait", PORTRAIT)].map(|(class, columns)| Self {
            class,
            columns,
            rows: dots.div_ceil(columns).max(1),
            dots,
        })
    }

    /// The drawing: three zones, which part at the `ends`, in percent, and over them the dots of a guess, which the script draws.
    pub(super) fn svg(self, ends: [u32; 2]) -> String {
        let Self { class, columns, rows, dots } = self;
        let [low, high] = ends.map(|percent| dots * percent.min(100) / 100);
        let path = |token: &str, from, to| format!("<path stroke=\"var({token})\" d=\"{}\"/>", self.path(from, to));
        [
            &format!("<svg class=\"{class}\" viewBox=\"0 0 {columns} {rows}\" width=\"{}\" height=\"{}\" ", columns * SIZE, rows * SIZE),
            &format!("fill=\"none\" stroke-width=\"{DOT}\" stroke-dasharray=\"0 1\" stroke-linecap=\"round\" aria-hidden=\"true\">"),
            "<g class=\"zones\">",
            &path("--russia", 0, low),
            &path("--axis", low, high),
            &path("--ally", high, dots),
            "</g><path class=\"said\" stroke=\"var(--russia)\" d=\"\"/></svg>",
        ]
        .concat()
    }

    /// A line through the dots `from` to `to` of each column, half a dot longer, so that rounding cannot lose the last.
    fn path(self, from: u32, to: u32) -> String {
        let mut path = String::new();
        let mut dot = from;
        while dot < to {
            let (column, row) = (dot / self.rows, dot % self.rows);
            let long = (self.rows - row).min(to - dot);
            // Writing to a String cannot fail.
            let _ = if path.is_empty() {
                write!(path, "M{column}.5 {row}.5v{}.5", long - 1)
            } else {
                // From half a dot below the last of the column before.
                write!(path, "m1-{}.5v{}.5", self.rows - 1, long - 1)
            };
            dot += long;
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dots that a browser draws for `path`: column and row of each.
    fn drawn(path: &str) -> Vec<(u32, u32)> {
        let number = |text: &str| text.parse::<f64>().expect(text);
        let whole = |value: f64| value.floor() as u32;
        let (mut x, mut y, mut dots) = (0.0, 0.0, Vec::new());
        let spaced: String =
            path.chars().map(|c| if "Mmv".contains(c) { format!(" {c} ") } else { c.to_string().replace('-', " -") }).collect();
        let mut words = spaced.split_whitespace();
        let mut next = || words.next();
        while let Some(command) = next() {
            let mut value = || number(next().expect("a number"));
            match command {
                "M" => (x, y) = (value(), value()),
                "m" => (x, y) = (x + value(), y + value()),
                "v" => {
                    let length = value();
                    dots.extend((0..=whole(length)).map(|dash| (whole(x), whole(y) + dash)));
                    y += length;
                }
                other => panic!("{other} in {path}"),
            }
        }
        dots
    }

    #[test]
    fn a_field_has_a_dot_for_each_soldier_column_by_column() {
        for field in Field::both(2500) {
            for (from, to) in [(0, 2500), (0, 1), (0, 38), (1275, 1876), (20, 30), (1875, 2500), (5, 80), (9, 9)] {
                let expected: Vec<_> = (from..to).map(|dot| (dot / field.rows, dot % field.rows)).collect();
                assert_eq!(drawn(&field.path(from, to)), expected, "{field:?} {from} to {to}");
            }
        }
    }

    #[test]
    fn a_column_of_the_wide_field_is_one_percent() {
        let [landscape, portrait] = Field::both(2500);
        assert_eq!((landscape.columns, landscape.rows), (100, 25));
        assert_eq!((portrait.columns, portrait.rows), (66, 38));
        let svg = landscape.svg([51, 75]);
        let zones = [(0, 51), (51, 75), (75, 100)].map(|(from, to)| landscape.path(from * 25, to * 25));
        let found: Vec<&str> = svg.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(found, [&*zones[0], &zones[1], &zones[2], ""], "{svg}");
    }
}
