//! The figures for which programs are compiled: the one table that `cargo xtask build` and the registry share.
//!
//! xtask compiles this file as a module of its own, because it needs the list before the library is compiled. It names nothing
//! else, so that it compiles in both places; `registry.rs` has the compiler compare it with the figures themselves.

/// A figure, as the build of programs knows it.
pub(crate) struct Listed {
    /// Its id.
    pub(crate) id: &'static str,
    /// Whether the browser saves pictures of it.
    pub(crate) has_pictures: bool,
}

/// Every figure, in the order of the page.
pub(crate) const ALL: &[Listed] = &[
    Listed { id: "map", has_pictures: false },
    Listed { id: "treaty", has_pictures: false },
    Listed { id: "forces", has_pictures: true },
    Listed { id: "burden", has_pictures: true },
    Listed { id: "non-interventions", has_pictures: false },
    Listed { id: "article-4-test", has_pictures: false },
    Listed { id: "overlaps", has_pictures: false },
    Listed { id: "timeline", has_pictures: true },
    Listed { id: "troop-dots", has_pictures: true },
    Listed { id: "troop-shares", has_pictures: true },
];
