//! Where the dots and the words of a step stand.

use super::{data::DotData, state::Step};
use crate::{
    chart::{LEAST_WIDTH, wrap::wrap},
    text::words::rounded,
};

/// Below this width, in CSS pixels, dots stand closer and words above each other; the stylesheet shows the narrow one of
/// the built drawings up to here.
const NARROW: f64 = 480.0;

/// Height of a line of text, in CSS pixels; and where there is little room.
const LINE: [f64; 2] = [18.0, 16.0];

/// Between words and their dots, in CSS pixels.
const UNDER: f64 = 4.0;

/// Between rows of groups, in CSS pixels; and where there is little room.
const GAP: [f64; 2] = [14.0, 8.0];

/// The width of a character in the widest fonts, bold and regular, in CSS pixels. Nothing is measured, so lines are broken early.
const LETTERS: [f64; 2] = [7.8, 7.0];

/// The same of the page’s own font and what stands in for it, where there is little room.
const CLOSE_LETTERS: [f64; 2] = [7.2, 6.5];

/// Dots in a row of the force on a narrow stage, for a pitch of 5 pixels: so all of it stands above the card.
const CLOSE: u32 = 62;

/// Dots in a row of a box for the soldiers of a million inhabitants, narrow and wide.
const IN_BOX: [u32; 2] = [10, 8];

/// One group of dots with its words, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Its first dot.
    pub first: u32,
    /// Its dots, and those beyond them.
    pub dots: [u32; 2],
    /// Dots in a row.
    pub columns: u32,
    /// Upper left corner of its words.
    pub corner: (f64, f64),
    /// Width of the whole.
    pub width: f64,
    /// Upper left corner of its dots.
    pub start: (f64, f64),
    /// Lower edge.
    pub bottom: f64,
    /// Lines in bold, from above.
    pub head: Vec<String>,
    /// Lines below them; one beside them where there is room.
    pub rest: Vec<String>,
    /// Whether the rest stands beside.
    pub is_beside: bool,
}

/// All groups of a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// In the order of the dots.
    pub blocks: Vec<Block>,
    /// From dot to dot, in CSS pixels.
    pub pitch: f64,
    /// Height of a line of text, in CSS pixels.
    pub line: f64,
    /// Whether every group has an outline.
    pub is_boxed: bool,
}

/// Dots in a full row of a step, narrow and wide: the numbers give a pitch of 6 and 10 pixels for the force in groups,
/// more where there is room, less beside a larger force.
fn columns(step: Step) -> [u32; 2] {
    match step {
        Step::All => [46, 64],
        Step::Sender | Step::Known => [52, 64],
        Step::Present => [46, 60],
        Step::Peacekeepers => [60, 78],
        Step::Rapid => [134, 178],
        Step::Rate => [2 * (IN_BOX[0] + 1), 3 * (IN_BOX[1] + 1)],
    }
}

impl Layout {
    /// Lays `step` out `width` CSS pixels wide; a pitch of whole device pixels keeps the rows even at any `ratio`.
    pub fn new(data: &DotData, step: Step, width: f64, ratio: f64) -> Self {
        let narrow = width < NARROW;
        let is_close = narrow && data.is_on_stage;
        let planned = if is_close { CLOSE } else { columns(step)[usize::from(!narrow)] };
        let (line, gap) = (LINE[usize::from(is_close)], GAP[usize::from(is_close)]);
        let letters = if is_close { CLOSE_LETTERS } else { LETTERS };
        let pitch = (width / f64::from(planned) * ratio).floor() / ratio;
        let groups = data.groups(step);
        let is_boxed = step == Step::Rate;
        // What whole pixels leave over makes room for more columns.
        let all = if is_boxed { planned } else { rounded((width / pitch - 0.5).max(1.0)) };
        let highest = groups.iter().map(|g| g.dots + g.beyond).max().unwrap_or(0);
        let mut blocks: Vec<Block> = Vec::new();
        let (mut column, mut top, mut lowest) = (0, 0.0, 0.0);
        for (i, (group, first)) in groups.iter().zip(data.firsts(step)).enumerate() {
            let cell = match step {
                Step::Rate => IN_BOX[usize::from(!narrow)] + 1,
                Step::Sender if i + 1 < groups.len() => all / if narrow && !is_close { 2 } else { 4 },
                _ => all,
            };
            if column + cell > all {
                (column, top) = (0, lowest + gap);
            }
            let full = cell == all;
            let columns = if full { cell } else { cell - 1 };
            let cell_width = f64::from(cell) * pitch;
            let length = |text: &str, letter: f64| f64::from(u32::try_from(text.chars().count()).unwrap_or(0)) * letter;
            let (of_head, of_rest) = (length(&group.head, letters[0]), length(&group.rest, letters[1]));
            let is_beside = full && (!narrow || is_close && of_head + of_rest <= cell_width);
            let beside = if is_beside { of_rest } else { 0.0 };
            let [head, rest] =
                [(&group.head, cell_width - beside, letters[0]), (&group.rest, cell_width, letters[1])].map(|(text, width, letter)| {
                    // A few dozen characters.
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    wrap(text, (width / letter).max(1.0) as usize)
                });
            let lines = head.len() + if is_beside { 0 } else { rest.len() };
            let corner = (f64::from(column) * pitch, top);
            let inset = if is_boxed { pitch / 4.0 } else { 0.0 };
            let start = (corner.0 + inset, top + f64::from(u32::try_from(lines).unwrap_or(1)) * line + UNDER + inset);
            let rows = (if is_boxed { highest } else { group.dots + group.beyond }).div_ceil(columns);
            let bottom = start.1 + f64::from(rows) * pitch + inset;
            lowest = bottom.max(if column == 0 { 0.0 } else { lowest });
            column += cell;
            let width = f64::from(columns) * pitch + 2.0 * inset;
            let dots = [group.dots, group.beyond];
            blocks.push(Block { first, dots, columns, corner, width, start, bottom, head, rest, is_beside });
        }
        Self { blocks, pitch, line, is_boxed }
    }

    /// Its lower edge, in CSS pixels.
    pub fn bottom(&self) -> f64 {
        self.blocks.iter().map(|b| b.bottom).fold(0.0, f64::max)
    }

    /// The centre of a block's `n`th dot, in CSS pixels.
    pub fn centre(&self, block: &Block, n: u32) -> (f64, f64) {
        let at = |start: f64, cell: u32| start + self.pitch * (f64::from(cell) + 0.5);
        (at(block.start.0, n % block.columns), at(block.start.1, n / block.columns))
    }
}

/// The height of a built drawing that shows `step` alone, in CSS pixels.
pub fn height_of(data: &DotData, step: Step, width: f64) -> u32 {
    rounded(Layout::new(data, step, width, 1.0).bottom() + 2.0)
}

/// The height that holds every step at a width, in CSS pixels; and, scaled, at the least width of the same layout, where
/// words take more of the room.
pub fn height(data: &DotData, width: f64) -> u32 {
    let least = if width < NARROW { LEAST_WIDTH } else { NARROW };
    // So fine that the pitch is not cut to whole pixels: no screen needs more room.
    let fine = 1000.0;
    let bottom = |width: f64| Step::ALL.iter().map(|&step| Layout::new(data, step, width, fine).bottom()).fold(0.0, f64::max);
    rounded(bottom(width).max(bottom(least) / least * width) + 2.0)
}

#[cfg(test)]
mod tests {
    use super::{super::data::sample, *};

    #[test]
    fn the_force_alone_has_a_pitch_of_6_and_10() {
        let pitch = |width| Layout::new(&sample(), Step::Known, width, 1.0).pitch;
        assert_eq!((pitch(312.0), pitch(640.0)), (6.0, 10.0));
    }

    #[test]
    fn on_a_narrow_stage_the_force_fills_the_width_and_no_more_than_its_height() {
        let data = DotData { is_on_stage: true, ..sample() };
        for step in [Step::All, Step::Sender, Step::Known] {
            let layout = Layout::new(&data, step, 328.0, 1.0);
            assert_eq!(layout.pitch, 5.0, "{step:?}");
            let last = layout.blocks.last().expect("a block");
            assert!(last.width > 320.0 && layout.bottom() <= 330.0, "{step:?}: {last:?}");
        }
    }

    #[test]
    fn every_step_stays_inside_and_shows_all_its_dots() {
        let data = sample();
        for (width, built) in [(280.0, 312.0), (312.0, 312.0), (479.0, 312.0), (480.0, 640.0), (640.0, 640.0), (736.0, 640.0)] {
            // The drawing on canvas has the box of the prerendered one.
            let height = f64::from(height(&data, built)) / built * width;
            for step in Step::ALL {
                let layout = Layout::new(&data, step, width, 2.0);
                assert!(layout.bottom() <= height && height < 1.6 * width, "{step:?} at {width}: {}", layout.bottom());
                for block in &layout.blocks {
                    for n in 0..block.dots[0] + block.dots[1] {
                        let (x, y) = layout.centre(block, n);
                        assert!(x > 0.0 && x < width && y > block.start.1 && y < block.bottom, "{step:?} {n}: {x} {y}");
                    }
                }
            }
        }
    }

    #[test]
    fn blocks_do_not_overlap() {
        let data = sample();
        for (width, step) in [312.0, 640.0].into_iter().flat_map(|w| Step::ALL.map(|s| (w, s))) {
            let layout = Layout::new(&data, step, width, 1.0);
            for (i, a) in layout.blocks.iter().enumerate() {
                for b in &layout.blocks[i + 1..] {
                    let apart = b.corner.1 >= a.bottom || b.corner.0 >= a.corner.0 + a.width;
                    assert!(apart, "{step:?} at {width}: {a:?} {b:?}");
                }
            }
        }
    }
}
