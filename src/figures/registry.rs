//! All figures, in the order of the page: to add one, add its line to [`ALL`] and to the list of programs, `list::ALL`.
//! One that the article is to show needs a line in [`IN_ARTICLE`], too.

use super::{figure::Figure, list, troop_shares};
use crate::app::start::Mount;

/// Every figure.
pub const ALL: &[Figure] = &[
    super::map::FIGURE,
    super::treaty::FIGURE,
    super::forces::FIGURE,
    super::burden::FIGURE,
    super::non_interventions::FIGURE,
    super::article_4_test::FIGURE,
    super::overlaps::FIGURE,
    super::timeline::FIGURE,
    super::troop_dots::FIGURE,
    super::troop_shares::FIGURE,
];

/// The figures that the article shows, each with what mounts it: its program knows these alone, so that readers do not wait for
/// the other figures' code. The build refuses an article that shows others.
pub const IN_ARTICLE: [(&str, Mount); 1] = [(troop_shares::FIGURE.id, troop_shares::FIGURE.mount)];

// The programs that the build compiles are those of these figures.
const _: () = {
    assert!(
        list::ALL.len() == ALL.len(),
        "src/figures/list.rs and src/figures/registry.rs differ in length: each figure needs a line in both"
    );
    let mut i = 0;
    while i < ALL.len() {
        assert!(
            same(list::ALL[i].id, ALL[i].id),
            "src/figures/list.rs names other figures than src/figures/registry.rs, or in another order"
        );
        assert!(
            list::ALL[i].has_pictures == ALL[i].picture.is_some(),
            "src/figures/list.rs: `has_pictures` of a figure is not what its `picture` says"
        );
        i += 1;
    }
};

/// What mounts the figure `id`, if the article shows it; with the id again, for as long as the program.
pub fn in_article(id: &str) -> Option<(&'static str, Mount)> {
    IN_ARTICLE.into_iter().find(|(figure, _)| *figure == id)
}

/// The figure called `id`.
pub const fn find(id: &str) -> Option<&'static Figure> {
    let mut i = 0;
    while i < ALL.len() {
        if same(ALL[i].id, id) {
            return Some(&ALL[i]);
        }
        i += 1;
    }
    None
}

/// `==` of texts, which constants cannot use yet.
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}
