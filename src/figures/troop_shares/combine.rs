//! Computes the line of shares: every combination, every list that was printed, and the finding over them.

use super::line::{Line, Row, Shape, ShareMark};
use crate::{
    model::shares::{Deployment, PublishedSet, share_of},
    text::words::{Words, grouped, rounded},
};

/// The deployment with the names that its line needs.
pub struct Named<'a> {
    /// Rival counts and totals.
    pub deployment: &'a Deployment,
    /// Names of the senders, in their order.
    pub names: &'a [String],
    /// Names of the sets, in their order.
    pub set_names: &'a [String],
    /// The figure's words.
    pub words: &'a Words,
}

impl Named<'_> {
    /// The line of shares.
    pub fn line(&self) -> Line {
        let sender = self.deployment.widest_sender().unwrap_or(0);
        let majority = self.deployment.share_range(|_| true).is_some_and(|[low, _]| low > 50.0);
        let rows = self.rows(sender);
        let marks = self.marks(sender, rows.len());
        let note = self.words.get(if majority { "half_all" } else { "half" }).to_owned();
        Line { note, sender, rows, marks, zones: self.zones() }
    }

    fn zones(&self) -> [u32; 3] {
        let [low, high] = self.deployment.share_range(|_| true).unwrap_or_default();
        let beyond = self.lists().map(|(_, _, share)| share).chain(self.deployment.highest_with_a_stage());
        [low, high, beyond.fold(high, f64::max)].map(rounded)
    }

    /// The finding over all combinations, and what lies beyond them; with references to facts.
    pub fn range_sentences(&self) -> [String; 2] {
        let lists = self.list_range().map_or_else(String::new, |ends| self.range(ends));
        [self.range_sentence(), self.words.fill("range_edge", &[("lists", &*lists)])]
    }

    fn range_sentence(&self) -> String {
        let Some([low, high]) = self.deployment.share_range(|_| true) else { return String::new() };
        let key = if low > 50.0 { "range_majority" } else { "range_open" };
        let values = [
            ("combinations", &*self.deployment.combinations().len().to_string()),
            ("low", &*rounded(low).to_string()),
            ("high", &*rounded(high).to_string()),
        ];
        self.words.fill(key, &values)
    }

    fn rows(&self, sender: usize) -> Vec<Row> {
        let d = self.deployment;
        let name = self.names.get(sender).map_or("", String::as_str);
        let counts = d.senders.get(sender).map_or(0, |s| s.counts.len());
        let bands = (0..counts).filter_map(|index| {
            let range = self.range(d.share_range(|c| c.counts.get(sender) == Some(&index))?);
            Some(Row { name: self.words.fill("row_band", &[("name", name), ("count", &*grouped(d.count(sender, index)))]), range })
        });
        let lists = self.list_range().map(|ends| Row { name: self.words.get("row_media").to_owned(), range: self.range(ends) });
        bands.chain(lists).collect()
    }

    /// Lowest and highest share of Russia by the lists that gave it a number themselves.
    fn list_range(&self) -> Option<[f64; 2]> {
        self.lists().map(|(_, _, share)| share).fold(None, |ends: Option<[f64; 2]>, share| {
            let [low, high] = ends.unwrap_or([share, share]);
            Some([low.min(share), high.max(share)])
        })
    }

    /// A range of shares in words; one number where both ends round to it.
    fn range(&self, [low, high]: [f64; 2]) -> String {
        let (low, high) = (rounded(low).to_string(), rounded(high).to_string());
        if low == high {
            self.words.fill("row_one", &[("share", &*low)])
        } else {
            self.words.fill("row_range", &[("low", &*low), ("high", &*high)])
        }
    }

    /// The lists that gave a number for Russia themselves: index, that number, and its share of the list's own sum.
    fn lists(&self) -> impl Iterator<Item = (usize, u32, f64)> {
        let share = |(i, set): (usize, &PublishedSet)| {
            let russia = set.russia?;
            Some((i, russia, share_of(russia, russia + self.deployment.published_sum(&set.counts))))
        };
        self.deployment.sets.iter().enumerate().filter_map(share)
    }

    fn marks(&self, sender: usize, rows: usize) -> Vec<ShareMark> {
        let d = self.deployment;
        let mut marks = Vec::new();
        for c in d.combinations() {
            let total = grouped(d.totals.get(c.total).map_or(0, |t| t.soldiers));
            let share = d.remainder_share(&c);
            let row = c.counts.get(sender).copied().unwrap_or(0);
            let (counts, percent) = (self.counts_words(&c.counts), rounded(share).to_string());
            let values = [("total", &*total), ("share", &*percent), ("counts", &*counts)];
            marks.push(ShareMark { label: self.words.fill("mark_combination", &values), share, row, shape: Shape::Tick });
            if let Some(set) = d.sets.iter().position(|s| s.counts == c.counts) {
                let values = [("set", self.set_name(set)), ("total", &*total), ("share", &*percent)];
                marks.push(ShareMark { label: self.words.fill("mark_set", &values), share, row, shape: Shape::Diamond });
            }
        }
        for (set, russia, share) in self.lists() {
            let values = [
                ("set", self.set_name(set)),
                ("russia", &*grouped(russia)),
                ("total", &*grouped(russia + d.published_sum(&d.sets[set].counts))),
                ("share", &*rounded(share).to_string()),
            ];
            let row = rows.saturating_sub(1);
            marks.push(ShareMark { label: self.words.fill("mark_media", &values), share, row, shape: Shape::Diamond });
        }
        marks.sort_by(|a, b| a.row.cmp(&b.row).then(a.share.total_cmp(&b.share)));
        marks
    }

    fn set_name(&self, set: usize) -> &str {
        self.set_names.get(set).map_or("", String::as_str)
    }

    /// "Armenia 100, Belarus 200, Kyrgyzstan 150, Tajikistan 200"
    fn counts_words(&self, counts: &[usize]) -> String {
        let count =
            |(i, name): (usize, &String)| format!("{name} {}", grouped(self.deployment.count(i, counts.get(i).copied().unwrap_or(0))));
        self.names.iter().enumerate().map(count).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::shares::{Sender, Total};

    fn deployment(total: u32, counts: &[u32], stages: &[u32]) -> Deployment {
        let sender = Sender { iso3: "ARM".into(), population: 1, counts: counts.into(), stages: stages.into() };
        Deployment {
            totals: vec![Total { id: "permitted".into(), soldiers: total }],
            senders: vec![sender],
            remainder_population: 1,
            sets: Vec::new(),
        }
    }

    fn with<T>(deployment: &Deployment, look: impl FnOnce(&Named<'_>) -> T) -> T {
        let words = ["half", "half_all", "range_open", "range_majority"].map(|key| (key, key));
        look(&Named { deployment, names: &["Armenia".into()], set_names: &[], words: &Words::new(words) })
    }

    #[test]
    fn half_of_all_is_no_majority() {
        for (allies, note, finding) in [(100, "half", "range_open"), (99, "half_all", "range_majority")] {
            let d = deployment(200, &[allies], &[]);
            with(&d, |named| assert_eq!((&*named.line().note, &*named.range_sentences()[0]), (note, finding), "{allies} of 200"));
        }
    }

    #[test]
    fn a_guess_is_over_only_beyond_what_a_first_stage_or_a_list_of_its_own_allows() {
        let d = deployment(200, &[100], &[20]);
        assert_eq!(with(&d, |named| named.line().zones), [50, 50, 90]);
        let set = PublishedSet { id: "press".into(), counts: vec![0], russia: Some(1900) };
        let d = Deployment { sets: vec![set], ..d };
        assert_eq!(with(&d, |named| named.line().zones), [50, 50, 95]);
    }
}
