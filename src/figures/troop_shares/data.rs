//! What the figure shows: the deployment with the names and notes of each number.

use serde::{Deserialize, Serialize};

use crate::{
    model::shares::{Deployment, per_million, share_of},
    text::words::{Words, grouped, rounded},
};

use super::{
    line::Line,
    state::{State, Unit},
};
use crate::figures::troop_dots::data::Known;

/// Everything the figure needs, in one language.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ShareData {
    /// The rival counts and totals.
    pub deployment: Deployment,
    /// Names of the senders, in their order.
    pub names: Vec<String>,
    /// Name of the state whose part is the remainder.
    pub remainder_name: String,
    /// Per sender and count: who gave it.
    pub notes: Vec<Vec<String>>,
    /// Per sender and count: how it is known.
    pub known: Vec<Vec<Known>>,
    /// The fewest and the most soldiers by all published numbers: of the remainder, then of each sender.
    pub ranges: Vec<[u32; 2]>,
    /// Names of the sets.
    pub set_names: Vec<String>,
    /// Russia's share over all combinations; the reader's choices do not change it.
    pub line: Line,
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
    /// How the number is known; the remainder is inferred.
    pub known: Known,
    /// The fewest and the most soldiers by all published numbers.
    pub range: [u32; 2],
    /// Inhabitants.
    pub population: u32,
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

    /// Whether the number is the remainder.
    pub fn is_inferred(&self) -> bool {
        self.known == Known::Inferred
    }
}

impl ShareData {
    /// The bars of a state: the remainder first, then the senders in their order.
    pub fn bars(&self, state: &State) -> Vec<Bar> {
        let d = &self.deployment;
        let bar = |at: usize, name: &str, soldiers, population, known, note: &str| Bar {
            name: name.to_owned(),
            soldiers,
            share: share_of(soldiers, state.total),
            per_million: per_million(soldiers, population),
            known,
            range: self.ranges.get(at).copied().unwrap_or([soldiers, soldiers]),
            population,
            note: note.to_owned(),
        };
        let remainder = d.remainder(state.total, &state.counts);
        let note = self.words.get("note_inferred");
        let mut bars = vec![bar(0, &self.remainder_name, remainder, d.remainder_population, Known::Inferred, note)];
        for (i, sender) in d.senders.iter().enumerate() {
            let index = state.counts.get(i).copied().unwrap_or(0);
            let note = self.notes.get(i).and_then(|n| n.get(index)).map_or("", String::as_str);
            let known = self.known.get(i).and_then(|known| known.get(index)).copied().unwrap_or(Known::Other);
            bars.push(bar(i + 1, self.names.get(i).map_or("", String::as_str), d.count(i, index), sender.population, known, note));
        }
        bars
    }

    /// The bars as they are drawn from above: by rate where that is measured, for its order is what it shows.
    pub fn shown(&self, state: &State) -> Vec<Bar> {
        let bars = self.bars(state);
        if state.unit != Unit::PerMillion {
            return bars;
        }
        let mut sorted: Vec<Bar> = Vec::with_capacity(bars.len());
        for bar in bars {
            // By hand, because the library's sorting, made for many, would be 4 KB of code for these five.
            let at = sorted.iter().take_while(|other| other.per_million >= bar.per_million).count();
            sorted.insert(at, bar);
        }
        sorted
    }

    /// The lowest and the highest value of a bar by all published numbers; `None` if they cannot be given in `unit`, because an
    /// ally’s share depends on what the others sent.
    pub fn span(&self, bar: &Bar, unit: Unit) -> Option<[f64; 2]> {
        match unit {
            Unit::Share if bar.is_inferred() => Some([0, 1].map(|end| f64::from(self.line.zones[end]))),
            Unit::PerMillion => Some(bar.range.map(|soldiers| per_million(soldiers, bar.population))),
            Unit::Troops | Unit::Share => None,
        }
    }

    /// The finding in a sentence for a state.
    pub fn sentence(&self, state: &State) -> String {
        let remainder = self.deployment.remainder(state.total, &state.counts);
        let values = [
            ("total", &*grouped(state.total)),
            ("allies", &*grouped(self.deployment.published_sum(&state.counts))),
            ("russia", &*grouped(remainder)),
            ("share", &*rounded(share_of(remainder, state.total)).to_string()),
        ];
        let mut sentence = self.words.fill("sentence", &values);
        if state.unit == Unit::PerMillion {
            sentence.push(' ');
            sentence.push_str(&self.rate_sentence(state));
        }
        sentence
    }

    /// The remainder's rate beside the lowest and the highest of the others.
    fn rate_sentence(&self, state: &State) -> String {
        let bars = self.bars(state);
        let rates = || bars.iter().filter(|b| !b.is_inferred()).map(|b| rounded(b.per_million));
        let own = bars.iter().find(|b| b.is_inferred()).map_or(0, |b| rounded(b.per_million));
        let values =
            [("rate", &*grouped(own)), ("low", &*grouped(rates().min().unwrap_or(0))), ("high", &*grouped(rates().max().unwrap_or(0)))];
        self.words.fill("sentence_per_million", &values)
    }

    /// Whether a total, in soldiers, lies above every official one.
    pub fn is_above_official(&self, total: u32) -> bool {
        self.deployment.totals.iter().all(|t| total > t.soldiers)
    }

    /// Why the total can be no lower than `floor` soldiers.
    pub fn floor_words(&self, floor: u32) -> String {
        self.words.fill("floor", &[("floor", &grouped(floor))])
    }

    /// The answer to a reader who guessed `guess` percent: how the guess stands to all published numbers, and the share by
    /// those chosen.
    pub fn guess_answer(&self, guess: u32, state: &State) -> String {
        let [low, high, edge] = self.line.zones.map(|percent| percent.to_string());
        let verdict = self.words.fill(self.line.verdict(guess), &[("low", &*low), ("high", &*high), ("edge", &*edge)]);
        let share = rounded(self.share(state)).to_string();
        self.words.fill("guess_answer", &[("guess", &*guess.to_string()), ("verdict", &*verdict), ("share", &*share)])
    }

    /// What a bar says of itself: value, share, rate, and who gave the number.
    pub fn bar_words(&self, bar: &Bar) -> String {
        let values = [
            ("name", &*bar.name),
            ("troops", &*grouped(bar.soldiers)),
            ("share", &*rounded(bar.share).to_string()),
            ("per_million", &*grouped(rounded(bar.per_million))),
            ("note", &*bar.note),
        ];
        self.words.fill("mark_bar", &values)
    }

    /// The remainder's share of a state's total, in percent.
    pub fn share(&self, state: &State) -> f64 {
        share_of(self.deployment.remainder(state.total, &state.counts), state.total)
    }

    /// The row of a choice of counts on the line of shares: its count for the sender that decides the rows.
    pub fn row_of(&self, counts: &[usize]) -> usize {
        counts.get(self.line.sender).copied().unwrap_or(0)
    }
}
