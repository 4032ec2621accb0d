//! Who sent how many: published counts, rival totals, and the remainder that is Russia's part.
//!
//! Russia published no number. Its part is the total less the four published counts, and its share follows.

use serde::{Deserialize, Serialize};

/// A total that an official gave, in soldiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// Stable id, such as `present`.
    pub id: String,
    /// Soldiers.
    pub soldiers: u32,
}

/// One state with the counts that were published for its contingent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// ISO 3166 code, such as `ARM`.
    pub iso3: String,
    /// Inhabitants in 2021.
    pub population: u32,
    /// Published counts in soldiers; the first is the essay's.
    pub counts: Vec<u32>,
    /// Soldiers of a first stage of the first count, which is no rival to it.
    pub stages: Vec<u32>,
}

/// Counts that one source printed together: one index into [`Sender::counts`] per sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedSet {
    /// Stable id, such as `essay`.
    pub id: String,
    /// One index per sender, in their order.
    pub counts: Vec<usize>,
    /// The soldiers the same source gave for Russia, where it did.
    pub russia: Option<u32>,
}

/// All that was published about the contingents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deployment {
    /// Rival totals.
    pub totals: Vec<Total>,
    /// The states with a published count.
    pub senders: Vec<Sender>,
    /// Inhabitants of the state whose part is the remainder, in 2021.
    pub remainder_population: u32,
    /// Counts that were printed together.
    pub sets: Vec<PublishedSet>,
}

/// One total and one count per sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination {
    /// Index into [`Deployment::totals`].
    pub total: usize,
    /// One index per sender.
    pub counts: Vec<usize>,
}

impl Deployment {
    /// The soldiers of `sender` by the count at `index`; the last count when the index is too high, 0 when there is none.
    pub fn count(&self, sender: usize, index: usize) -> u32 {
        self.senders.get(sender).and_then(|s| s.counts.get(index).or(s.counts.last())).copied().unwrap_or(0)
    }

    /// The soldiers of all senders with a published count, in soldiers.
    pub fn published_sum(&self, counts: &[usize]) -> u32 {
        counts.iter().enumerate().map(|(sender, &index)| self.count(sender, index)).sum()
    }

    /// The remainder of `total`, in soldiers: 0 where the published counts exceed it.
    pub fn remainder(&self, total: u32, counts: &[usize]) -> u32 {
        total.saturating_sub(self.published_sum(counts))
    }

    /// Every total with every choice of published counts.
    pub fn combinations(&self) -> Vec<Combination> {
        let mut all = Vec::new();
        for total in 0..self.totals.len() {
            let mut counts = vec![0; self.senders.len()];
            loop {
                all.push(Combination { total, counts: counts.clone() });
                let Some(sender) = (0..counts.len()).rev().find(|&s| counts[s] + 1 < self.senders[s].counts.len()) else { break };
                counts[sender] += 1;
                counts[sender + 1..].fill(0);
            }
        }
        all
    }

    /// The remainder's share of one combination, in percent.
    pub fn remainder_share(&self, combination: &Combination) -> f64 {
        let total = self.totals.get(combination.total).map_or(0, |t| t.soldiers);
        share_of(self.remainder(total, &combination.counts), total)
    }

    /// Lowest and highest share of the remainder, in percent, over the combinations that `keep` accepts.
    pub fn share_range(&self, keep: impl Fn(&Combination) -> bool) -> Option<[f64; 2]> {
        self.combinations().iter().filter(|c| keep(c)).map(|c| self.remainder_share(c)).fold(None, |range, share| {
            let [low, high] = range.unwrap_or([share, share]);
            Some([low.min(share), high.max(share)])
        })
    }

    /// The highest share of the remainder, in percent, if of one sender no more than a first stage came; `None` where no
    /// sender has one.
    pub fn highest_with_a_stage(&self) -> Option<f64> {
        let mut highest: Option<f64> = None;
        for c in self.combinations() {
            let total = self.totals.get(c.total).map_or(0, |t| t.soldiers);
            let sum = self.published_sum(&c.counts);
            for (i, sender) in self.senders.iter().enumerate() {
                for stage in &sender.stages {
                    let others = sum.saturating_sub(self.count(i, c.counts[i])).saturating_add(*stage);
                    let share = share_of(total.saturating_sub(others), total);
                    highest = Some(highest.map_or(share, |highest| highest.max(share)));
                }
            }
        }
        highest
    }

    /// The sender whose rival counts lie furthest apart, so that they decide most of the width of the shares.
    pub fn widest_sender(&self) -> Option<usize> {
        let width = |s: &Sender| s.counts.iter().max().zip(s.counts.iter().min()).map_or(0, |(high, low)| high - low);
        // The first of equals, so that the drawing does not depend on the order of iteration.
        self.senders.iter().enumerate().rev().max_by_key(|(_, s)| width(s)).map(|(i, _)| i)
    }

    /// How many combinations have the remainder lowest per inhabitant, and how many the sender `other`.
    pub fn lowest_per_head(&self, other: usize) -> (usize, usize) {
        let mut lowest = (0, 0);
        for c in self.combinations() {
            let total = self.totals.get(c.total).map_or(0, |t| t.soldiers);
            let russia = per_million(self.remainder(total, &c.counts), self.remainder_population);
            let least = (0..self.senders.len())
                .map(|s| (s, per_million(self.count(s, c.counts[s]), self.senders[s].population)))
                .min_by(|a, b| a.1.total_cmp(&b.1));
            match least {
                Some((sender, rate)) if rate < russia && sender == other => lowest.1 += 1,
                Some((_, rate)) if rate < russia => {}
                _ => lowest.0 += 1,
            }
        }
        lowest
    }
}

/// `part` of `whole` in percent; 0 of nothing is 0.
pub fn share_of(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) * 100.0 }
}

/// Soldiers per million inhabitants.
pub fn per_million(soldiers: u32, inhabitants: u32) -> f64 {
    if inhabitants == 0 { 0.0 } else { f64::from(soldiers) / f64::from(inhabitants) * 1_000_000.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deployment() -> Deployment {
        let sender =
            |iso3: &str, population, counts: &[u32]| Sender { iso3: iso3.into(), population, counts: counts.into(), stages: vec![] };
        Deployment {
            totals: vec![Total { id: "present".into(), soldiers: 2030 }, Total { id: "permitted".into(), soldiers: 2500 }],
            senders: vec![
                sender("ARM", 2_962_300, &[100, 70]),
                sender("BLR", 9_302_585, &[200, 500]),
                sender("KGZ", 6_851_224, &[150, 200]),
                sender("TJK", 9_966_908, &[200]),
            ],
            remainder_population: 144_746_762,
            sets: vec![PublishedSet { id: "essay".into(), counts: vec![0; 4], russia: None }],
        }
    }

    #[test]
    fn the_essays_set_leaves_1850_of_2500() {
        let d = deployment();
        assert_eq!(d.remainder(2500, &[0; 4]), 1850);
        assert!((share_of(1850, 2500) - 74.0).abs() < 1e-9);
    }

    #[test]
    fn there_are_16_combinations_and_each_differs() {
        let mut all = deployment().combinations();
        assert_eq!(all.len(), 16);
        all.sort_by_key(|c| (c.total, c.counts.clone()));
        all.dedup();
        assert_eq!(all.len(), 16);
    }

    #[test]
    fn russias_share_is_a_majority_in_every_combination() {
        let d = deployment();
        let round = |r: Option<[f64; 2]>| r.map(|[a, b]| [(a * 10.0).round() / 10.0, (b * 10.0).round() / 10.0]);
        assert_eq!(round(d.share_range(|_| true)), Some([50.7, 75.2]));
        assert_eq!(round(d.share_range(|c| c.counts[1] == 0)), Some([65.5, 75.2]));
        assert_eq!(round(d.share_range(|c| c.counts[1] == 1)), Some([50.7, 63.2]));
        assert_eq!(d.share_range(|_| false), None);
    }

    #[test]
    fn with_a_first_stage_only_the_share_can_be_higher() {
        let mut d = deployment();
        assert_eq!(d.highest_with_a_stage(), None);
        d.senders[3].stages = vec![100];
        assert_eq!(d.highest_with_a_stage().map(|share| (share * 10.0).round() / 10.0), Some(79.2));
    }

    #[test]
    fn belarus_decides_most_of_the_width() {
        assert_eq!(deployment().widest_sender(), Some(1));
    }

    #[test]
    fn of_senders_whose_counts_lie_equally_far_apart_the_first_gives_the_rows() {
        let mut d = deployment();
        d.senders[2].counts = vec![150, 450];
        assert_eq!(d.widest_sender(), Some(1));
    }

    #[test]
    fn per_head_russia_is_lowest_in_every_combination() {
        assert_eq!(deployment().lowest_per_head(3), (16, 0));
    }

    /// The edge: with only the first stage of Tajikistan's soldiers the order can turn.
    #[test]
    fn per_head_tajikistan_can_be_lower_only_with_its_first_hundred() {
        let mut d = deployment();
        d.senders[3].counts = vec![100];
        assert_eq!(d.lowest_per_head(3), (5, 11));
        assert_eq!(d.lowest_per_head(0), (5, 0), "where a third is lowest, neither counts");
    }

    #[test]
    fn who_is_as_low_as_russia_per_head_is_not_lower() {
        let even = Deployment {
            totals: vec![Total { id: "all".into(), soldiers: 200 }],
            senders: vec![Sender { iso3: "ARM".into(), population: 1000, counts: vec![100], stages: vec![] }],
            remainder_population: 1000,
            sets: Vec::new(),
        };
        assert_eq!(even.lowest_per_head(0), (1, 0));
        assert_eq!(even.lowest_per_head(1), (1, 0));
    }

    #[test]
    fn soldiers_per_million_are_soldiers_over_millions() {
        assert!((per_million(250, 5_000_000) - 50.0).abs() < 1e-9);
        assert!(per_million(250, 0).abs() < f64::EPSILON);
    }

    #[test]
    fn parts_add_up_to_the_total_for_every_total_and_choice() {
        let d = deployment();
        for c in d.combinations() {
            let sum = d.published_sum(&c.counts);
            for total in sum..=5000 {
                assert_eq!(d.remainder(total, &c.counts) + sum, total);
            }
            assert_eq!(d.remainder(0, &c.counts), 0);
        }
    }

    #[test]
    fn an_index_out_of_range_does_not_panic() {
        let d = deployment();
        assert_eq!(d.count(0, 9), 70);
        assert_eq!(d.count(9, 0), 0);
    }
}
