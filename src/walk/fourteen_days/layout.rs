//! Where things stand, in the two widths of the drawing, in its own pixels.

use crate::figures::map::geometry::Px;

/// A layout: the ground at the top, the dead under it, then the strip of days.
pub(super) struct Layout {
    /// The class by which CSS chooses it.
    pub class: &'static str,
    /// Width and height.
    pub size: Px,
    /// From one line of text to the next.
    pub line: f64,
    /// Where the country's name stands.
    pub country: Px,
    /// The most characters in a line beneath the country's name.
    pub why: usize,
    /// Where the notes of a state begin, below the strip, and the most characters in a line of them.
    pub notes: (Px, usize),
    /// How far from the left they begin beside the day, and how many fewer characters a line then has.
    pub beside: (f64, usize),
    /// Where the names of the neighbours stand, each with the length of its border; the last only where there is room.
    pub russia: [Px; 2],
    pub china: [Px; 2],
    pub kyrgyzstan: Option<Px>,
    /// The way from the mark of a town to its name: Zhanaozen, below the land; Almaty, up to its mark.
    pub names: [Px; 2],
    /// The most characters in a line of the text about a town, which is above the town's name.
    pub here: usize,
    /// The lines of the dead.
    pub dead: &'static [Px],
    /// The strip: the line of its labels, upper and lower edge of its days, and the lines under its bar.
    pub labels: f64,
    pub days: (f64, f64),
    pub under: (f64, f64),
    /// Half the width of the mark of the night.
    pub night: f64,
}

/// The layouts.
pub(super) const LAYOUTS: [Layout; 2] = [
    Layout {
        class: "narrow",
        size: (312.0, 352.0),
        line: 16.0,
        country: (174.0, 52.0),
        why: 30,
        notes: ((0.0, 316.0), 47),
        beside: (76.0, 13),
        russia: [(6.0, 14.0), (6.0, 29.0)],
        china: [(306.0, 148.0), (306.0, 163.0)],
        kyrgyzstan: None,
        names: [(-37.0, 26.0), (-13.0, 5.0)],
        here: 20,
        dead: &[(0.0, 187.0), (0.0, 203.0)],
        labels: 224.0,
        days: (230.0, 254.0),
        under: (280.0, 295.0),
        night: 2.0,
    },
    Layout {
        class: "wide",
        size: (640.0, 524.0),
        line: 20.0,
        country: (330.0, 132.0),
        why: 48,
        notes: ((0.0, 500.0), 80),
        beside: (92.0, 12),
        russia: [(108.0, 26.0), (108.0, 45.0)],
        china: [(628.0, 284.0), (628.0, 303.0)],
        kyrgyzstan: Some((462.0, 318.0)),
        names: [(-28.0, 62.0), (-16.0, 5.0)],
        here: 40,
        dead: &[(0.0, 374.0)],
        labels: 402.0,
        days: (410.0, 440.0),
        under: (473.0, 473.0),
        night: 3.0,
    },
];
