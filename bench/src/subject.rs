//! What is measured: this site, another build of it, the same chart and the same cover and scene by its peers, and a page without
//! script.

/// The figure that is compared.
pub(crate) const FIGURE: &str = "troop-shares";

/// A page to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subject {
    /// In reports.
    pub(crate) name: &'static str,
    /// Below the server's root.
    pub(crate) path: &'static str,
    /// The control whose keys are measured, where the figure becomes interactive without scrolling.
    pub(crate) input: Option<&'static str>,
    /// What matches once the guess on the cover can be moved, where the page begins with that cover.
    pub(crate) cover: Option<&'static str>,
}

const OWN: Option<&str> = Some("[name=total-range]");
const PEERS: Option<&str> = Some("#total");
const COVER: Option<&str> = Some(".game.is-live");

/// All, in the order of the report.
pub(crate) const ALL: [Subject; 12] = [
    Subject { name: STATIC, path: "static/", input: None, cover: None },
    Subject { name: PAGE, path: "site/", input: None, cover: COVER },
    Subject { name: "page, opened at the figure", path: "site/#troop-shares", input: OWN, cover: None },
    Subject { name: EMBED, path: "site/embed/troop-shares/", input: OWN, cover: None },
    Subject { name: BEFORE, path: "before/embed/troop-shares/", input: OWN, cover: None },
    Subject { name: BEFORE_AT_FIGURE, path: "before/#troop-shares", input: OWN, cover: None },
    Subject { name: "D3", path: "peers/d3/", input: PEERS, cover: None },
    Subject { name: "Chart.js", path: "peers/chart-js/", input: PEERS, cover: None },
    Subject { name: "Observable Plot", path: "peers/observable-plot/", input: PEERS, cover: None },
    Subject { name: "ECharts", path: "peers/echarts/", input: PEERS, cover: None },
    Subject { name: "React and Recharts", path: "peers/recharts/", input: PEERS, cover: None },
    Subject { name: SCROLLY, path: "peers/scrollama-d3/", input: None, cover: COVER },
];

/// The built page without its scripts.
pub(crate) const STATIC: &str = "page without script";
/// The built page.
pub(crate) const PAGE: &str = "page";
/// The page's cover and its scene "Who came", as a newsroom would build them.
pub(crate) const SCROLLY: &str = "Scrollama and D3";
/// The figure on a page of its own.
pub(crate) const EMBED: &str = "embed";
/// The same in another build, which `--before` names; without that it is left out.
pub(crate) const BEFORE: &str = "before";
/// That build's page, opened at the figure.
pub(crate) const BEFORE_AT_FIGURE: &str = "before, opened at the figure";
