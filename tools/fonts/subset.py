"""Cuts the typefaces down to what the site shows; see README.md in this folder.

The fonts get names of their own, because their licence reserves "Source" for versions that nobody has changed.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
TARGET = HERE.parent.parent / "style" / "fonts"

SERIF = MODULES / "source-serif" / "VAR" / "SourceSerif4Variable-Roman.ttf"
SANS = MODULES / "source-sans" / "VF" / "SourceSans3VF-Upright.ttf"

# File, family, source, axes (a range stays variable), features.
FACES = [
    # For browsers.
    ("serif.woff2", "Explainer Serif", SERIF, {"wght": (400, 700), "opsz": 18}, ["kern", "liga", "lnum", "tnum", "ccmp"]),
    ("display.woff2", "Explainer Display", SERIF, {"wght": 600, "opsz": 60}, ["kern", "liga", "lnum", "ccmp"]),
    ("sans.woff2", "Explainer Sans", SANS, {"wght": (400, 700)}, ["kern", "lnum", "tnum", "ccmp"]),
    # For the pictures that the build draws, which reads no variable fonts and no woff2.
    ("display-600.ttf", "Explainer Display", SERIF, {"wght": 600, "opsz": 60}, ["kern", "ccmp"]),
    ("sans-400.ttf", "Explainer Sans", SANS, {"wght": 400}, ["kern", "ccmp"]),
    ("sans-600.ttf", "Explainer Sans", SANS, {"wght": 600}, ["kern", "ccmp"]),
]

# Entries of the table of names: copyright, version, licence and its address stay as they are.
COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT, LICENCE, LICENCE_ADDRESS = 0, 1, 2, 3, 4, 5, 6, 13, 14
KEPT = [COPYRIGHT, VERSION, LICENCE, LICENCE_ADDRESS]
LICENCE_TEXT = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
LICENCE_PAGE = "https://openfontlicense.org"


def unicodes():
    """The code points of unicodes.txt."""
    for line in (HERE / "unicodes.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, _, last = line.partition("-")
            yield from range(int(first, 16), int(last or first, 16) + 1)


def rename(font, family, style):
    """Gives the font its own name."""
    table = font["name"]
    table.names = [entry for entry in table.names if entry.nameID in KEPT]
    full = f"{family} {style}"
    values = {
        FAMILY: family,
        STYLE: style,
        UNIQUE: full,
        FULL: full,
        POSTSCRIPT: full.replace(" ", ""),
        LICENCE: LICENCE_TEXT,
        LICENCE_ADDRESS: LICENCE_PAGE,
    }
    for entry, value in values.items():
        table.setName(value, entry, 3, 1, 0x409)


def cut(name, family, source, axes, features):
    """Writes one file."""
    options = subset.Options(layout_features=features, layout_scripts=["DFLT", "latn"], name_IDs=["*"], hinting=False, notdef_outline=True)
    # The same input gives the same bytes.
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(unicodes()))
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, axes)
    weight = axes["wght"]
    if "fvar" in font:
        # Named instances and the table that describes them serve design programs.
        font["fvar"].instances = []
    else:
        font["OS/2"].usWeightClass = weight
    if "STAT" in font:
        del font["STAT"]
    rename(font, family, "SemiBold" if weight == 600 else "Regular")
    font.flavor = "woff2" if name.endswith(".woff2") else None
    font.save(TARGET / name)
    print(f"{name}: {(TARGET / name).stat().st_size:,} bytes, {len(font.getBestCmap())} characters")
    missing = sorted(set(unicodes()) - set(font.getBestCmap()))
    if missing:
        print("  without " + " ".join(f"{code:04X}" for code in missing))


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        cut(*face)
