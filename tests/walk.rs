//! The walk as built: a scene's parts in their order, one mark for each card and paragraph, stages that figures can read,
//! and a style sheet and a script that fit them.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

use std::{fs, io::Write, path::Path};

use csto_explainer::{
    build::loader,
    content::{
        Content,
        checks::scenes::{self, MOST_STEPS},
        error::Diagnostic,
        fact::Fact,
        files::{Files, read_files},
        load::load,
        markdown::Notes,
        scene::Step,
        validate,
    },
    figures::for_content::FIGURES,
    page::notes::{self, Sources},
    walk::{
        scene::{Builders, view},
        stages,
        still::{Body, Still},
    },
};
use leptos::prelude::*;

const FILE: &str = "en/walk/who-came.md";

const SCENE: &str = "title: Who came\nshort: Who came\nlead: They said [[kz-2022-total-csto-0107]].\n\n\
    ### By sender\nstage: troop-dots?v=1&step=sender\n\nArmenia sent [[kz-2022-troops-armenia-100:bare]]. Belarus named a company[[kz-2022-troops-belarus-company:cite]].\n\n\
    Kyrgyzstan sent [[kz-2022-troops-kyrgyzstan-150:bare]].\n\n::: essay\nIt was {{coup-proofing}}.\n:::\n\n\
    ### Guarded\nstage: guarded\n\nNothing is cited here.\n\n\
    ::: fold The claim\nOne[[jan-0119-ends:cite]].\n\nTwo[[jan-0119-ends:cite]].\n\n::part it\n:::\n\n::: close\nOn.\n:::\n";

/// The content of the tests' own, so that a change in `src/content` fails no test here.
fn files() -> Files {
    read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/content")).expect("the content is readable")
}

/// The content with the scene in the place of its own.
fn with(scene: &str) -> Content {
    let mut files = files();
    files.insert(FILE.into(), scene.into());
    load(&files, "en", &FIGURES).expect("loads")
}

fn rendered(content: &Content, sources: Sources) -> (String, Notes) {
    let scene = content.scenes.iter().find(|scene| scene.id == "who-came").expect("the scene");
    let still = |step: &Step, _: &mut Notes| {
        let drawing = Body::Drawing(format!("<svg class=\"wide\"><title>{:?}</title></svg>", step.stage));
        Ok(Still { title: "A title".into(), sentence: "A sentence.".into(), body: drawing, opens: None })
    };
    let part = |_: &mut Notes, name: &str, argument: &str| Ok(view! { <p>{format!("{name} {argument}")}</p> }.into_any());
    let mut marks = Notes::default();
    let cited = |fact: &Fact| notes::cited(content, fact, sources);
    let builders = Builders { still: &still, part: &part, cited: &cited, is_taken: &|_| false };
    (view(content, &mut marks, scene, &builders).expect("renders").to_html(), marks)
}

fn diagnostics(content: &Content) -> Vec<Diagnostic> {
    let mut faults = validate::faults(content, &FIGURES);
    faults.extend(scenes::stages(content, |scene, stage| stages::check(content, scene, stage)));
    faults
}

fn faults(content: &Content) -> Vec<String> {
    diagnostics(content).iter().map(ToString::to_string).collect()
}

/// That `pieces` stand in `html` one after the other.
fn in_order(html: &str, pieces: &[&str]) {
    let mut rest = html;
    for piece in pieces {
        let found = rest.split_once(piece);
        assert!(found.is_some(), "{piece} is not there, or not in its order: {html}");
        rest = found.map_or("", |(_, after)| after);
    }
}

#[test]
fn cards_and_stills_stand_in_the_order_of_reading_and_the_stage_after_them() {
    let content = with(SCENE);
    assert_eq!(faults(&content), Vec::<String>::new());
    let (html, _) = rendered(&content, Sources::Counted);
    in_order(
        &html,
        &[
            "<section id=\"who-came\"",
            "<h2 id=\"who-came-title\">Who came</h2>",
            "They said up\u{a0}to\u{a0}2,500.",
            "id=\"who-came-1\"",
            "<h3>By sender</h3>",
            "Armenia sent 100.",
            "The essay",
            "class=\"still\"",
            "<p class=\"picture-title\">A title</p><p class=\"visually-hidden\">A sentence.</p><div aria-hidden=\"true\" class=\"drawing\">",
            "id=\"who-came-2\"",
            "class=\"still\"",
            "</ol><figure",
            "1 of 2",
            "</figure></div>",
            "id=\"who-came-after\"",
            "<summary>The claim</summary>",
            "part it",
            "On.",
        ],
    );
}

#[test]
fn at_the_first_step_only_the_button_to_the_next_leads_somewhere() {
    let (html, _) = rendered(&with(SCENE), Sources::Counted);
    let disabled = |by: &str| {
        let (_, button) = html.split_once(&format!("data-by=\"{by}\"")).expect("a button");
        button.split('>').next().unwrap_or_default().contains("aria-disabled=\"true\"")
    };
    assert_eq!(["-1", "1"].map(disabled), [true, false], "{html}");
}

#[test]
fn each_card_and_paragraph_has_one_mark_and_no_number_stands_in_the_text() {
    let content = with(SCENE);
    let (html, notes) = rendered(&content, Sources::Counted);
    assert!(!html.contains("class=\"mark") && notes.facts.is_empty(), "{html}");
    assert_eq!(notes.terms, ["coup-proofing"]);
    // The lead, the first card, one for all of the fold; the second card cites nothing.
    assert_eq!(html.matches("<details class=\"cites\">").count(), 3);
    let (_, card) = html.split_once("id=\"who-came-1\"").expect("the card");
    let (_, list) = card.split_once("<details class=\"cites\">").expect("its mark");
    let (list, _) = list.split_once("</details>").expect("its end");
    assert_eq!(list.matches("<li>").count(), 3);
    let facts = ["kz-2022-troops-armenia-100", "kz-2022-troops-belarus-company", "kz-2022-troops-kyrgyzstan-150"];
    let sources: std::collections::BTreeSet<&String> = facts.iter().flat_map(|id| &content.facts[*id].sources).collect();
    assert!(list.starts_with(&format!("<summary>{} sources</summary>", sources.len())), "{list}");
    for id in facts {
        let first = &content.sources[&content.facts[id].sources[0]].publisher;
        assert!(list.contains(&format!("href=\"sources/#fact-{id}\">{first}</a>")), "{list}");
    }
    assert!(list.contains("<b>Belarus named a company</b>") && list.contains("; not published; 2 more."), "{list}");
}

#[test]
fn what_stands_alone_names_every_source_in_its_marks() {
    let content = with(SCENE);
    let (html, _) = rendered(&content, Sources::Named);
    assert!(!html.contains("sources/#"), "{html}");
    for id in ["kz-2022-troops-armenia-100", "kz-2022-total-csto-0107", "jan-0119-ends"] {
        for source in content.facts[id].sources.iter().filter_map(|source| content.sources.get(source)) {
            assert!(html.contains(&csto_explainer::content::markdown::escape(&source.publisher)), "{id}: {}", source.publisher);
            assert!(source.url.as_ref().is_none_or(|url| html.contains(&url.replace('&', "&amp;"))), "{id}: {:?}", source.url);
        }
    }
}

#[test]
fn a_stage_that_its_figure_does_not_read_is_refused() {
    for (stage, said) in [
        ("troop-dots?v=1&step=senders", "has `step=senders` in its query, which `troop-dots` does not read so"),
        ("troop-dots?v=1&steps=sender", "has `steps=sender` in its query"),
        ("troop-dots?v=2&step=sender", "has `v=2` in its query"),
        ("troop-shares?v=1&total=99999", "has `total=99999` in its query"),
        ("treaty?v=1&treaty=2010", "write it as in `v=1&treaty=both`"),
        ("map?v=1", "names the figure `map`, which is unknown or has no states"),
        ("no-such-figure?v=1", "names the figure `no-such-figure`"),
        ("", "has no name"),
        ("guards", "names the state `guards`, which its drawing does not know; use one of guarded, combinations"),
    ] {
        let found = faults(&with(&SCENE.replace("troop-dots?v=1&step=sender", stage)));
        let [fault] = &found[..] else { panic!("{stage}: {found:?}") };
        assert!(fault.starts_with("en/walk/who-came.md: step 1 (By sender): has a stage that ") && fault.contains(said), "{fault}");
    }
    for stage in [
        "troop-dots?v=1&step=known",
        "troop-shares?v=1&total=2030&unit=share",
        "treaty?v=1&treaty=1992",
        "non-interventions?v=1&asked=soldiers",
        "timeline?v=1&kind=all",
        "article-4-test?v=1&test=armenia-2022&test-words=1992",
        "burden?v=1&burden=five",
        "forces?v=1&forces=reaction",
    ] {
        assert_eq!(faults(&with(&SCENE.replace("troop-dots?v=1&step=sender", stage))), Vec::<String>::new(), "{stage}");
    }
}

#[test]
fn broken_scenes_are_refused_with_place_and_remedy() {
    for (from, to, said) in [
        ("Armenia sent", "Armenia [[no-such-fact]] sent", "who-came.md: step 1 (By sender): refers to the unknown fact `no-such-fact`"),
        ("One[[", "One[[no-such-fact]][[", "who-came.md: block 1: refers to the unknown fact `no-such-fact`"),
        ("title: Who came", "title: Five came", "who-came.md: title: has the number “Five” typed in"),
        ("### Guarded", "### Two guards", "who-came.md: step 2, heading: has the number “Two” typed in"),
        ("Nothing is cited", "“Nothing is cited", "who-came.md: step 2: has a “ without its ”"),
    ] {
        let found = faults(&with(&SCENE.replace(from, to)));
        assert!(found.iter().any(|fault| fault.contains(said)), "{to}: {found:?}");
    }
    let mut files = files();
    files.insert(FILE.into(), SCENE.replace("stage: guarded", ""));
    files.insert("en/walk/who-went.md".into(), SCENE.into());
    let errors: Vec<String> = load(&files, "en", &FIGURES).expect_err("refused").iter().map(ToString::to_string).collect();
    assert!(errors.iter().any(|e| e.starts_with("en/walk/who-came.md: line ") && e.contains("without `stage:`")), "{errors:?}");
    assert!(errors.iter().any(|e| e.starts_with("data/scenes.json: who-went: is not in the list")), "{errors:?}");
}

#[test]
fn the_style_sheet_names_every_step_that_a_scene_may_have() {
    let style = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style/walk.css")).expect("the style sheet");
    for step in 1..=MOST_STEPS + 1 {
        let rule = format!("[data-step=\"{step}\"] > ol > :nth-child({step})");
        assert_eq!(style.contains(&rule), step <= MOST_STEPS, "step {step}");
    }
}

/// The most that the script of the walk may weigh after brotli, in bytes.
const MOST_SCRIPT: usize = 1536;

#[test]
fn the_script_in_the_head_is_small() {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22).write_all(loader::walk().source().as_bytes()).expect("compresses");
    println!("{} bytes after brotli", packed.len());
    assert!(packed.len() <= MOST_SCRIPT, "{} bytes after brotli; {MOST_SCRIPT} are allowed", packed.len());
}

/// Whoever follows the help of a refused stage or block has a scene that is accepted.
#[test]
fn each_stage_and_block_that_help_names_is_accepted() {
    let stage = "troop-dots?v=1&step=sender";
    let help = |scene: &str| diagnostics(&with(scene)).into_iter().map(|fault| fault.help).next().expect("it is refused");
    for wrong in ["troop-dots?v=1&step=senders", "troop-shares?v=1&total=99999", "treaty?v=1&treaty=2010", "burden?v=1&burden=seven"] {
        let help = help(&SCENE.replace(stage, wrong));
        let query = help.split('`').nth(1).expect(wrong);
        let right = wrong.split_once('?').map(|(id, _)| [id, "?", query].concat()).expect(wrong);
        assert_eq!(faults(&with(&SCENE.replace(stage, &right))), Vec::<String>::new(), "{right}");
    }
    let own = help(&SCENE.replace(stage, "guards"));
    for state in own.strip_prefix("use one of ").expect("the states").split(", ") {
        assert_eq!(faults(&with(&SCENE.replace(stage, state))), Vec::<String>::new(), "{state}");
    }
    let blocks = help(&SCENE.replace("::: close\nOn.", "::: rumour\nOn."));
    for block in blocks.split('`').skip(1).step_by(2) {
        let scene = match block {
            "playground" => SCENE.replace("::: close\nOn.", "::: playground\n::figure treaty"),
            "fold" => SCENE.replace("::: close\nOn.", "::: fold The title\nOn."),
            "essay" => SCENE.replace("Nothing is cited here.", "Nothing is cited here.\n\n::: essay\nOn.\n:::"),
            _ => SCENE.replace("::: close", &["::: ", block].concat()),
        };
        assert_eq!(faults(&with(&scene)), Vec::<String>::new(), "{block}");
    }
}
