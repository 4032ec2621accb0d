//! Random numbers that a seed repeats (SplitMix64, Steele, Lea and Flood 2014): enough to vary inputs, nothing more.

use std::time::{SystemTime, UNIX_EPOCH};

/// A sequence of numbers.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The sequence that `seed` repeats.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        Self(seed)
    }

    /// A seed: the variable `SEED`, else the time.
    #[must_use]
    pub fn seed() -> u64 {
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| u64::from(d.subsec_nanos()));
        std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(now)
    }

    /// A number from 0, below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        // Smaller than `end`, which was a usize.
        usize::try_from((z ^ (z >> 31)) % end).unwrap_or(0)
    }

    /// One of `choices`; the empty text where there is none.
    pub fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices.get(self.below(choices.len())).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_its_sequence() {
        let sequence = |seed| {
            let mut random = Random::from_seed(seed);
            (0..8).map(|_| random.below(100)).collect::<Vec<_>>()
        };
        assert_eq!(sequence(7), sequence(7));
        assert_ne!(sequence(7), sequence(8));
        assert!(sequence(7).iter().all(|&n| n < 100));
        assert_eq!(Random::from_seed(1).pick(&[]), "");
    }
}
