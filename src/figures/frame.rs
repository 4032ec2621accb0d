//! The frame of every built figure: title, question, its body; then, folded into one line, tables, downloads and source.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::{
    app::figure::Figure,
    chart::{
        BUILT_WIDTHS,
        painter::{Drawn, Painter},
        svg,
    },
    content::{
        Content,
        error::Diagnostic,
        markdown::{self, Notes},
    },
    ui::{
        announce::{AddressNote, Announce},
        data_table::{self, Cell, DataTable},
        medium::Medium,
        rendered, sorting,
        tones::{self, TonesButton},
    },
};

/// The widths, in CSS pixels, at which drawings are built, with the class that CSS chooses by.
pub const WIDTHS: [(u32, &str); 2] = [(BUILT_WIDTHS[0], "narrow"), (BUILT_WIDTHS[1], "wide")];

/// A figure's own parts.
pub struct FigureParts<'a> {
    /// Its id.
    pub id: &'static str,
    /// Its words; the frame uses `title`, `question` and `source`.
    pub words: &'a Words,
    /// Everything between the question and the tables.
    pub body: AnyView,
    /// Its tables, each made by [`table`].
    pub tables: AnyView,
    /// Its data for the browser, safe to stand inside a `<script>`; `None` for a figure whose components need none.
    pub payload: Option<String>,
    /// How a picture of it can be saved.
    pub picture: Picture,
}

/// A figure's picture to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// A figure of text and tables has none.
    None,
    /// Made in the browser, as the reader set the figure.
    Interactive,
    /// A file of the site, because the drawing never changes.
    Built,
}

/// The words of the figure `id`.
///
/// # Errors
/// When `en/figures.json` has none.
pub fn words(content: &Content, id: &str) -> Result<Words, Diagnostic> {
    let words =
        content.figures.get(id).ok_or_else(|| Diagnostic::new("en/figures.json", "", (format!("has no words for `{id}`"), "add them")))?;
    Ok(Words::new(words.clone()).noting(&content.missing))
}

/// The figure `id` in its default state, for its components.
pub(crate) fn prerendered(content: &Content, id: &'static str) -> Figure {
    Figure::prerendered(id, content.label("bad_address"))
}

/// The whole figure; the facts that its source line cites become notes of the chapter.
///
/// # Errors
/// The references of the source line that cannot be resolved.
pub fn view(parts: FigureParts<'_>, content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let FigureParts { id, words, body, tables, payload, picture } = parts;
    let mut faults = Vec::new();
    let source = markdown::inline(words.get("source"), content, notes, &mut faults);
    if !faults.is_empty() {
        return Err(Diagnostic::first("en/figures.json", &[id, ": source"].concat(), faults));
    }
    let date = content.config.as_ref().map(|c| content.date_long(&c.data_date)).unwrap_or_default();
    let source = [&source, " ", &content.label_with("read_to", &[("date", &date)]), "."].concat();
    let title = format!("{id}-title");
    let labelled_by = title.clone();
    let finding = words.get("title").to_owned();
    let finding = match Medium::current() {
        Medium::FigurePage => view! { <h1>{finding}</h1> }.into_any(),
        _ => finding.into_any(),
    };
    let figure = prerendered(content, id);
    // What a program that sorts the tables announces.
    let sorts = Medium::current() == Medium::FigurePage;
    let [up, down, not] = sorting::ANNOUNCED.map(|name| sorts.then(|| content.label(&name["data-".len()..].replace('-', "_")).to_owned()));
    let tables_part = sorts.then_some(sorting::WORDS);
    let data = payload.map(|text| rendered::data(id, text));
    let source = view! { <p class="fig-source" data-part="source" inner_html=source></p> };
    let more = if Medium::current().is_interactive() {
        let line = content.label(if picture == Picture::None { "figure_more_text" } else { "figure_more" }).to_owned();
        view! {
            <details class="fig-more" open=Medium::current().is_open() data-part=tables_part data-sorted-up=up data-sorted-down=down data-sorted-not=not>
                <summary class="fig-more-line">{line}</summary>
                {tables}
                {downloads(content, id, picture)}
                {source}
            </details>
        }
        .into_any()
    } else {
        view! { <div class="fig-more">{tables}{source}</div> }.into_any()
    };
    Ok(view! {
        <figure id=id data-figure=id aria-labelledby=labelled_by>
            <figcaption class="fig-title" id=title data-part="title">{finding}</figcaption>
            <p class="fig-note">{words.get("question").to_owned()}</p>
            {body}
            <Announce figure/>
            <AddressNote figure/>
            {more}
            {data}
        </figure>
    }
    .into_any())
}

/// A drawing in every width, as SVG; `height` gives the height at a width, both in CSS pixels.
///
/// # Errors
/// Names the figure whose drawing failed.
pub fn drawings(id: &str, height: impl Fn(f64) -> u32, draw: impl Fn(&mut Painter<'_>, (f64, f64)) -> Drawn) -> Result<String, Diagnostic> {
    drawings_in(WIDTHS, svg::MIDDLE, id, height, draw)
}

/// The widths at which drawings for a stage are built: there the narrow one is shown as it is on a phone of 360 CSS pixels.
pub const STAGE_WIDTHS: [(u32, &str); 2] = [(328, "narrow"), (640, "wide")];

/// The same for a stage, whose box has a shape of its own: the drawing begins in its upper left corner, under the title.
///
/// # Errors
/// The same.
pub fn stage_drawings(
    id: &str,
    height: impl Fn(f64) -> u32,
    draw: impl Fn(&mut Painter<'_>, (f64, f64)) -> Drawn,
) -> Result<String, Diagnostic> {
    drawings_in(STAGE_WIDTHS, svg::CORNER, id, height, draw)
}

fn drawings_in(
    widths: [(u32, &str); 2],
    place: &str,
    id: &str,
    height: impl Fn(f64) -> u32,
    draw: impl Fn(&mut Painter<'_>, (f64, f64)) -> Drawn,
) -> Result<String, Diagnostic> {
    let mut out = String::new();
    for (width, class) in widths {
        let height = height(f64::from(width));
        let size = (f64::from(width), f64::from(height));
        out += &svg::inline((width, height), class, place, |painter| draw(painter, size))
            .map_err(|e| Diagnostic::of_program(format!("its drawing failed ({e})")).at(id))?;
    }
    Ok(out)
}

/// The button that plays the figure's values as tones.
pub fn tones(content: &Content, figure: Figure) -> impl IntoView + use<> {
    let words = tones::Words { play: content.label("tones").to_owned(), stop: content.label("tones_stop").to_owned() };
    view! { <p class="needs-script"><TonesButton figure words tones=Box::new(Vec::new)/></p> }
}

/// Head cells with the words at `keys`.
pub fn heads(words: &Words, keys: &[&str]) -> Vec<AnyView> {
    keys.iter().map(|key| data_table::head(words.get(key))).collect()
}

/// A row of [`table`]: its head, then its cells.
pub fn row(head: impl Into<Cell>, cells: impl IntoIterator<Item = impl Into<Cell>>) -> AnyView {
    let cells: Vec<_> = cells.into_iter().map(data_table::cell).collect();
    view! { <tr>{data_table::row_head(head)}{cells}</tr> }.into_any()
}

/// A table whose rows never change, so that readers can sort them on the figure's own page. `title` stands over it, `class` says
/// how it is set.
pub fn table(title: &str, class: &'static str, heads: Vec<AnyView>, rows: Vec<AnyView>) -> AnyView {
    view! { <DataTable title=title.to_owned() class heads has_order=true body=view! { <tbody>{rows}</tbody> }.into_any()/> }.into_any()
}

fn downloads(content: &Content, id: &str, picture: Picture) -> impl IntoView + use<> {
    let interactive = (picture == Picture::Interactive).then(|| {
        view! {
            <button type="button" data-download="svg" data-live="" disabled>"SVG"</button>
            " "<button type="button" data-download="png" data-live="" disabled>"PNG"</button>
            " "
        }
    });
    let built = (picture == Picture::Built).then(|| {
        view! {
            " "<a href=format!("data/{id}.svg") download="">"SVG"</a>
            " "<a href=format!("data/{id}.png") download="">"PNG"</a>
        }
    });
    let fault = (picture == Picture::Interactive)
        .then(|| view! { <p class="fig-alert" role="alert" data-part="no-picture" hidden>{content.label("no_picture").to_owned()}</p> });
    view! {
        <p class="fig-downloads" data-part="downloads">
            {content.label("download").to_owned()}" "
            <a href=format!("data/{id}.csv") download="">"CSV"</a>" "
            <a href=format!("data/{id}.json") download="">"JSON"</a>
            {built}
            <span class="needs-script">
                " "{interactive}
                <button type="button" data-part="share" hidden=!Medium::current().has_address() aria-expanded="false" data-live="" disabled>{content.label("share").to_owned()}</button>
            </span>
        </p>
        {fault}
    }
}
