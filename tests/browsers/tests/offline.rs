//! The page without network, after one visit; and how another version takes the place of the one that was kept.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::figure::{is_alive, unfold};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(after_one_visit_the_page_is_there_without_network),
        TestCase::new(figures_pages_are_there_when_there_was_time),
        TestCase::new(who_saves_data_gets_no_page_that_was_not_opened).in_chromium(),
        TestCase::new(a_new_version_is_announced_and_comes_by_its_button),
        TestCase::new(a_new_version_comes_with_the_visit_after_it_was_announced),
        TestCase::new(two_tabs_change_their_version_together),
        TestCase::new(a_tab_of_the_old_version_changes_when_a_visit_brings_the_new_one),
        TestCase::new(half_a_new_version_leaves_the_old_one_whole),
        TestCase::new(what_is_damaged_mends_itself),
        TestCase::new(without_room_everything_comes_from_the_network),
        TestCase::new(a_full_disk_takes_nothing_from_the_reader).in_chromium(),
        TestCase::new(a_host_can_switch_it_off),
        TestCase::new(it_keeps_to_its_folder),
    ]
}

/// As built to the byte, for nothing else is kept; below a path, and with the headers of a host.
fn site() -> ServerConfig {
    ServerConfig::whole().unprobed().hosted().below("/some/path/")
}

/// The site in its next version, which shows `#second`.
fn next(ctx: &BrowserCtx) -> TestResult<ServerConfig> {
    let (old, end) = (ctx.file("index.html")?, "</body>");
    let new_end = "<p id=\"second\"></p></body>";
    let hash = |text: &str| Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    let (was, is) = (hash(&old), hash(&old.replace(end, new_end)));
    let list = list(ctx)?;
    ensure(list.to_string().contains(&was), "the list does not name the page with its hash")?;
    let name = list["name"].as_str().unwrap_or_default();
    Ok(site().rewritten("/some/path/", end, new_end).rewritten("offline.json", &was, &is).rewritten("offline.json", name, "second"))
}

const SECOND: &str = "document.getElementById('second')";
const NOTE: &str = "document.querySelector('.news button')";

/// The page, visited once and kept.
fn kept<'a>(ctx: &BrowserCtx<'a>) -> TestResult<Page<'a>> {
    let page = ctx.visit(site(), "")?;
    is_kept(&page)?;
    Ok(page)
}

fn is_kept(page: &Page) -> TestResult {
    page.run("navigator.serviceWorker.ready.then((registration) => { window.__kept = registration })")?;
    page.until("a worker", "window.__kept && window.__kept.active.state === 'activated'")
}

/// What the worker keeps.
fn list(ctx: &BrowserCtx) -> TestResult<Value> {
    serde_json::from_str(&ctx.file("offline.json")?).map_err(|e| format!("offline.json is no JSON: {e}").into())
}

/// Whether `address`, relative to the page, is answered.
fn answers(page: &Page, address: &str) -> TestResult<bool> {
    let found = page.resolved(&format!("fetch('{address}').then((answer) => answer.ok, () => false)"))?;
    Ok(found.as_bool().unwrap_or_default())
}

fn after_one_visit_the_page_is_there_without_network(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_offline();
    page.go_to("?v=1&total=2030")?;
    for figure in page.figures()? {
        page.wait_until_interactive(&figure)?;
        is_alive(&page, &figure)?;
    }
    for address in page.texts("[...document.querySelectorAll('a[download]')].map((a) => a.href)")? {
        ensure(answers(&page, &address)?, format!("{address} is not there"))?;
    }
    ensure(answers(&page, "data/facts.json")?, "the facts are not there")?;
    page.go_to("ledger/")?;
    ensure(page.shows("tr#kazakhstan-2022")?, "the ledger is not there")?;
    page.go_to("sources/")?;
    ensure(page.shows("main h1")?, "the list of sources is not there")
}

/// The file that the worker keeps last: it goes through its list in order.
pub(crate) fn last_kept(ctx: &BrowserCtx) -> TestResult<String> {
    let list = list(ctx)?;
    let last = list["later"].as_array().and_then(|files| files.last()?[0].as_str()).ok_or("offline.json has nothing to keep later")?;
    Ok(last.to_owned())
}

fn figures_pages_are_there_when_there_was_time(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    let (first, later) = ctx.pages().split_first().map(|(first, later)| (first.clone(), later.to_vec())).unwrap_or_default();
    let later = later.into_iter().chain(["treaty/", "figures/", "figures/troop-shares/"].map(str::to_owned));
    let last = last_kept(ctx)?;
    page.run(&format!("window.__look = setInterval(async () => {{ window.__rested = await caches.match('{last}') }}, 100)"))?;
    page.until("the figures' pages", "window.__rested")?;
    page.go_offline();
    for path in later {
        page.go_to(&path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure).map_err(|error| error.context(&path))?;
        }
    }
    page.go_to(&first)
}

fn who_saves_data_gets_no_page_that_was_not_opened(ctx: &BrowserCtx) -> TestResult {
    // A page without the worker, so that the wish is there before it.
    let page = ctx.visit(site(), "embed/map/")?;
    page.cdp("Emulation.setDataSaverOverride", &json!({ "dataSaverEnabled": true }))?;
    page.go_to("")?;
    is_kept(&page)?;
    page.go_to("")?;
    ensure(page.is("navigator.connection.saveData")?, "the browser saves no data")?;
    // What waits for an idle moment is done in the order in which it began to wait.
    page.resolved(
        "navigator.serviceWorker.ready.then(() => new Promise(requestIdleCallback)).then(() => new Promise(requestIdleCallback))",
    )?;
    page.go_to("sources/")?;
    let last = last_kept(ctx)?;
    let asked = page.requests();
    ensure(asked.iter().any(|path| path.ends_with("offline.json")), "the worker did not look for what to keep")?;
    ensure(!asked.iter().any(|path| path.ends_with(&last)), format!("{last} is fetched, for {asked:?}"))
}

fn a_new_version_is_announced_and_comes_by_its_button(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_to("")?;
    page.redeploy(next(ctx)?);
    page.go_to("")?;
    ensure(!page.is(SECOND)?, "the page is of the new version before that is kept")?;
    page.until("a note of the new version", NOTE)?;
    page.tab_to(".news button")?;
    page.press(&[browsers::keys::ENTER])?;
    page.until("the new version", SECOND)?;
    page.until("the worker's first look", "document.querySelector('.news')")?;
    ensure(!page.is(NOTE)?, "the new version is announced on itself")?;
    page.go_offline();
    page.go_to("")?;
    ensure(page.is(SECOND)?, "the new version is not kept")
}

fn a_new_version_comes_with_the_visit_after_it_was_announced(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_to("")?;
    page.redeploy(next(ctx)?);
    page.go_to("")?;
    page.until("a note of the new version", NOTE)?;
    page.go_to("?v=1&total=2030")?;
    page.until("the new version", &format!("{SECOND} && location.search.includes('total=2030')"))?;
    page.wait_until_interactive("troop-shares")
}

fn two_tabs_change_their_version_together(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_to("")?;
    page.open_tab("")?;
    page.redeploy(next(ctx)?);
    page.go_to("")?;
    page.until("a note of the new version", NOTE)?;
    page.go_to("")?;
    ensure(!page.is(SECOND)?, "one of two tabs has the new version")?;
    page.until("a note of the new version", NOTE)?;
    page.click(".news button")?;
    page.until("the new version", SECOND)?;
    page.turn_to_tab(0)?;
    page.until("the new version in the other tab", SECOND)
}

fn a_tab_of_the_old_version_changes_when_a_visit_brings_the_new_one(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_to("")?;
    page.redeploy(next(ctx)?);
    page.go_to("")?;
    page.until("a note of the new version", NOTE)?;
    page.open_tab("?v=1&total=2030")?;
    page.until("the new version", SECOND)?;
    page.turn_to_tab(0)?;
    page.until("the new version in the tab from before", SECOND)
}

fn half_a_new_version_leaves_the_old_one_whole(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_to("")?;
    page.redeploy(next(ctx)?.without("data/facts.json"));
    let before = page.requests().len();
    page.go_to("")?;
    let begun = std::time::Instant::now();
    while !page.requests()[before..].iter().any(|path| path.ends_with("facts.json")) {
        ensure(begun.elapsed().as_secs() < 60, "the new version is not tried")?;
        page.frames()?;
    }
    page.go_to("")?;
    ensure(!page.is(SECOND)? && !page.is(NOTE)?, "half a new version is shown or announced")?;
    ensure(answers(&page, "data/facts.json")?, "the old version has lost a file")?;
    page.wait_until_interactive("troop-shares")?;
    page.redeploy(next(ctx)?);
    page.go_to("")?;
    page.until("a note of the new version, whole by now,", NOTE)
}

fn what_is_damaged_mends_itself(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    let damage = "caches.keys().then(async (names) => {
        let files = 0;
        for (const name of names) {
          const cache = await caches.open(name);
          for (const key of await cache.keys()) {
            if (files++ % 2) await cache.delete(key); else await cache.put(key, new Response('damaged'));
          }
        }
        return files;
      })";
    ensure(page.resolved(damage)?.as_u64().is_some_and(|files| files > 10), "hardly anything was kept")?;
    page.go_to("")?;
    for figure in page.figures()? {
        page.wait_until_interactive(&figure)?;
    }
    page.go_offline();
    page.go_to("")?;
    page.wait_until_interactive("troop-shares")
}

/// Forgets the files of the version, but not which version it is.
const FORGET: &str =
    "caches.keys().then((names) => Promise.all(names.filter((n) => !n.endsWith(' versions')).map((n) => caches.delete(n))))";

/// Everything works as from the network: the figures of the page, its files, and pictures, whose program comes when asked for.
fn works_without_room(page: &Page) -> TestResult {
    page.go_to("")?;
    for figure in page.figures()? {
        page.wait_until_interactive(&figure)?;
        is_alive(page, &figure)?;
    }
    ensure(answers(page, "data/facts.json")?, "the facts do not come")?;
    page.go_to("embed/troop-shares/")?;
    page.wait_until_interactive("troop-shares")?;
    page.run("HTMLAnchorElement.prototype.click = function () { window.__saved = this.download }")?;
    unfold(page, "troop-shares")?;
    page.click("[data-download=png]")?;
    page.until("a saved picture", "window.__saved")?;
    ensure(!page.shows("[data-part=no-picture]")?, "the page says that no picture came")
}

fn without_room_everything_comes_from_the_network(ctx: &BrowserCtx) -> TestResult {
    // Once there is a cache of this name, the browser refuses the one or the other.
    for (place, refused) in [("Cache", "put"), ("CacheStorage", "open")] {
        let refuses = format!(
            "{{ const {{ {refused} }} = {place}.prototype; {place}.prototype.{refused} = function (...given) {{
               return caches.has('full').then((full) => (full ? Promise.reject(new DOMException('', 'QuotaExceededError')) : \
               {refused}.apply(this, given))) }} }}\nconst ROOT"
        );
        let page = ctx.visit(site().rewritten("sw.js", "const ROOT", &refuses), "")?;
        is_kept(&page)?;
        page.go_to("")?;
        page.resolved(&format!("{FORGET}.then(() => caches.open('full')).then(() => true)"))?;
        works_without_room(&page).map_err(|error| error.context(refused))?;
    }
    Ok(())
}

fn a_full_disk_takes_nothing_from_the_reader(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_to("")?;
    page.resolved(&format!("{FORGET}.then(() => true)"))?;
    page.cdp("Storage.overrideQuotaForOrigin", &json!({ "origin": page.text("location.origin")?, "quotaSize": 1 }))?;
    works_without_room(&page)
}

fn a_host_can_switch_it_off(ctx: &BrowserCtx) -> TestResult {
    let page = kept(ctx)?;
    page.go_to("")?;
    page.redeploy(site().rewritten("sw.js", &ctx.file("sw.js")?, &ctx.file("sw-off.js")?));
    page.go_to("")?;
    let rid = "window.__rid || (Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([kept, workers]) => {
        window.__rid = kept.length + workers.length === 0 }), false)";
    page.until("the end of what was kept", rid)?;
    page.redeploy(next(ctx)?.without("sw.js"));
    page.go_to("")?;
    ensure(page.is(SECOND)?, "the page is still that which was kept")
}

fn it_keeps_to_its_folder(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(site(), "")?;
    let others = "[location.origin + '/some/ 1', location.href + 'below/ 1']";
    page.resolved(&format!("Promise.all({others}.map((name) => caches.open(name)))"))?;
    is_kept(&page)?;
    ensure_eq("the worker's folder", page.text("window.__kept.scope")?, page.text("new URL('./', location).href")?)?;
    let left = page.resolved(&format!("Promise.all({others}.map((name) => caches.has(name))).then((has) => has.every(Boolean))"))?;
    ensure_eq("whether what others keep is left alone", left.as_bool(), Some(true))?;
    let outside: Vec<_> = page.requests().into_iter().filter(|path| !path.starts_with("/some/path/") && path != "/favicon.ico").collect();
    ensure(outside.is_empty(), format!("asked outside the site's folder: {outside:?}"))
}
