//! What the content must know of the figures.

use super::{article_4_test, map, non_interventions, overlaps, registry, timeline};
use crate::content::{
    Content,
    error::Diagnostic,
    figures::{Figures, Value},
};

/// For loading and checking the content.
pub const FIGURES: Figures = Figures { exists: |id| registry::find(id).is_some(), values, on_map: map::drawing::shows };

/// The counts that the figure `id` offers to its title and question.
fn values(content: &Content, id: &str) -> Result<Vec<Value>, Diagnostic> {
    match id {
        article_4_test::ID => Ok(article_4_test::cases::counts(content, &article_4_test::cases::data(content)?.0).into()),
        non_interventions::ID => Ok(non_interventions::view::counts(content).into()),
        overlaps::ID => overlaps::data::counts(content),
        timeline::ID => timeline::spells::counts(content),
        _ => Ok(Vec::new()),
    }
}
