//! Where the site's pages stand, below its root, and what on them can be led to.

/// The page with the whole ledger.
pub(crate) const LEDGER: &str = "ledger/";

/// The page with every source, every fact and the corrections.
pub(crate) const SOURCES: &str = "sources/";

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
