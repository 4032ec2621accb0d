//! The published strengths with what was sent, and the chart that they make.

use super::ID;
use crate::{
    chart::token::Token,
    content::{Content, error::Diagnostic, fact::Fact, force::Force},
    figures::{
        frame,
        strips::chart::{Chart, Look, Span, Strip, Tick, round_axis},
    },
    model::shares::share_of,
    text::words::{Words, rounded},
};

/// A count and the fact that carries it.
#[derive(Clone, Copy)]
pub struct Count<'a> {
    /// The fact.
    pub fact: &'a Fact,
    /// Soldiers.
    pub soldiers: u32,
}

impl Count<'_> {
    /// Its number in words, with the “about” or “up to” of its source.
    pub fn words(&self, content: &Content) -> String {
        content.value_words(self.fact).unwrap_or_default()
    }
}

/// A force with its numbers.
pub struct OnPaper<'a> {
    /// As it stands in the content.
    pub force: &'a Force,
    /// Its name.
    pub name: String,
    /// The published strengths, the alliance's own first; none where none is published.
    pub strengths: Vec<Count<'a>>,
}

/// Everything that the figure shows.
pub struct Numbers<'a> {
    /// The forces in the order of the page.
    pub forces: Vec<OnPaper<'a>>,
    /// Soldiers present in Kazakhstan.
    pub present: Count<'a>,
    /// Soldiers permitted there.
    pub permitted: Count<'a>,
}

/// The numbers, with the figure's words.
///
/// # Errors
/// Says what the content lacks.
pub fn numbers(content: &Content) -> Result<(Words, Numbers<'_>), Diagnostic> {
    let words = frame::words(content, ID)?;
    let lacks = || Diagnostic::new("data/forces.json", "", ("lacks the number of soldiers present or permitted", "name its fact"));
    let listed = content.forces.as_ref().ok_or_else(lacks)?;
    let on_paper = |force| on_paper(content, &words, force);
    let forces = listed.forces.iter().map(on_paper).collect();
    let present = count(content, &listed.present).ok_or_else(lacks)?;
    let permitted = count(content, &listed.permitted).ok_or_else(lacks)?;
    Ok((words, Numbers { forces, present, permitted }))
}

fn count<'a>(content: &'a Content, id: &str) -> Option<Count<'a>> {
    let fact = content.facts.get(id)?;
    Some(Count { fact, soldiers: rounded(fact.number?) })
}

fn on_paper<'a>(content: &'a Content, words: &Words, force: &'a Force) -> OnPaper<'a> {
    let name = words.get(&format!("name_{}", force.id)).to_owned();
    OnPaper { force, name, strengths: force.strengths.iter().filter_map(|id| count(content, id)).collect() }
}

impl Numbers<'_> {
    /// Soldiers present and permitted in percent of `strength`, rounded.
    pub fn percents_of(&self, strength: u32) -> [u32; 2] {
        [self.present, self.permitted].map(|count| rounded(share_of(count.soldiers, strength)))
    }
}

/// The chart; `ids` are the values of the choice, the forces to compare with.
///
/// # Errors
/// Names the force that the content lacks.
pub fn chart(content: &Content, words: &Words, numbers: &Numbers<'_>, ids: &[&str]) -> Result<Chart, Diagnostic> {
    let mut strips: Vec<Strip> = numbers.forces.iter().map(|force| strip(content, words, force)).collect();
    let mut sentences = Vec::new();
    for (when, id) in (0..).zip(ids) {
        let own = numbers.forces.iter().find(|f| f.force.id == *id).and_then(|f| f.strengths.first());
        let own = own.ok_or_else(|| Diagnostic::new("data/forces.json", "", (format!("has no force `{id}` with a strength"), "add it")))?;
        let [present, permitted] = numbers.percents_of(own.soldiers).map(|p| p.to_string());
        let values = [
            ("present", &*numbers.present.words(content)),
            ("permitted", &*numbers.permitted.words(content)),
            ("strength", &*own.words(content)),
            ("a", &*present),
            ("b", &*permitted),
        ];
        let sentence = words.fill(&format!("sentence_{id}"), &values);
        strips.push(Strip {
            when: Some(when),
            value: numbers.present.soldiers,
            frame: Some(own.soldiers),
            label: words.fill("sent_share", &values),
            span: Some(Span { low: numbers.present.soldiers, high: numbers.permitted.soldiers, words: String::new() }),
            under: words.fill("sent", &values),
            tooltip: sentence.clone(),
            ..named(words, "sent")
        });
        sentences.push(sentence);
    }
    let counts = numbers.forces.iter().flat_map(|f| &f.strengths).chain([&numbers.permitted]);
    let max = counts.map(|c| c.soldiers).max().unwrap_or(1);
    Ok(Chart { token: Token::Text, max, axis: round_axis(max), line: None, strips, sentences })
}

/// A strip with its name and the words beside it.
fn named(words: &Words, id: &str) -> Strip {
    let [name, note] = ["name", "note"].map(|part| words.get(&format!("{part}_{id}")).to_owned());
    Strip { name, note, ..Strip::default() }
}

fn strip(content: &Content, words: &Words, on_paper: &OnPaper<'_>) -> Strip {
    let strip = named(words, &on_paper.force.id);
    let Some((own, rivals)) = on_paper.strengths.split_first() else {
        let label = words.get("unpublished").to_owned();
        let tooltip = on_paper.force.strengths.first().map_or_else(String::new, |id| content.statement(id));
        return Strip { look: Look::Empty, label, tooltip, ..strip };
    };
    let mut rivals = rivals.to_vec();
    rivals.sort_by_key(|count| count.soldiers);
    let under = match rivals.as_slice() {
        [] => String::new(),
        [low, .., high] => words.fill("rivals", &[("low", &low.words(content)), ("high", &high.words(content))]),
        [one] => words.fill("rival", &[("count", &one.words(content))]),
    };
    let rivals = rivals.iter().map(|c| Tick { at: c.soldiers, tooltip: content.statement(&c.fact.id) }).collect();
    Strip {
        look: Look::Outline,
        value: own.soldiers,
        label: own.words(content),
        tooltip: content.statement(&own.fact.id),
        rivals,
        under: if under.is_empty() { words.get(&format!("under_{}", on_paper.force.id)).to_owned() } else { under },
        ..strip
    }
}
