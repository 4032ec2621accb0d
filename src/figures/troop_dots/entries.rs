//! The numbers of every step, read from the content: for the drawing its groups, for table and files also rival counts.

use super::{
    data::{DotData, Group, Known, Sender},
    state::Step,
};
use crate::{
    content::{Content, error::Diagnostic},
    figures::frame,
    model::shares::{Deployment, per_million},
    text::words::{Words, grouped, rounded},
};

/// Facts that the content's deployment does not name: what lies between the sizes, how the parts are known, and the
/// lowest and highest rate of the inferred part.
const PERMITTED_ONLY: &str = "kz-2022-permitted-not-present";
const OWN: &str = "kz-2022-numbered-by-sender";
const OTHER: &str = "kz-2022-numbered-by-others";
const INFERRED: &str = "kz-2022-troops-russia-essay";
const RATE_INFERRED: [&str; 2] = ["kz-2022-rate-russia-least", "kz-2022-rate-russia-most"];

/// A force to compare with: its strength on paper, what it has beyond the size permitted, and the shares of it that
/// were present and permitted.
struct Force {
    step: Step,
    strength: &'static str,
    beyond: &'static str,
    shares: [&'static str; 2],
}

const FORCES: [Force; 2] = [
    Force {
        step: Step::Peacekeepers,
        strength: "ckf-3600",
        beyond: "kz-2022-permitted-beyond-ckf",
        shares: ["kz-2022-total-of-peacekeepers-present", "kz-2022-total-of-peacekeepers-permitted"],
    },
    Force {
        step: Step::Rapid,
        strength: "crrf-18000",
        beyond: "kz-2022-permitted-beyond-crrf",
        shares: ["kz-2022-total-of-rapid-present", "kz-2022-total-of-rapid-permitted"],
    },
];

/// A number of a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The step.
    pub step: Step,
    /// What it counts.
    pub name: String,
    /// Soldiers; `None` where it is a rate.
    pub soldiers: Option<u32>,
    /// Its share, in percent, where the step gives one.
    pub share: Option<u32>,
    /// Soldiers per million inhabitants, in the last step.
    pub per_million: Option<f64>,
    /// The facts that it rests on, the closest first.
    pub facts: Vec<String>,
}

/// Everything that the figure says in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct DotsContent {
    /// For the drawing.
    pub data: DotData,
    /// For table and files.
    pub entries: Vec<Entry>,
    /// All words.
    pub words: Words,
}

/// The content of the figure.
///
/// # Errors
/// Names what is missing of the facts or the words, or what does not add up.
pub fn dots_content(content: &Content) -> Result<DotsContent, Diagnostic> {
    let lacking = || Diagnostic::new("data/deployment.json", "", ("names a fact without a whole number", "correct it"));
    let model = content.shares().ok_or_else(lacking)?;
    let reading = Reading { content, words: frame::words(content, super::ID)?, senders: senders(content, &model).ok_or_else(lacking)? };
    let steps = Step::ALL.iter().map(|&step| reading.groups(step)).collect::<Result<Vec<_>, _>>()?;
    let present = reading.number(&reading.fact_of("present")?)?;
    let estimate = reading.number(reading.estimate()?)?;
    let known: Vec<Sender> = reading.senders.iter().map(|s| Sender { soldiers: s.soldiers, known: s.known }).collect();
    let mut entries: Vec<Entry> = steps.iter().flatten().map(|(_, entry)| entry.clone()).collect();
    entries.extend(reading.permitted()?);
    entries.extend(reading.rivals());
    entries.extend(reading.stages());
    entries.sort_by_key(|e| e.step.index());
    let mut groups: Vec<Vec<Group>> = steps.into_iter().map(|step| step.into_iter().map(|(group, _)| group).collect()).collect();
    // The last cell of the boxes is free for what they mean.
    let [head, rest] = ["group_note", "group_note_rest"].map(|key| reading.words.get(key).to_owned());
    groups[Step::Rate.index()].push(Group { head, rest, ..Group::default() });
    let data = DotData { senders: known, present, steps: groups, is_on_stage: false };
    if data.total() != estimate {
        return Err(Diagnostic::unplaced(
            format!("troop-dots: the senders have {} soldiers, the estimate {estimate}", data.total()),
            "correct data/deployment.json",
        ));
    }
    Ok(DotsContent { data, entries, words: reading.words })
}

/// A sender as this figure shows it.
struct Sent {
    iso3: String,
    fact: String,
    soldiers: u32,
    known: Known,
    population: u32,
    /// Lowest and highest of all published counts; of the remainder, over all combinations.
    range: [u32; 2],
    rivals: Vec<(u32, String)>,
    /// First stages of its number, which was announced and not confirmed.
    stages: Vec<(u32, String)>,
}

/// All senders in the order of their dots.
fn senders(content: &Content, model: &Deployment) -> Option<Vec<Sent>> {
    let refs = content.deployment.as_ref()?;
    let mut all = Vec::new();
    for (reference, sender) in refs.senders.iter().zip(&model.senders) {
        let first = reference.counts.first()?;
        let rivals = reference.counts.iter().map(|c| c.fact.clone());
        all.push(Sent {
            iso3: reference.iso3.clone(),
            fact: first.fact.clone(),
            soldiers: *sender.counts.first()?,
            known: Known::of(first.known_by),
            population: sender.population,
            range: [*sender.counts.iter().min()?, *sender.counts.iter().max()?],
            rivals: sender.counts.iter().copied().zip(rivals).skip(1).collect(),
            stages: sender.stages.iter().copied().zip(reference.stages.iter().cloned()).collect(),
        });
    }
    all.sort_by_key(|s| s.known != Known::Own);
    let remainders =
        model.combinations().into_iter().map(|c| model.remainder(model.totals.get(c.total).map_or(0, |t| t.soldiers), &c.counts));
    let (least, most) = remainders.fold((u32::MAX, 0), |(least, most), r| (least.min(r), most.max(r)));
    all.push(Sent {
        iso3: refs.remainder.clone(),
        fact: INFERRED.to_owned(),
        soldiers: rounded(content.number(INFERRED)?),
        known: Known::Inferred,
        population: model.remainder_population,
        range: [least, most],
        rivals: [least, most].into_iter().zip(RATE_INFERRED.map(str::to_owned)).collect(),
        stages: Vec::new(),
    });
    Some(all)
}

struct Reading<'a> {
    content: &'a Content,
    words: Words,
    senders: Vec<Sent>,
}

impl Reading<'_> {
    fn number(&self, fact: &str) -> Result<u32, Diagnostic> {
        self.content
            .number(fact)
            .map(rounded)
            .ok_or_else(|| Diagnostic::unplaced(format!("troop-dots: needs the number of the fact `{fact}`"), "add it"))
    }

    /// The fact of an official total.
    fn fact_of(&self, total: &str) -> Result<String, Diagnostic> {
        let refs = self.content.deployment.as_ref();
        let found = refs.and_then(|d| d.totals.iter().find(|t| t.id == total)).map(|t| t.fact.clone());
        found.ok_or_else(|| Diagnostic::new("data/deployment.json", "", (format!("has no total `{total}`"), "add it")))
    }

    /// The fact of the essay's estimate, which the senders' numbers add up to.
    fn estimate(&self) -> Result<&str, Diagnostic> {
        let refs = self.content.deployment.as_ref();
        refs.map(|d| d.estimate.as_str()).ok_or_else(|| Diagnostic::new("data/deployment.json", "", ("has no estimate", "add it")))
    }

    /// A fact's value as prose writes it.
    fn value(&self, fact: &str) -> String {
        self.content.facts.get(fact).and_then(|f| self.content.value_words(f)).unwrap_or_default()
    }

    /// A group that shows the number of `fact`, with its words at `key` and `key_rest`.
    fn group(&self, step: Step, key: &str, fact: &str, values: &[(&str, &str)]) -> Result<(Group, Entry), Diagnostic> {
        let (dots, value) = (self.number(fact)?, self.value(fact));
        let mut all = vec![("count", value.as_str())];
        all.extend(values);
        let rest_key = [key, "_rest"].concat();
        let rest = if self.words.has(&rest_key) { self.words.fill(&rest_key, &all) } else { String::new() };
        let head = crate::content::statement::capitalised(&self.words.fill(key, &all));
        let entry = Entry { step, name: head.clone(), soldiers: Some(dots), share: None, per_million: None, facts: vec![fact.to_owned()] };
        Ok((Group { head, rest, note: self.content.statement(fact), dots, beyond: 0 }, entry))
    }

    fn names_of(&self, known: Known) -> String {
        let one = |s: &Sent| {
            let key = if s.stages.is_empty() { "sender" } else { "sender_announced" };
            self.words.fill(key, &[("name", self.content.state_name(&s.iso3)), ("count", &*self.value(&s.fact))])
        };
        self.senders.iter().filter(|s| s.known == known).map(one).collect::<Vec<_>>().join(", ")
    }

    fn groups(&self, step: Step) -> Result<Vec<(Group, Entry)>, Diagnostic> {
        let present = self.fact_of("present")?;
        match step {
            Step::All => Ok(vec![self.group(step, "group_all", self.estimate()?, &[])?]),
            Step::Sender => self
                .senders
                .iter()
                .map(|s| self.group(step, "group_sender", &s.fact, &[("name", self.content.state_name(&s.iso3))]))
                .collect(),
            Step::Known => {
                let (own, other) = (self.names_of(Known::Own), self.names_of(Known::Other));
                let remainder = self.senders.last().map_or("", |s| self.content.state_name(&s.iso3));
                Ok(vec![
                    self.group(step, "group_own", OWN, &[("names", &own)])?,
                    self.group(step, "group_other", OTHER, &[("names", &other)])?,
                    self.group(step, "group_inferred", INFERRED, &[("name", remainder)])?,
                ])
            }
            Step::Present => {
                Ok(vec![self.group(step, "group_present", &present, &[])?, self.group(step, "group_permitted", PERMITTED_ONLY, &[])?])
            }
            Step::Peacekeepers | Step::Rapid => {
                let force =
                    FORCES.iter().find(|f| f.step == step).ok_or_else(|| Diagnostic::of_program("troop-dots: a step has no force"))?;
                let [at_hand, allowed] = force.shares.map(|fact| self.value(fact));
                let strength = self.value(force.strength);
                let mut groups = vec![
                    self.group(step, "group_present_of", &present, &[("share", &at_hand), ("strength", &strength)])?,
                    self.group(step, "group_permitted_of", PERMITTED_ONLY, &[("share", &allowed), ("strength", &strength)])?,
                    self.group(step, "group_paper", force.beyond, &[("strength", &strength)])?,
                ];
                groups[0].1.share = Some(self.number(force.shares[0])?);
                groups[0].1.facts.push(force.shares[0].to_owned());
                groups[2].1.facts.push(force.strength.to_owned());
                Ok(groups)
            }
            Step::Rate => self.senders.iter().map(|s| self.rate(s)).collect(),
        }
    }

    fn rate(&self, sent: &Sent) -> Result<(Group, Entry), Diagnostic> {
        let rate = |soldiers| rounded(per_million(soldiers, sent.population));
        let name = self.content.state_name(&sent.iso3);
        let own = rate(sent.soldiers);
        let [low, high] = sent.range.map(rate);
        let values = [("name", name), ("rate", &*grouped(own)), ("low", &*grouped(low)), ("high", &*grouped(high))];
        let key = match sent.known {
            Known::Inferred => "group_rate_range",
            _ if low == high => "group_rate_one",
            _ if low < own => "group_rate_low",
            _ => "group_rate_high",
        };
        let (mut group, mut entry) = self.group(Step::Rate, "group_rate", &sent.fact, &values)?;
        group.rest = self.words.fill(key, &values);
        group.dots = own;
        group.beyond = high.saturating_sub(own);
        entry.soldiers = None;
        entry.per_million = Some(per_million(sent.soldiers, sent.population));
        entry.facts.extend(self.population_fact(&sent.iso3));
        Ok((group, entry))
    }

    /// The size permitted beside each force, of which the drawing shows what exceeds those present.
    fn permitted(&self) -> Result<Vec<Entry>, Diagnostic> {
        let fact = self.fact_of("permitted")?;
        let of = |force: &Force| {
            Ok(Entry {
                step: force.step,
                name: self.words.get("entry_permitted").to_owned(),
                soldiers: Some(self.number(&fact)?),
                share: Some(self.number(force.shares[1])?),
                per_million: None,
                facts: vec![fact.clone(), force.shares[1].to_owned()],
            })
        };
        FORCES.iter().map(of).collect()
    }

    fn population_fact(&self, iso3: &str) -> Option<String> {
        self.content.members.iter().find(|m| m.iso3 == iso3).map(|m| m.population.clone())
    }

    /// Rival rates, which the last step shows as words and small dots.
    fn rivals(&self) -> Vec<Entry> {
        let of = |sent: &Sent| {
            let name = self.content.state_name(&sent.iso3).to_owned();
            let population = self.population_fact(&sent.iso3);
            let one = |(i, (soldiers, fact)): (usize, &(u32, String))| {
                let key = match (sent.known, i) {
                    (Known::Inferred, 0) => "entry_lowest",
                    (Known::Inferred, _) => "entry_highest",
                    _ => "entry_rival",
                };
                Entry {
                    step: Step::Rate,
                    name: self.words.fill(key, &[("name", &name)]),
                    soldiers: None,
                    share: None,
                    per_million: Some(per_million(*soldiers, sent.population)),
                    facts: std::iter::once(fact.clone()).chain(population.clone()).collect(),
                }
            };
            sent.rivals.iter().enumerate().map(one).collect::<Vec<_>>()
        };
        self.senders.iter().flat_map(of).collect()
    }

    /// Rates if no more than a first stage of an announced number came.
    fn stages(&self) -> Vec<Entry> {
        let of = |sent: &Sent| {
            let (name, population) = (self.content.state_name(&sent.iso3).to_owned(), self.population_fact(&sent.iso3));
            let one = |(soldiers, fact): &(u32, String)| Entry {
                step: Step::Rate,
                name: self.words.fill("entry_stage", &[("name", &name), ("count", &*grouped(*soldiers))]),
                soldiers: None,
                share: None,
                per_million: Some(per_million(*soldiers, sent.population)),
                facts: std::iter::once(fact.clone()).chain(population.clone()).collect(),
            };
            sent.stages.iter().map(one).collect::<Vec<_>>()
        };
        self.senders.iter().flat_map(of).collect()
    }
}
