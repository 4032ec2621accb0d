// A number field takes digits alone: of a number as people write and copy it, with separators between its thousands, Firefox makes
// nothing and says nothing. So what comes into the field of this figure comes without its separators, and what is no number is told.
{
  const figure = document.currentScript.closest("figure");
  const told = Object.assign(document.createElement("strong"), { className: "hint" });
  told.setAttribute("role", "alert");
  const tell = (field, words) => {
    if (!told.isConnected) field.parentNode.after(told);
    told.textContent = words;
  };
  const isField = (element) => element.type === "number";
  const enter = (event) => {
    const { data, dataTransfer, target: field } = event;
    // Enter is told as a new line.
    if (!isField(field) || event.inputType === "insertLineBreak") return;
    const text = (data ?? dataTransfer?.getData("text/plain") ?? "").trim();
    if (/^\d*$/.test(data ?? text)) return tell(field, "");
    event.preventDefault();
    // One sign typed between digits is passed over.
    if (/^[\s.,'’·٬_]?$/.test(text)) return;
    const digits = text.replace(/(\d)[\s.,'’·٬_]+(?=\d{3}(?!\d))/g, "$1");
    const isRead = /^\d+$/.test(digits);
    tell(field, isRead ? "" : UNREAD);
    if (!isRead) return;
    field.value = digits;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  figure.addEventListener("beforeinput", enter, true);
  figure.addEventListener("change", ({ target }) => isField(target) && target.validity.badInput && tell(target, UNREAD), true);
}
