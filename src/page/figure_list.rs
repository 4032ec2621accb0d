//! All figures, each with its picture, its question and its data.

use leptos::prelude::*;

use super::reference::{self, Place};
use crate::{
    content::{Content, error::Diagnostic},
    figures::{figure::Figure, registry},
    ui::{medium::Medium, paths, rendered::Rendered},
};

/// From the page to the site's root.
pub(crate) const TO_ROOT: &str = "../";

/// The id of its heading.
const TITLE: &str = "figures-title";

/// What stands in its `<body>`. `picture` gives the path of the picture of a figure that has a drawing, below the site's root, with
/// its width and height in pixels. The style sheet shows the drawing on its right side alone, because the title stands beside it.
///
/// # Errors
/// The faults of the labels' Markdown.
pub fn body(content: &Content, picture: impl Fn(&Figure) -> Option<(String, u32, u32)>) -> Result<Rendered, Diagnostic> {
    Medium::Page.rendered(|| view(content, picture))
}

fn view(content: &Content, picture: impl Fn(&Figure) -> Option<(String, u32, u32)>) -> Result<AnyView, Diagnostic> {
    let label = |key: &'static str| content.label(key).to_owned();
    let items: Vec<_> = registry::ALL
        .iter()
        .map(|figure| {
            let word = |key: &str| content.figure_word(figure.id, key).to_owned();
            let picture = picture(figure).map(|(path, width, height)| {
                view! { <img src=[TO_ROOT, &path].concat() width=width height=height alt="" loading="lazy"/> }
            });
            let [csv, json] = ["csv", "json"].map(|form| format!("{TO_ROOT}data/{}.{form}", figure.id));
            view! {
                <li id=figure.id>
                    {picture}
                    <div>
                        <h2><a href=[figure.id, "/"].concat()>{word("title")}</a></h2>
                        {question(&word("question")).map(|question| view! { <p>{question}</p> })}
                        <p class="fig-downloads">
                            {label("download")}" "<a href=csv download="">"CSV"</a>" "<a href=json download="">"JSON"</a>
                        </p>
                    </div>
                </li>
            }
        })
        .collect();
    let embed = [TO_ROOT, paths::EMBEDS].concat();
    let main = view! {
        <main>
            <section aria-labelledby=TITLE>
                <h1 id=TITLE>{label("figures_title")}</h1>
                <p class="standfirst">{label("figures_standfirst")}</p>
                <ul class="figure-list">{items}</ul>
                <p><a href=embed>{label("builder_title")}</a></p>
            </section>
        </main>
    };
    reference::view(content, Place { path: paths::FIGURES, to_root: TO_ROOT, in_article: "" }, main.into_any())
}

/// The question in a figure's note, without what explains signs of the drawing behind it; some notes only explain.
fn question(note: &str) -> Option<String> {
    note.split_once('?').map(|(question, _)| [question, "?"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_note_the_question_stays() {
        assert_eq!(question("Who came? A ring is a crisis.").as_deref(), Some("Who came?"));
        assert_eq!(question("A ring is a crisis."), None);
    }
}
