//! How colours look to eyes that lack a kind of cone, and how far they are apart then.

use palette::{FromColor, Lab, LinSrgb, Srgb, color_difference::Ciede2000};

/// How an eye sees colours.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sight {
    /// With all cones.
    Common,
    /// Without cones for long waves.
    Protanopia,
    /// Without cones for middle waves.
    Deuteranopia,
    /// Without cones for short waves.
    Tritanopia,
}

impl Sight {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Common, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// What a linear colour is multiplied by, row by row: the matrices of Machado, Oliveira and Fernandes (2009) for the whole
    /// deficiency.
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Common => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
            Self::Deuteranopia => [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
            Self::Tritanopia => [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
        }
    }

    /// How far two colours are apart for it, in CIEDE2000.
    pub(crate) fn difference(self, a: Srgb<f64>, b: Srgb<f64>) -> f64 {
        let [a, b] = [a, b].map(|color| self.seen(color));
        a.difference(b)
    }

    fn seen(self, color: Srgb<f64>) -> Lab<palette::white_point::D65, f64> {
        let linear: LinSrgb<f64> = color.into_linear();
        let [red, green, blue] = self.matrix().map(|[r, g, b]| (r * linear.red + g * linear.green + b * linear.blue).clamp(0.0, 1.0));
        Lab::from_color(LinSrgb::new(red, green, blue))
    }
}

#[test]
fn red_and_green_are_alike_without_a_cone_for_them_and_grey_stays_grey() {
    let [red, green] = [Srgb::new(0.74, 0.30, 0.20), Srgb::new(0.42, 0.46, 0.12)];
    assert!(Sight::Common.difference(red, green) > 2.0 * Sight::Deuteranopia.difference(red, green));
    let grey = Srgb::new(0.5, 0.5, 0.5);
    for sight in Sight::ALL {
        let seen = sight.seen(grey);
        assert!(seen.a.abs() < 0.1 && seen.b.abs() < 0.1, "{sight:?}: {seen:?}");
    }
}
