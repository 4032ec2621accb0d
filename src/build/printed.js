// What is printed is what the reader has chosen, in light colours and as wide as paper, whatever the screen shows: before the browser
// lays the document out for paper, the drawings are drawn anew for it. Their program listens to the same events, after this.
{
  let dark, was;
  // The rule with the dark colours, whenever it holds.
  const find = () =>
    Array.from(document.styleSheets, (sheet) => Array.from(sheet.cssRules))
      .flat()
      .find((rule) => rule.media && rule.media.mediaText !== "print" && rule.cssRules[0]?.style?.getPropertyValue("--paper"));
  const turn = (isPrinted) => {
    document.documentElement.classList.toggle("is-printed", isPrinted);
    dark ??= find();
    if (!dark || isPrinted === (was !== undefined)) return;
    [dark.media.mediaText, was] = isPrinted ? ["not all", dark.media.mediaText] : [was];
  };
  addEventListener("beforeprint", () => turn(true));
  addEventListener("afterprint", () => turn(false));
}
