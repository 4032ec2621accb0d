//! How the cost of the site grows with facts, figures and dots: `cargo run --features ssr --example growth --
//! FRAMES`, where FRAMES is what `cargo xtask bench --frames --json FRAMES` wrote. Prints tables and draws `docs/growth.svg`.

use std::{collections::BTreeMap, error::Error, fs, io::Write, path::Path, time::Instant};

use csto_explainer::{
    build::{
        assets::{self, Assets},
        context::BuildContext,
        downloads, embed,
        fonts::Fonts,
        head, site,
    },
    chart::{
        painter::{Align, Drawn, Painter, TextLook},
        scale::Scale,
        svg,
        token::{Palette, Token, rgb_from_hex},
    },
    content::{error::Diagnostic, files, load, validate},
    figures::{for_content::FIGURES, registry},
    page::article,
    text::words::grouped,
};
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How often a build is timed; the quickest counts, for the machine does other things besides.
const TIMES: usize = 5;

/// The files that generated facts and their sentences are added to.
const DATA: &str = "data/facts/context.json";
const TEXTS: &str = "en/facts/context.json";

/// Bars with one title.
struct Panel {
    title: &'static str,
    /// What a bar stands for, its length, and the words beside it.
    bars: Vec<(String, f64, String)>,
}

fn main() -> Outcome<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let frames = std::env::args().nth(1).ok_or("Where are the frames? Give the file that `cargo xtask bench --frames --json` wrote.")?;
    let tokens = assets::styles(&project.join("style"), &["tokens.css"])?;
    let mut panels = Vec::new();
    panels.extend(facts(project, &tokens)?);
    panels.extend(figures(project)?);
    panels.push(dots(&serde_json::from_str(&fs::read_to_string(frames)?)?));
    for panel in &panels {
        println!("\n| | {} |\n| --- | ---: |", panel.title);
        panel.bars.iter().for_each(|(name, _, words)| println!("| {name} | {words} |"));
    }
    fs::write(project.join("docs/growth.svg"), chart(&panels, palette(&tokens).ok_or("style/tokens.css lacks a colour")?)?)?;
    Ok(())
}

/// The first of several faults, which is mended before the next.
fn first(faults: Vec<Diagnostic>) -> String {
    faults.first().map(ToString::to_string).unwrap_or_default()
}

/// Builds the site with generated facts besides its own, each named once in the text.
fn facts(project: &Path, tokens: &str) -> Outcome<[Panel; 2]> {
    let own = files::read_files(&project.join("src/content"))?;
    let words: Vec<&str> = own.iter().filter(|(path, _)| path.ends_with(".md")).flat_map(|(_, text)| text.split_whitespace()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| word.chars().all(char::is_alphabetic)).collect();
    let styles = |names: &[&str]| assets::styles(&project.join("style"), names);
    let embed_styles = registry::ALL.iter().map(|figure| Ok::<_, Diagnostic>((figure.id, styles(&assets::embed_styles(figure))?)));
    let context = BuildContext {
        assets: Assets::default(),
        code: None,
        own: BTreeMap::new(),
        icon: String::new(),
        fonts: Fonts::read(&project.join("style"))?,
        page_style: styles(&assets::page_styles(&["troop-shares"]))?,
        embed_styles: embed_styles.collect::<Result<_, Diagnostic>>()?,
        news_style: String::new(),
        reference_styles: BTreeMap::new(),
        alone_style: String::new(),
        plain_style: String::new(),
        builder_style: String::new(),
        named_state_style: String::new(),
        share_style: String::new(),
        bars: head::bars(tokens)?,
        public_url: None,
    };
    let mut panels = [
        Panel { title: "Facts besides the site’s own: build, ms", bars: vec![] },
        Panel { title: "The page after brotli, KB", bars: vec![] },
    ];
    for count in [10_u32, 100, 1_000] {
        let mut files = own.clone();
        // Words of the site in an order that no compression foresees.
        let mut at = 1_usize;
        let mut sentence = || {
            let mut word = || {
                at = at * 75 % 65_537;
                words[at % words.len()]
            };
            (0..16).map(|_| word()).collect::<Vec<_>>().join(" ")
        };
        let id = |i: u32| format!("generated-{i}");
        let mut data: Vec<Value> = serde_json::from_str(&own[DATA])?;
        data.extend((0..count).map(|i| json!({ "id": id(i), "as_of": "2022-01", "kind": "reported", "sources": ["essay"] })));
        let mut texts: BTreeMap<String, Value> = serde_json::from_str(&own[TEXTS])?;
        texts.extend((0..count).map(|i| (id(i), json!({ "statement": format!("{}.", sentence()) }))));
        let prose: String = (0..count).map(|i| format!("\n\n{}.[[{}:cite]]", sentence(), id(i))).collect();
        files.insert(DATA.into(), json!(data).to_string());
        files.insert(TEXTS.into(), json!(texts).to_string());
        files.entry("en/since-then.md".into()).or_default().push_str(&prose);
        let mut page = String::new();
        let milliseconds = quickest(|| {
            let content = load::load(&files, "en", &FIGURES).map_err(first)?;
            if let Some(fault) = validate::faults(&content, &FIGURES).first() {
                return Err(fault.to_string().into());
            }
            let alone = article::alone(&content).map_err(first)?;
            let named = site::named(&content)?;
            let outputs = site::outputs(&content, &alone, &named, 0, &context).map_err(first)?;
            page = outputs.into_iter().find(|output| output.path == "index.html").map(|output| output.text).unwrap_or_default();
            Ok(())
        })?;
        let kilobytes = packed(&page) / 1000.0;
        panels[0].bars.push((format!("{} facts", grouped(count)), milliseconds, format!("{milliseconds:.0}")));
        panels[1].bars.push((format!("{} facts", grouped(count)), kilobytes, format!("{kilobytes:.1}")));
    }
    Ok(panels)
}

/// Builds every figure's own page and data files, once and five times.
fn figures(project: &Path) -> Outcome<[Panel; 2]> {
    let content = site::read(project).map_err(first)?;
    let mut panels = [
        Panel { title: "Figures with their pages and data: build, ms", bars: vec![] },
        Panel { title: "Their pages and data after brotli, KB", bars: vec![] },
    ];
    for times in [1, 5] {
        let mut all = Vec::new();
        let milliseconds = quickest(|| {
            all.clear();
            for figure in registry::ALL.iter().cycle().take(times * registry::ALL.len()) {
                all.push(embed::body(&content, figure)?.html);
                all.extend(downloads::figure(&content, figure)?);
            }
            Ok(())
        })?;
        let name = format!("{} figures", times * registry::ALL.len());
        let kilobytes = all.iter().map(|text| packed(text)).sum::<f64>() / 1000.0;
        panels[0].bars.push((name.clone(), milliseconds, format!("{milliseconds:.0}")));
        panels[1].bars.push((name, kilobytes, format!("{kilobytes:.0}")));
    }
    Ok(panels)
}

/// The median work of a frame in Chromium for each generated number of dots.
fn dots(frames: &Value) -> Panel {
    let chromium = frames.as_array().into_iter().flatten().filter(|way| way["engine"] == "chromium");
    let bars = chromium.filter_map(|way| {
        let name = way["way"].as_str()?.strip_suffix(" squares, generated")?;
        let mut work: Vec<f64> = way["work"].as_array()?.iter().filter_map(Value::as_f64).collect();
        work.sort_by(f64::total_cmp);
        let middle = *work.get(work.len() / 2)?;
        Some((format!("{} dots", grouped(name.parse().ok()?)), middle, format!("{middle:.1}")))
    });
    Panel { title: "A frame of moving dots in Chromium, ms", bars: bars.collect() }
}

fn quickest(mut work: impl FnMut() -> Outcome<()>) -> Outcome<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..TIMES {
        let begun = Instant::now();
        work()?;
        best = best.min(begun.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(best)
}

/// Bytes after brotli at its smallest setting.
#[allow(clippy::cast_precision_loss)] // A few megabytes.
fn packed(text: &str) -> f64 {
    let mut packed = Vec::new();
    // Writing to memory does not fail.
    let _ = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(text.as_bytes());
    packed.len() as f64
}

const WIDTH: f64 = 640.0;
const NAMES: f64 = 110.0;
const HEAD: f64 = 34.0;
const ROW: f64 = 24.0;
const FOOT: f64 = 12.0;

fn chart(panels: &[Panel], palette: Palette) -> Outcome<String> {
    let rows = |panel: &Panel| panel.bars.iter().fold(HEAD, |height, _| height + ROW);
    let height = panels.iter().map(rows).sum::<f64>() + FOOT;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A few hundred pixels.
    let size = (WIDTH as u32, height as u32);
    let draw = |painter: &mut Painter<'_>| -> Drawn {
        painter.fill_rect((0.0, 0.0), (WIDTH, height), Token::Paper, 1.0)?;
        let mut top = 0.0;
        for panel in panels {
            self::panel(painter, panel, top)?;
            top += rows(panel);
        }
        Ok(())
    };
    let description = panels.iter().flat_map(|panel| &panel.bars).map(|(name, _, words)| format!("{name}: {words}")).collect::<Vec<_>>();
    svg::file(size, palette, "How cost grows", &description.join("; "), draw).map_err(|fault| fault.to_string().into())
}

fn panel(painter: &mut Painter<'_>, panel: &Panel, top: f64) -> Drawn {
    let look = |bold, align| TextLook { token: Token::Text, size: 13.0, bold, align };
    painter.text(panel.title, (8.0, top + HEAD / 2.0 + 4.0), look(true, Align::Start))?;
    let most = panel.bars.iter().map(|(_, value, _)| *value).fold(0.0, f64::max);
    let scale = Scale { domain: (0.0, most), range: (NAMES, WIDTH - 60.0) };
    let mut middle = top + HEAD + ROW / 2.0;
    for (name, value, words) in &panel.bars {
        let end = scale.px_from(*value);
        painter.text(name, (NAMES - 8.0, middle), look(false, Align::End))?;
        painter.fill_rect((NAMES, middle - 8.0), (end, middle + 8.0), Token::Ally, 1.0)?;
        painter.text(words, (end + 6.0, middle), look(false, Align::Start))?;
        middle += ROW;
    }
    painter.line((NAMES, top + HEAD), (NAMES, middle - ROW / 2.0), Token::Axis, 1.0)
}

/// The light colours.
fn palette(tokens: &str) -> Option<Palette> {
    let mut colors = [(0, 0, 0); Token::ALL.len()];
    for token in Token::ALL {
        let value = tokens.split_once(&[token.property(), ":"].concat())?.1;
        colors[token.index()] = rgb_from_hex(value.split([';', '}']).next()?.trim())?;
    }
    Some(Palette(colors))
}
