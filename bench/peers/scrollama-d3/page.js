// Writes the page: the style sheet, and the words and numbers of the site's own content, filled in before the page is published.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const content = (path) => read(`../../../src/content/${path}`);
const json = (path) => JSON.parse(content(path));

const folder = new URL("../../../src/content/data/facts/", import.meta.url);
const facts = new Map(readdirSync(folder).flatMap((file) => json(`data/facts/${file}`)).map((fact) => [fact.id, fact]));
const names = json("en/members.json");
const { precision } = json("en/labels.json");

// A formula has ids, numbers, brackets and signs, with spaces between them.
const value = (id) => {
  const { number, formula } = facts.get(id);
  return number ?? Function(`return ${formula.replace(/\b[a-z][\w-]+/g, value)}`)();
};
const rounded = (id) => Number(value(id).toFixed(facts.get(id).decimals ?? 0));
const written = (id) => {
  const text = rounded(id).toLocaleString("en") + (facts.get(id).unit === "percent" ? "\u00a0percent" : "");
  return (precision[facts.get(id).precision] ?? "{}").replace("{}", text);
};

/** Markdown of the site as HTML, without the marks of its sources. */
const html = (text) =>
  text
    .replace(/\[\[[\w-]+:cite\]\]/g, "")
    .replace(/\[\[([\w-]+):bare\]\]/g, (_, id) => rounded(id).toLocaleString("en"))
    .replace(/\[\[([\w-]+)(:plain)?\]\]/g, (_, id) => written(id))
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .trim();

const cover = content("en/walk/cover.md");
const scene = content("en/walk/who-came.md");
const head = (text, key) => html(text.match(new RegExp(`^${key}: (.+)$`, "m"))[1]);
const block = (name) => html(cover.match(new RegExp(`^::: ${name}\\n([^]+?)^:::$`, "m"))[1]);
const steps = scene.split(/^:::/m)[0].split(/^### /m).slice(1);
const step = (text) => {
  const [heading, ...paragraphs] = text.split("\n").filter((line) => !/^(stage|also|title|explains): |^$/.test(line));
  return `<div class="step" data-title="${head(text, "title")}"><div class="card"><h3>${heading}</h3><p>${html(paragraphs.join(" "))}</p></div></div>`;
};

const deployment = json("data/deployment.json");
const essay = deployment.sets.find(({ id }) => id === "essay").counts;
const population = (iso3) => value(json("data/members.json").find((member) => member.iso3 === iso3).population);
const total = value(deployment.estimate);
const senders = deployment.senders.map(({ iso3, counts }) => {
  const chosen = counts.find(({ fact }) => essay.includes(fact));
  return {
    name: names[iso3].name,
    soldiers: value(chosen.fact),
    known: chosen.known_by,
    population: population(iso3),
    counts: counts.map(({ fact }) => value(fact)),
  };
});
const rest = total - senders.reduce((sum, { soldiers }) => sum + soldiers, 0);
const largest = { name: names[deployment.remainder].name, soldiers: rest, known: "remainder", population: population(deployment.remainder) };
const [low, high, most] = ["kz-2022-russia-range-low", "kz-2022-russia-range-high", "kz-2022-russia-share-first-100"].map(rounded);
const data = {
  total,
  totals: deployment.totals.map(({ fact }) => value(fact)),
  senders: [largest, ...senders],
  low,
  high,
  essay: rounded("kz-2022-share-russia-almost-75"),
  replies: [
    [low - 1, block("guess-under")],
    [high, block("guess-within")],
    [most, block("guess-edge")],
    [100, block("guess-over")],
  ],
  show: block("show"),
};

const slots = {
  title: head(cover, "title"),
  lead: head(cover, "lead"),
  dead: block("dead"),
  question: block("question"),
  scene: head(scene, "title"),
  scene_lead: head(scene, "lead"),
  steps: steps.map(step).join("\n"),
  data: JSON.stringify(data),
  style: read("style.css"),
};
const out = new URL("../../../target/bench/peers/scrollama-d3/", import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL("index.html", out), read("index.html").replace(/\{\{(\w+)\}\}/g, (_, slot) => slots[slot]));
