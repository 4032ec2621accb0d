//! The whole content in one language, as the page uses it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    article::{Article, ArticleText},
    case::{Case, CaseText},
    chapter::Chapter,
    comparison::Comparison,
    correction::{Correction, CorrectionText},
    day::Day,
    deployment::Deployment,
    error::Diagnostic,
    expectation::{Expectation, ExpectationText},
    fact::{Fact, FactText, Kind, Source},
    finding::Finding,
    force::Forces,
    ledger::{Appeal, AppealText},
    map::MapData,
    membership::Memberships,
    missing::Missing,
    number::{self, Date},
    organisation::{Organisation, OrganisationText},
    scene::Scene,
    texts::Text,
    yardstick::Yardstick,
};
use crate::model::article_4::Answer;

/// All content, loaded and resolved.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// The treaty's articles in the order of the page.
    pub articles: Vec<Article>,
    /// Their words by article id.
    pub article_texts: BTreeMap<String, ArticleText>,
    /// The cases that are put to article 4, in the order of time.
    pub cases: Vec<Case>,
    /// Their words by id.
    pub case_texts: BTreeMap<String, CaseText>,
    /// Article 4 beside NATO's article 5.
    pub comparison: Option<Comparison>,
    /// Site-wide settings; absent only in a broken content folder, which does not load.
    pub config: Option<Config>,
    /// The cover; absent only in a broken content folder, which does not load.
    pub cover: Option<Scene>,
    /// The summary after it; absent as the cover is.
    pub in_short: Option<Scene>,
    /// What an earlier edition had wrong, in the order of time.
    pub corrections: Vec<Correction>,
    /// Their words by id.
    pub correction_texts: BTreeMap<String, CorrectionText>,
    /// January 2022 by day.
    pub days: Vec<Day>,
    /// The sentence of each event of January, by id.
    pub day_texts: BTreeMap<String, String>,
    /// Rival counts behind `troop-shares`.
    pub deployment: Option<Deployment>,
    /// What the essay expected, in the order of the page.
    pub expectations: Vec<Expectation>,
    /// Their words by id.
    pub expectation_texts: BTreeMap<String, ExpectationText>,
    /// Words of each figure by figure id, then by key.
    pub figures: BTreeMap<String, BTreeMap<String, String>>,
    /// The forces on paper, and what was sent.
    pub forces: Option<Forces>,
    /// Terms explained in place, by id.
    pub glossary: BTreeMap<String, Term>,
    /// Words of the page around its texts.
    pub labels: Option<Labels>,
    /// What the build asked for and these have no words for.
    pub missing: Missing,
    /// Borders, and the places of the crises.
    pub map: Option<MapData>,
    /// Who belonged to which organisation, and when.
    pub memberships: Option<Memberships>,
    /// The ledger of appeals in the order of time.
    pub ledger: Vec<Appeal>,
    /// Its words by id.
    pub ledger_texts: BTreeMap<String, AppealText>,
    /// The six members.
    pub members: Vec<Member>,
    /// Names of states by ISO code.
    pub member_names: BTreeMap<String, StateName>,
    /// The organisations that the members belong to.
    pub organisations: Vec<Organisation>,
    /// Their words by id.
    pub organisation_names: BTreeMap<String, OrganisationText>,
    /// Texts in the form of chapters: what follows the walk, and what stands on pages beside it.
    pub pages: Vec<Chapter>,
    /// The scenes of the walk in reading order.
    pub scenes: Vec<Scene>,
    /// Facts by id.
    pub facts: BTreeMap<String, Fact>,
    /// Statements by fact id.
    pub fact_texts: BTreeMap<String, FactText>,
    /// Sources by id.
    pub sources: BTreeMap<String, Source>,
    /// Every text that a reader sees, as it is written.
    pub texts: Vec<Text>,
    /// What the states' shares are measured by, in the order of the page.
    pub yardsticks: Vec<Yardstick>,
}

/// `data/config.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The day up to which sources were read.
    pub data_date: String,
    /// The day of this edition of the page.
    pub edition_date: String,
    /// Where to report an error: an e-mail or web address; absent until the publisher sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrections: Option<String>,
}

/// A term explained in place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// As it stands in prose.
    pub term: String,
    /// One or two sentences.
    pub gloss: String,
}

/// A member and its facts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// ISO code.
    pub iso3: String,
    /// Fact id of the day on which it signed or joined the treaty.
    pub since: String,
    /// Fact id of its population.
    pub population: String,
    /// Fact id of its share of the six members' people.
    pub population_share: String,
    /// Fact id of its active forces.
    pub forces: String,
    /// Fact id of its share of the budget.
    pub budget: String,
}

/// A state's name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateName {
    /// "Russia"
    pub name: String,
    /// "Russian"
    pub adjective: String,
}

/// Words around the texts: `en/labels.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Names of the kinds.
    pub kinds: BTreeMap<Kind, String>,
    /// Words before a number, with `{}` for it, by precision id.
    pub precision: BTreeMap<String, String>,
    /// Unit ids with one and many.
    pub units: BTreeMap<String, [String; 2]>,
    /// Month names, January first.
    pub months: [String; 12],
    /// Zero to twelve in words.
    pub small_numbers: [String; 13],
    /// Everything else, by key.
    pub page: BTreeMap<String, String>,
}

impl Content {
    /// The scenes of the walk, and what stands before them in their form.
    pub(crate) fn walk(&self) -> impl Iterator<Item = &Scene> {
        self.cover.iter().chain(&self.in_short).chain(&self.scenes)
    }

    /// The text in the form of a chapter, by its slug.
    ///
    /// # Errors
    /// When they are missing, which only a broken content folder can cause.
    pub(crate) fn page(&self, slug: &str) -> Result<&Chapter, Diagnostic> {
        self.pages.iter().find(|page| page.slug == slug).ok_or_else(|| Diagnostic::missing(format!("en/pages/{slug}.md")))
    }

    /// The words at `key` of `en/labels.json`; the key itself where it is missing, which the build then refuses.
    pub(crate) fn label<'a>(&'a self, key: &'a str) -> &'a str {
        self.labels.as_ref().and_then(|l| l.page.get(key)).map_or_else(
            || {
                self.missing.note("en/labels.json", key);
                key
            },
            String::as_str,
        )
    }

    /// The words at `key`, with each `{name}` in them replaced by its value.
    pub(crate) fn label_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.label(key).to_owned(), |text, (name, value)| text.replace(&["{", name, "}"].concat(), value))
    }

    /// Words of the figure `id`, such as its `title`; the id where they are missing, which the figure's own view reports.
    pub(crate) fn figure_word<'a>(&'a self, id: &'a str, key: &str) -> &'a str {
        self.figures.get(id).and_then(|words| words.get(key)).map_or(id, String::as_str)
    }

    /// A state's name; its code where the name is missing, which validation reports.
    pub(crate) fn state_name<'a>(&'a self, iso3: &'a str) -> &'a str {
        self.member_names.get(iso3).map_or(iso3, |n| n.name.as_str())
    }

    /// `n` in words where the language has a word for it.
    pub(crate) fn small_number(&self, n: usize) -> String {
        self.labels.as_ref().and_then(|l| l.small_numbers.get(n)).cloned().unwrap_or_else(|| n.to_string())
    }

    /// `n` with its `unit` in the plural form that it needs, such as "1 source" and "3 sources".
    pub(crate) fn counted(&self, unit: &str, n: usize) -> String {
        let forms = self.labels.as_ref().and_then(|labels| labels.units.get(unit));
        if forms.is_none() {
            self.missing.note("en/labels.json", &["units.", unit].concat());
        }
        format!("{n} {}", forms.map_or(unit, |forms| forms[usize::from(n != 1)].as_str()))
    }

    /// The words of a row of the ledger.
    ///
    /// # Errors
    /// When there are none.
    pub(crate) fn ledger_text(&self, appeal: &Appeal) -> Result<&AppealText, Diagnostic> {
        self.ledger_texts
            .get(&appeal.id)
            .ok_or_else(|| Diagnostic::unplaced(format!("the ledger row `{}` has no words", appeal.id), "add them to en/ledger.json"))
    }

    /// The date of the fact `id`.
    ///
    /// # Errors
    /// When it has none.
    pub(crate) fn fact_date(&self, id: &str) -> Result<Date, Diagnostic> {
        let date = self.facts.get(id).and_then(|fact| Date::parse(fact.date.as_deref()?));
        date.ok_or_else(|| Diagnostic::unplaced(format!("the fact `{id}` has no date"), "add it"))
    }

    /// Whether the member of a row of the ledger was attacked from outside, by the answers of its case.
    ///
    /// # Errors
    /// When it has no case.
    pub fn attack_from_outside(&self, appeal: &Appeal) -> Result<Finding<Answer>, Diagnostic> {
        let case = self.cases.iter().find(|case| case.id == appeal.id);
        case.map(Case::attack_from_outside).ok_or_else(|| {
            Diagnostic::unplaced(format!("the ledger row `{}` has no case", appeal.id), "add its answers to data/cases.json")
        })
    }

    /// The number of a fact.
    pub fn number(&self, id: &str) -> Option<f64> {
        self.facts.get(id).and_then(|f| f.number)
    }

    /// A date as written on the page.
    pub fn date_long(&self, iso: &str) -> String {
        Date::parse(iso).and_then(|date| self.day_long(date)).unwrap_or_else(|| iso.to_owned())
    }

    /// The same for a date that has been read; `None` in content without labels, which does not load.
    pub(crate) fn day_long(&self, date: Date) -> Option<String> {
        self.labels.as_ref().map(|labels| number::date_long(date, &labels.months))
    }

    fn grouped(fact: &Fact, value: f64) -> String {
        number::grouped(value, fact.decimals.unwrap_or_else(|| if fact.formula.is_some() { 0 } else { number::decimals_of(value) }))
    }

    /// The value of a fact as prose shows it, without unit or precision; `None` when it has no value.
    pub(crate) fn value_bare(&self, fact: &Fact) -> Option<String> {
        if let Some(value) = fact.number {
            return Some(Self::grouped(fact, value));
        }
        if let Some([low, high]) = fact.range {
            return Some(format!("{}–{}", Self::grouped(fact, low), Self::grouped(fact, high)));
        }
        if let Some(date) = &fact.date {
            return Some(self.date_long(date));
        }
        fact.period.as_ref().map(|[from, to]| format!("{} – {}", self.date_long(from), self.date_long(to)))
    }

    /// The value of a fact as prose shows it: with "about" and the like, and with "percent".
    pub fn value_words(&self, fact: &Fact) -> Option<String> {
        let bare = self.value_bare(fact)?;
        let Some(labels) = &self.labels else { return Some(bare) };
        let with_unit = if fact.unit.as_deref() == Some("percent") {
            format!("{bare} {}", labels.units.get("percent").map_or("percent", |u| u[1].as_str()))
        } else {
            bare
        };
        let words = fact.precision.words_id().and_then(|id| labels.precision.get(id));
        Some(words.map_or_else(|| with_unit.clone(), |words| words.replace("{}", &with_unit)))
    }
}
