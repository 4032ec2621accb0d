//! The drawing: dots in batches, one path for each kind of mark, with the words of their groups.

use super::{
    data::{DotData, Known, Look},
    layout::{Block, Layout},
    state::Step,
};
use crate::chart::{
    mark::Mark,
    marker::Shape,
    painter::{Align, Drawn, Painter, TextLook},
    token::Token,
};

/// What is drawn: a step, or the way to it from another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scene {
    /// Where the dots come from.
    pub from: Step,
    /// Where they go, and whose words stand there.
    pub to: Step,
    /// From 0 to 1; at 1 they rest.
    pub progress: f64,
}

impl Scene {
    /// A step at rest.
    pub fn at(step: Step) -> Self {
        Self { from: step, to: step, progress: 1.0 }
    }
}

/// Centres of the marks of each kind.
#[derive(Default)]
struct Batches {
    allies: Vec<(f64, f64)>,
    russia: Vec<(f64, f64)>,
    permitted: Vec<(f64, f64)>,
    paper: Vec<(f64, f64)>,
    halves: Vec<(f64, f64)>,
    plain: Vec<(f64, f64)>,
}

impl Batches {
    fn add(&mut self, look: Look, centre: (f64, f64)) {
        match look {
            Look::Soldier(Known::Own) => self.allies.push(centre),
            Look::Soldier(Known::Other) => {
                self.allies.push(centre);
                self.halves.push(centre);
            }
            Look::Soldier(Known::Inferred) => self.russia.push(centre),
            Look::Permitted => self.permitted.push(centre),
            Look::Paper => self.paper.push(centre),
            Look::Plain => self.plain.push(centre),
        }
    }

    /// At most seven paths, however many dots, whose shape is `disc`; small ones are squares of one colour, with no room for rings.
    fn draw(mut self, painter: &mut Painter<'_>, pitch: f64, is_small: bool, disc: Shape) -> Drawn {
        if is_small {
            // At least a pixel between them.
            let size = (pitch - 1.0).max(1.0);
            for (centres, token) in [
                (&self.allies, Token::Ally),
                (&self.russia, Token::Russia),
                (&self.permitted, Token::Text2),
                (&self.paper, Token::Axis),
                (&self.plain, Token::Axis),
            ] {
                painter.draw_markers(centres, (size, size), Shape::Square, token)?;
            }
            return Ok(());
        }
        let (size, hole) = painter.dot(pitch);
        for (centres, token) in
            [(&self.allies, Token::Ally), (&self.russia, Token::Russia), (&self.permitted, Token::Axis), (&self.plain, Token::Axis)]
        {
            painter.draw_markers(centres, (size, size), disc, token)?;
        }
        painter.draw_markers(&self.paper, (pitch * 0.36, pitch * 0.36), disc, Token::Axis)?;
        self.russia.append(&mut self.permitted);
        self.russia.extend(&self.halves);
        painter.draw_markers(&self.russia, (hole, hole), disc, Token::Paper)?;
        painter.fill_halves(&mut self.halves, hole, Token::Ally)
    }
}

/// Draws `scene` into `size` CSS pixels.
///
/// # Errors
/// What the backend reports.
pub fn draw(painter: &mut Painter<'_>, size: (f64, f64), data: &DotData, scene: Scene) -> Drawn {
    let to = Layout::new(data, scene.to, size.0, painter.ratio());
    let mut batches = Batches::default();
    let (pitch, disc) = if scene.progress < 1.0 {
        let from = Layout::new(data, scene.from, size.0, painter.ratio());
        moving(&mut batches, data, &from, &to, scene);
        (between(from.pitch, to.pitch, scene.progress), Shape::Octagon)
    } else {
        for block in &to.blocks {
            for n in 0..block.dots[0] + block.dots[1] {
                let look = if n < block.dots[0] { data.look(block.first + n, scene.to) } else { Look::Paper };
                batches.add(look, to.centre(block, n));
            }
        }
        (to.pitch, Shape::Disc)
    };
    batches.draw(painter, pitch, scene.to == Step::Rapid, disc)?;
    for block in &to.blocks {
        words(painter, block, to.line)?;
        if to.is_boxed && block.dots[0] > 0 {
            let right = block.corner.0 + block.width;
            painter.stroke_rect((block.corner.0, block.start.1 - to.pitch / 4.0), (right, block.bottom), Token::Axis, 1.0)?;
        }
    }
    Ok(())
}

fn between(from: f64, to: f64, progress: f64) -> f64 {
    from + (to - from) * progress
}

/// The dots that both steps show, on their way. The others come when those have arrived.
fn moving(batches: &mut Batches, data: &DotData, from: &Layout, to: &Layout, scene: Scene) {
    let mut old = from.blocks.iter();
    let mut at = old.next();
    for block in &to.blocks {
        for n in 0..block.dots[0] {
            let dot = block.first + n;
            // Both lists rise, so that one walk over each is enough.
            while at.is_some_and(|b| b.first + b.dots[0] <= dot) {
                at = old.next();
            }
            let Some(source) = at else { return };
            if dot < source.first {
                continue;
            }
            let (a, b) = (from.centre(source, dot - source.first), to.centre(block, n));
            let centre = (between(a.0, b.0, scene.progress), between(a.1, b.1, scene.progress));
            batches.add(data.look(dot, scene.to), centre);
        }
    }
}

fn words(painter: &mut Painter<'_>, block: &Block, height: f64) -> Drawn {
    let look = |bold, align| TextLook { token: if bold { Token::Text } else { Token::Text2 }, size: 13.0, bold, align };
    let mut middle = block.corner.1 + height / 2.0;
    if block.is_beside {
        for line in &block.rest {
            painter.text(line, (block.corner.0 + block.width, middle), look(false, Align::End))?;
        }
    }
    for line in &block.head {
        painter.text(line, (block.corner.0, middle), look(true, Align::Start))?;
        middle += height;
    }
    if !block.is_beside {
        for line in &block.rest {
            painter.text(line, (block.corner.0, middle), look(false, Align::Start))?;
            middle += height;
        }
    }
    Ok(())
}

/// A mark for each group of a step.
pub fn marks(size: (f64, f64), ratio: f64, data: &DotData, step: Step) -> Vec<Mark> {
    let layout = Layout::new(data, step, size.0, ratio);
    let mark = |(block, group): (&Block, &super::data::Group)| Mark {
        x: block.corner.0,
        y: block.corner.1,
        width: block.width,
        height: block.bottom - block.corner.1,
        label: group.words(),
    };
    layout.blocks.iter().zip(data.groups(step)).filter(|(block, _)| block.dots[0] > 0).map(mark).collect()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

    use super::{super::data::sample, *};
    use crate::chart::token::Palette;

    type Done = Result<(), DrawingErrorKind<Infallible>>;

    /// A backend that draws nothing and counts what it is asked for.
    #[derive(Default)]
    struct Counter {
        marks: usize,
        texts: usize,
    }

    impl DrawingBackend for Counter {
        type ErrorType = Infallible;

        fn get_size(&self) -> (u32, u32) {
            (640, 520)
        }

        fn ensure_prepared(&mut self) -> Done {
            Ok(())
        }

        fn present(&mut self) -> Done {
            Ok(())
        }

        fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
            self.marks += 1;
            Ok(())
        }

        fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Done {
            self.marks += 1;
            Ok(())
        }

        fn draw_rect<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S, _: bool) -> Done {
            self.marks += 1;
            Ok(())
        }

        fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Done {
            self.marks += 1;
            Ok(())
        }

        fn draw_circle<S: BackendStyle>(&mut self, _: BackendCoord, _: u32, _: &S, _: bool) -> Done {
            self.marks += 1;
            Ok(())
        }

        fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Done {
            self.marks += 1;
            Ok(())
        }

        fn draw_text<S: BackendTextStyle>(&mut self, _: &str, _: &S, _: BackendCoord) -> Done {
            self.texts += 1;
            Ok(())
        }
    }

    fn count(scene: Scene) -> Counter {
        let mut counter = Counter::default();
        let mut painter = Painter::new(&mut counter, Palette::STAND_INS, 1.0);
        draw(&mut painter, (640.0, 520.0), &sample(), scene).expect("draws");
        counter
    }

    #[test]
    fn a_frame_has_few_draw_calls_however_many_dots() {
        for to in Step::ALL {
            // The boxes of the last step have an outline each.
            let boxes = if to == Step::Rate { 5 } else { 0 };
            for from in Step::ALL {
                for progress in [0.0, 0.5, 1.0] {
                    let counter = count(Scene { from, to, progress });
                    assert!(counter.marks <= 8 + boxes, "{from:?} to {to:?} at {progress}: {}", counter.marks);
                    assert!(counter.texts <= 16, "{to:?}: {}", counter.texts);
                }
            }
        }
        assert_eq!(count(Scene::at(Step::Known)).marks, 4, "allies, Russia, rings, halves");
        assert_eq!(count(Scene::at(Step::Rapid)).marks, 4, "18,000 squares: one path for each colour");
    }

    #[test]
    fn dots_on_the_way_begin_and_end_where_the_steps_have_them() {
        let data = sample();
        let centres = |from, to, progress: f64| {
            let (a, b) = (Layout::new(&data, from, 640.0, 1.0), Layout::new(&data, to, 640.0, 1.0));
            let mut batches = Batches::default();
            moving(&mut batches, &data, &a, &b, Scene { from, to, progress });
            (batches.allies, batches.russia)
        };
        for from in Step::ALL {
            for to in [Step::Sender, Step::Known].into_iter().filter(|_| from != Step::Rate) {
                let layout = Layout::new(&data, to, 640.0, 1.0);
                let (allies, russia) = centres(from, to, 1.0);
                assert_eq!((allies.len(), russia.len()), (650, 1850), "{from:?} to {to:?}");
                assert_eq!(allies[0], layout.centre(&layout.blocks[0], 0));
            }
            assert_eq!(centres(from, from, 0.3), centres(from, from, 0.9), "{from:?}");
        }
        let (allies, russia) = centres(Step::Known, Step::Rate, 0.5);
        assert_eq!((allies.len(), russia.len()), (97, 13));
    }

    #[test]
    fn there_is_a_mark_for_each_group() {
        let data = sample();
        for step in Step::ALL {
            let marks = marks((312.0, 460.0), 1.0, &data, step);
            assert_eq!(marks.len(), data.groups(step).len());
            assert!(marks.iter().all(|m| m.label.starts_with("A group: some. ")));
        }
    }
}
