//! `toll`: how many died in January 2022, by the date of the count, and where.

#[cfg(feature = "ssr")]
mod built;
#[cfg(test)]
mod tests;

/// The figure's id, and the key of its choice in addresses: `v=1&toll=time`.
pub(crate) const ID: &str = "toll";

/// The figure's entry in the list of figures.
pub(crate) const FIGURE: super::figure::Figure = super::figure::Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: built::view,
        styles: &[],
        data: built::data,
        is_drawn: true,
        states: Some(built::STATES),
        heights: [620, 580, 560],
    },
    mount: super::strips::mount::mount,
    picture: Some(super::strips::picture::shown),
};
