//! Who sent how many, for any published counts and totals.

use csto_explainer::{
    model::shares::{Deployment, Sender, Total, per_million, share_of},
    text::words::rounded,
};
use proptest::{collection::vec, prelude::*};

/// More soldiers than any army has; sums of some of them still fit.
const MOST: u32 = 10_000_000;

fn deployments() -> impl Strategy<Value = Deployment> {
    let sender = (1..2_000_000_000u32, vec(0..MOST, 1..4)).prop_map(|(population, counts)| Sender {
        iso3: "ARM".into(),
        population,
        counts,
        stages: vec![],
    });
    let total = (0..MOST).prop_map(|soldiers| Total { id: "present".into(), soldiers });
    (vec(total, 1..4), vec(sender, 0..5), 0..u32::MAX).prop_map(|(totals, senders, remainder_population)| Deployment {
        totals,
        senders,
        remainder_population,
        sets: vec![],
    })
}

proptest! {
    #[test]
    fn shares_sum_to_100_for_every_total(d in deployments(), total in 1..MOST) {
        for combination in d.combinations() {
            let sum = d.published_sum(&combination.counts);
            let total = total.max(sum).max(1);
            let remainder = share_of(d.remainder(total, &combination.counts), total);
            let senders: f64 = (0..d.senders.len()).map(|s| share_of(d.count(s, combination.counts[s]), total)).sum();
            prop_assert!((remainder + senders - 100.0).abs() < 1e-9, "{remainder} + {senders}");
        }
    }

    #[test]
    fn the_remainder_is_what_is_left_and_never_less_than_nothing(d in deployments(), total: u32) {
        for combination in d.combinations() {
            let sum = d.published_sum(&combination.counts);
            let left = d.remainder(total, &combination.counts);
            prop_assert_eq!(u64::from(left) + u64::from(sum), u64::from(total.max(sum)));
        }
    }

    #[test]
    fn every_choice_is_a_combination_once(d in deployments()) {
        let mut found: Vec<_> = d.combinations().into_iter().map(|c| (c.total, c.counts)).collect();
        let expected = d.totals.len() * d.senders.iter().map(|s| s.counts.len()).product::<usize>();
        found.sort();
        found.dedup();
        prop_assert_eq!(found.len(), expected);
    }

    #[test]
    fn the_range_holds_every_share(d in deployments()) {
        let [low, high] = d.share_range(|_| true).expect("there is a combination");
        let shares: Vec<f64> = d.combinations().iter().map(|c| d.remainder_share(c)).collect();
        prop_assert!(shares.iter().all(|share| (low..=high).contains(share)));
        prop_assert!(shares.contains(&low) && shares.contains(&high));
        prop_assert!((0.0..=100.0).contains(&low) && high <= 100.0);
    }

    #[test]
    fn the_widest_sender_has_no_wider_beside_it(d in deployments()) {
        let width = |s: &Sender| s.counts.iter().max().zip(s.counts.iter().min()).map_or(0, |(high, low)| high - low);
        let widest = d.widest_sender().map(|s| width(&d.senders[s]));
        prop_assert_eq!(widest, d.senders.iter().map(width).max());
    }

    #[test]
    fn lowest_per_head_counts_each_combination_at_most_once(d in deployments(), other in 0..5usize) {
        let (remainder, sender) = d.lowest_per_head(other);
        prop_assert!(remainder + sender <= d.combinations().len());
    }

    #[test]
    fn no_index_and_no_number_panics(d in deployments(), indices in vec(any::<usize>(), 0..8), total: u32, inhabitants: u32) {
        let counts: Vec<usize> = indices.into_iter().take(d.senders.len()).collect();
        let share = share_of(d.remainder(total, &counts), total);
        prop_assert!((0.0..=100.0).contains(&share));
        prop_assert!(rounded(share) <= 100);
        let rate = per_million(total, inhabitants);
        prop_assert!(rate >= 0.0 && rate.is_finite());
    }
}
