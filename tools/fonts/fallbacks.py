"""Prints style/font-fallbacks.css; see README.md in this folder.

Until a typeface has come, the browser shows the text in one of the system's, stretched so that the site's prose takes
as much room as it will.
"""

from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
MODULES = HERE / "node_modules"
FONTS = PROJECT / "style" / "fonts"
BOLD = "font-weight: 600 700; "

# Our file and weight; family and weights of the stand-in, whose names stand in style/tokens.css too; the system's fonts that it
# may be, by full name; a font of the same widths.
FALLBACKS = [
    ("serif.woff2", 400, "Like Times", "", ["Times New Roman", "Liberation Serif"], "@fontsource/tinos/files/tinos-latin-400-normal.woff2"),
    ("serif.woff2", 700, "Like Times", BOLD, ["Times New Roman Bold", "Liberation Serif Bold"], "@fontsource/tinos/files/tinos-latin-700-normal.woff2"),
    ("serif.woff2", 400, "Like Noto", "", ["Noto Serif"], "@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff2"),
    ("serif.woff2", 400, "Like DejaVu", "", ["DejaVu Serif"], "dejavu-fonts-ttf/ttf/DejaVuSerif.ttf"),
    ("serif.woff2", 700, "Like DejaVu", BOLD, ["DejaVu Serif Bold"], "dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf"),
    ("display.woff2", 600, "Like Times Bold", "", ["Times New Roman Bold", "Liberation Serif Bold"], "@fontsource/tinos/files/tinos-latin-700-normal.woff2"),
    ("display.woff2", 600, "Like Noto Bold", "", ["Noto Serif Bold"], "@fontsource/noto-serif/files/noto-serif-latin-700-normal.woff2"),
    ("display.woff2", 600, "Like DejaVu Bold", "", ["DejaVu Serif Bold"], "dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf"),
    ("sans.woff2", 400, "Like Arial", "", ["Arial", "Liberation Sans"], "@fontsource/arimo/files/arimo-latin-400-normal.woff2"),
    ("sans.woff2", 600, "Like Arial", BOLD, ["Arial Bold", "Liberation Sans Bold"], "@fontsource/arimo/files/arimo-latin-700-normal.woff2"),
    ("sans.woff2", 400, "Like Roboto", "", ["Roboto"], "@fontsource/roboto/files/roboto-latin-400-normal.woff2"),
    ("sans.woff2", 400, "Like DejaVu Sans", "", ["DejaVu Sans"], "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    ("sans.woff2", 600, "Like DejaVu Sans", BOLD, ["DejaVu Sans Bold"], "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
]


def prose():
    """The site's prose, without what marks it up."""
    files = sorted((PROJECT / "src" / "content" / "en").rglob("*.md"))
    return "".join(c for file in files for c in file.read_text(encoding="utf-8") if c.isalpha() or c in " ,.’")


def width(font, text):
    """How wide the text is, in ems, with pairs of letters moved together as browsers do."""
    plain = BytesIO()
    font.flavor = None
    font.save(plain)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(plain.getvalue())), buffer)
    return sum(glyph.x_advance for glyph in buffer.glyph_positions) / font["head"].unitsPerEm


def ours(file, weight):
    """Our typeface at one weight."""
    font = TTFont(FONTS / file)
    return instancer.instantiateVariableFont(font, {"wght": weight}) if "fvar" in font else font


def rule(text, file, weight, family, weights, names, twin):
    """One rule of the style sheet."""
    font = ours(file, weight)
    scale = width(font, text) / width(TTFont(MODULES / twin), text)
    ascent, descent = (part / font["head"].unitsPerEm / scale for part in (font["hhea"].ascent, -font["hhea"].descent))
    sources = ", ".join(f'local("{name}")' for name in names)
    return (
        f'@font-face {{ font-family: "{family}"; {weights}src: {sources}; '
        f"size-adjust: {scale:.1%}; ascent-override: {ascent:.1%}; descent-override: {descent:.1%}; line-gap-override: 0%; }}"
    )


if __name__ == "__main__":
    text_of_site = prose()
    print("/* Written by tools/fonts/fallbacks.py: what the system has, as wide and as high as the typeface that is still to come. */")
    for fallback in FALLBACKS:
        print(rule(text_of_site, *fallback))
