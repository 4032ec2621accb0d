//! The maps beside the ledger: the South Caucasus, Central Asia's corner, and an overview with both framed.
//!
//! Their shapes are written once, in the first still of all, and used in the others. Sizes of letters and marks follow
//! `--k` in `style/walk-record.css`, because the maps are small on a phone and large on a desk.

use super::state::State;
use crate::{
    content::{
        Content,
        error::Diagnostic,
        ledger::Appeal,
        map::{MapData, Place},
        markdown::escape,
    },
    figures::{
        frame,
        map::{
            self,
            drawing::shapes,
            geometry::{Px, View},
        },
    },
};

/// The corners, then the overview.
const VIEWS: [View; 3] = [
    View { centre: (45.6, 40.0), scale: 1.9, size: (288.0, 213.0) },
    View { centre: (73.0, 40.1), scale: 4.2, size: (288.0, 213.0) },
    View { centre: (54.0, 47.3), scale: 15.4, size: (288.0, 172.0) },
];

/// The radii of the marks where a unit of a map is a pixel; the style sheet has them too.
const RING: f64 = 5.5;
const DOT: f64 = 2.5;

/// The panel with the frames of the others.
const OVERVIEW: usize = 2;

/// Names on the maps: a key of the figure's words or a member's code, longitude and latitude in hundredths of a degree, panel.
const NAMES: [(&str, [i32; 2], usize); 14] = [
    ("ARM", [4460, 4050], 0),
    ("name_AZE", [4770, 4050], 0),
    ("name_GEO", [4350, 4150], 0),
    ("name_IRN", [4630, 3850], 0),
    ("name_TUR", [4330, 3980], 0),
    ("KAZ", [7080, 4330], 1),
    ("KGZ", [7560, 4170], 1),
    ("TJK", [7060, 3860], 1),
    ("name_AFG", [6930, 3622], 1),
    ("name_CHN", [7740, 3930], 1),
    ("name_UZB", [6795, 4000], 1),
    ("RUS", [5000, 5520], 2),
    ("BLR", [2990, 5160], 2),
    ("KAZ", [6700, 4830], 2),
];

/// The maps of a still; with `draws` their shapes too.
///
/// # Errors
/// Says what the map lacks.
pub(super) fn panels(content: &Content, shown: &[&Appeal], state: &State, draws: bool) -> Result<String, Diagnostic> {
    let map = content.map.as_ref().ok_or_else(|| Diagnostic::unplaced("shows maps, for which data/map.json is missing", "restore it"))?;
    let mut out = if draws { definitions(content, map)? } else { String::new() };
    let on_phone = on_phone(map, state);
    for (n, view) in VIEWS.iter().enumerate() {
        let (width, height) = view.size;
        let class = if on_phone.contains(&n) { "" } else { " class=\"wide-only\"" };
        out +=
            &format!("<svg{class} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><use href=\"#record-map-{n}\"/>");
        out += &marks(map, shown, state, n);
        out += "</svg>";
    }
    Ok(["<div class=\"record-maps\">", &out, "</div>"].concat())
}

/// What all stills use: the maps and the marks.
fn definitions(content: &Content, map: &MapData) -> Result<String, Diagnostic> {
    let words = frame::words(content, map::ID)?;
    let mut out = "<svg width=\"0\" height=\"0\"><defs>".to_owned();
    for (n, view) in VIEWS.iter().enumerate() {
        let (width, height) = view.size;
        out += &format!("<g id=\"record-map-{n}\"><path d=\"M0 0h{width}v{height}H0z\" fill=\"var(--sunk)\"/>");
        for (class, data) in shapes(content, map, view, n != OVERVIEW) {
            let look = match class {
                "land" => "fill=\"var(--raised)\"",
                "member" => "fill=\"var(--ally)\" fill-opacity=\"30%\"",
                "border" => "fill=\"none\" stroke=\"var(--axis)\" stroke-width=\".75\" class=\"record-line\"",
                _ => "fill=\"none\" stroke=\"var(--ink-2)\" class=\"record-line\"",
            };
            if !data.is_empty() {
                out += &format!("<path d=\"{data}\" {look}/>");
            }
        }
        if n == OVERVIEW {
            out += &format!("<path d=\"{}\" fill=\"none\" stroke=\"var(--ink)\" class=\"record-line\"/>", frames(view));
        }
        for (key, at, _) in NAMES.iter().filter(|(_, _, panel)| *panel == n) {
            let name = if key.starts_with("name_") { words.get(key) } else { content.state_name(key) };
            out += &text("record-name", "middle", view.px_from_degrees(*at), (0.0, 0.0), name);
        }
        out += "</g>";
    }
    // The style sheet sets the radii by the scale of the view. E-book readers have another scale, and use the attribute.
    let circle = |class: &str, radius: f64, look: &str| format!("<circle class=\"record-{class}\" r=\"{radius}\" {look}/>");
    let ring = circle("ring", RING, "fill=\"var(--paper)\" stroke=\"currentColor\"");
    let dot = circle("dot", DOT, "fill=\"currentColor\"");
    for (class, shape) in [
        ("came", circle("ring", RING, "fill=\"var(--russia)\"")),
        ("soldiers", [&*ring, &dot].concat()),
        ("help", ring),
        ("not-asked", dot),
    ] {
        out += &format!("<g id=\"record-{class}\">{shape}</g>");
    }
    Ok(out + "</defs></svg>")
}

/// What the corners show, as frames on the overview.
fn frames(overview: &View) -> String {
    let frame = |view: &View| {
        let (longitude, latitude) = view.centre;
        // Far below the range of i32.
        #[allow(clippy::cast_possible_truncation)]
        let (x, y) = overview.px_from_degrees([(longitude * 100.0) as i32, (latitude * 100.0) as i32]);
        let [width, height] = [view.size.0, view.size.1].map(|px| (px * view.scale / overview.scale).round());
        format!("M{} {}h{width}v{height}h-{width}z", (x - width / 2.0).round(), (y - height / 2.0).round())
    };
    VIEWS[..OVERVIEW].iter().map(frame).collect()
}

/// The crises of a panel; those that the step describes have their years.
fn marks(map: &MapData, shown: &[&Appeal], state: &State, panel: usize) -> String {
    let mut out = String::new();
    let mut years = String::new();
    for appeal in shown {
        let Some(place) = map.places.iter().find(|place| place.appeal == appeal.id) else { continue };
        if panel_of(place) != panel {
            continue;
        }
        // Crises at one place stand side by side.
        let same: Vec<_> =
            map.places.iter().filter(|other| other.place == place.place && shown.iter().any(|a| a.id == other.appeal)).collect();
        let (x, y) = VIEWS[panel].px_from_degrees(place.at);
        let aside = match (same.len(), same.first()) {
            (0 | 1, _) => "",
            (_, Some(first)) if first.appeal == appeal.id => " x=\"-.5em\"",
            _ => " x=\".5em\"",
        };
        let told = state.is_told(&appeal.id);
        let (x, y) = (x.round(), y.round());
        let class = if told { " class=\"told\"" } else { "" };
        out += &format!("<use href=\"#record-{}\"{class}{aside} transform=\"translate({x} {y})\"/>", appeal.mark().id());
        if told {
            let (anchor, away) = beside(&place.place);
            years += &text("record-year", anchor, (x, y), away, appeal.date.split('-').next().unwrap_or_default());
        }
    }
    out + &years
}

/// The two panels for which a phone has room: those of the crises that the step is about, else the corners.
fn on_phone(map: &MapData, state: &State) -> [usize; 2] {
    let told = |panel: &usize| map.places.iter().any(|place| state.is_told(&place.appeal) && panel_of(place) == *panel);
    let mut panels: Vec<usize> = (0..VIEWS.len()).collect();
    panels.sort_by_key(|panel| !told(panel));
    let (first, second) = (panels.first().copied().unwrap_or_default(), panels.get(1).copied().unwrap_or(OVERVIEW));
    [first.min(second), first.max(second)]
}

/// The first panel that shows a place.
fn panel_of(place: &Place) -> usize {
    VIEWS.iter().position(|view| view.contains(view.px_from_degrees(place.at))).unwrap_or(OVERVIEW)
}

/// Where a year stands beside its mark: anchor, and the way there, in units of its font size.
fn beside(place: &str) -> (&'static str, Px) {
    match place {
        "stepanakert" => ("middle", (0.0, -0.8)),
        "jermuk" => ("end", (-0.8, 0.35)),
        "goris" | "batken" | "almaty" => ("middle", (0.0, 1.5)),
        "bishkek" => ("end", (-0.8, 0.35)),
        _ => ("start", (0.8, 0.35)),
    }
}

fn text(class: &str, anchor: &str, (x, y): Px, (dx, dy): Px, words: &str) -> String {
    let away = if (dx, dy) == (0.0, 0.0) { String::new() } else { format!(" dx=\"{dx}em\" dy=\"{dy}em\"") };
    format!("<text class=\"{class}\" x=\"{}\" y=\"{}\"{away} text-anchor=\"{anchor}\">{}</text>", x.round(), y.round(), escape(words))
}
