//! Where the site's pages stand, below its root, and what on them can be led to.

/// The page with the whole ledger.
pub(crate) const LEDGER: &str = "ledger/";

/// The page with every source, every fact and the corrections.
pub(crate) const SOURCES: &str = "sources/";

/// The page with the treaty, article by article.
pub(crate) const TREATY: &str = "treaty/";

/// The list of all figures; each has a page of its own below it.
pub(crate) const FIGURES: &str = "figures/";

/// The page for publishers; each figure as shown inside other pages stands below it.
pub(crate) const EMBEDS: &str = "embed/";

/// The own page of the figure `id`.
pub(crate) fn figure(id: &str) -> String {
    [FIGURES, id, "/"].concat()
}

/// The id of the entry of the fact `id` on the page of sources.
pub(crate) fn fact_entry(id: &str) -> String {
    ["fact-", id].concat()
}

/// The id of the entry of the source `id` there.
pub(crate) fn source_entry(id: &str) -> String {
    ["source-", id].concat()
}

/// Where the fact `id` stands, from the site's root.
pub(crate) fn fact(id: &str) -> String {
    [SOURCES, "#", &fact_entry(id)].concat()
}
