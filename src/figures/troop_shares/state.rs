//! What a reader can change, and how it stands in the address.
//!
//! `v=1&total=2500&unit=troops&source=arm100-blr200-kgz150-tjk200`. Version 1 is never given another meaning;
//! `source=essay` and the ids of the other published sets are read as those sets. A number that was once offered as a
//! count and is a first stage of one, such as `tjk100`, is read as the whole, and the reader is informed.

#[cfg(feature = "ssr")]
use crate::model::shares::PublishedSet;
use crate::model::{choice::VERSION, shares::Deployment};

/// The highest total, in soldiers, that can be asked for.
pub const HIGHEST_TOTAL: u32 = 5000;

/// Reported in place of a key where an address names a first stage as a count.
pub const STAGE: &str = "stage";

/// What the bars measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Soldiers.
    Troops,
    /// Percent of the total.
    Share,
    /// Soldiers per million inhabitants.
    PerMillion,
}

impl Unit {
    /// All, in the order of the controls.
    pub const ALL: [Self; 3] = [Self::Troops, Self::Share, Self::PerMillion];

    /// The value in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Troops => "troops",
            Self::Share => "share",
            Self::PerMillion => "per-million",
        }
    }
}

/// The figure's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Soldiers in all.
    pub total: u32,
    /// What the bars measure.
    pub unit: Unit,
    /// One index per sender into its published counts.
    pub counts: Vec<usize>,
}

/// A published set in a unit, under the name of both.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSet {
    /// The id of the set, and the unit's where that is not the one that is shown at first.
    pub name: String,
    /// What the figure then shows.
    pub state: State,
    /// Queries that name no more than set and unit.
    pub shorter: Vec<String>,
}

impl State {
    /// The essay's own set: its total and the first count of each sender.
    pub fn default_of(deployment: &Deployment) -> Self {
        let total = deployment.totals.iter().find(|t| t.id == "permitted").or(deployment.totals.last()).map_or(0, |t| t.soldiers);
        Self { total, unit: Unit::Troops, counts: vec![0; deployment.senders.len()] }
    }

    /// With the total clamped to what the chosen counts and the limit allow.
    #[must_use]
    pub fn clamped(mut self, deployment: &Deployment) -> Self {
        self.total = self.total.clamp(deployment.published_sum(&self.counts).min(HIGHEST_TOTAL), HIGHEST_TOTAL);
        self
    }

    /// The states that have names, by them: each published set as it is shown at first, and in each of the other units.
    #[cfg(feature = "ssr")]
    pub fn named(deployment: &Deployment) -> Vec<NamedSet> {
        let default = Self::default_of(deployment);
        let of_set = |set: &PublishedSet| {
            let state = Self { counts: set.counts.clone(), ..default.clone() };
            Unit::ALL.map(|unit| {
                let (source, unit_pair) = (["source=", &set.id].concat(), ["unit=", unit.id()].concat());
                let version = format!("v={VERSION}");
                let mut shorter = vec![[&*version, &source, &unit_pair].join("&"), [&*version, &unit_pair, &source].join("&")];
                if unit == default.unit {
                    shorter.push([&*version, &source].join("&"));
                }
                if set.counts == default.counts {
                    shorter.push([&*version, &unit_pair].join("&"));
                }
                let name = if unit == default.unit { set.id.clone() } else { [&set.id, "-", unit.id()].concat() };
                NamedSet { name, state: Self { unit, ..state.clone() }, shorter }
            })
        };
        deployment.sets.iter().flat_map(of_set).collect()
    }

    /// Reads a query without its `?`. A bad value falls back to the default, and its key is returned beside the state;
    /// for a first stage that is named as a count, [`STAGE`] is.
    pub fn parse(query: &str, deployment: &Deployment) -> (Self, Vec<&'static str>) {
        let mut state = Self::default_of(deployment);
        let mut refused = Vec::new();
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "v" if value != VERSION => refused.push("v"),
                "total" => match value.parse::<u32>() {
                    Ok(total) => state.total = total,
                    Err(_) => refused.push("total"),
                },
                "unit" => match Unit::ALL.into_iter().find(|u| u.id() == value) {
                    Some(unit) => state.unit = unit,
                    None => refused.push("unit"),
                },
                "source" => match counts_from(value, deployment) {
                    Some((counts, has_stage)) => {
                        state.counts = counts;
                        refused.extend(has_stage.then_some(STAGE));
                    }
                    None => refused.push("source"),
                },
                _ => {}
            }
        }
        if refused.contains(&"v") {
            return (Self::default_of(deployment), vec!["v"]);
        }
        let wished = state.total;
        let state = state.clamped(deployment);
        if state.total != wished {
            refused.push("total");
        }
        (state, refused)
    }

    /// The full state as a query without its `?`.
    pub fn to_query(&self, deployment: &Deployment) -> String {
        let part = |(i, &index): (usize, &usize)| {
            deployment.senders.get(i).map(|s| s.iso3.to_ascii_lowercase() + &deployment.count(i, index).to_string())
        };
        let source: Vec<String> = self.counts.iter().enumerate().filter_map(part).collect();
        ["v=", VERSION, "&total=", &self.total.to_string(), "&unit=", self.unit.id(), "&source=", &source.join("-")].concat()
    }
}

/// The counts that `value` names, and whether it names a first stage in place of one.
fn counts_from(value: &str, deployment: &Deployment) -> Option<(Vec<usize>, bool)> {
    if let Some(set) = deployment.sets.iter().find(|s| s.id == value) {
        return Some((set.counts.clone(), false));
    }
    let mut counts = vec![None; deployment.senders.len()];
    let mut has_stage = false;
    for part in value.split('-') {
        let (iso3, soldiers) = part.split_at_checked(3)?;
        let soldiers: u32 = soldiers.parse().ok()?;
        let at = deployment.senders.iter().position(|s| s.iso3.eq_ignore_ascii_case(iso3))?;
        let sender = &deployment.senders[at];
        let index = sender.counts.iter().position(|&c| c == soldiers);
        let is_stage = index.is_none() && sender.stages.contains(&soldiers);
        has_stage |= is_stage;
        counts[at] = Some(if is_stage { 0 } else { index? });
    }
    counts.into_iter().collect::<Option<_>>().map(|counts| (counts, has_stage))
}

/// The keys that belong to this figure; all others in an address are left alone.
pub const KEYS: [&str; 4] = ["v", "total", "unit", "source"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::shares::{PublishedSet, Sender, Total};

    fn deployment() -> Deployment {
        let sender = |iso3: &str, counts: &[u32], stages: &[u32]| Sender {
            iso3: iso3.into(),
            population: 1,
            counts: counts.into(),
            stages: stages.into(),
        };
        Deployment {
            totals: vec![Total { id: "present".into(), soldiers: 2030 }, Total { id: "permitted".into(), soldiers: 2500 }],
            senders: vec![
                sender("ARM", &[100, 70], &[]),
                sender("BLR", &[200, 500], &[]),
                sender("KGZ", &[150, 200], &[]),
                sender("TJK", &[200], &[100]),
            ],
            remainder_population: 1,
            sets: vec![PublishedSet { id: "media-6-jan".into(), counts: vec![1, 1, 1, 0], russia: None }],
        }
    }

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        for (query, total, unit, counts) in [
            ("", 2500, Unit::Troops, [0, 0, 0, 0]),
            ("v=1&total=2030&unit=share&source=arm100-blr200-kgz150-tjk200", 2030, Unit::Share, [0, 0, 0, 0]),
            ("v=1&total=2500&unit=per-million&source=arm70-blr500-kgz200-tjk200", 2500, Unit::PerMillion, [1, 1, 1, 0]),
            ("total=2030", 2030, Unit::Troops, [0, 0, 0, 0]),
            ("source=media-6-jan", 2500, Unit::Troops, [1, 1, 1, 0]),
            ("utm_source=x&total=3970&theme=dark", 3970, Unit::Troops, [0, 0, 0, 0]),
        ] {
            let (state, refused) = State::parse(query, &deployment());
            assert_eq!((state.total, state.unit, &state.counts[..]), (total, unit, &counts[..]), "{query}");
            assert!(refused.is_empty(), "{query}: {refused:?}");
        }
    }

    /// The first edition took Tajikistan's 100 for a rival count; its addresses are shared and must open.
    #[test]
    fn a_first_stage_is_read_as_the_whole_and_reported() {
        let query = "v=1&total=2500&unit=per-million&source=arm70-blr500-kgz200-tjk100";
        let (state, refused) = State::parse(query, &deployment());
        assert_eq!((state.total, state.unit, &state.counts[..]), (2500, Unit::PerMillion, &[1, 1, 1, 0][..]));
        assert_eq!(refused, [STAGE]);
        assert_eq!(State::parse("total=x&source=arm100-blr200-kgz150-tjk100", &deployment()).1, ["total", STAGE]);
        assert_eq!(State::parse("source=arm100-blr200-kgz100-tjk200", &deployment()).1, ["source"], "another's stage is no count");
    }

    #[test]
    fn bad_values_fall_back_and_are_named() {
        let default = State::default_of(&deployment());
        for (query, key) in [
            ("unit=furlongs", "unit"),
            ("total=-5", "total"),
            ("total=1e9", "total"),
            ("source=arm100", "source"),
            ("source=arm101-blr200-kgz150-tjk200", "source"),
            ("source=ä", "source"),
            ("source=", "source"),
            ("v=2&total=2030", "v"),
        ] {
            assert_eq!(State::parse(query, &deployment()), (default.clone(), vec![key]), "{query}");
        }
    }

    #[test]
    fn totals_are_clamped_between_the_allies_sum_and_the_limit() {
        let total = |query: &str| State::parse(query, &deployment()).0.total;
        assert_eq!(total("total=0"), 650);
        assert_eq!(total("total=99999"), HIGHEST_TOTAL);
        assert_eq!(total("total=700&source=arm100-blr500-kgz200-tjk200"), 1000);
    }

    #[test]
    fn a_state_written_and_read_is_the_same() {
        let d = deployment();
        for combination in d.combinations() {
            for unit in Unit::ALL {
                for total in [1000, 2030, 5000] {
                    let state = State { total, unit, counts: combination.counts.clone() };
                    assert_eq!(State::parse(&state.to_query(&d), &d), (state, vec![]));
                }
            }
        }
    }
}
