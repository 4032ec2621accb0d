//! All figures, in the order of the page: to add one, add its line to [`ALL`].

use super::figure::Figure;

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
