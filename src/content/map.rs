//! The map's own small data: borders as arcs between states, and the place at which each crisis is drawn.

use serde::Deserialize;

/// `data/map.json`. Coordinates are hundredths of a degree, longitude before latitude.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapData {
    /// Where the data come from, under which terms, and how they are written down.
    pub note: String,
    /// The area that is drawn as disputed.
    pub disputed: String,
    /// One entry per row of the ledger.
    pub places: Vec<Place>,
    /// Other towns that a drawing names.
    pub towns: Vec<Town>,
    /// Rings of land, with land on their left: lakes and inland seas are rings of their own. Steps as in [`points`].
    pub land: Vec<Vec<i32>>,
    /// The borders that a drawing shows.
    pub arcs: Vec<Arc>,
}

/// Where a crisis is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Id of its row in the ledger.
    pub appeal: String,
    /// Id of the town, with its name in the figure's words as `place_<id>`.
    pub place: String,
    /// The town's number in GeoNames.
    pub geoname: u32,
    /// Longitude and latitude.
    pub at: [i32; 2],
}

/// A town that no crisis is drawn at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Town {
    /// Its id, with its name in the figure's words as `place_<id>`.
    pub place: String,
    /// Its number in GeoNames.
    pub geoname: u32,
    /// Longitude and latitude.
    pub at: [i32; 2],
}

impl MapData {
    /// Longitude and latitude of the place with this id.
    pub(crate) fn find(&self, place: &str) -> Option<[i32; 2]> {
        let town = self.towns.iter().find(|town| town.place == place).map(|town| town.at);
        town.or_else(|| self.places.iter().find(|known| known.place == place).map(|known| known.at))
    }
}

/// A stretch of border: the ISO code of the state on its left, of the one on its right (empty where there is none), and
/// its steps, as in [`points`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Arc(pub String, pub String, pub Vec<i32>);

/// The points of a line that is given as its first point and the steps between them, each as two numbers.
pub(crate) fn points(steps: &[i32]) -> Vec<[i32; 2]> {
    let mut at = [0, 0];
    let mut next = |step: &[i32; 2]| {
        at = [at[0] + step[0], at[1] + step[1]];
        at
    };
    steps.as_chunks::<2>().0.iter().map(&mut next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_from_point_to_point() {
        assert_eq!(points(&[5000, 4000, 10, -5, -20, 0]), [[5000, 4000], [5010, 3995], [4990, 3995]]);
    }
}
