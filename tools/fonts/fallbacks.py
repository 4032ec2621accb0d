"""Prints style/font-fallbacks.css; see README.md in this folder.

Until a typeface has come, the browser shows the text in one of the system's, stretched so that an average line is as
long and as high as it will be. Average is the prose of the site.
"""

from collections import Counter
from pathlib import Path

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


def letters():
    """How often each character stands in the prose."""
    count = Counter()
    for file in sorted((PROJECT / "src" / "content" / "en").rglob("*.md")):
        count.update(c for c in file.read_text(encoding="utf-8") if c.isalpha() or c in " ,.’")
    return count


def width(font, count):
    """The mean advance of a character, in ems."""
    names, advances = font.getBestCmap(), font["hmtx"]
    known = {c: n for c, n in count.items() if ord(c) in names}
    return sum(advances[names[ord(c)]][0] * n for c, n in known.items()) / sum(known.values()) / font["head"].unitsPerEm


def ours(file, weight):
    """Our typeface at one weight."""
    font = TTFont(FONTS / file)
    return instancer.instantiateVariableFont(font, {"wght": weight}) if "fvar" in font else font


def rule(count, file, weight, family, weights, names, twin):
    """One rule of the style sheet."""
    font = ours(file, weight)
    scale = width(font, count) / width(TTFont(MODULES / twin), count)
    ascent, descent = (part / font["head"].unitsPerEm / scale for part in (font["hhea"].ascent, -font["hhea"].descent))
    sources = ", ".join(f'local("{name}")' for name in names)
    return (
        f'@font-face {{ font-family: "{family}"; {weights}src: {sources}; '
        f"size-adjust: {scale:.1%}; ascent-override: {ascent:.1%}; descent-override: {descent:.1%}; line-gap-override: 0%; }}"
    )


if __name__ == "__main__":
    letter_count = letters()
    print("/* Written by tools/fonts/fallbacks.py: what the system has, as wide and as high as the typeface that is still to come. */")
    for fallback in FALLBACKS:
        print(rule(letter_count, *fallback))
