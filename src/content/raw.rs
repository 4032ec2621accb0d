//! A content file as written, before it has a type: finds what no type forbids. Nothing is empty, null or stands twice,
//! and no reference leads nowhere.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};

use super::{error::Diagnostic, fact::Fact, references};

/// What may be blank, by file and place, and what may repeat.
///
/// A force whose strength nobody published has no note; an arc may have no state on its right; one and many of a unit
/// may be the same words.
const MAY_BE_BLANK: [(&str, &str); 2] = [("en/figures.json", "forces.note_air"), ("data/map.json", "arcs[")];
const MAY_REPEAT: [(&str, &str); 1] = [("en/labels.json", "units.")];

/// Any JSON value, with all its keys: also those that stand twice.
#[derive(Debug, PartialEq)]
pub(crate) enum Raw {
    /// `null`
    Null,
    /// A text.
    Text(String),
    /// A number
    Number(f64),
    /// `true` or `false`
    Truth(bool),
    /// A list.
    List(Vec<Raw>),
    /// Keys and values as they stand.
    Fields(Vec<(String, Raw)>),
}

/// The faults of `text`, the JSON in `file`; none where it is no JSON at all, which its own type reports.
pub(crate) fn faults(file: &str, text: &str, facts: &BTreeMap<String, Fact>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    if let Ok(root) = serde_json::from_str(text) {
        Search { file, facts, faults: &mut faults }.within(&root, "");
    }
    faults
}

struct Search<'a> {
    file: &'a str,
    facts: &'a BTreeMap<String, Fact>,
    faults: &'a mut Vec<Diagnostic>,
}

impl Search<'_> {
    fn within(&mut self, value: &Raw, place: &str) {
        let may = |list: &[(&str, &str)]| list.iter().any(|(of, start)| *of == self.file && place.starts_with(start));
        let (may_be_blank, may_repeat) = (may(&MAY_BE_BLANK), may(&MAY_REPEAT));
        match value {
            Raw::Null => self.fault(place, ("is null", "leave it out or write its value")),
            Raw::Text(text) if text.trim().is_empty() && !may_be_blank => self.fault(place, ("is empty", "write its words")),
            Raw::List(items) if items.is_empty() => self.fault(place, ("is an empty list", "write its entries")),
            Raw::Fields(fields) if fields.is_empty() => self.fault(place, ("has no entries", "write them")),
            Raw::Text(text) => {
                for id in references::ids(text).into_iter().filter(|id| !self.facts.contains_key(*id)) {
                    self.faults.push(Diagnostic::new(
                        self.file,
                        place,
                        (format!("refers to the unknown fact `{id}`"), "correct the id or add the fact"),
                    ));
                }
            }
            Raw::List(items) => {
                for (n, item) in items.iter().enumerate() {
                    let own = format!("{place}[{n}]");
                    if !matches!(item, Raw::Number(_) | Raw::Truth(_)) && items[..n].contains(item) && !may_repeat {
                        self.fault(&own, ("stands twice", "keep one of the two"));
                    }
                    self.within(item, &own);
                }
            }
            Raw::Fields(fields) => {
                for (n, (key, value)) in fields.iter().enumerate() {
                    let own = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                    if fields[..n].iter().any(|(other, _)| other == key) {
                        self.fault(&own, ("stands twice", "keep one of the two"));
                    }
                    self.within(value, &own);
                }
            }
            Raw::Number(_) | Raw::Truth(_) => {}
        }
    }

    fn fault(&mut self, place: &str, problem: (&str, &str)) {
        self.faults.push(Diagnostic::new(self.file, place, problem));
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Raw, E> {
        Ok(Raw::Truth(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Raw, E> {
        Ok(Raw::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Raw, E> {
        Ok(Raw::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Raw, E> {
        Ok(Raw::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            fields.push(entry);
        }
        Ok(Raw::Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_type_forbids_is_named_by_its_place() {
        for (text, said) in [
            (r#"{"a": {"b": " "}}"#, "en/x.json: a.b: is empty"),
            (r#"{"a": [1, {"b": null}]}"#, "en/x.json: a[1].b: is null"),
            (r#"{"a": []}"#, "en/x.json: a: is an empty list"),
            (r#"{"a": {}}"#, "en/x.json: a: has no entries"),
            (r#"{"a": "1", "b": "2", "a": "3"}"#, "en/x.json: a: stands twice"),
            (r#"{"a": ["1", "2", "1"]}"#, "en/x.json: a[2]: stands twice"),
            (r#"{"a": "so [[b:cite]]"}"#, "en/x.json: a: refers to the unknown fact `b`"),
        ] {
            let found = faults("en/x.json", text, &BTreeMap::new());
            assert!(found.len() == 1 && found[0].to_string().starts_with(said) && !found[0].help.is_empty(), "{found:?}");
        }
        for text in [r#"{"a": [1, 1, true, true], "b": "a"}"#, "no JSON"] {
            assert_eq!(faults("en/x.json", text, &BTreeMap::new()), [], "{text}");
        }
    }
}
