//! The way of the dots from one step to another, in time.

use super::{dots::Scene, state::Step};

/// How long the dots of a stage are on their way, in milliseconds.
const DURATION: f64 = 900.0;

/// A way, or the rest at its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    from: Step,
    /// Where the dots go.
    pub to: Step,
    /// When they left, in milliseconds; `None` at rest.
    began: Option<f64>,
}

impl Way {
    /// The rest in a step.
    pub fn at(step: Step) -> Self {
        Self { from: step, to: step, began: None }
    }

    /// The way to another step from where the dots are `now`. One who turns back goes on from there; one who is sent to a
    /// third step leaves the second.
    #[must_use]
    pub fn turned(self, to: Step, now: f64) -> Self {
        let done = self.done(now);
        let left = if done < 1.0 && to == self.from { 1.0 - done } else { 0.0 };
        Self { from: self.to, to, began: Some(now - left * DURATION) }
    }

    /// The same, at rest if the way is over `now`.
    #[must_use]
    pub fn rested(self, now: f64) -> Self {
        if self.done(now) < 1.0 { self } else { Self::at(self.to) }
    }

    /// Whether the dots move.
    pub fn is_moving(self) -> bool {
        self.began.is_some()
    }

    /// What is drawn `now`.
    pub fn scene(self, now: f64) -> Scene {
        let done = self.done(now);
        // Slow at both ends, and alike from both, so that a way that is turned goes on without a jump.
        Scene { from: self.from, to: self.to, progress: done * done * (3.0 - 2.0 * done) }
    }

    /// How much of its time is over, from 0 to 1.
    fn done(self, now: f64) -> f64 {
        self.began.map_or(1.0, |began| ((now - began) / DURATION).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THERE: Step = Step::Sender;
    const HERE: Step = Step::Known;

    #[test]
    fn a_way_begins_and_ends_slowly_and_then_rests() {
        let way = Way::at(THERE).turned(HERE, 100.0);
        let progress = |after: f64| way.scene(100.0 + after).progress;
        assert_eq!((progress(-5.0), progress(DURATION), progress(2.0 * DURATION)), (0.0, 1.0, 1.0));
        assert!(progress(0.1 * DURATION) < 0.05 && progress(0.9 * DURATION) > 0.95);
        assert!((progress(0.5 * DURATION) - 0.5).abs() < 1e-9);
        assert!(way.rested(99.0 + DURATION).is_moving());
        assert_eq!(way.rested(100.0 + DURATION), Way::at(HERE));
        assert_eq!(Way::at(HERE).scene(0.0), Scene::at(HERE));
    }

    #[test]
    fn a_way_that_is_turned_goes_on_from_where_the_dots_are() {
        let way = Way::at(THERE).turned(HERE, 0.0);
        for part in [0.0, 0.2, 0.7] {
            let now = part * DURATION;
            let back = way.turned(THERE, now);
            assert_eq!((back.from, back.to), (HERE, THERE));
            assert!((back.scene(now).progress - (1.0 - way.scene(now).progress)).abs() < 1e-9, "{part}");
            assert_eq!(back.rested(now + now + 0.001), Way::at(THERE), "the way back takes no longer than the way there");
        }
    }

    #[test]
    fn a_third_step_is_reached_from_the_second() {
        let way = Way::at(THERE).turned(HERE, 0.0).turned(Step::All, 300.0);
        assert_eq!(way.scene(300.0), Scene { from: HERE, to: Step::All, progress: 0.0 });
    }
}
