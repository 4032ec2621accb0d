//! Addresses of named states, which editors paste, and how high the frames are that systems that know oEmbed make of them.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};
use csto_explainer::figures::registry;
use serde_json::json;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(a_pasted_address_shows_its_state_and_keeps_what_else_it_says),
        TestCase::new(a_pasted_address_shows_its_state_in_a_sandbox),
        TestCase::new(a_pasted_address_without_its_slash_shows_its_state),
        TestCase::new(without_script_a_pasted_address_leads_to_the_figure),
        TestCase::new(a_frame_from_oembed_is_as_high_as_the_figure),
    ]
}

const FIGURE: &str = "troop-shares";
const EMBED: &str = "embed/troop-shares/";
const NAMED: &str = "embed/troop-shares/media-6-jan/";
const STATE: &str = "v=1&total=2500&unit=troops&source=arm70-blr500-kgz200-tjk200";

/// Waits until the view shows the embed with the counts of the press: in the address, in the state, and in what a reader sees.
fn shows_the_state(page: &Page) -> TestResult {
    page.until("the embed", &format!("location.pathname.endsWith('/{EMBED}') && document.querySelector('figure')"))?;
    page.wait_until_interactive(FIGURE)?;
    ensure_eq("the state", page.text(&format!("document.getElementById('{FIGURE}').dataset.state"))?, STATE)?;
    page.until("the sentence", "document.querySelector('[data-part=sentence]').textContent.includes('970')")
}

fn a_pasted_address_shows_its_state_and_keeps_what_else_it_says(ctx: &BrowserCtx) -> TestResult {
    // With the headers of a host, whose policy must allow what leads on.
    let page = ctx.visit(ServerConfig::whole().hosted(), "figures/")?;
    page.run(&format!("location.href = '../{NAMED}?theme=dark&childId=box&total=2030#?secret=abc123'"))?;
    shows_the_state(&page)?;
    for (key, value) in [("theme", "dark"), ("childId", "box"), ("total", "2500")] {
        ensure_eq(key, page.text(&format!("new URLSearchParams(location.search).getAll('{key}').join()"))?, value)?;
    }
    ensure_eq("the fragment", page.text("location.hash")?, "#?secret=abc123")?;
    page.is_quiet()?;
    // The document in between leaves no step of its own. A tab keeps fifty, so that they cannot be counted.
    page.back()?;
    page.until("the page before", "location.pathname.endsWith('/figures/')")
}

fn a_pasted_address_shows_its_state_in_a_sandbox(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("plain", ServerConfig::whole().open_to_all(), NAMED, "sandbox=allow-scripts")?;
    page.enter(0)?;
    shows_the_state(&page)
}

fn a_pasted_address_without_its_slash_shows_its_state(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().without_slashes(), "figures/")?;
    page.run(&format!("location.href = '/{}'", NAMED.trim_end_matches('/')))?;
    shows_the_state(&page)
}

fn without_script_a_pasted_address_leads_to_the_figure(ctx: &BrowserCtx) -> TestResult {
    // The way in which script is taken away here takes the browser's own leading on, too; so what is left is the link.
    let page = ctx.visit(ServerConfig::whole().without_script(), NAMED)?;
    ensure(page.shows("main p")?, "nothing says what the state shows")?;
    let refresh = page.text("document.querySelector('noscript meta[http-equiv=refresh]').content")?;
    let link = page.text("document.querySelector('a[data-part=state]').getAttribute('href')")?;
    ensure_eq("where the browser leads", refresh, format!("0; url={link}"))?;
    page.click("a[data-part=state]")?;
    page.until("the embed", &format!("location.pathname.endsWith('/{EMBED}') && location.search === '?{STATE}'"))
}

/// The width of a frame from oEmbed.
const WIDTH: u32 = 600;

/// A height at which no figure gets a bar.
const TALL: u32 = 4000;

/// How much higher than its content a frame may be, as a share of the content's height.
const SLACK: f64 = 0.05;

/// Such a frame often keeps its height: lower than the figure, it would cut it or get a bar; much higher, it would leave a gap.
fn a_frame_from_oembed_is_as_high_as_the_figure(ctx: &BrowserCtx) -> TestResult {
    let content = crate::content()?;
    let mut off = Vec::new();
    for figure in registry::ALL {
        let id = figure.id;
        let page = ctx.visit_at(ServerConfig::whole(), &format!("embed/{id}/"), WIDTH)?;
        // In one that is too low a bar would take width from the text.
        page.reshape(WIDTH, TALL)?;
        page.wait_until_interactive(id)?;
        page.resolved("document.fonts.ready.then(() => true)")?;
        let mut judge = |name: Option<&str>| -> TestResult {
            page.frames()?;
            let height = page.number("Math.ceil(document.documentElement.getBoundingClientRect().height)")?;
            let said = f64::from(figure.height_in_articles(name));
            if height > said || said > height * (1.0 + SLACK) {
                off.push(format!("{id} {}: {said} px for {height}", name.unwrap_or("as it is at first")));
            }
            Ok(())
        };
        judge(None)?;
        for state in figure.named_states(&content).map_err(|fault| fault.to_string())? {
            // As Back and Forward do, which is sooner than a load.
            page.run(&format!(
                "history.replaceState(null, '', {}); dispatchEvent(new PopStateEvent('popstate'))",
                json!(["?", &state.query].concat())
            ))?;
            page.until(
                &format!("the state {}", state.name),
                &format!("document.getElementById('{id}').dataset.state === {}", json!(state.query)),
            )?;
            judge(Some(&state.name))?;
        }
    }
    ensure(off.is_empty(), format!("oEmbed says these heights, which are lower or more than a twentieth higher: {}", off.join("; ")))
}
