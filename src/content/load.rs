//! From files to a [`Content`]: reads, parses, resolves formulas; every fault is collected, none panics.

use std::collections::{BTreeMap, btree_map::Entry};

use serde::de::DeserializeOwned;

use super::{
    article::{Article, ArticleText},
    chapter::{self, Chapter},
    comparison::Comparison,
    deployment::Deployment,
    error::{Diagnostic, Problem},
    fact::{Fact, FactText, Source},
    figures::Figures,
    files::Files,
    formula,
    map::MapData,
    membership::Memberships,
    missing::Missing,
    number::Date,
    organisation::Organisation,
    raw,
    scene::{self, Scene},
    texts, titles, {Config, Content, Labels, Member, Term},
};

/// Texts in the form of chapters: what follows the walk, and what stands on the pages beside it; each is `en/pages/<slug>.md`.
pub(crate) const PAGES: [&str; 3] = ["sources", "treaty", "disagreements"];

/// The ids of the scenes of the walk, in reading order; each is `en/walk/<id>.md`.
const SCENES: &str = "data/scenes.json";

/// Files of the walk that have no stage, and stand before its scenes: the cover, and the summary.
const OPENING: [&str; 2] = ["cover", "in-short"];

/// The fact files, by topic.
pub(crate) const TOPICS: [&str; 6] = ["treaty", "crises", "january-2022", "kazakhstan", "voices", "context"];

/// The whole content in one language, parsed and resolved but not yet cross-checked (see [`super::validate`]).
///
/// # Errors
/// All faults found, not only the first; of files that cannot be read those alone.
pub fn load(files: &Files, language: &str, figures: &Figures) -> Result<Content, Vec<Diagnostic>> {
    let mut reader = Reader { files, language, errors: Vec::new() };
    let mut facts = BTreeMap::new();
    let mut texts = BTreeMap::new();
    let mut sources = BTreeMap::new();
    for topic in TOPICS {
        let file = format!("data/facts/{topic}.json");
        for fact in reader.data::<Vec<Fact>>(&file) {
            let id = fact.id.clone();
            reader.insert(&mut facts, &file, id, fact);
        }
        let file = format!("{language}/facts/{topic}.json");
        for (id, text) in reader.data::<BTreeMap<String, FactText>>(&file) {
            reader.insert(&mut texts, &file, id, text);
        }
        let file = format!("data/sources/{topic}.json");
        for source in reader.data::<Vec<Source>>(&file) {
            let id = source.id.clone();
            reader.insert(&mut sources, &file, id, source);
        }
    }
    let pages: Vec<Chapter> = PAGES.iter().filter_map(|slug| reader.page(slug)).collect();
    let [cover, in_short] = OPENING.map(|id| reader.opening(id));
    let scenes = reader.scenes();
    let content = Content {
        articles: reader.data::<Vec<Article>>("data/articles.json"),
        article_texts: reader.text::<BTreeMap<String, ArticleText>>("articles.json"),
        cases: reader.data("data/cases.json"),
        case_texts: reader.text("cases.json"),
        comparison: reader.text::<Option<Comparison>>("comparison.json"),
        config: reader.data::<Option<Config>>("data/config.json"),
        cover,
        in_short,
        corrections: reader.data("data/corrections.json"),
        correction_texts: reader.text("corrections.json"),
        days: reader.data("data/days.json"),
        day_texts: reader.text("days.json"),
        deployment: reader.data::<Option<Deployment>>("data/deployment.json"),
        expectations: reader.data("data/expectations.json"),
        expectation_texts: reader.text("expectations.json"),
        figures: reader.text("figures.json"),
        forces: reader.data("data/forces.json"),
        glossary: reader.text::<BTreeMap<String, Term>>("glossary.json"),
        labels: reader.text::<Option<Labels>>("labels.json"),
        missing: Missing::default(),
        map: reader.data::<Option<MapData>>("data/map.json"),
        memberships: reader.data::<Option<Memberships>>("data/memberships.json"),
        ledger: reader.data("data/ledger.json"),
        ledger_texts: reader.text("ledger.json"),
        members: reader.data::<Vec<Member>>("data/members.json"),
        member_names: reader.text("members.json"),
        organisations: reader.data::<Vec<Organisation>>("data/organisations.json"),
        organisation_names: reader.text("organisations.json"),
        pages,
        scenes,
        facts,
        fact_texts: texts,
        sources,
        texts: Vec::new(),
        yardsticks: reader.data("data/yardsticks.json"),
    };
    // What refers to a file that cannot be read would be called unknown.
    if !reader.errors.is_empty() {
        return Err(reader.errors);
    }
    let mut errors = Vec::new();
    let mut content = content;
    content.texts = texts::all(files, language, content.pages.iter(), content.walk());
    // The headline is the cover's; files, shares and citations name the page by it.
    if let (Some(cover), Some(labels)) = (&content.cover, &mut content.labels) {
        labels.page.insert("headline".to_owned(), cover.title.clone());
    }
    for (file, text) in files.iter().filter(|(file, _)| file.ends_with(".json")) {
        errors.extend(raw::faults(file, text, &content.facts));
    }
    errors.extend(resolve_formulas(&mut content.facts));
    errors.extend(titles::fill(&mut content, figures));
    if errors.is_empty() { Ok(content) } else { Err(errors) }
}

struct Reader<'a> {
    files: &'a Files,
    language: &'a str,
    errors: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn data<T: DeserializeOwned + Default>(&mut self, file: &str) -> T {
        let Some(text) = self.files.get(file) else {
            self.errors.push(Diagnostic::missing(file));
            return T::default();
        };
        let mut json = serde_json::Deserializer::from_str(text);
        match serde_path_to_error::deserialize(&mut json) {
            Ok(value) => value,
            Err(e) => {
                let place = e.path().to_string();
                self.errors.push(Diagnostic::new(file, place, (format!("{}", e.inner()), "correct the field there")));
                T::default()
            }
        }
    }

    fn text<T: DeserializeOwned + Default>(&mut self, name: &str) -> T {
        let file = format!("{}/{name}", self.language);
        self.data(&file)
    }

    fn insert<T>(&mut self, map: &mut BTreeMap<String, T>, file: &str, id: String, value: T) {
        match map.entry(id) {
            Entry::Occupied(old) => {
                self.errors.push(Diagnostic::new(file, old.key(), ("stands twice", "keep one of the two")));
            }
            Entry::Vacant(place) => {
                place.insert(value);
            }
        }
    }

    fn page(&mut self, slug: &str) -> Option<Chapter> {
        let file = format!("{}/pages/{slug}.md", self.language);
        let Some(text) = self.files.get(&file) else {
            self.errors.push(Diagnostic::missing(file));
            return None;
        };
        chapter::parse(slug, &file, text).map_err(|e| self.errors.push(e)).ok()
    }

    fn opening(&mut self, id: &str) -> Option<Scene> {
        let file = format!("{}/walk/{id}.md", self.language);
        let Some(text) = self.files.get(&file) else {
            self.errors.push(Diagnostic::missing(file));
            return None;
        };
        scene::parse(id, &file, text).map_err(|e| self.errors.push(e)).ok()
    }

    /// The scenes that the list names, as far as their files are there.
    fn scenes(&mut self) -> Vec<Scene> {
        let folder = format!("{}/walk/", self.language);
        let faults = self.errors.len();
        let listed: Vec<String> = self.data(SCENES);
        // Without the list every scene would be called unknown.
        if self.errors.len() > faults {
            return Vec::new();
        }
        let ids: Vec<&str> =
            self.files.keys().filter_map(|file| file.strip_prefix(&folder)).filter_map(|name| name.strip_suffix(".md")).collect();
        for id in ids.iter().filter(|id| !OPENING.contains(id) && listed.iter().all(|scene| scene != *id)) {
            let message = (format!("is not in the list, but there is {folder}{id}.md"), "add it, or correct the name of the file");
            self.errors.push(Diagnostic::new(SCENES, *id, message));
        }
        let mut scenes = Vec::new();
        for (n, id) in listed.iter().enumerate() {
            let file = format!("{folder}{id}.md");
            if listed[..n].contains(id) {
                self.errors.push(Diagnostic::new(SCENES, id, ("stands twice", "keep one of the two")));
                continue;
            }
            let Some(text) = self.files.get(&file) else {
                self.errors.push(Diagnostic::new(file, "", ("is missing", format!("restore it, or take `{id}` out of {SCENES}"))));
                continue;
            };
            match scene::parse(id, &file, text) {
                Ok(scene) => scenes.push(scene),
                Err(error) => self.errors.push(error),
            }
        }
        scenes
    }
}

/// Computes every formula; a formula may use others, but not itself.
fn resolve_formulas(facts: &mut BTreeMap<String, Fact>) -> Vec<Diagnostic> {
    let mut errors = Vec::new();
    let ids: Vec<String> = facts.values().filter(|f| f.formula.is_some()).map(|f| f.id.clone()).collect();
    let mut results = Vec::new();
    for id in ids {
        if facts.get(&id).is_some_and(|fact| fact.number.is_some()) {
            errors.push(Diagnostic::new("data/facts", &id, ("has a number beside its formula, which gives it", "remove the number")));
        }
        match value_of(facts, &id, &mut Vec::new()) {
            Ok(value) => results.push((id, value)),
            Err(problem) => errors.push(Diagnostic::new("data/facts", id, problem.after("has a formula that "))),
        }
    }
    for (id, value) in results {
        if let Some(fact) = facts.get_mut(&id) {
            fact.number = Some(value);
        }
    }
    errors
}

fn value_of(facts: &BTreeMap<String, Fact>, id: &str, open: &mut Vec<String>) -> Result<f64, Problem> {
    let fact = facts.get(id).ok_or_else(|| unknown(id))?;
    match (&fact.formula, fact.number) {
        (None, Some(number)) => Ok(number),
        (None, None) => Err((format!("uses `{id}`, which has no number"), "give that fact a number, or name another").into()),
        (Some(_), _) if open.iter().any(|o| o == id) => {
            Err((format!("runs in a circle through `{id}`"), "give one of the facts of the circle a number in place of its formula").into())
        }
        (Some(text), _) => {
            open.push(id.to_owned());
            let value = formula::evaluate(text, &mut |other| value_of(facts, other, open), &|other| day_of(facts, other));
            open.pop();
            value
        }
    }
}

/// The day of a dated fact, in an unbroken count of days.
fn day_of(facts: &BTreeMap<String, Fact>, id: &str) -> Result<u32, Problem> {
    let fact = facts.get(id).ok_or_else(|| unknown(id))?;
    let date = fact.date.as_deref().and_then(Date::parse).filter(|date| date.day.is_some());
    date.map(Date::day_number).ok_or_else(|| {
        (format!("counts days with `{id}`, which has no day as its date"), "give that fact a date such as 2022-01-06").into()
    })
}

fn unknown(id: &str) -> Problem {
    (format!("names the unknown fact `{id}`"), "correct the id, or add the fact").into()
}
