//! The pages of the record beside the article: treaty, figures, and each figure on a page of its own.

use std::{collections::BTreeSet, fs};

use csto_explainer::{build::site, figures::registry};
use serde_json::Value;

use crate::{
    documents, files,
    html::{Tag, tags, unescape},
    project, public, read,
};

/// The addresses of all such pages, below the site's root.
fn addresses() -> Vec<String> {
    let figures = registry::ALL.iter().map(|figure| format!("figures/{}/", figure.id));
    ["ledger/", "treaty/", "sources/", "figures/"].into_iter().map(str::to_owned).chain(figures).collect()
}

fn page(address: &str) -> String {
    read(&format!("{address}index.html"))
}

/// Where the links of `html` lead.
fn links(html: &str) -> Vec<String> {
    tags(html).iter().filter(|t| t.name == "a").filter_map(|t| t.get("href").map(str::to_owned)).collect()
}

#[test]
fn a_figure_has_all_that_it_has_on_a_page_of_its_own() {
    let content = site::read(project()).expect("the content is sound");
    for figure in registry::ALL {
        let id = figure.id;
        let html = page(&format!("figures/{id}/"));
        let tags = tags(&html);
        let figures: Vec<&Tag> = tags.iter().filter(|t| t.name == "figure").collect();
        assert!(figures.len() == 1 && figures[0].get("id") == Some(id) && figures[0].get("data-figure") == Some(id), "{id}");
        let (_, heading) = html.split_once("<h1>").expect("a heading");
        let title = &content.figures[id]["title"];
        assert_eq!(unescape(heading.split('<').next().unwrap_or_default()), *title, "{id}");
        let shut = tags.iter().filter(|t| t.name == "details" && t.get("open").is_none()).count();
        assert_eq!(shut, 0, "{id} has something folded away");
        assert!(html.contains("<tbody"), "{id} has no table");
        for link in [format!("../../#{id}"), format!("../../data/{id}.csv"), format!("../../data/{id}.json"), "../../figures/".into()] {
            assert!(links(&html).contains(&link), "{id} does not lead to {link}");
        }
        let (_, sources) = html.split_once("<h2>Sources of this page</h2>").expect("a list of sources");
        assert!(sources.split("</ul>").next().is_some_and(|list| list.contains("<li>")), "{id} names no source");
    }
}

#[test]
fn the_treaty_stands_open_with_every_article() {
    let content = site::read(project()).expect("the content is sound");
    let html = page("treaty/");
    let tags = tags(&html);
    let ids: BTreeSet<&str> = tags.iter().filter_map(|t| t.get("id")).collect();
    for article in content.articles.iter().map(|article| article.id.as_str()).chain(["article-4-and-5", "treaty"]) {
        assert!(ids.contains(article), "{article} is missing");
    }
    assert!(tags.iter().filter(|t| t.name == "details").all(|t| t.get("open").is_some()), "an article is folded away");
    assert!(links(&html).contains(&"../#treaty".to_owned()), "no way back");
}

#[test]
fn each_page_leads_to_the_others_and_the_article_to_all() {
    let article = links(&read("index.html"));
    for address in ["ledger/", "treaty/", "sources/", "figures/"] {
        assert!(article.contains(&address.to_owned()), "the article does not lead to {address}");
        let own = links(&page(address));
        for other in ["../ledger/", "../treaty/", "../sources/", "../figures/"] {
            assert!(own.contains(&other.to_owned()), "{address} does not lead to {other}");
        }
    }
    let list = links(&page("figures/"));
    for figure in registry::ALL {
        assert!(list.contains(&format!("{}/", figure.id)), "the list does not lead to {}", figure.id);
    }
}

#[test]
fn the_worker_keeps_treaty_and_figures_later_than_the_article() {
    let list: Value = serde_json::from_str(&read("offline.json")).expect("JSON");
    let kept = |when: &str| -> BTreeSet<String> {
        list[when].as_array().into_iter().flatten().filter_map(|entry| entry[0].as_str().map(str::to_owned)).collect()
    };
    let (first, later) = (kept("first"), kept("later"));
    for address in addresses() {
        let is_first = ["ledger/", "sources/"].contains(&address.as_str());
        assert_eq!((first.contains(&address), later.contains(&address)), (is_first, !is_first), "{address}");
    }
}

#[test]
fn nobody_else_frames_them_and_hosts_read_every_rule() {
    let headers = read("_headers");
    for address in addresses() {
        let rule = headers.split(&format!("\n/{address}\n")).nth(1).and_then(|rest| rest.lines().next()).expect(&address);
        assert!(rule.ends_with("; frame-ancestors 'self'"), "{address}: {rule}");
    }
    // Cloudflare Pages reads no more than 100 rules.
    let rules = headers.lines().filter(|line| line.starts_with('/')).count();
    assert!(rules <= 100, "{rules} rules");
}

#[test]
fn the_sitemap_has_every_page_that_is_read_by_itself() {
    let text = fs::read_to_string(public().join("sitemap.xml")).expect("a sitemap");
    let document = roxmltree::Document::parse(&text).expect("XML");
    assert_eq!(document.root_element().tag_name().namespace(), Some("http://www.sitemaps.org/schemas/sitemap/0.9"));
    let listed: BTreeSet<String> =
        document.descendants().filter(|node| node.tag_name().name() == "loc").filter_map(|node| node.text().map(str::to_owned)).collect();
    let pages: BTreeSet<String> =
        addresses().into_iter().chain([String::new()]).map(|address| format!("https://example.org/csto/{address}")).collect();
    assert_eq!(listed, pages);
    if std::env::var_os("DIST").is_none() {
        assert!(!files().contains("sitemap.xml"), "without a known address there is none");
    }
}

#[test]
fn what_shows_a_figure_loads_the_program() {
    let all = files();
    // Without one the site is still whole.
    let script = |start: &str| all.iter().find(|file| file.starts_with(start) && file.ends_with(".js"));
    let Some(of_article) = script("csto-explainer-") else { return };
    // Trunk alone makes one program for all documents.
    let of_reference = script("reference-").unwrap_or(of_article);
    for (path, html) in documents().into_iter().filter(|(path, _)| !path.starts_with("embed/") && path != "csto-explainer.html") {
        let has_figure = tags(&html).iter().any(|t| t.name == "figure" && t.get("data-figure").is_some());
        let loaded: Vec<_> = [of_article, of_reference].into_iter().filter(|file| html.contains(&format!("/{file}\""))).collect();
        let wanted = if path == "index.html" { of_article } else { of_reference };
        assert_eq!(loaded, if has_figure { vec![wanted] } else { vec![] }, "{path}");
    }
}

/// Code of a figure that the article does not show would cost its readers time for nothing.
#[test]
fn the_articles_program_has_the_figures_that_the_article_shows() {
    let html = read("index.html");
    let shown: BTreeSet<_> = tags(&html).iter().filter_map(|tag| tag.get("data-figure").map(str::to_owned)).collect();
    assert_eq!(shown, registry::IN_ARTICLE.iter().map(|(id, _)| (*id).to_owned()).collect());
}
