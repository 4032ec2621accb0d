//! The strip of days: the days that the step is about are filled, the night between two of them is a slit, and a bar marks the
//! days with soldiers.

use super::{
    layout::Layout,
    marks::{rect, text},
    states::{MORNING, NIGHT, STATES},
    words::words,
};
use crate::content::{
    Content,
    error::Diagnostic,
    number::{self, Date},
};

/// The days of the story, each by its place in the strip.
pub(super) struct Days<'a> {
    content: &'a Content,
    first: u32,
    count: u32,
    /// The days on which the soldiers came, on which they began to leave, and on which the last left.
    soldiers: [u32; 3],
}

impl<'a> Days<'a> {
    /// # Errors
    /// Names the event or the fact whose day is missing.
    pub(super) fn new(content: &'a Content) -> Result<Self, Diagnostic> {
        let mut days = Self { content, first: 0, count: 0, soldiers: [0; 3] };
        let dates = content.days.iter().filter_map(|day| Date::parse(&day.date)).map(Date::day_number);
        let (first, last) = (dates.clone().min(), dates.max());
        let (first, last) = first.zip(last).ok_or_else(|| Diagnostic::new("data/days.json", "", ("has no days", "add them")))?;
        (days.first, days.count) = (first, last - first + 1);
        for (n, fact) in ["jan-0106-first-troops", "jan-0113-begins", "jan-0119-ends"].iter().enumerate() {
            days.soldiers[n] = days.place(fact)?;
        }
        Ok(days)
    }

    fn date(&self, id: &str) -> Result<Date, Diagnostic> {
        let event = self.content.days.iter().find(|day| day.id == id).map(|day| &day.date);
        let date = event.or_else(|| self.content.facts.get(id)?.date.as_ref());
        date.and_then(|date| Date::parse(date))
            .ok_or_else(|| Diagnostic::unplaced(format!("tells of `{id}`, which is neither an event nor a fact with a day"), "mend its id"))
    }

    /// The place in the strip, from 0, of the day of an event or a fact.
    fn place(&self, id: &str) -> Result<u32, Diagnostic> {
        let place = self.date(id)?.day_number().checked_sub(self.first).filter(|place| *place < self.count);
        place.ok_or_else(|| Diagnostic::unplaced(format!("tells of `{id}`, whose day lies outside data/days.json"), "correct one of them"))
    }

    /// The day of an event or a fact, as text has it.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn day(&self, id: &str) -> Result<String, Diagnostic> {
        let months = self.content.labels.as_ref().map_or(&[][..], |labels| &labels.months);
        Ok(number::date_day(self.date(id)?, months))
    }

    /// The first and the last day that a state describes.
    pub(super) fn told(&self, state: usize) -> Result<(u32, u32), Diagnostic> {
        let (from, to) = STATES[state].days;
        Ok((self.place(from)?, self.place(to)?))
    }

    /// The left edge of a day.
    fn x(&self, layout: &Layout, place: u32) -> f64 {
        (f64::from(place) * layout.size.0 / f64::from(self.count)).round()
    }

    /// The numbers of the days with the lines between them, to be written once.
    pub(super) fn shape(&self, layout: &Layout) -> String {
        let (top, bottom) = layout.days;
        let mut out = format!("<g id=\"{}\">", shape_id(layout));
        let mut lines = format!("M0 {top}H{}M0 {bottom}H{}", layout.size.0, layout.size.0);
        for place in 0..=self.count {
            lines += &format!("M{} {top}V{bottom}", self.x(layout, place));
        }
        out += &format!("<path fill=\"none\" stroke=\"var(--axis)\" stroke-opacity=\".6\" d=\"{lines}\"/>");
        for place in 0..self.count {
            out += &self.number(layout, place, "");
        }
        out + "</g>"
    }

    fn number(&self, layout: &Layout, place: u32, class: &str) -> String {
        let (top, bottom) = layout.days;
        let middle = (self.x(layout, place) + self.x(layout, place + 1)) / 2.0;
        // All days of the story lie in one month.
        let first = self.content.days.first().and_then(|day| Date::parse(&day.date)?.day).map_or(0, u32::from);
        text(class, "middle", (middle, (top + bottom) / 2.0 + 5.0), &(first + place).to_string())
    }

    /// The strip of a state.
    ///
    /// # Errors
    /// The day or the words that are missing.
    pub(super) fn svg(&self, layout: &Layout, state: usize) -> Result<String, Diagnostic> {
        let (top, bottom) = layout.days;
        let (from, to) = self.told(state)?;
        let mut out = rect("told", (0.0, top), (self.x(layout, to + 1), bottom));
        out += &format!("<use class=\"day\" href=\"#{}\"/>", shape_id(layout));
        out += &rect("today", (self.x(layout, from), top), (self.x(layout, to + 1), bottom));
        for place in from..=to {
            out += &self.number(layout, place, "on");
        }
        let month = self.date(STATES[0].days.0)?;
        let month = self.content.date_long(&format!("{}-{:02}", month.year, month.month.unwrap_or(1)));
        let month = if layout.kyrgyzstan.is_some() { month } else { month.split(' ').next().unwrap_or_default().to_owned() };
        out += &text("", "", (0.0, layout.labels), &month);
        out += &self.night(layout, state)?;
        if state >= MORNING {
            out += &self.soldiers(layout, state)?;
        }
        Ok(out)
    }

    /// The night between the day of the request and that of the decision.
    fn night(&self, layout: &Layout, state: usize) -> Result<String, Diagnostic> {
        let x = self.x(layout, self.place("decided")?);
        if state < NIGHT {
            return Ok(String::new());
        }
        let slit = rect("night", (x - layout.night, layout.labels - 12.0), (x + layout.night, layout.days.1));
        let key = if state < MORNING { "fourteen_asked" } else { "fourteen_turn" };
        let class = if state <= MORNING { "small now" } else { "small" };
        Ok(slit + &text(class, "", (x + layout.night + 5.0, layout.labels), &words(self.content, key)?))
    }

    /// The bar: whole while all were there, hollow while they left.
    fn soldiers(&self, layout: &Layout, state: usize) -> Result<String, Diagnostic> {
        let [came, leaving, left] = self.soldiers;
        let [came, leaving, left] = [came, leaving, left + 1].map(|place| self.x(layout, place));
        let (top, bottom) = (layout.days.1 + 4.0, layout.days.1 + 12.0);
        let class = if state == MORNING { "now" } else { "" };
        let bar = rect("present", (came, top), (leaving, bottom)) + &rect("leaving", (leaving, top + 0.5), (left - 1.0, bottom - 0.5));
        // Under the days of withdrawal where there is room, else in a line of its own.
        let (anchor, at) = if layout.under.0 < layout.under.1 { ("end", left) } else { ("", leaving) };
        let present = text(class, "", (came, layout.under.0), &words(self.content, "fourteen_present")?);
        let leaving = text("", anchor, (at, layout.under.1), &words(self.content, "fourteen_leaving")?);
        Ok(bar + &present + &leaving)
    }
}

fn shape_id(layout: &Layout) -> String {
    ["fourteen-days-", layout.class].concat()
}
