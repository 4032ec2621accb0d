//! What the figure shows: the senders' soldiers as dots in a fixed order, and the groups that each step makes of them.

use serde::{Deserialize, Serialize};

use super::state::Step;
#[cfg(feature = "ssr")]
use crate::content::deployment::KnownBy;

/// Whose number a soldier is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Known {
    /// That of the state that sent it.
    Own,
    /// Someone else's.
    Other,
    /// Nobody's: what is left over.
    Inferred,
}

impl Known {
    /// How a published number is known.
    #[cfg(feature = "ssr")]
    pub fn of(known_by: KnownBy) -> Self {
        if known_by == KnownBy::Sender { Self::Own } else { Self::Other }
    }
}

/// How a dot is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A soldier of the force, by how its number is known.
    Soldier(Known),
    /// Permitted, not present.
    Permitted,
    /// A strength on paper, or a rival count.
    Paper,
    /// A soldier of the force before it is split.
    Plain,
}

/// One sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// Its soldiers.
    pub soldiers: u32,
    /// How their number is known.
    pub known: Known,
}

/// Dots that stand together in a step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What it is, drawn bold.
    pub head: String,
    /// What else is drawn beside it; may be empty.
    pub rest: String,
    /// Who says so, for its mark.
    pub note: String,
    /// Dots; a group without any is a note.
    pub dots: u32,
    /// Dots beyond them, of a higher rival count.
    pub beyond: u32,
}

impl Group {
    /// What it says of itself.
    pub fn words(&self) -> String {
        [&*self.head, if self.rest.is_empty() { "" } else { ": " }, &self.rest, ". ", &self.note].concat()
    }
}

/// Everything the drawing needs, in one language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DotData {
    /// Senders in the order of their dots: those with a number of their own first, the inferred one last.
    pub senders: Vec<Sender>,
    /// Soldiers present; those permitted beyond them are the last.
    pub present: u32,
    /// The groups of each step, in the order of [`Step::ALL`].
    pub steps: Vec<Vec<Group>>,
    /// Whether it is drawn on a stage, which on a phone is about as high as wide.
    pub is_on_stage: bool,
}

impl DotData {
    /// Soldiers in all.
    pub fn total(&self) -> u32 {
        self.senders.iter().map(|s| s.soldiers).sum()
    }

    /// The groups of a step.
    pub fn groups(&self, step: Step) -> &[Group] {
        self.steps.get(step.index()).map_or(&[], Vec::as_slice)
    }

    /// The first dot of each group of a step. Groups follow each other, but where only a few of each sender's dots are
    /// shown they begin with the sender.
    pub fn firsts(&self, step: Step) -> Vec<u32> {
        let each: Vec<u32> = match step {
            Step::Rate => self.senders.iter().map(|s| s.soldiers).chain([0]).collect(),
            _ => self.groups(step).iter().map(|g| g.dots).collect(),
        };
        let mut next = 0;
        let first = |dots: u32| {
            let first = next;
            next += dots;
            first
        };
        each.into_iter().map(first).collect()
    }

    /// How a dot is drawn in a step.
    pub fn look(&self, dot: u32, step: Step) -> Look {
        if step == Step::All {
            return Look::Plain;
        }
        if step.is_against_present() && dot >= self.present && dot < self.total() {
            return Look::Permitted;
        }
        let mut end = 0;
        let sender = self.senders.iter().find(|s| {
            end += s.soldiers;
            dot < end
        });
        sender.map_or(Look::Paper, |s| Look::Soldier(s.known))
    }
}

/// The essay's numbers, for the tests of this figure.
#[cfg(test)]
pub fn sample() -> DotData {
    let sender = |soldiers, known| Sender { soldiers, known };
    let group = |dots| Group { head: "A group".into(), rest: "some".into(), dots, ..Group::default() };
    let step = |dots: &[u32]| dots.iter().map(|&d| group(d)).collect::<Vec<_>>();
    let mut rate = step(&[34, 22, 20, 21, 13]);
    rate[3].beyond = 33;
    DotData {
        senders: vec![
            sender(100, Known::Own),
            sender(150, Known::Own),
            sender(200, Known::Own),
            sender(200, Known::Other),
            sender(1850, Known::Inferred),
        ],
        present: 2030,
        steps: vec![
            step(&[2500]),
            step(&[100, 150, 200, 200, 1850]),
            step(&[450, 200, 1850]),
            step(&[2030, 470]),
            step(&[2030, 470, 1100]),
            step(&[2030, 470, 15_500]),
            rate,
        ],
        is_on_stage: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_keeps_its_kind_but_for_what_was_permitted_only() {
        let data = sample();
        assert_eq!(data.look(0, Step::All), data.look(2499, Step::All));
        for step in [Step::Sender, Step::Known, Step::Rate] {
            let look = |dot| data.look(dot, step);
            assert_eq!((look(0), look(449)), (Look::Soldier(Known::Own), Look::Soldier(Known::Own)));
            assert_eq!((look(450), look(2499)), (Look::Soldier(Known::Other), Look::Soldier(Known::Inferred)));
        }
        let look = |dot| data.look(dot, Step::Peacekeepers);
        assert_eq!((look(2029), look(2030), look(2500)), (Look::Soldier(Known::Inferred), Look::Permitted, Look::Paper));
    }

    #[test]
    fn groups_begin_where_the_one_before_ends() {
        let data = sample();
        assert_eq!(data.firsts(Step::Known), [0, 450, 650]);
        assert_eq!(data.firsts(Step::Rate), [0, 100, 250, 450, 650, 2500]);
    }
}
