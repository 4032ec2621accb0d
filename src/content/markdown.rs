//! Markdown with references: `[[fact-id]]` writes a fact's value with its note, `{{term}}` a term with its gloss.
//!
//! `[[id:bare]]` leaves "about" out, `[[id:day]]` the year, `[[id:words]]` writes a small number in words,
//! `[[id:cite]]` writes only the note's mark and `[[id:plain]]` only the value.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, TextMergeStream, html};

use super::{Content, citation::Citations, error::Problem, number};

/// What is written besides plain Markdown.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_SMART_PUNCTUATION);

/// How the mark of a note begins, up to what else its class may hold.
const MARK: &str = "<button class=\"mark";

/// Around a mark, or the end of a term, and what it must not be parted from.
const WITH_MARK: &str = "<span class=\"with-mark\">";

/// How such a piece ends.
const WITH_MARK_END: &str = "</span>";

/// The end of such a piece after its mark.
const MARKED: &str = "</button></span>";

/// The end of a term, whose last piece is such a one.
const EXPLAINED: &str = "</button></span></label>";

/// Notes of one document: fact ids in the order of first mention; and the terms explained in it.
#[derive(Debug, Default, Clone)]
pub struct Notes {
    /// Fact ids; the first has number 1.
    pub facts: Vec<String>,
    /// Glossary ids.
    pub terms: Vec<String>,
    /// The id of the scene or the page that is being written; empty for a figure on its own.
    pub place: String,
    /// The facts that have been named there so far.
    pub named: BTreeSet<String>,
    /// Where citations are gathered in place of being marked; `None` where each gets its mark.
    pub gathered: Option<Citations>,
    /// Where facts stand in the same document, how a link to one begins, in place of the button of a note.
    pub links: Option<String>,
}

impl Notes {
    /// What follows belongs to the scene or the page `place`.
    pub(crate) fn enter(&mut self, place: &str) {
        place.clone_into(&mut self.place);
        self.named.clear();
    }

    /// Whether they belong to no scene and no page: to a figure on its own.
    pub(crate) fn stand_alone(&self) -> bool {
        self.place.is_empty()
    }

    /// What `write` gives, and what was cited while it wrote: gathered in place of being marked.
    pub(crate) fn gathering<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> (T, Citations) {
        self.gathered = Some(Citations::default());
        let written = write(self);
        (written, self.gathered.take().unwrap_or_default())
    }

    /// The number of the note on a fact, from 1.
    pub(crate) fn number(&mut self, fact: &str) -> usize {
        self.named.insert(fact.to_owned());
        position_or_push(&mut self.facts, fact) + 1
    }
}

fn position_or_push(list: &mut Vec<String>, id: &str) -> usize {
    list.iter().position(|f| f == id).unwrap_or_else(|| {
        list.push(id.to_owned());
        list.len() - 1
    })
}

/// The text with `&`, `<`, `>` and quotes escaped for HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// The HTML of `markdown`, its references resolved against `content` and collected in `notes`.
///
/// # Errors
/// Every reference that cannot be resolved, with its remedy.
pub fn render(markdown: &str, content: &Content, notes: &mut Notes) -> Result<String, Vec<Problem>> {
    let mut faults = Vec::new();
    let mut events = Vec::new();
    for event in TextMergeStream::new(Parser::new_ext(markdown, OPTIONS)) {
        match event {
            Event::Text(text) => {
                let html = inline(&text, content, notes, &mut faults);
                events.push(Event::InlineHtml(html.into()));
            }
            Event::Html(_) | Event::InlineHtml(_) => faults.push(("holds HTML", "write Markdown instead").into()),
            other => events.push(other),
        }
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

/// The paragraphs, lists and other blocks of `markdown`, as they are written.
pub(super) fn blocks(markdown: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (event, at) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(_) => {
                if depth == 0 {
                    found.push(markdown[at].trim());
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    found
}

/// The HTML of one run of text.
pub fn inline(text: &str, content: &Content, notes: &mut Notes, faults: &mut Vec<Problem>) -> String {
    let mut out = String::new();
    let mut rest = text;
    loop {
        let fact = rest.find("[[");
        let term = rest.find("{{");
        let (at, close, is_fact) = match (fact, term) {
            (Some(f), Some(t)) if f < t => (f, "]]", true),
            (_, Some(t)) => (t, "}}", false),
            (Some(f), None) => (f, "]]", true),
            (None, None) => break,
        };
        push_text(&mut out, &rest[..at]);
        let Some(end) = rest[at + 2..].find(close) else {
            faults.push((format!("has `{}` without `{close}`", &rest[at..at + 2]), "close the reference").into());
            return out;
        };
        let reference = &rest[at + 2..at + 2 + end];
        let resolved = if is_fact { fact_html(reference, content, notes) } else { term_html(reference, content, notes) };
        match resolved {
            Ok(html) if html.contains(MARK) => push_marked(&mut out, &html),
            Ok(html) => {
                out.push_str(&html);
                if let Some(citations) = notes.gathered.as_mut().filter(|_| is_fact) {
                    citations.add(reference, &plain(&out));
                }
            }
            Err(fault) => faults.push(fault),
        }
        rest = &rest[at + 4 + end..];
    }
    push_text(&mut out, rest);
    out
}

/// Adds text; punctuation that follows a mark or a term stays with it, so that neither begins a line.
fn push_text(out: &mut String, text: &str) {
    let closed = [MARKED, EXPLAINED].into_iter().find(|end| out.ends_with(end)).and_then(|end| end.strip_prefix("</button>"));
    let kept = closed.map_or(0, |_| text.find(|c| !".,;:!?)”’".contains(c)).unwrap_or(text.len()));
    if let Some(end) = closed {
        out.truncate(out.len() - end.len());
        out.push_str(&escape(&text[..kept]));
        out.push_str(end);
    }
    out.push_str(&escape(&text[kept..]));
}

/// Text that a fact's [`mark`] follows, as HTML; an empty mark leaves the text alone.
pub(crate) fn marked(text: &str, mark: &str) -> String {
    let mut out = escape(text);
    if !mark.is_empty() {
        push_marked(&mut out, mark);
    }
    out
}

/// Adds a mark, alone or after a value, in one unbreakable piece with the word before it. Marks in a row stand close,
/// with a comma between their numbers.
fn push_marked(out: &mut String, html: &str) {
    let alone = html.starts_with(MARK);
    if alone && out.ends_with(MARKED) {
        out.truncate(out.len() - WITH_MARK_END.len());
        out.push_str(&html.replacen(MARK, &[MARK, " next"].concat(), 1));
    } else {
        let word = if alone { out.rfind(|c: char| c.is_whitespace() || "->–".contains(c)) } else { Some(out.len()) };
        let start = word.map_or(0, |at| at + out[at..].chars().next().map_or(0, char::len_utf8));
        out.insert_str(start, WITH_MARK);
        out.push_str(html);
    }
    out.push_str(WITH_MARK_END);
}

/// The text of what [`inline`] wrote: without tags and without the marks of notes.
pub fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        let is_mark = tag.starts_with(&MARK[1..]);
        rest = tag.split_once(if is_mark { "</button>" } else { ">" }).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace('\u{a0}', " ").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn fact_html(reference: &str, content: &Content, notes: &mut Notes) -> Result<String, Problem> {
    let (id, form) = reference.split_once(':').unwrap_or((reference, ""));
    let fact = content.facts.get(id).ok_or_else(|| (format!("refers to the unknown fact `{id}`"), "correct the id or add the fact"))?;
    let no_value = || (format!("asks for the value of `{id}`, which has none"), format!("write `[[{id}:cite]]`"));
    let value = match form {
        "cite" => String::new(),
        "" | "plain" => content.value_words(fact).ok_or_else(no_value)?,
        "bare" => content.value_bare(fact).ok_or_else(no_value)?,
        "day" => match (&fact.date, &content.labels) {
            (Some(date), Some(labels)) => number::Date::parse(date).map(|d| number::date_day(d, &labels.months)).ok_or_else(no_value)?,
            _ => return Err((format!("asks for the day of `{id}`, which has no date"), format!("write `[[{id}]]`")).into()),
        },
        "words" => {
            let words = fact.number.and_then(|n| content.labels.as_ref()?.small_numbers.iter().enumerate().find(|(i, _)| *i as f64 == n));
            words
                .ok_or_else(|| {
                    (format!("asks for `{id}` in words, which is not a whole number up to twelve"), format!("write `[[{id}]]`"))
                })?
                .1
                .clone()
        }
        _ => return Err((format!("asks for the unknown form `:{form}` of `{id}`"), "use bare, day, words, cite or plain").into()),
    };
    let value = escape(&value).replace(' ', "\u{a0}");
    if form == "plain" || notes.gathered.is_some() {
        return Ok(value);
    }
    Ok(value + &mark(id, content, notes))
}

/// The mark that opens the note on a fact; a button where popovers exist, followed by nothing to load.
pub(crate) fn mark(id: &str, content: &Content, notes: &mut Notes) -> String {
    let n = notes.number(id);
    if let Some(start) = &notes.links {
        return format!("<a class=\"mark\" href=\"{start}{id}\">{n}</a>");
    }
    // The word for those who hear the page; one text for all marks weighs less than a label of its own for each.
    format!("{MARK}\" popovertarget=\"note-{n}\"><i>{} </i>{n}</button>", escape(content.label("note")))
}

fn term_html(reference: &str, content: &Content, notes: &mut Notes) -> Result<String, Problem> {
    let (id, shown) = reference.split_once('|').map_or((reference, None), |(id, shown)| (id, Some(shown)));
    let term = content
        .glossary
        .get(id)
        .ok_or_else(|| (format!("refers to the unknown term `{id}`"), "correct it or add it to en/glossary.json"))?;
    position_or_push(&mut notes.terms, id);
    let words = shown.unwrap_or(&term.term);
    let shown = escape(words);
    let (start, last) = shown.rsplit_once(' ').map_or(("", &*shown), |(start, _)| shown.split_at(start.len() + 1));
    let start = if start.is_empty() { String::new() } else { format!("<u>{start}</u>") };
    let name = escape(&content.label_with("term_meaning", &[("term", words)]));
    // The words are text and the button is empty, because Firefox copies no text of a button, reading modes drop buttons with all
    // that they hold, and no browser breaks a button as it breaks text. Its label opens it, and it lies over the last word.
    let button = format!("<button class=\"term\" popovertarget=\"term-{id}\" aria-label=\"{name}\">");
    Ok(format!("<label class=\"explained\">{start}{WITH_MARK}<u>{last}</u>{button}{EXPLAINED}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{
        Term,
        fact::{Fact, Kind, Precision},
    };

    fn content() -> Content {
        let fact = |id: &str, number| Fact {
            id: id.into(),
            number,
            range: None,
            date: None,
            period: None,
            formula: None,
            decimals: None,
            unit: Some("soldiers".into()),
            precision: Precision::Exact,
            as_of: "2022".into(),
            announced: false,
            kind: Kind::Reported,
            sources: vec![],
        };
        Content { facts: [("a".to_owned(), fact("a", Some(2500.0))), ("b".to_owned(), fact("b", None))].into(), ..Content::default() }
    }

    #[test]
    fn marks_in_a_row_are_told_from_marks_apart() {
        let mut notes = Notes::default();
        let html = render("Some[[a:cite]][[b:cite]] came[[a:cite]].", &content(), &mut notes).expect("renders");
        let classes: Vec<&str> =
            html.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()).filter(|c| c.starts_with("mark")).collect();
        assert_eq!(classes, ["mark", "mark next", "mark"], "{html}");
        assert_eq!(notes.facts, ["a", "b"]);
    }

    #[test]
    fn what_html_would_take_for_its_own_is_escaped() {
        assert_eq!(escape("<a href=\"x\">1 & 2</a>"), "&lt;a href=&quot;x&quot;&gt;1 &amp; 2&lt;/a&gt;");
    }

    #[test]
    fn markdown_has_tables_and_curly_quotes() {
        let html = render("| a | b |\n| - | - |\n| \"c\" | d |", &content(), &mut Notes::default()).expect("renders");
        assert!(html.contains("<td>“c”</td>"), "{html}");
    }

    #[test]
    fn facts_and_terms_are_told_apart_in_either_order() {
        let mut content = content();
        let term = Term { term: "bloc".into(), gloss: "Several states.".into() };
        content.glossary.insert("bloc".into(), term);
        for text in ["[[a]] of a {{bloc}}", "a {{bloc}} of [[a]]"] {
            let mut notes = Notes::default();
            let html = render(text, &content, &mut notes).expect("renders");
            assert!(html.contains("2,500") && html.contains("<u>bloc</u><button"), "{html}");
            assert_eq!((notes.facts.len(), notes.terms.len()), (1, 1), "{html}");
        }
    }

    #[test]
    fn a_term_breaks_between_its_words_and_keeps_its_punctuation() {
        let mut content = content();
        content.glossary.insert("bloc".into(), Term { term: "bloc of states".into(), gloss: "Several states.".into() });
        let html = render("A {{bloc}}, which[[b:cite]]", &content, &mut Notes::default()).expect("renders");
        assert!(html.contains("<label class=\"explained\"><u>bloc of </u><span class=\"with-mark\"><u>states</u><button"), "{html}");
        assert!(html.contains("></button>,</span></label> <span") && !html.contains("aria-hidden"), "{html}");
        assert_eq!(plain(&html), "A bloc of states, which\n");
    }

    #[test]
    fn only_a_mark_binds_a_word() {
        let html = render("Of [[a:plain]] men", &content(), &mut Notes::default()).expect("renders");
        assert_eq!(html, "<p>Of 2,500 men</p>\n");
    }

    #[test]
    fn a_small_number_comes_in_words() {
        let mut content = content();
        content.labels = serde_json::from_str(include_str!("en/labels.json")).ok();
        content.facts.get_mut("a").expect("the fact").number = Some(3.0);
        let html = render("[[a:words]]", &content, &mut Notes::default()).expect("renders");
        assert!(html.contains(">three<button"), "{html}");
    }

    #[test]
    fn what_a_chapter_named_is_forgotten_in_the_next() {
        let mut notes = Notes::default();
        assert!(notes.stand_alone());
        notes.number("a");
        notes.enter("arrival");
        assert!(!notes.stand_alone() && notes.named.is_empty());
        assert_eq!((notes.number("b"), notes.number("a")), (2, 1));
        assert_eq!(notes.named.len(), 2);
    }

    #[test]
    fn a_mark_keeps_to_its_word_and_its_punctuation() {
        let html = render("They came at last[[b:cite]][[a:cite]]. Then.", &content(), &mut Notes::default()).expect("renders");
        assert!(html.contains(" at <span class=\"with-mark\">last<button"), "{html}");
        assert!(html.contains(">2</button>.</span> Then."), "{html}");
        assert_eq!(html.matches("with-mark").count(), 1, "{html}");
    }

    #[test]
    fn a_number_is_followed_by_its_mark() {
        let html = render("[[a]] came", &content(), &mut Notes::default()).expect("renders");
        assert!(html.starts_with("<p><span class=\"with-mark\">2,500<button"), "{html}");
        assert!(html.contains("popovertarget=\"note-1\""), "{html}");
    }

    #[test]
    fn plain_text_keeps_values_and_loses_marks() {
        let mut faults = Vec::new();
        let html = inline("At least [[a]] & more[[b:cite]][[a:cite]], it says[[b:cite]].", &content(), &mut Notes::default(), &mut faults);
        assert_eq!((plain(&html), faults), ("At least 2,500 & more, it says.".to_owned(), vec![]));
    }

    #[test]
    fn faults_name_the_reference() {
        for (text, said) in [("[[c]]", "unknown fact `c`"), ("[[b]]", "has none"), ("[[a:x]]", "unknown form"), ("[[a", "without `]]`")] {
            let faults = render(text, &content(), &mut Notes::default()).expect_err(text);
            assert!(faults.iter().any(|f| f.to_string().contains(said)), "{faults:?}");
        }
    }
}
