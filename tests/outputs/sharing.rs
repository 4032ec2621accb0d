//! What is shown of the site elsewhere: heads for search engines and share sheets, oEmbed, share pictures, and what publishers copy.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use csto_explainer::{
    build::{oembed, site},
    content::{Content, scene::Stage},
    figures::{registry, states::NamedState},
};
use resvg::tiny_skia::Pixmap;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::{
    files,
    html::{Tag, parsed, tags},
    is_of_a_state, project, public, read,
};

const SITE: &str = "https://example.org/csto/";

fn content() -> Content {
    site::read(project()).expect("the content is sound")
}

/// A file of the site whose address is known.
fn known(path: &str) -> String {
    fs::read_to_string(public().join(path)).expect(path)
}

fn picture(path: &str) -> Pixmap {
    Pixmap::decode_png(&fs::read(public().join(path)).expect(path)).expect(path)
}

#[test]
fn an_oembed_answer_tells_of_a_picture_in_its_size() {
    let read = |path: &str| fs::read(public().join(path)).expect(path);
    let answer: Value = serde_json::from_slice(&read("oembed/troop-shares.json")).expect("JSON");
    assert_eq!(answer["provider_url"], json!("https://example.org/csto/"));
    let picture = answer["thumbnail_url"].as_str().and_then(|url| url.strip_prefix("https://example.org/csto/")).expect("a picture");
    let png = read(picture);
    let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((answer["thumbnail_width"].clone(), answer["thumbnail_height"].clone()), (json!(side(16)), json!(side(20))));
    assert!(side(16) > side(20), "the picture stands upright");
}

/// The `content` of each meta element by its name, the `href` of each link by what it is of the document.
fn head(html: &str) -> BTreeMap<String, String> {
    let entry = |tag: &Tag| {
        let name = tag.get("name").or(tag.get("property")).or(tag.get("rel").filter(|rel| *rel != "icon"))?;
        let media = tag.get("media").or(tag.get("type")).map(|media| [" ", media].concat()).unwrap_or_default();
        Some(([name, &media].concat(), tag.get("content").or(tag.get("href"))?.to_owned()))
    };
    tags(html).iter().filter(|tag| ["meta", "link"].contains(&&*tag.name)).filter_map(entry).collect()
}

#[test]
fn search_engines_and_share_sheets_are_told_this_of_the_page_and_of_a_figure() {
    let content = content();
    let words = &content.labels.as_ref().expect("words").page;
    let title = &*content.figures["troop-shares"]["title"];
    let question = &*content.figures["troop-shares"]["question"];
    for (path, title, description, image) in [
        ("", &*words["headline"], &*words["description"], "share.png"),
        ("embed/troop-shares/", title, question, "share/troop-shares.png"),
        ("figures/troop-shares/", title, question, "share/troop-shares.png"),
    ] {
        let html = known(&format!("{path}index.html"));
        let (address, image) = ([SITE, path].concat(), [SITE, image].concat());
        let mut found = head(&html);
        let alt = found.remove("og:image:alt").unwrap_or_default();
        assert!(alt.len() > 20 && alt != title, "{path}: the picture is told as {alt:?}");
        let mut expected = BTreeMap::from([
            ("canonical", address.as_str()),
            ("color-scheme", "light dark"),
            ("description", description),
            ("og:description", description),
            ("og:image", &image),
            ("og:image:height", "630"),
            ("og:image:width", "1200"),
            ("og:title", title),
            ("og:type", "article"),
            ("og:url", &address),
            ("theme-color (prefers-color-scheme: dark)", "#14171a"),
            ("theme-color (prefers-color-scheme: light)", "#faf8f3"),
            ("twitter:card", "summary_large_image"),
            ("viewport", "width=device-width, initial-scale=1"),
        ]);
        if path.is_empty() {
            expected.insert("manifest", "./manifest.webmanifest");
        } else if path.starts_with("embed/") {
            expected.insert("alternate application/json+oembed", "https://example.org/csto/oembed/troop-shares.json");
        }
        let found: BTreeMap<&str, &str> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, expected, "{path}");
        assert!(html.contains(&format!("<title>{}</title>", title.replace('&', "&amp;"))), "{path}: another title");
    }
}

/// Whether something is drawn in the part of the picture from the left, the top, to the right, the bottom: not all of it has one colour.
fn is_drawn(picture: &Pixmap, [left, top, right, bottom]: [u32; 4]) -> bool {
    let colour = |x, y| picture.pixel(x, y).expect("a pixel");
    (top..bottom).any(|y| (left..right).any(|x| colour(x, y) != colour(left, top)))
}

#[test]
fn share_pictures_are_filled() {
    let pictures = registry::ALL.iter().map(|figure| format!("share/{}.png", figure.id)).chain(["share.png".into()]);
    for path in pictures {
        let picture = picture(&path);
        assert_eq!((picture.width(), picture.height()), (1200, 630), "{path}");
        assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255), "{path}: what stands behind it shows through");
        assert!(is_drawn(&picture, [0, 0, 600, 400]), "{path}: no finding");
        assert!(is_drawn(&picture, [620, 0, 1200, 560]), "{path}: nothing on the right");
        assert!(is_drawn(&picture, [0, 500, 600, 630]), "{path}: nothing below");
    }
}

/// What can be copied of a figure, by its kind.
fn snippets(html: &str, figure: &str) -> BTreeMap<String, String> {
    let page = parsed(html);
    let section = page
        .tree
        .root()
        .descendants()
        .filter_map(scraper::ElementRef::wrap)
        .find(|e| e.value().name() == "section" && e.attr("data-figure") == Some(figure));
    let pieces = section.expect(figure).descendants().filter_map(scraper::ElementRef::wrap).filter(|e| e.value().name() == "pre");
    pieces.map(|e| (e.attr("data-kind").unwrap_or_default().to_owned(), e.text().collect())).collect()
}

#[test]
fn what_publishers_copy_shows_the_figure_and_leaves_a_link() {
    let page = known("embed/index.html");
    for figure in registry::ALL {
        let id = figure.id;
        let address = format!("{SITE}embed/{id}/");
        let title = content().figures[id]["title"].clone();
        let snippets = snippets(&page, id);
        let of = |kind: &str| tags(&snippets[kind]);
        let names = |tags: &[Tag]| tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>();

        let script = of("script");
        assert_eq!(names(&script), ["script", "csto-figure", "a"], "{id}");
        assert_eq!((script[0].get("src"), script[0].get("async")), (Some("https://example.org/csto/embed.js"), Some("")));
        assert_eq!((script[1].get("figure"), script[2].get("href")), (Some(id), Some(&*address)));

        let frame = of("frame");
        assert_eq!(names(&frame), ["figure", "iframe", "figcaption", "a"], "{id}");
        assert_eq!((frame[1].get("src"), frame[1].get("title"), frame[1].get("width")), (Some(&*address), Some(&*title), Some("100%")));
        assert_eq!(frame[3].get("href"), Some(&*address));
        assert!(frame[1].get("height").and_then(|height| height.parse::<u32>().ok()).is_some_and(|height| height > 200), "{id}");

        let picture = of("picture");
        assert_eq!(names(&picture), ["img"], "{id}");
        assert_eq!(picture[0].get("src"), Some(&*format!("{SITE}share/{id}.png")));
        assert!(picture[0].get("alt").is_some_and(|alt| alt.contains(&title)), "{id}: the picture has no words");

        assert_eq!(snippets["oembed"], format!("{SITE}oembed/{id}.json"));
    }
}

#[test]
fn the_hash_that_pins_the_script_is_that_of_the_script() {
    let page = parsed(&known("embed/index.html"));
    let pinned = page.tree.root().descendants().filter_map(scraper::ElementRef::wrap).find(|e| e.attr("data-part") == Some("integrity"));
    let pinned: String = pinned.expect("a hash").text().collect();
    let hash = STANDARD.encode(Sha384::digest(known("embed.js")));
    assert_eq!(pinned, format!("integrity=\"sha384-{hash}\" crossorigin=\"anonymous\""));
}

#[test]
fn the_publishers_script_knows_each_figure_by_title_and_by_heights_in_narrow_and_wide_frames() {
    let script = read("embed.js");
    let (_, rest) = script.split_once("[[\"").expect("the list of figures");
    let list = format!("[[\"{}]]]", rest.split("]]]").next().unwrap_or_default());
    let list: Vec<(String, (String, u32, u32))> = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list.len(), registry::ALL.len());
    for (figure, (id, (title, narrow, wide))) in registry::ALL.iter().zip(list) {
        let [measured_narrow, _, measured_wide] = figure.built.heights;
        assert_eq!(
            (id.as_str(), &*title, narrow, wide),
            (figure.id, &*content().figures[figure.id]["title"], measured_narrow, measured_wide)
        );
    }
}

#[test]
fn a_figure_is_cited_with_edition_and_year() {
    let content = content();
    let config = content.config.as_ref().expect("settings");
    let script = read("share.js");
    let year = &config.edition_date[..4];
    assert!(script.contains(&format!("year = {{{year}}},")), "no year {year}");
    let [edition, read_to] = [&config.edition_date, &config.data_date].map(|date| content.date_long(date));
    assert!(script.contains(&format!("edition of {edition}, sources read to {read_to}")), "not {edition} and {read_to}");
}

/// The whole of one answer and of one document, written out.
#[test]
fn an_editor_pastes_the_counts_of_the_press() {
    let query = "v=1&total=2500&unit=troops&source=arm70-blr500-kgz200-tjk200";
    let title = content().figures["troop-shares"]["title"].clone();
    let address = format!("https://example.org/csto/embed/troop-shares/?{}", query.replace('&', "&amp;"));
    let answer: Value = serde_json::from_str(&known("oembed/troop-shares/media-6-jan.json")).expect("JSON");
    let height = answer["height"].as_u64().expect("a height");
    let expected = json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "author_name": content().labels.expect("labels").page["authors"],
        "author_url": "https://example.org/csto/",
        "provider_name": "The alliance that came once",
        "provider_url": "https://example.org/csto/",
        "cache_age": 86400,
        "html": format!(
            "<blockquote class=\"wp-embedded-content\"><a href=\"{address}\">{title}</a>. Of 2,500 soldiers, the allies’ counts make 970. \
             That leaves about 1,530 for Russia, or 61 percent.</blockquote><iframe class=\"wp-embedded-content\" \
             src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" allow=\"clipboard-write; web-share\"></iframe>"
        ),
        "width": 600,
        "height": height,
        "thumbnail_url": "https://example.org/csto/share/troop-shares.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    });
    assert_eq!(answer, expected);
    let html = known("embed/troop-shares/media-6-jan/index.html");
    let head = head(&html);
    for (name, value) in [
        ("canonical", "https://example.org/csto/embed/troop-shares/media-6-jan/"),
        ("og:url", "https://example.org/csto/embed/troop-shares/media-6-jan/"),
        ("og:title", &*title),
        ("description", "Of 2,500 soldiers, the allies’ counts make 970. That leaves about 1,530 for Russia, or 61 percent."),
        ("alternate application/json+oembed", "https://example.org/csto/oembed/troop-shares/media-6-jan.json"),
    ] {
        assert_eq!(head.get(name).map(String::as_str), Some(value), "{name}");
    }
    // Without script a browser is led by this, and can follow the link.
    let forward = format!("<noscript><meta http-equiv=\"refresh\" content=\"0; url=../?{}\"></noscript>", query.replace('&', "&amp;"));
    assert!(html.contains(&forward), "{html}");
    let links: Vec<_> = tags(&html).into_iter().filter(|tag| tag.name == "a").collect();
    assert_eq!(links.iter().map(|link| link.get("href")).collect::<Vec<_>>(), [Some(&*format!("../?{query}"))]);
    // What the figures write with the data files: the counts of the press, and not the essay's.
    assert!(html.contains("<p>Of 2,500 soldiers, the allies’ counts make 970."), "{html}");
}

#[test]
fn every_named_state_has_an_address_whose_answer_frames_the_figure_in_that_state() {
    let content = content();
    let mut addresses = BTreeSet::new();
    for figure in registry::ALL {
        let id = figure.id;
        let full = |query: &str| figure.built.states.expect("states").full_query(&content, query).expect("a query");
        let states = figure.named_states(&content).expect("states");
        assert_eq!(states.len() > 1, figure.built.states.is_some(), "{id}");
        let mut queries = BTreeMap::new();
        for NamedState { name, query, shorter, sentence } in &states {
            assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{id}: {name}");
            for asked in shorter.iter().chain([query]) {
                assert_eq!(full(asked), *query, "{id}: {name}");
                assert_eq!(queries.insert(asked.clone(), name), None, "{id}: {asked} has two names");
            }
            assert!(addresses.insert(format!("embed/{id}/{name}/index.html")), "{id}: two states are called {name}");
            let answer: Value = serde_json::from_str(&known(&format!("oembed/{id}/{name}.json"))).expect("JSON");
            let html = tags(answer["html"].as_str().expect("html"));
            let framed = html.iter().find(|tag| tag.name == "iframe").and_then(|frame| frame.get("src")).expect("a frame");
            let asked = framed.strip_prefix(&format!("{SITE}embed/{id}/?")).unwrap_or_else(|| panic!("{id}/{name}: {framed}"));
            assert_eq!(full(asked), *query, "{id}/{name}: the frame shows another state");
            assert_eq!(html.iter().find(|tag| tag.name == "a").and_then(|link| link.get("href")), Some(framed));
            assert_eq!(answer["height"], json!(figure.height_in_articles(Some(name))), "{id}/{name}");
            let document = known(&format!("embed/{id}/{name}/index.html"));
            let discovered = head(&document).remove("alternate application/json+oembed");
            assert_eq!(discovered.as_deref(), Some(&*format!("{SITE}oembed/{id}/{name}.json")));
            assert_eq!(head(&document).remove("og:description").as_deref(), Some(&**sentence), "{id}/{name}");
            let link = tags(&document).into_iter().find(|tag| tag.get("data-part") == Some("state")).expect("a link");
            let asked = link.get("href").and_then(|href| href.strip_prefix("../?")).expect("the embed in a state").to_owned();
            assert_eq!(full(&asked), *query, "{id}/{name}: the link leads to another state");
        }
        let heights = figure.built.states.map_or(&[][..], |states| states.heights);
        let unknown: Vec<_> = heights.iter().filter(|(of, _)| states.iter().all(|state| state.name != *of)).collect();
        assert!(unknown.is_empty(), "{id}: has heights of states that it does not have: {unknown:?}");
    }
    assert_eq!(files().into_iter().filter(|path| is_of_a_state(path)).collect::<BTreeSet<_>>(), addresses);
}

/// Feeds and newsletters take frames away, and WordPress takes them from authors without the right to post them.
#[test]
fn where_a_frame_is_taken_away_words_say_which_figure_and_which_state_the_link_shows() {
    let content = content();
    for figure in registry::ALL {
        let title = content.figures[figure.id]["title"].clone();
        let states = figure.named_states(&content).expect("states");
        let expected = states.iter().map(|state| (Some(&*state.name), format!("{title}. {}", state.sentence)));
        for (name, words) in expected.chain([(None, title.clone())]) {
            let answer: Value = serde_json::from_str(&known(&oembed::path(figure.id, name))).expect("JSON");
            let html = parsed(answer["html"].as_str().expect("html"));
            let left: String = html.root_element().text().collect();
            assert_eq!(left, words, "{}: {name:?}", figure.id);
        }
    }
}

#[test]
fn an_answer_in_a_theme_differs_from_that_without_in_what_the_frame_shows() {
    let content = content();
    for figure in registry::ALL {
        let states = figure.named_states(&content).expect("states");
        for name in states.iter().map(|state| Some(&*state.name)).chain([None]) {
            let usual = known(&oembed::path(figure.id, name));
            for theme in oembed::THEMES {
                let text = known(&oembed::path_in(figure.id, name, Some(theme)));
                let mark = if name.is_some() { format!("&amp;theme={theme}") } else { format!("?theme={theme}") };
                // The link and the frame.
                assert_eq!((text.matches(&mark).count(), text.replace(&mark, "") == usual), (2, true), "{}: {name:?}", figure.id);
            }
        }
    }
}

#[test]
fn the_panel_for_sharing_knows_the_address_of_every_named_state() {
    let content = content();
    let of = |script: &str| -> BTreeMap<String, String> {
        let (_, names) = script.split_once("\nconst named = ").expect("the names");
        serde_json::from_str(names.split(";\n").next().expect("a line")).expect("JSON")
    };
    let states = |id: &str| registry::find(id).expect(id).named_states(&content).expect("states");
    let expected: BTreeMap<_, _> = registry::ALL
        .iter()
        .flat_map(|figure| states(figure.id).into_iter().map(|state| (format!("{}/?{}", figure.id, state.query), state.name)))
        .collect();
    assert_eq!(expected["burden/?v=1&burden=five"], "five");
    assert_eq!(of(&known("share.js")), expected);
    // Without a public address there is nothing to paste.
    assert_eq!(of(&read("share.js")), BTreeMap::new());
    for key in ["share_paste", "share_paste_state"] {
        let words = &content.labels.as_ref().expect("words").page[key];
        // As far as the script has them as they are.
        let words = words.split(|c: char| !c.is_ascii() || c == '"').next().unwrap_or_default();
        assert!(words.len() > 10 && known("share.js").contains(words) && !read("share.js").contains(words), "{key}: {words}");
    }
}

#[test]
fn what_the_steps_of_the_article_show_of_a_figure_can_be_pasted() {
    let content = content();
    for step in content.scenes.iter().flat_map(|scene| &scene.steps) {
        let Stage::Figure { id, query } = &step.stage else { continue };
        let figure = registry::find(id).expect("a figure");
        let full = figure.built.states.expect("states").full_query(&content, query).expect("a query");
        let states = figure.named_states(&content).expect("states");
        assert!(states.iter().any(|state| state.query == full), "{id}?{query} has no name");
    }
}
