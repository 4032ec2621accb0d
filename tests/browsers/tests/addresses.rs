//! Addresses that were shared lead where they led; and a thousand that nobody would share, right and wrong, for all figures at
//! once, break nothing.

use browsers::{BrowserCtx, Engine, Page, Random, SINGLE_FILE, ServerConfig, TestCase, TestResult, ensure, ensure_eq};
use serde_json::{Value, json};

use crate::figure::part;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(shared_addresses_lead_where_they_led),
        TestCase::new(an_older_fragment_leads_on_from_within_the_page),
        TestCase::new(a_fragment_that_names_nothing_stays),
        TestCase::new(a_thousand_addresses_break_nothing),
    ]
}

/// The list that may only grow, which `tests/outputs/addresses.rs` explains.
const SHARED: &str = include_str!("../../addresses.json");

/// The page that a reader comes from: a small one with no figure.
const BEFORE: &str = "figures/";

fn shared_addresses_lead_where_they_led(ctx: &BrowserCtx) -> TestResult {
    let rows: Vec<Value> = serde_json::from_str(SHARED).map_err(|e| format!("addresses.json is no list ({e}); correct it"))?;
    let page = ctx.visit(ServerConfig::whole(), BEFORE)?;
    for (n, row) in rows.iter().enumerate() {
        // How states are read is no matter of engines: of rows of one kind the others try the last.
        if ctx.engine() != Engine::Chromium && rows.get(n + 1).is_some_and(|next| kind(next) == kind(row)) {
            continue;
        }
        let address = row["address"].as_str().unwrap_or_default();
        leads(ctx, &page, address, row).map_err(|error| error.context(address))?;
    }
    page.is_quiet()
}

/// As a link or a reader's own typing sets it, when the page is there already.
fn an_older_fragment_leads_on_from_within_the_page(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "#who-came-2")?;
    page.run("location.hash = '#article-4'")?;
    page.until("the article of the treaty", "location.pathname === '/treaty/' && location.hash === '#article-4'")?;
    page.is_quiet()
}

/// The first are names that every object of the script's language has.
fn a_fragment_that_names_nothing_stays(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    for fragment in ["#__proto__", "#constructor", "#toString", "#who-came-99", "#%", "#no-such-place"] {
        page.run(&format!("location.hash = '{fragment}'"))?;
        page.frames()?;
        ensure_eq("the fragment", page.text("location.hash")?, fragment)?;
        ensure_eq("the page", page.text("location.pathname + location.search")?, "/")?;
    }
    page.is_quiet()
}

/// The figure that the row sets; else how its last place begins, such as `#` or `treaty/#`.
fn kind(row: &Value) -> &str {
    let place = row["lands"].as_array().and_then(|places| places.last()?.as_str()).unwrap_or_default();
    row["figure"].as_str().or(place.split_inclusive(['#', '=']).next()).unwrap_or_default()
}

fn leads(ctx: &BrowserCtx, page: &Page, address: &str, row: &Value) -> TestResult {
    let article = ctx.file("index.html")?;
    let places: Vec<&str> = row["lands"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let place = places.iter().find(|place| exists(ctx, &article, place)).ok_or("it leads nowhere; keep a place for it")?;
    let (path, selector) = match place.split_once('#') {
        _ if place.starts_with('[') => ("", (*place).to_owned()),
        Some((path, id)) => (path, format!("[id=\"{id}\"]")),
        None => (*place, "body".to_owned()),
    };
    page.go_to(BEFORE)?;
    page.run(&format!("window.__before = true; location.href = '../' + {}", json!(address)))?;
    let is_there = format!(
        "!window.__before && document.readyState === 'complete' && location.pathname === '/' + {} && (() => {{ \
         const box = document.querySelector({})?.getBoundingClientRect(); return box && box.top < innerHeight && box.bottom > 0 }})()",
        json!(path),
        json!(selector)
    );
    page.until(&format!("the place {place}"), &is_there)?;
    // A step that a link leads to is the one that the stage shows.
    if page.is(&format!("document.querySelector({})?.matches('.card')", json!(selector)))? {
        let shows = format!("document.querySelector({0}).closest('.walk').dataset.step === {0}.match(/-(\\d)\"\\]$/)[1]", json!(selector));
        page.until(&format!("the picture of {place}"), &shows)?;
    }
    let (Some(figure), Some(state)) = (row["figure"].as_str(), row["state"].as_str()) else { return Ok(()) };
    page.wait_until_interactive(figure)?;
    let shown = page.text(&format!("document.querySelector('[data-figure=\"{figure}\"]').dataset.state"))?;
    ensure(state.split('&').all(|pair| shown.contains(pair)), format!("{figure} shows {shown}, not {state}"))?;
    let reported = page.shows(&part(figure, "address-note"))?;
    ensure(
        reported == row["reported"].as_bool().unwrap_or_default(),
        format!("whether the address could be read is reported wrongly: {reported}"),
    )
}

/// Whether there is such a `place`: a selector in the `article`, or a file of the site.
fn exists(ctx: &BrowserCtx, article: &str, place: &str) -> bool {
    let attribute = |name: &str, value: &str| article.contains(&format!(" {name}=\"{value}\""));
    match (place.strip_prefix('#'), place.strip_prefix("[data-figure=")) {
        (Some(id), _) => attribute("id", id),
        (_, Some(figure)) => attribute("data-figure", figure.trim_end_matches(']')),
        _ => {
            let file = place.split('#').next().unwrap_or_default();
            ctx.file(&if file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() }).is_ok()
        }
    }
}

const KEYS: [&str; 23] = [
    "v",
    "total",
    "unit",
    "source",
    "step",
    "kind",
    "test",
    "test-words",
    "test-answers",
    "burden",
    "forces",
    "asked",
    "treaty",
    "clubs",
    "guess",
    "theme",
    "lang",
    "",
    "TOTAL",
    "total%00",
    "__proto__",
    "constructor",
    "#",
];

/// Values near to what figures understand, and hostile.
pub(crate) const VALUES: [&str; 46] = [
    "",
    "0",
    "1",
    "2",
    "-1",
    "1e9",
    "2030",
    "2030.5",
    "+2030",
    "%202030",
    "99999999999999999999",
    "NaN",
    "null",
    "undefined",
    "abc",
    "%",
    "%00",
    "%E0%A4%A",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "javascript:alert(1)",
    "ä🙂",
    "\u{202e}abc",
    "arm100-blr200-kgz150-tjk200",
    "arm70-blr500-kgz200-tjk200",
    "arm70-blr500-kgz200-tjk100",
    "arm-blr--",
    "essay",
    "share",
    "per-million",
    "known",
    "rate",
    "alliance",
    "claim",
    "kazakhstan-2022",
    "kyrgyzstan-2010",
    "since-2012",
    "ddyyy",
    "nnnnn",
    "six",
    "five",
    "yes",
    "both",
    "2022-01",
    "../../..",
];

/// WebKit changes the address a hundred times in half a minute and no more; of these some are left to the figures.
const MOST_IN_WEBKIT: usize = 80;

/// Whether everything is as it may be; else a sentence. Runs in the page.
const SOUND: &str = "() => {
    const total = Number(document.querySelector('[data-figure=\"troop-shares\"] input[name=total]').value);
    if (!(total >= 650 && total <= 5000)) return 'the total is ' + total;
    const groups = new Set([...document.querySelectorAll('figure input[type=radio]')].map((radio) => radio.name));
    for (const name of groups) {
      const chosen = [...document.getElementsByName(name)].filter((radio) => radio.checked).length;
      if (chosen !== 1) return name + ' has ' + chosen + ' choices';
    }
    const elements = document.querySelectorAll('[onerror], [onload], img, iframe, body script:not([type])').length;
    if (elements !== window.elements) return 'elements were injected';
    return window.__probe.faults.join() || null;
  }";

/// On the file that has every figure; a tenth as many on the page, whose cover and walk read addresses too.
fn a_thousand_addresses_break_nothing(ctx: &BrowserCtx) -> TestResult {
    let most = if ctx.engine() == Engine::WebKit { MOST_IN_WEBKIT } else { 1000 };
    break_nothing(ctx, SINGLE_FILE, most)?;
    break_nothing(ctx, "", most.min(100))
}

fn break_nothing(ctx: &BrowserCtx, path: &str, most: usize) -> TestResult {
    let seed = Random::seed();
    let page = ctx.visit(ServerConfig::whole(), path)?;
    for figure in page.figures()? {
        page.wait_until_interactive(&figure)?;
    }
    page.run("window.elements = document.querySelectorAll('[onerror], [onload], img, iframe, body script:not([type])').length")?;
    let mut random = Random::from_seed(seed);
    let addresses: Vec<_> = (0..most).map(|_| address(&mut random)).collect();
    for some in addresses.chunks(100) {
        stand(&page, some).map_err(|error| error.context(format!("SEED={seed}")))?;
    }
    page.is_quiet()
}

fn address(random: &mut Random) -> String {
    let pairs: Vec<_> = (0..=random.below(5)).map(|_| format!("{}={}", random.pick(&KEYS), random.pick(&VALUES))).collect();
    format!("?{}#{}", pairs.join("&"), random.pick(&VALUES))
}

/// Goes to each address as Back and Forward do, without a load, and asks after each.
fn stand(page: &Page, addresses: &[String]) -> TestResult {
    let fault = page.resolved(&format!(
        "(async () => {{ const sound = {SOUND}; \
         for (const address of {}) {{ \
           history.replaceState(null, '', address); \
           dispatchEvent(new PopStateEvent('popstate')); \
           const fault = sound(); \
           if (fault) return address + ': ' + fault; \
         }} \
         await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))); \
         return document.body.innerText.includes('alert(1)') ? 'the page shows what an address says' : sound(); }})()",
        json!(addresses)
    ))?;
    ensure(fault.is_null(), fault.as_str().unwrap_or_default())
}
