//! What the figure shows: the deployment with the names and notes of each number.

use crate::{
    figures::words::Words,
    model::shares::{Deployment, per_million, share_of},
};

use super::state::{State, Unit};

/// Everything the figure needs, in one language.
#[derive(Debug, Clone)]
pub struct ShareData {
    /// The rival counts and totals.
    pub deployment: Deployment,
    /// Names of the senders, in their order.
    pub names: Vec<String>,
    /// Name of the state whose part is the remainder.
    pub remainder_name: String,
    /// Per sender and count: who gave it.
    pub notes: Vec<Vec<String>>,
    /// Names of the totals.
    pub total_names: Vec<String>,
    /// Names of the sets.
    pub set_names: Vec<String>,
    /// All other words.
    pub words: Words,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The state's name.
    pub name: String,
    /// Soldiers.
    pub soldiers: u32,
    /// Share of the total, in percent.
    pub share: f64,
    /// Soldiers per million inhabitants.
    pub per_million: f64,
    /// Whether the number is the remainder.
    pub inferred: bool,
    /// Who gave the number.
    pub note: String,
}

impl Bar {
    /// The value in `unit`.
    pub fn value(&self, unit: Unit) -> f64 {
        match unit {
            Unit::Troops => f64::from(self.soldiers),
            Unit::Share => self.share,
            Unit::PerMillion => self.per_million,
        }
    }
}

impl ShareData {
    /// The bars of a state: the remainder first, then the senders in their order.
    pub fn bars(&self, state: &State) -> Vec<Bar> {
        let d = &self.deployment;
        let bar = |name: &str, soldiers, population, inferred, note: &str| Bar {
            name: name.to_owned(),
            soldiers,
            share: share_of(soldiers, state.total),
            per_million: per_million(soldiers, population),
            inferred,
            note: note.to_owned(),
        };
        let remainder = d.remainder(state.total, &state.counts);
        let mut bars = vec![bar(&self.remainder_name, remainder, d.remainder_population, true, self.words.get("note_inferred"))];
        for (i, sender) in d.senders.iter().enumerate() {
            let index = state.counts.get(i).copied().unwrap_or(0);
            let note = self.notes.get(i).and_then(|n| n.get(index)).map_or("", String::as_str);
            bars.push(bar(self.names.get(i).map_or("", String::as_str), d.count(i, index), sender.population, false, note));
        }
        bars
    }

    /// A mark on the line of shares: label and share in percent.
    pub fn set_marks(&self) -> Vec<(String, f64)> {
        use crate::{
            figures::words::{grouped, rounded},
            model::shares::Combination,
        };
        let mut marks = Vec::new();
        for (s, set) in self.deployment.sets.iter().enumerate() {
            let name = self.set_names.get(s).map_or("", String::as_str);
            for (total, t) in self.deployment.totals.iter().enumerate() {
                let share = self.deployment.remainder_share(&Combination { total, counts: set.counts.clone() });
                let values = [("set", name), ("total", &*grouped(t.soldiers)), ("share", &*rounded(share).to_string())];
                marks.push((self.words.fill("mark_set", &values), share));
            }
        }
        marks
    }

    /// The early media's own lists: label and Russia's share of the list's own sum, in percent.
    pub fn media_marks(&self) -> Vec<(String, f64)> {
        use crate::figures::words::{grouped, rounded};
        let d = &self.deployment;
        let lists = d.sets.iter().enumerate().filter_map(|(s, set)| {
            let russia = set.russia?;
            let sum = russia + d.published_sum(&set.counts);
            let share = share_of(russia, sum);
            let values = [
                ("set", self.set_names.get(s).map_or("", String::as_str)),
                ("russia", &*grouped(russia)),
                ("total", &*grouped(sum)),
                ("share", &*rounded(share).to_string()),
            ];
            Some((self.words.fill("mark_media", &values), share))
        });
        lists.collect()
    }

    /// The finding in a sentence for a state.
    pub fn sentence(&self, state: &State) -> String {
        use crate::figures::words::{grouped, rounded};
        let remainder = self.deployment.remainder(state.total, &state.counts);
        let values = [
            ("total", &*grouped(state.total)),
            ("allies", &*grouped(self.deployment.published_sum(&state.counts))),
            ("russia", &*grouped(remainder)),
            ("share", &*rounded(share_of(remainder, state.total)).to_string()),
        ];
        let mut sentence = self.words.fill("sentence", &values);
        let highest = self.deployment.totals.iter().map(|t| t.soldiers).max().unwrap_or(0);
        if state.total > highest {
            sentence.push(' ');
            sentence.push_str(self.words.get("above_official"));
        }
        sentence
    }

    /// The finding over all combinations.
    pub fn range_sentence(&self) -> String {
        use crate::figures::words::rounded;
        let d = &self.deployment;
        let Some([low, high]) = d.share_range(|_| true) else { return String::new() };
        let key = if low > 50.0 { "range_majority" } else { "range_open" };
        let values = [
            ("combinations", &*d.combinations().len().to_string()),
            ("low", &*rounded(low).to_string()),
            ("high", &*rounded(high).to_string()),
        ];
        self.words.fill(key, &values)
    }

    /// The bands of the line: label, and the shares in percent of their combinations. Belarus decides the band.
    pub fn bands(&self) -> Vec<(String, Vec<f64>)> {
        use crate::figures::words::{grouped, rounded};
        let d = &self.deployment;
        let Some(belarus) = d.sender("BLR") else { return Vec::new() };
        let counts = d.senders.get(belarus).map_or(0, |s| s.counts.len());
        let band = |index: usize| {
            let mut shares: Vec<f64> =
                d.combinations().iter().filter(|c| c.counts[belarus] == index).map(|c| d.remainder_share(c)).collect();
            shares.sort_by(f64::total_cmp);
            let text = |share: Option<&f64>| rounded(share.copied().unwrap_or(0.0)).to_string();
            let values = [("count", &*grouped(d.count(belarus, index))), ("low", &*text(shares.first())), ("high", &*text(shares.last()))];
            (self.words.fill("band", &values), shares)
        };
        (0..counts).map(band).collect()
    }
}
