// What all peers draw and say, so that each main.js is only the chart.
const senders = [
  { name: "Armenia", soldiers: 100 },
  { name: "Belarus", soldiers: 200 },
  { name: "Kyrgyzstan", soldiers: 150 },
  { name: "Tajikistan", soldiers: 200 },
];
const published = senders.reduce((sum, sender) => sum + sender.soldiers, 0);

export const total = document.querySelector("#total");
export const chart = document.querySelector("#chart");

/** The bars for a total: what the senders published, and the remainder. */
export const bars = (total) => [{ name: "Russia", soldiers: total - published, inferred: true }, ...senders];

export const label = ({ soldiers, inferred }) => soldiers.toLocaleString("en") + (inferred ? ", inferred" : "");

/** Calls `redraw` with each total that the reader chooses, and says what it means. */
export const follow = (redraw) => {
  const chosen = () => {
    const share = Math.round((100 * (total.valueAsNumber - published)) / total.valueAsNumber);
    document.querySelector("#sentence").textContent = `Of ${total.valueAsNumber} soldiers, Russia sent ${share} %.`;
    redraw(total.valueAsNumber);
  };
  total.addEventListener("input", chosen);
  chosen();
};

/** Marks, in the frame of the first drawing, that the chart is interactive. */
export const markInteractive = () => requestAnimationFrame(() => performance.mark("figure:troop-shares"));
