//! What other programs read of the page and its data, against literal expectations: manifest, linked data, what data files say of
//! themselves. What the build says of these formats is not asked, because a slip there would be on both sides.

use std::fs;

use csto_explainer::build::site;
use serde_json::{Value, json};

use crate::{dist, files, html::tags, project, public, read};

/// The linked data of the page.
fn linked_data() -> Value {
    linked_data_in(&read("index.html"))
}

fn linked_data_in(html: &str) -> Value {
    let data = tags(html).into_iter().find(|tag| tag.get("type") == Some("application/ld+json")).expect("linked data");
    serde_json::from_str(&data.text).expect("JSON")
}

#[test]
fn an_installed_page_starts_at_the_page_and_has_its_icons() {
    let manifest: Value = serde_json::from_str(&read("manifest.webmanifest")).expect("JSON");
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!("./"), &json!("./")));
    assert_eq!((&manifest["display"], &manifest["lang"]), (&json!("minimal-ui"), &json!("en")));
    let content = site::read(project()).expect("the content is sound");
    let words = &content.labels.as_ref().expect("words").page;
    for (key, word) in [("name", "headline"), ("short_name", "short_name"), ("description", "description")] {
        assert_eq!(manifest[key], words[word].as_str(), "{key}");
    }
    // The page's paper in light colours, which shows while it starts.
    assert_eq!((&manifest["background_color"], &manifest["theme_color"]), (&json!("#faf8f3"), &json!("#faf8f3")));
    let icons = manifest["icons"].as_array().expect("icons");
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"), "{icons:?}");
    for icon in icons {
        let path = icon["src"].as_str().expect("an address");
        let png = fs::read(dist().join(path)).expect(path);
        let side = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
        assert_eq!(icon["sizes"], json!(format!("{side}x{side}")), "{path}");
    }
}

#[test]
fn linked_data_names_the_essay_that_the_page_explains() {
    let data = linked_data();
    let content = site::read(project()).expect("the content is sound");
    let article = &data["@graph"][0];
    assert_eq!(article["@type"], "Article");
    assert_eq!(article["isBasedOn"]["datePublished"], json!(content.sources["essay"].date));
    assert_eq!(article["isBasedOn"]["author"]["name"], "Polina Beliakova");
    assert_eq!(article["isBasedOn"]["publisher"]["name"], "War on the Rocks");
    assert_eq!(article["isBasedOn"]["url"], "https://warontherocks.com/2022/02/how-a-russian-led-alliance-keeps-a-lid-on-central-asia/");
}

#[test]
fn linked_data_names_page_picture_and_files_by_their_addresses_where_the_sites_is_known() {
    let data = linked_data_in(&fs::read_to_string(public().join("index.html")).expect("the page"));
    let [article, set] = [0, 1].map(|at| data["@graph"][at].clone());
    assert_eq!(article["mainEntityOfPage"], "https://example.org/csto/");
    assert_eq!(article["image"], "https://example.org/csto/share.png");
    for file in set["distribution"].as_array().expect("files") {
        let path =
            file["contentUrl"].as_str().and_then(|url| url.strip_prefix("https://example.org/csto/")).expect("an address of the site");
        assert!(public().join(path).exists(), "{path}");
    }
    for key in ["mainEntityOfPage", "image"] {
        assert_eq!(linked_data()["@graph"][0][key], Value::Null, "{key} without an address");
    }
}

#[test]
fn linked_data_tells_of_the_data_set_and_where_its_files_are() {
    let content = site::read(project()).expect("the content is sound");
    let config = content.config.as_ref().expect("settings");
    let data = linked_data();
    assert_eq!(data["@context"], "https://schema.org");
    let set = &data["@graph"][1];
    assert_eq!((&set["@type"], &set["license"]), (&json!("Dataset"), &json!("https://creativecommons.org/licenses/by/4.0/")));
    assert_eq!(set["temporalCoverage"], format!("1992/{}", config.data_date));
    assert_eq!(set["dateModified"], config.edition_date.as_str());
    let downloads = set["distribution"].as_array().expect("downloads");
    assert_eq!(downloads.len(), 3);
    for download in downloads {
        let path = download["contentUrl"].as_str().expect("an address");
        assert!(files().contains(path), "{path} is not there");
        let kind = if path.ends_with(".csv") { "text/csv" } else { "application/json" };
        assert_eq!(download["encodingFormat"], kind, "{path}");
    }
}

#[test]
fn data_files_say_of_what_edition_they_are_and_under_what_licence() {
    let content = site::read(project()).expect("the content is sound");
    let config = content.config.as_ref().expect("settings");
    for path in files().into_iter().filter(|path| path.starts_with("data/") && path.ends_with(".json") && !path.contains("schema")) {
        let file: Value = serde_json::from_str(&read(&path)).expect(&path);
        assert_eq!((&file["edition"], &file["sources_read_to"]), (&json!(config.edition_date), &json!(config.data_date)), "{path}");
        assert_eq!(file["licence"], "https://creativecommons.org/licenses/by/4.0/", "{path}");
        let schema = file["$schema"].as_str().expect("a schema");
        assert!(files().contains(&format!("data/{schema}")), "{path}: {schema} is not there");
    }
}

#[test]
fn the_facts_file_leaves_nothing_out() {
    let content = site::read(project()).expect("the content is sound");
    let file: Value = serde_json::from_str(&read("data/facts.json")).expect("JSON");
    let ids = |list: &str| file[list].as_array().expect(list).iter().filter_map(|e| e["id"].as_str()).collect::<Vec<_>>();
    assert_eq!(ids("facts"), content.facts.keys().collect::<Vec<_>>());
    assert_eq!(ids("sources"), content.sources.keys().collect::<Vec<_>>());
    assert_eq!(ids("corrections"), content.corrections.iter().map(|c| &*c.id).collect::<Vec<_>>());
    for correction in file["corrections"].as_array().expect("corrections") {
        for key in ["was", "is"] {
            assert!(correction[key].as_str().is_some_and(|words| words.len() > 20), "{correction}: {key}");
        }
    }
}

#[test]
fn an_icon_has_the_size_that_is_said() {
    for tag in tags(&read("index.html")).iter().filter(|tag| tag.get("rel") == Some("icon") && tag.get("sizes") != Some("any")) {
        let png = fs::read(dist().join(tag.get("href").expect("an address"))).expect("an icon");
        let side = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
        assert_eq!(tag.get("sizes"), Some(&*format!("{side}x{side}")));
    }
}
