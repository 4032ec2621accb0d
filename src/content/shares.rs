//! The model of the deployment, made of the facts that `data/deployment.json` names.

use super::Content;
use crate::model::shares;

impl Content {
    /// The model behind `troop-shares`; `None` when a fact it names has no number, which validation reports.
    pub fn shares(&self) -> Option<shares::Deployment> {
        let deployment = self.deployment.as_ref()?;
        let soldiers = |id: &str| self.number(id).and_then(whole);
        let population = |iso3: &str| {
            let member = self.members.iter().find(|m| m.iso3 == iso3)?;
            soldiers(&member.population)
        };
        let senders = deployment.senders.iter().map(|s| {
            Some(shares::Sender {
                iso3: s.iso3.clone(),
                population: population(&s.iso3)?,
                counts: s.counts.iter().map(|c| soldiers(&c.fact)).collect::<Option<_>>()?,
                stages: s.stages.iter().map(|id| soldiers(id)).collect::<Option<_>>()?,
            })
        });
        let sets = deployment.sets.iter().map(|set| {
            let counts = set.counts.iter().zip(&deployment.senders);
            Some(shares::PublishedSet {
                id: set.id.clone(),
                counts: counts.map(|(fact, s)| s.counts.iter().position(|c| &c.fact == fact)).collect::<Option<_>>()?,
                russia: match &set.russia {
                    Some(id) => Some(soldiers(id)?),
                    None => None,
                },
            })
        });
        let totals = deployment.totals.iter().map(|t| Some(shares::Total { id: t.id.clone(), soldiers: soldiers(&t.fact)? }));
        Some(shares::Deployment {
            totals: totals.collect::<Option<_>>()?,
            senders: senders.collect::<Option<_>>()?,
            remainder_population: population(&deployment.remainder)?,
            sets: sets.collect::<Option<_>>()?,
        })
    }
}

/// `value` as a count, when it is one.
fn whole(value: f64) -> Option<u32> {
    let rounded = value.round();
    // In range by the check before it, so the cast neither wraps nor loses anything.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    ((0.0..=f64::from(u32::MAX)).contains(&rounded) && (rounded - value).abs() < 1e-6).then_some(rounded as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_whole_and_fits() {
        assert_eq!(whole(250.0), Some(250));
        assert_eq!(whole(249.999_999_9), Some(250));
        for value in [250.5, 250.2, 249.999, -1.0, 1e12, f64::NAN] {
            assert_eq!(whole(value), None, "{value}");
        }
    }
}
