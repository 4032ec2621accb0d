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
    /// Where the notes of a state begin, and how many letters a line of them may have.
    pub notes: (Px, usize),
    /// Where the names of the neighbours stand; the last only where there is room.
    pub russia: Px,
    pub china: Px,
    pub kyrgyzstan: Option<Px>,
    /// The way from the mark of a town to its name, and where the name is anchored: Zhanaozen, Almaty.
    pub names: [(f64, f64, &'static str); 2],
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
        country: (147.0, 60.0),
        notes: ((52.0, 80.0), 34),
        russia: (7.0, 18.0),
        china: (306.0, 168.0),
        kyrgyzstan: None,
        names: [(-35.0, 25.0, ""), (-13.0, 5.0, "end")],
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
        country: (300.0, 122.0),
        notes: ((190.0, 152.0), 40),
        russia: (14.0, 28.0),
        china: (628.0, 344.0),
        kyrgyzstan: Some((436.0, 346.0)),
        names: [(-18.0, 28.0, ""), (-16.0, 5.0, "end")],
        dead: &[(0.0, 415.0)],
        labels: 447.0,
        days: (456.0, 487.0),
        under: (520.0, 520.0),
        night: 3.0,
    },
];
