//! The treaty's articles: meaning, both wordings, what is drawn from them and debated.

use leptos::prelude::*;

use crate::{
    content::{
        Content,
        article::{Article, ArticleText, Quotation},
        error::Diagnostic,
        inline,
        markdown::Notes,
        wording::{self, Piece},
    },
    ui::{fold::Fold, medium::Medium},
};

/// The facts that carry the days of the two wordings.
pub(crate) const DAYS: [&str; 2] = ["treaty-signed", "treaty-2010-in-force"];

/// The list of articles. Each has its id as anchor.
///
/// # Errors
/// Says which words are missing or which reference cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let mut articles = Vec::new();
    for article in &content.articles {
        let text = content
            .article_texts
            .get(&article.id)
            .ok_or_else(|| Diagnostic::new("en/articles.json", "", (format!("lacks `{}`", article.id), "add it")))?;
        articles.push(article_view(content, notes, article, text)?);
    }
    Ok(view! { <ul class="articles" data-part="articles">{articles}</ul> }.into_any())
}

/// The day of the fact `id`, as prose shows it.
///
/// # Errors
/// When it has none.
pub(crate) fn day(content: &Content, id: &str) -> Result<String, Diagnostic> {
    content
        .facts
        .get(id)
        .and_then(|f| content.value_words(f))
        .ok_or_else(|| Diagnostic::unplaced(format!("the fact `{id}` has no date"), "add it"))
}

fn article_view(content: &Content, notes: &mut Notes, article: &Article, text: &ArticleText) -> Result<AnyView, Diagnostic> {
    let plain = inline::html(content, notes, &text.plain)?;
    let first = wording(content, notes, "articles_wording_of", DAYS[0], &text.first)?;
    let change = inline::html(content, notes, &text.change)?;
    let since = wording(content, notes, "articles_since", DAYS[1], &text.since)?;
    let mut terms = vec![("articles_essay", inline::html(content, notes, &text.essay)?)];
    if let Some(debated) = &text.debated {
        terms.push(("articles_debated", inline::html(content, notes, debated)?));
    }
    let terms: Vec<_> = terms
        .into_iter()
        .map(|(label, html)| {
            let label = content.label(label).to_owned();
            view! { <div><dt>{label}</dt><dd inner_html=html></dd></div> }
        })
        .collect();
    let links: Vec<_> = article
        .scenes
        .iter()
        .filter_map(|id| {
            let scene = content.scenes.iter().find(|scene| &scene.id == id)?;
            let how = format!(": {}", text.mattered.get(id)?);
            let (href, title) = (format!("#{id}"), scene.title.clone());
            Some(view! { <li><a href=href>{title}</a>{how}</li> })
        })
        .collect();
    let mattered = content.label("articles_mattered").to_owned();
    let summary = content.label(if article.amended { "articles_open_amended" } else { "articles_open_same" }).to_owned();
    let (name, topic) = (text.name.clone(), text.topic.clone());
    let is_open = RwSignal::new((article.open || Medium::current().is_open()) && !notes.stand_alone());
    let folded = view! {
        <summary>{summary}</summary>
        <div class="wordings">
            <div class="wording-first">{first}</div>
            <div class="wording-since">{since}<p class="wording-change" inner_html=change></p></div>
        </div>
        <dl>
            {terms}
            <div><dt>{mattered}</dt><dd><ul>{links}</ul></dd></div>
        </dl>
    };
    let class = if article.amended { "article amended" } else { "article" };
    Ok(view! {
        <li class=class id=article.id.clone()>
            <p class="article-title"><span class="article-name">{name}</span>" "{topic}</p>
            <p class="article-plain" inner_html=plain></p>
            <Fold is_open html=folded.to_html()/>
        </li>
    }
    .into_any())
}

/// One wording under its date: the phrases, and whose translation they are.
fn wording(content: &Content, notes: &mut Notes, label: &str, day: &str, quotations: &[Quotation]) -> Result<AnyView, Diagnostic> {
    let head = content.label(label).replace("{}", &self::day(content, day)?);
    let mut parts = Vec::new();
    for quotation in quotations {
        let mut phrases = Vec::new();
        for phrase in &quotation.phrases {
            let pieces: Vec<_> = wording::pieces(phrase)?
                .into_iter()
                .map(|piece| match piece {
                    Piece::Kept(words) => words.into_any(),
                    Piece::Removed(words) => view! { <del>{words}</del> }.into_any(),
                    Piece::Added(words) => view! { <ins>{words}</ins> }.into_any(),
                })
                .collect();
            phrases.push(view! { <p class="phrase"><q>{pieces}</q></p> });
        }
        let by = inline::html(content, notes, &quotation.by)?;
        parts.push(view! { {phrases}<p class="wording-by" inner_html=by></p> });
    }
    Ok(view! { <p class="wording-date">{head}</p>{parts} }.into_any())
}
