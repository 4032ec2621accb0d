//! The page without network, after one visit; and how another version takes the place of the one that was kept.

use browsers::{Case, Outcome, Page, Reader, Site, holds, same};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::figure::is_alive;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(after_one_visit_the_page_is_there_without_network),
        Case::new(figures_pages_are_there_when_there_was_time),
        Case::new(who_saves_data_gets_no_page_that_was_not_opened).in_chromium(),
        Case::new(a_new_version_is_told_of_and_comes_by_its_button),
        Case::new(a_new_version_comes_with_the_visit_after_it_was_told_of),
        Case::new(two_tabs_change_their_version_together),
        Case::new(a_tab_of_the_old_version_changes_when_a_visit_brings_the_new_one),
        Case::new(half_a_new_version_leaves_the_old_one_whole),
        Case::new(what_is_damaged_mends_itself),
        Case::new(a_host_can_switch_it_off),
        Case::new(it_keeps_to_its_folder),
    ]
}

/// As built to the byte, for nothing else is kept; below a path, and with the headers of a host.
fn site() -> Site {
    Site::whole().unprobed().hosted().below("/some/path/")
}

/// The site in its next version, which shows `#second`.
fn next(reader: &Reader) -> Outcome<Site> {
    let (old, end) = (reader.file("index.html")?, "</body>");
    let new_end = "<p id=\"second\"></p></body>";
    let hash = |text: &str| Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    let (was, is) = (hash(&old), hash(&old.replace(end, new_end)));
    let list = list(reader)?;
    holds(list.to_string().contains(&was), "the list does not name the page with its hash")?;
    let name = list["name"].as_str().unwrap_or_default();
    Ok(site().rewritten("/some/path/", end, new_end).rewritten("offline.json", &was, &is).rewritten("offline.json", name, "second"))
}

const SECOND: &str = "document.getElementById('second')";
const NOTE: &str = "document.querySelector('.news button')";

/// The page, visited once and kept.
fn kept<'a>(reader: &Reader<'a>) -> Outcome<Page<'a>> {
    let page = reader.visit(site(), "")?;
    is_kept(&page)?;
    Ok(page)
}

fn is_kept(page: &Page) -> Outcome {
    page.run("navigator.serviceWorker.ready.then((registration) => { window.__kept = registration })")?;
    page.until("a worker", "window.__kept && window.__kept.active.state === 'activated'")
}

/// What the worker keeps.
fn list(reader: &Reader) -> Outcome<Value> {
    serde_json::from_str(&reader.file("offline.json")?).map_err(|e| format!("offline.json is no JSON: {e}"))
}

/// Whether `address`, relative to the page, is answered.
fn answers(page: &Page, address: &str) -> Outcome<bool> {
    let found = page.resolved(&format!("fetch('{address}').then((answer) => answer.ok, () => false)"))?;
    Ok(found.as_bool().unwrap_or_default())
}

fn after_one_visit_the_page_is_there_without_network(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    page.cut_off();
    page.go_to("?v=1&total=2030")?;
    for figure in page.figures()? {
        page.wake(&figure)?;
        is_alive(&page, &figure)?;
    }
    for address in page.texts("[...document.querySelectorAll('a[download]')].map((a) => a.href)")? {
        holds(answers(&page, &address)?, format!("{address} is not there"))?;
    }
    holds(answers(&page, "data/facts.json")?, "the facts are not there")?;
    page.go_to("ledger/")?;
    holds(page.shows("tr#kazakhstan-2022")?, "the ledger is not there")?;
    page.go_to("sources/")?;
    holds(page.shows("main h1")?, "the list of sources is not there")
}

/// The file that the worker keeps last: it goes through its list in order.
fn last_kept(reader: &Reader) -> Outcome<String> {
    let list = list(reader)?;
    let last = list["later"].as_array().and_then(|files| files.last()?[0].as_str()).ok_or("offline.json has nothing to keep later")?;
    Ok(last.to_owned())
}

fn figures_pages_are_there_when_there_was_time(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    let (first, later) = reader.pages().split_first().map(|(first, later)| (first.clone(), later.to_vec())).unwrap_or_default();
    let last = last_kept(reader)?;
    page.run(&format!("window.__look = setInterval(async () => {{ window.__rested = await caches.match('{last}') }}, 100)"))?;
    page.until("the figures' pages", "window.__rested")?;
    page.cut_off();
    for path in later {
        page.go_to(&path)?;
        for figure in page.figures()? {
            page.wake(&figure)?;
            is_alive(&page, &figure).map_err(|fault| format!("{path}: {fault}"))?;
        }
    }
    page.go_to(&first)
}

fn who_saves_data_gets_no_page_that_was_not_opened(reader: &Reader) -> Outcome {
    // A page without the worker, so that the wish is there before it.
    let page = reader.visit(site(), "embed/map/")?;
    page.cdp("Emulation.setDataSaverOverride", &json!({ "dataSaverEnabled": true }))?;
    page.go_to("")?;
    is_kept(&page)?;
    page.go_to("")?;
    holds(page.is("navigator.connection.saveData")?, "the browser saves no data")?;
    // What waits for an idle moment is done in the order in which it began to wait.
    page.resolved(
        "navigator.serviceWorker.ready.then(() => new Promise(requestIdleCallback)).then(() => new Promise(requestIdleCallback))",
    )?;
    page.go_to("sources/")?;
    let last = last_kept(reader)?;
    let asked = page.requests();
    holds(asked.iter().any(|path| path.ends_with("offline.json")), "the worker did not look for what to keep")?;
    holds(!asked.iter().any(|path| path.ends_with(&last)), format!("{last} is fetched, for {asked:?}"))
}

fn a_new_version_is_told_of_and_comes_by_its_button(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    page.go_to("")?;
    page.turn_into(next(reader)?);
    page.go_to("")?;
    holds(!page.is(SECOND)?, "the page is of the new version before that is kept")?;
    page.until("a note of the new version", NOTE)?;
    page.tab_to(".news button")?;
    page.press(&[browsers::keys::ENTER])?;
    page.until("the new version", SECOND)?;
    page.until("the worker's first look", "document.querySelector('.news')")?;
    holds(!page.is(NOTE)?, "the new version is told of on itself")?;
    page.cut_off();
    page.go_to("")?;
    holds(page.is(SECOND)?, "the new version is not kept")
}

fn a_new_version_comes_with_the_visit_after_it_was_told_of(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    page.go_to("")?;
    page.turn_into(next(reader)?);
    page.go_to("")?;
    page.until("a note of the new version", NOTE)?;
    page.go_to("?v=1&total=2030")?;
    page.until("the new version", &format!("{SECOND} && location.search.includes('total=2030')"))?;
    page.wake("troop-shares")
}

fn two_tabs_change_their_version_together(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    page.go_to("")?;
    page.open_tab("")?;
    page.turn_into(next(reader)?);
    page.go_to("")?;
    page.until("a note of the new version", NOTE)?;
    page.go_to("")?;
    holds(!page.is(SECOND)?, "one of two tabs has the new version")?;
    page.until("a note of the new version", NOTE)?;
    page.click(".news button")?;
    page.until("the new version", SECOND)?;
    page.turn_to_tab(0)?;
    page.until("the new version in the other tab", SECOND)
}

fn a_tab_of_the_old_version_changes_when_a_visit_brings_the_new_one(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    page.go_to("")?;
    page.turn_into(next(reader)?);
    page.go_to("")?;
    page.until("a note of the new version", NOTE)?;
    page.open_tab("?v=1&total=2030")?;
    page.until("the new version", SECOND)?;
    page.turn_to_tab(0)?;
    page.until("the new version in the tab from before", SECOND)
}

fn half_a_new_version_leaves_the_old_one_whole(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    page.go_to("")?;
    page.turn_into(next(reader)?.without("data/facts.json"));
    let before = page.requests().len();
    page.go_to("")?;
    let begun = std::time::Instant::now();
    while !page.requests()[before..].iter().any(|path| path.ends_with("facts.json")) {
        holds(begun.elapsed().as_secs() < 20, "the new version is not tried")?;
        page.frames()?;
    }
    page.go_to("")?;
    holds(!page.is(SECOND)? && !page.is(NOTE)?, "half a new version is shown or told of")?;
    holds(answers(&page, "data/facts.json")?, "the old version has lost a file")?;
    page.wake("troop-shares")?;
    page.turn_into(next(reader)?);
    page.go_to("")?;
    page.until("a note of the new version, whole by now,", NOTE)
}

fn what_is_damaged_mends_itself(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
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
    holds(page.resolved(damage)?.as_u64().is_some_and(|files| files > 10), "hardly anything was kept")?;
    page.go_to("")?;
    for figure in page.figures()? {
        page.wake(&figure)?;
    }
    page.cut_off();
    page.go_to("")?;
    page.wake("troop-shares")
}

fn a_host_can_switch_it_off(reader: &Reader) -> Outcome {
    let page = kept(reader)?;
    page.go_to("")?;
    page.turn_into(site().rewritten("sw.js", &reader.file("sw.js")?, &reader.file("sw-off.js")?));
    page.go_to("")?;
    let rid = "window.__rid || (Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([kept, workers]) => {
        window.__rid = kept.length + workers.length === 0 }), false)";
    page.until("the end of what was kept", rid)?;
    page.turn_into(next(reader)?.without("sw.js"));
    page.go_to("")?;
    holds(page.is(SECOND)?, "the page is still that which was kept")
}

fn it_keeps_to_its_folder(reader: &Reader) -> Outcome {
    let page = reader.visit(site(), "")?;
    let others = "[location.origin + '/some/ 1', location.href + 'below/ 1']";
    page.resolved(&format!("Promise.all({others}.map((name) => caches.open(name)))"))?;
    is_kept(&page)?;
    same("the worker's folder", page.text("window.__kept.scope")?, page.text("new URL('./', location).href")?)?;
    let left = page.resolved(&format!("Promise.all({others}.map((name) => caches.has(name))).then((has) => has.every(Boolean))"))?;
    same("whether what others keep is left alone", left.as_bool(), Some(true))?;
    let outside: Vec<_> = page.requests().into_iter().filter(|path| !path.starts_with("/some/path/") && path != "/favicon.ico").collect();
    holds(outside.is_empty(), format!("asked outside the site's folder: {outside:?}"))
}
