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
    /// How many letters a line beneath the country's name may have.
    pub why: usize,
    /// Where the notes of a state begin, and how many letters a line of them may have.
    pub notes: (Px, usize),
    /// Where the names of the neighbours stand; the last only where there is room.
    pub russia: Px,
    pub china: Px,
    pub kyrgyzstan: Option<Px>,
    /// The way from the mark of a town to its name: Zhanaozen, below the land; Almaty, up to its mark.
    pub names: [Px; 2],
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
        size: (312.0, 326.0),
        line: 17.0,
        country: (174.0, 57.0),
        why: 30,
        notes: ((52.0, 76.0), 30),
        russia: (6.0, 16.0),
        china: (306.0, 168.0),
        kyrgyzstan: None,
        names: [(-37.0, 36.0), (-13.0, 5.0)],
        dead: &[(0.0, 208.0), (0.0, 225.0)],
        labels: 248.0,
        days: (255.0, 279.0),
        under: (305.0, 322.0),
        night: 2.0,
    },
    Layout {
        class: "wide",
        size: (640.0, 526.0),
        line: 20.0,
        country: (330.0, 132.0),
        why: 48,
        notes: ((206.0, 160.0), 30),
        russia: (14.0, 28.0),
        china: (628.0, 344.0),
        kyrgyzstan: Some((462.0, 334.0)),
        names: [(-28.0, 74.0), (-16.0, 5.0)],
        dead: &[(0.0, 415.0)],
        labels: 447.0,
        days: (456.0, 487.0),
        under: (520.0, 520.0),
        night: 3.0,
    },
];
