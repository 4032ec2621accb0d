// A note is a sheet at the foot of the view. In a frame as high as its content that foot may be far from the reader, so
// there the note opens beside its mark, where the style does not do that by itself.
if (parent !== window) {
  document.addEventListener("click", ({ target }) => {
    const mark = target.closest && target.closest("[popovertarget]");
    const note = mark && document.getElementById(mark.getAttribute("popovertarget"));
    if (!note || note.contains(mark) || (CSS.supports("position-area", "block-end") && matchMedia("(min-width: 48rem)").matches)) return;
    const { top, bottom } = mark.getBoundingClientRect();
    note.style.insetBlock = top < innerHeight / 2 ? `${bottom}px auto` : `auto ${innerHeight - top}px`;
  });
}
