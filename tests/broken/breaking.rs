//! The ways in which a field is broken, and one field of each kind in each file.

use std::collections::{BTreeMap, BTreeSet};

use csto_explainer::content::files::Files;
use serde_json::{Value, json};

/// A content file with one fault.
#[derive(Debug)]
pub(crate) struct Break {
    /// Path below `src/content/`.
    pub(crate) file: String,
    /// The kind of field, such as `[].sources[]`; `*` stands for the key of an entry.
    pub(crate) kind: String,
    /// What was done to it.
    pub(crate) way: &'static str,
    /// What a message may call the place: the field, its entry, or the value at fault.
    places: Vec<String>,
    /// The whole file.
    pub(crate) text: String,
}

impl Break {
    /// For messages and for the list of what is accepted: `data/days.json [].date removed`.
    pub(crate) fn name(&self) -> String {
        format!("{} {} {}", self.file, self.kind, self.way)
    }

    /// Whether `message` names the file and the place.
    pub(crate) fn is_named_in(&self, message: &str) -> bool {
        // Ids of facts and sources are unique over their files, whose folder is then named.
        let folder = self.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let file = message.contains(&self.file) || (folder.contains('/') && message.contains(folder));
        file && self.places.iter().any(|place| message.contains(place))
    }
}

/// Objects whose keys are ids of entries, by file and kind.
const KEYED: [(&str, &str); 20] = [
    ("data/cases.json", "[].answers"),
    ("data/yardsticks.json", "[].shares"),
    ("en/articles.json", ""),
    ("en/articles.json", "*.mattered"),
    ("en/cases.json", ""),
    ("en/cases.json", "*"),
    ("en/corrections.json", ""),
    ("en/days.json", ""),
    ("en/expectations.json", ""),
    ("en/facts/", ""),
    ("en/figures.json", ""),
    ("en/figures.json", "*"),
    ("en/glossary.json", ""),
    ("en/labels.json", "kinds"),
    ("en/labels.json", "page"),
    ("en/labels.json", "precision"),
    ("en/labels.json", "units"),
    ("en/ledger.json", ""),
    ("en/members.json", ""),
    ("en/organisations.json", ""),
];

/// One field of each kind, in each way.
pub(crate) fn breaks(files: &Files) -> Vec<Break> {
    let (mut breaks, mut kinds) = (Vec::new(), BTreeMap::<&str, BTreeSet<String>>::new());
    for (file, text) in files.iter().filter(|(file, _)| file.ends_with(".json")) {
        let root: Value = serde_json::from_str(text).expect(file);
        // The files of facts, and those of sources, are of one type.
        let form = file.rsplit_once('/').map(|(folder, _)| folder).filter(|folder| folder.contains('/')).unwrap_or(file);
        let mut walk = Walk { file, root: &root, seen: kinds.entry(form).or_default(), breaks: &mut breaks };
        walk.field("", "", &[]);
        for (way, text) in [("cut short", &text[..text.len() / 2]), ("made empty", "")] {
            breaks.push(Break { file: file.clone(), kind: String::new(), way, places: vec![";".into()], text: text.into() });
        }
    }
    breaks
}

struct Walk<'a> {
    file: &'a str,
    root: &'a Value,
    seen: &'a mut BTreeSet<String>,
    breaks: &'a mut Vec<Break>,
}

impl Walk<'_> {
    /// Breaks the field at `pointer` (RFC 6901), and all below it; `places` are the names on the way.
    fn field(&mut self, pointer: &str, kind: &str, places: &[String]) {
        let Some(value) = self.root.pointer(pointer) else { return };
        let is_new = self.seen.insert(kind.to_owned());
        if is_new {
            self.break_in_every_way(pointer, kind, value, places);
        }
        match value {
            Value::Object(fields) => {
                let keyed = KEYED.iter().any(|(file, k)| self.file.starts_with(file) && *k == kind);
                for (key, _) in fields {
                    let step = if keyed { "*" } else { key };
                    let kind = if kind.is_empty() { step.to_owned() } else { format!("{kind}.{step}") };
                    self.field(&format!("{pointer}/{key}"), &kind, &with(places, key));
                }
            }
            Value::Array(items) => {
                for (n, item) in items.iter().enumerate() {
                    let names = ["id", "iso3", "appeal", "state"].into_iter().filter_map(|key| item.get(key)?.as_str());
                    let mut places: Vec<String> = places.iter().cloned().chain(names.map(str::to_owned)).collect();
                    places.push(format!("[{n}]"));
                    // In a file that is a list of ids, an entry is its own name.
                    places.extend(item.as_str().filter(|_| pointer.is_empty()).map(str::to_owned));
                    self.field(&format!("{pointer}/{n}"), &format!("{kind}[]"), &places);
                }
            }
            _ => {}
        }
    }

    fn break_in_every_way(&mut self, pointer: &str, kind: &str, value: &Value, places: &[String]) {
        for (way, other) in others(value) {
            let places = if let Value::String(text) = &other { with(places, text) } else { places.to_vec() };
            self.put(kind, way, places, |root| *root.pointer_mut(pointer).expect(pointer) = other);
        }
        if let Some((parent, key)) = pointer.rsplit_once('/') {
            self.put(kind, "removed", places.to_vec(), |root| match root.pointer_mut(parent) {
                Some(Value::Object(fields)) => drop(fields.remove(key)),
                Some(Value::Array(items)) => drop(items.remove(key.parse().expect("an index"))),
                _ => {}
            });
            self.put(kind, "twice", with(places, "twice"), |root| {
                if let Some(Value::Array(items)) = root.pointer_mut(parent) {
                    items.push(items[key.parse::<usize>().expect("an index")].clone());
                }
            });
        }
        if value.is_object() {
            self.put(kind, "with an unknown key", with(places, "no-such-key"), |root| {
                root.pointer_mut(pointer).expect(pointer)["no-such-key"] = json!("x");
            });
        }
    }

    fn put(&mut self, kind: &str, way: &'static str, places: Vec<String>, change: impl FnOnce(&mut Value)) {
        let mut root = self.root.clone();
        change(&mut root);
        if root != *self.root {
            // A file as a whole has no place in it.
            let places = if places.is_empty() { vec![";".into()] } else { places };
            self.breaks.push(Break { file: self.file.into(), kind: kind.into(), way, places, text: root.to_string() });
        }
    }
}

fn with(places: &[String], place: &str) -> Vec<String> {
    places.iter().cloned().chain([place.to_owned()]).collect()
}

/// What could stand in place of `value`.
fn others(value: &Value) -> Vec<(&'static str, Value)> {
    let mut others = vec![("null", Value::Null)];
    match value {
        Value::String(text) => {
            others.extend([("a number", json!(7)), ("empty", json!("")), ("unknown", json!("no-such-thing"))]);
            // Words, not ids, may hold references.
            if text.contains(' ') {
                others.push(("with a reference that leads nowhere", json!(format!("{text} [[no-such-fact]]"))));
            }
            if text.len() >= 4 && text.chars().all(|c| c.is_ascii_digit() || c == '-') {
                others.extend([("no day of any calendar", json!("2022-02-30")), ("a day in words", json!("6 January 2022"))]);
            }
            if text.starts_with("http") {
                others.extend([("an address that runs script", json!("javascript:alert(1)")), ("no address", json!("example"))]);
            }
        }
        Value::Number(_) => others.extend([
            ("a text", json!("7")),
            ("negative", json!(-7)),
            ("huge", json!(1e300)),
            ("larger than any count", json!(4_294_967_296_u64)),
            ("no whole number", json!(0.123_456)),
        ]),
        Value::Bool(_) => others.push(("a text", json!("true"))),
        Value::Array(_) => others.extend([("a text", json!("x")), ("an object", json!({})), ("empty", json!([]))]),
        Value::Object(_) => others.extend([("a text", json!("x")), ("an array", json!([])), ("empty", json!({}))]),
        Value::Null => {}
    }
    others
}
