//! The app that runs in the browser: what the whole page shares, and the figures that it mounts into the prerendered page.

pub mod address;
pub mod figure;
pub mod links;
pub mod page;
pub mod slots;
pub mod start;

use leptos::prelude::*;

use page::Page;
use start::{After, Find, Start};

/// The one app of a page. It writes nothing of its own: each figure's components take the place of the parts that the
/// build wrote, when the figure comes near the view, or at once where it stands `alone` on a page of its own.
///
/// ```ignore
/// leptos::mount::mount_to_body(|| view! { <App find=find find_stage=find_stage after=sort alone=false/> });
/// ```
#[component]
pub fn App(
    /// What mounts the figure of an id.
    find: Find,
    /// What mounts the stage of a scene.
    find_stage: Find,
    /// What is done for each figure after it is mounted.
    after: After,
    /// Whether the page is one figure's own.
    alone: bool,
) -> impl IntoView {
    let page = Page::of_window();
    provide_context(page);
    links::listen(page);
    start::start(Start { find, find_stage, after, alone, page });
}
