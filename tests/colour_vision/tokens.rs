//! The colours of `style/tokens.css`, of the light and the dark theme, each as it is and with more contrast.

use std::{collections::BTreeMap, fs, path::Path};

use csto_explainer::chart::token::rgb_from_hex;
use palette::Srgb;

/// Where the dark theme begins in the file.
const DARK: &str = "@media (prefers-color-scheme: dark)";

/// Where the colours of more contrast begin in each theme.
const MORE_CONTRAST: &str = "@media (prefers-contrast: more)";

/// A theme's colours by the names of their properties.
pub(crate) struct Theme {
    /// What it is called.
    pub(crate) name: &'static str,
    /// Whether it is for readers who ask for more contrast.
    pub(crate) has_more_contrast: bool,
    colors: BTreeMap<String, Srgb<f64>>,
}

impl Theme {
    /// The colour of a property.
    pub(crate) fn color(&self, property: &str) -> Srgb<f64> {
        *self.colors.get(property).unwrap_or_else(|| panic!("style/tokens.css has no {property} in the {} theme", self.name))
    }
}

/// All themes.
pub(crate) fn themes() -> [Theme; 4] {
    let css = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style/tokens.css")).expect("the tokens");
    let (light, dark) = css.split_once(DARK).expect("a light theme and then a dark one");
    let [(light, strong_light), (dark, strong_dark)] =
        [light, dark].map(|theme| theme.split_once(MORE_CONTRAST).expect("a theme and then more contrast"));
    let theme = |name, has_more_contrast, css| Theme { name, has_more_contrast, colors: colors(css) };
    [
        theme("light", false, light),
        theme("dark", false, dark),
        theme("light with more contrast", true, strong_light),
        theme("dark with more contrast", true, strong_dark),
    ]
}

fn colors(css: &str) -> BTreeMap<String, Srgb<f64>> {
    let declarations = css.split([';', '{', '}']).filter_map(|declaration| declaration.split_once(':'));
    declarations
        .filter_map(|(property, value)| {
            let (red, green, blue) = rgb_from_hex(value)?;
            Some((property.trim().to_owned(), Srgb::new(red, green, blue).into_format()))
        })
        .collect()
}
