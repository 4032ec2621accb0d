//! The chart as JSON beside the figure: written by the build, read in the browser. Strips are arrays, for their size.

use web_sys::Element;

use super::chart::{Chart, Tick};
use super::chart::{Look, Span, Strip};
use crate::{
    chart::token::Token,
    live::{
        dom::Missing,
        json::{self, Json},
    },
};

/// The chart as JSON that may stand inside a `<script>` element.
#[cfg(feature = "ssr")]
pub(crate) fn to_json(chart: &Chart) -> String {
    use super::chart::Look;
    use serde_json::json;
    let ticks = |ticks: &[Tick]| ticks.iter().map(|t| json!([t.at, t.tip])).collect::<Vec<_>>();
    let strips: Vec<_> = chart
        .strips
        .iter()
        .map(|s| {
            let look = Look::ALL.iter().position(|look| *look == s.look);
            let span: Vec<_> = s.span.iter().map(|s| json!([s.low, s.high, s.words])).collect();
            json!([
                s.when,
                s.name,
                s.note,
                look,
                s.value,
                s.label,
                s.frame,
                span,
                ticks(&s.rivals),
                ticks(&s.others),
                s.under,
                s.tip,
                s.tail
            ])
        })
        .collect();
    let json = json!({
        "token": chart.token.index(),
        "max": chart.max,
        "axis": chart.axis,
        "line": chart.line,
        "strips": strips,
        "sentences": chart.sentences,
    });
    // So that no text in it can end the script element.
    json.to_string().replace('<', "\\u003c")
}

/// Reads what [`to_json`] wrote into `figure`.
///
/// # Errors
/// Where anything is missing or of another type.
pub(crate) fn read(figure: &Element) -> Result<Chart, Missing> {
    json::read(figure, |root| Chart {
        token: Token::ALL.get(root.at("token").whole() as usize).copied().unwrap_or(Token::Text),
        max: root.at("max").whole(),
        axis: root.at("axis").list(|place| (place.item(0).whole(), place.item(1).text())),
        line: root.at("line").whole_or_none(),
        strips: root.at("strips").list(strip),
        sentences: root.at("sentences").list(Json::text),
    })
}

fn strip(s: &Json<'_>) -> Strip {
    let text = |index| s.item(index).text();
    let ticks = |index| s.item(index).list(|tick: &Json<'_>| Tick { at: tick.item(0).whole(), tip: tick.item(1).text() });
    Strip {
        when: s.item(0).whole_or_none(),
        name: text(1),
        note: text(2),
        look: Look::ALL.get(s.item(3).whole() as usize).copied().unwrap_or(Look::Solid),
        value: s.item(4).whole(),
        label: text(5),
        frame: s.item(6).whole_or_none(),
        span: s.item(7).list(|span| Span { low: span.item(0).whole(), high: span.item(1).whole(), words: span.item(2).text() }).pop(),
        rivals: ticks(8),
        others: ticks(9),
        under: text(10),
        tip: text(11),
        tail: text(12),
    }
}
