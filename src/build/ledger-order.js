// Sorts the ledger's rows by date, country or deaths: upwards, then downwards, then as at first. Without it the rows stand by date.
{
  const order = document.querySelector("[data-part=order]");
  const buttons = Array.from(order.querySelectorAll("button"));
  const said = document.querySelector("[data-part=order-said]");
  const body = document.querySelector(".ledger tbody");
  const first = Array.from(body.rows);
  // The line that says where in time the essay was written.
  const line = first.find((row) => !row.id);
  const value = {
    date: (row) => row.querySelector("time").dateTime,
    country: (row) => row.querySelector(".ledger-title").textContent,
    deaths: (row) => Number(row.querySelector("[data-deaths]")?.dataset.deaths ?? NaN),
  };
  const compared = (a, b) => (a < b ? -1 : Number(a > b));
  // What has no value stands last, whichever way the others are sorted; equal rows keep their order.
  const sorted = (by, turn) => {
    const rows = first.filter((row) => row !== line);
    const known = rows.filter((row) => !Number.isNaN(value[by](row)));
    known.sort((a, b) => turn * compared(value[by](a), value[by](b)));
    return [...known, ...rows.filter((row) => !known.includes(row))];
  };
  const press = (button) => {
    const way = { "": "up", up: "down", down: "" }[button.dataset.order ?? ""];
    for (const other of buttons) {
      delete other.dataset.order;
      other.setAttribute("aria-pressed", "false");
    }
    if (way) {
      button.dataset.order = way;
      button.setAttribute("aria-pressed", "true");
    }
    line.hidden = way !== "";
    body.append(...(way ? [...sorted(button.value, way === "up" ? 1 : -1), line] : first));
    said.textContent = order.dataset[{ up: "sortedUp", down: "sortedDown", "": "sortedNot" }[way]].replace("{}", button.textContent);
  };
  for (const button of buttons) button.addEventListener("click", () => press(button));
  order.hidden = false;
}
