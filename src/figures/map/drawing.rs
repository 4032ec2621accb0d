//! The drawing as prerendered SVG, in two layouts: a main map, and two corners of it drawn larger.
//!
//! It is SVG of its own rather than the painter's, because nothing redraws it: one path per class of shape, coloured by
//! `style/map.css`, is a third of what the painter's marks would weigh in the page.

use super::geometry::{self, Px, View};
use crate::{
    content::{
        Content,
        ledger::Mark,
        map::{MapData, Place},
        markdown::escape,
    },
    text::words::Words,
};

/// The corners, by the key of their names in the words.
const CORNERS: [&str; 2] = ["corner_caucasus", "corner_asia"];

/// Radius of a crisis with an appeal in a corner and on the main map, of one without, and of the one to which soldiers came.
const RING: f64 = 5.0;
const SMALL_RING: f64 = 3.0;
const DOT: f64 = 3.0;
const SMALL_DOT: f64 = 2.0;
const CAME: f64 = 7.0;

/// Names on the maps: key of the words, longitude and latitude in hundredths of a degree, panel.
const NAMES: [(&str, [i32; 2], usize); 9] = [
    ("name_RUS", [5350, 5750], 0),
    ("name_BLR", [2800, 5245], 0),
    ("name_KAZ", [6700, 4930], 0),
    ("name_ARM", [4440, 4040], 1),
    ("name_AZE", [4735, 4060], 1),
    ("name_GEO", [4460, 4148], 1),
    ("name_KGZ", [7360, 4135], 2),
    ("name_TJK", [7050, 3825], 2),
    ("name_AFG", [7020, 3655], 2),
];

/// The main map and its corners. Both layouts show the same views, so that their paths are the same text and the second
/// compresses to nothing.
const VIEWS: [View; 3] = [
    View { centre: (56.5, 49.2), scale: 10.4, size: (478.0, 304.0) },
    View { centre: (45.9, 40.2), scale: 3.1, size: (150.0, 128.0) },
    View { centre: (71.4, 39.1), scale: 4.8, size: (150.0, 128.0) },
];

/// A layout: its size, and where its panels stand.
pub(crate) struct Layout {
    /// The class by which CSS chooses it.
    pub class: &'static str,
    /// Width and height.
    pub size: Px,
    /// Upper left corners of the panels.
    corners: [Px; 3],
    /// How much larger than its view the main map is drawn.
    zoom: f64,
}

/// The layouts.
pub(crate) const LAYOUTS: [Layout; 2] = [
    Layout { class: "narrow", size: (312.0, 354.0), corners: [(0.0, 0.0), (0.0, 226.0), (162.0, 226.0)], zoom: 312.0 / 478.0 },
    Layout { class: "wide", size: (640.0, 304.0), corners: [(0.0, 0.0), (490.0, 20.0), (490.0, 176.0)], zoom: 1.0 },
];

/// Where a label stands beside its ring: anchor, and the way from the ring's middle.
fn beside(place: &str) -> (&'static str, Px) {
    match place {
        "jermuk" => ("end", (-9.0, 4.0)),
        "goris" => ("middle", (2.0, 19.0)),
        "batken" => ("middle", (0.0, 20.0)),
        "stepanakert" => ("middle", (0.0, -10.0)),
        "bishkek" => ("end", (-7.0, 4.0)),
        "minsk" => ("middle", (0.0, -7.0)),
        _ => ("", (9.0, 4.0)),
    }
}

/// Whether the main map shows a place, given in hundredths of a degree.
pub(crate) fn shows(at: [i32; 2]) -> bool {
    VIEWS[0].contains(VIEWS[0].px_from_degrees(at))
}

impl Layout {
    /// The places of the crises, each in the largest panel that shows it, in the order of `map.places`.
    pub(crate) fn marks(&self, map: &MapData) -> Vec<Px> {
        map.places.iter().map(|place| self.mark(map, place).1).collect()
    }

    fn zoom(&self, panel: usize) -> f64 {
        if panel == 0 { self.zoom } else { 1.0 }
    }

    /// The pixel of a place in a panel.
    fn px(&self, panel: usize, at: [i32; 2]) -> Px {
        let (corner, zoom) = (self.corners[panel], self.zoom(panel));
        let (x, y) = VIEWS[panel].px_from_degrees(at);
        (corner.0 + x * zoom, corner.1 + y * zoom)
    }

    /// The panel of a crisis and its place in it; crises at one place stand side by side.
    fn mark(&self, map: &MapData, place: &Place) -> (usize, Px) {
        let corner = (1..3).find(|&n| VIEWS[n].contains(VIEWS[n].px_from_degrees(place.at)));
        let panel = corner.unwrap_or(0);
        let (x, y) = self.px(panel, place.at);
        let same = same_place(map, place);
        let aside = match (same.len(), same.first() == Some(&place.appeal.as_str())) {
            (1, _) => 0.0,
            (_, true) => -RING - 1.0,
            (_, false) => RING + 1.0,
        };
        (panel, (x + aside, y))
    }

    /// The drawing.
    pub(crate) fn svg(&self, content: &Content, map: &MapData, words: &Words) -> String {
        let mut out = format!(
            "<svg class=\"{}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" aria-hidden=\"true\" focusable=\"false\">",
            self.class,
            w = self.size.0,
            h = self.size.1
        );
        for (n, (view, (left, top))) in VIEWS.iter().zip(self.corners).enumerate() {
            let zoom = self.zoom(n);
            let zoom = if zoom < 1.0 { format!(" scale({zoom:.4})") } else { String::new() };
            out += &format!("<g transform=\"translate({left} {top}){zoom}\">{}</g>", ground(content, map, view, n > 0));
        }
        for (n, key) in CORNERS.iter().enumerate() {
            let (left, top) = self.corners[n + 1];
            out += &text("corner", "", (left, top - 7.0), words.get(key));
            out += &self.outline(n + 1);
        }
        for (key, at, panel) in NAMES {
            out += &text("", "middle", self.px(panel, at), words.get(key));
        }
        out += &self.crises(content, map, words);
        out + "</svg>"
    }

    /// What a corner shows, as a frame on the main map.
    fn outline(&self, corner: usize) -> String {
        let (view, main) = (&VIEWS[corner], &VIEWS[0]);
        let (longitude, latitude) = view.centre;
        // Far below the range of i32.
        #[allow(clippy::cast_possible_truncation)]
        let (x, y) = self.px(0, [(longitude * 100.0) as i32, (latitude * 100.0) as i32]);
        let [width, height] = [view.size.0, view.size.1].map(|px| (px * view.scale / main.scale * self.zoom).round());
        let (left, top) = ((x - width / 2.0).round(), (y - height / 2.0).round());
        format!("<path class=\"frame\" d=\"M{left} {top}h{width}v{height}h-{width}z\"/>")
    }

    fn crises(&self, content: &Content, map: &MapData, words: &Words) -> String {
        let mut out = String::new();
        for place in &map.places {
            let Some(appeal) = content.ledger.iter().find(|a| a.id == place.appeal) else { continue };
            let (panel, at) = self.mark(map, place);
            let (class, large, small) = match appeal.mark() {
                Mark::Came => {
                    out += &circle("came", at, CAME);
                    out += &text("strong", "middle", (at.0 - 6.0, at.1 - 13.0), words.get("came"));
                    continue;
                }
                Mark::NotAsked => ("dot", DOT, SMALL_DOT),
                Mark::Soldiers | Mark::Help => ("ring", RING, SMALL_RING),
            };
            out += &circle(class, at, large);
            if appeal.mark() == Mark::Soldiers {
                out += &circle("dot", at, SMALL_DOT);
            }
            let same = same_place(map, place);
            if same.first() == Some(&place.appeal.as_str()) {
                if panel > 0 {
                    out += &circle(class, self.px(0, place.at), small);
                }
                let years = content.ledger.iter().filter(|a| same.contains(&a.id.as_str()));
                let mut years: Vec<&str> = years.filter_map(|a| a.date.split('-').next()).collect();
                years.dedup();
                let (anchor, (right, down)) = beside(&place.place);
                let middle = if same.len() > 1 { at.0 + RING + 1.0 } else { at.0 };
                out += &text("strong", anchor, (middle + right, at.1 + down), &years.join(", "));
            }
        }
        out
    }
}

/// The crises at the place of one, in the order of the map's places.
fn same_place<'a>(map: &'a MapData, place: &Place) -> Vec<&'a str> {
    map.places.iter().filter(|p| p.place == place.place).map(|p| p.appeal.as_str()).collect()
}

/// The classes of a panel's shapes, each with its path: land, members upon it, borders and the disputed area.
pub(crate) fn shapes(content: &Content, map: &MapData, view: &View, is_corner: bool) -> [(&'static str, String); 4] {
    let borders = geometry::borders(&map.arcs, view);
    let is_member = |state: &str| content.members.iter().any(|m| m.iso3 == state);
    let is_disputed = |state: &str| state == map.disputed;
    let is_other = |state: &str| !state.is_empty() && !is_member(state) && !is_disputed(state);
    // The tint shows where members end; lines part them from one another, and in the corners the others too.
    let mut lines = geometry::between(&borders, view, is_member);
    if is_corner {
        lines.extend(geometry::between(&borders, view, is_other));
    }
    let disputed = geometry::merged(&borders, view, is_disputed);
    [
        ("land", geometry::path(&geometry::land(&map.land, view), true)),
        ("member", geometry::path(&geometry::merged(&borders, view, is_member), true)),
        ("border", geometry::path(&lines, false)),
        ("disputed", geometry::path(&disputed, true) + &geometry::path(&geometry::hatching(&disputed, 4.0), false)),
    ]
}

/// One panel without its crises, in its frame.
fn ground(content: &Content, map: &MapData, view: &View, is_corner: bool) -> String {
    let shapes = shapes(content, map, view, is_corner);
    let shapes = shapes.iter().filter(|(_, data)| !data.is_empty());
    let shapes: String = shapes.map(|(class, data)| format!("<path class=\"{class}\" d=\"{data}\"/>")).collect();
    let (width, height) = view.size;
    shapes + &format!("<path class=\"frame\" d=\"M0 0h{width}v{height}h-{width}z\"/>")
}

fn circle(class: &str, (x, y): Px, radius: f64) -> String {
    format!("<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>", x.round(), y.round())
}

fn text(class: &str, anchor: &str, (x, y): Px, words: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let anchor = if anchor.is_empty() { String::new() } else { format!(" text-anchor=\"{anchor}\"") };
    format!("<text{class} x=\"{}\" y=\"{}\"{anchor}>{}</text>", x.round(), y.round(), escape(words))
}
