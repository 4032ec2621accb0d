// Chooses the side of its mark on which a note opens, that with more room, because the style's own means for that,
// `position-try-fallbacks`, makes WebKit 2.50 lay out without end when what holds an open note is hidden. Where the style cannot
// place a note beside its mark, the note is a sheet at the foot of the view; in a frame as high as its content that foot may be
// far from the reader, so there it is placed by hand.
document.addEventListener("click", ({ target }) => {
  const mark = target.closest && target.closest("[popovertarget]");
  const note = mark && document.getElementById(mark.getAttribute("popovertarget"));
  if (!note || note.contains(mark)) return;
  const { top, bottom } = mark.getBoundingClientRect();
  const isBelow = top + bottom < innerHeight;
  if (CSS.supports("inset-block", "anchor(bottom) auto") && matchMedia("(min-width: 48rem)").matches) {
    note.style.setProperty("--inset", isBelow ? "anchor(bottom) auto" : "auto anchor(top)");
  } else if (parent !== window) {
    note.style.insetBlock = isBelow ? `${bottom}px auto` : `auto ${innerHeight - top}px`;
  }
});
