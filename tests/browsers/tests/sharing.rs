//! What the button under each figure opens: its address with its full state, and how to cite it.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};

use crate::figure::{part, unfold};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(every_figure_gives_an_address_that_shows_the_same),
        TestCase::new(the_address_follows_the_choices),
        TestCase::new(a_figure_on_a_page_of_its_own_hands_that_out),
        TestCase::new(the_page_shares_one_figure_at_a_time),
        TestCase::new(a_citation_names_version_and_date),
        TestCase::new(what_is_copied_is_announced),
        TestCase::new(the_panel_opens_and_closes_by_keyboard),
        TestCase::new(a_sandboxed_embed_can_be_shared),
        TestCase::new(a_panel_that_is_kept_away_is_told_with_the_address),
        TestCase::new(what_the_head_says_of_the_address_follows_the_state),
        TestCase::new(what_can_be_pasted_is_offered_with_what_it_shows),
        TestCase::new(a_state_with_a_name_has_an_address_to_be_pasted),
    ]
}

const EMBED: &str = "embed/troop-shares/";
const FIGURE: &str = "troop-shares";

fn open(page: &Page, figure: &str) -> TestResult {
    page.wait_until_interactive(figure)?;
    unfold(page, figure)?;
    page.run(&format!("document.querySelector('{}').click()", part(figure, "share")))?;
    page.until("the panel", "document.querySelector('.share textarea')")
}

fn address(page: &Page) -> TestResult<String> {
    page.text("document.querySelector('.share textarea').value")
}

fn every_figure_gives_an_address_that_shows_the_same(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().iter().filter(|path| path.starts_with("embed/")) {
        let id = path.trim_start_matches("embed/").trim_end_matches('/');
        let page = ctx.visit(ServerConfig::whole().below("/a/b/"), path)?;
        open(&page, id)?;
        let address = address(&page)?;
        let (before, fragment) = address.split_once('#').unwrap_or((&address, ""));
        ensure_eq(&format!("the place in {address}"), fragment, id)?;
        let (site, query) = before.split_once('?').unwrap_or((before, ""));
        ensure(site.ends_with("/a/b/"), format!("{id}: {address} is not that of the page"))?;
        let state = page.text(&format!("document.getElementById('{id}').dataset.state || ''"))?;
        ensure_eq("the query", query, &*state)?;
        ensure(state.is_empty() || state.starts_with("v=1&"), format!("{id}: the state {state} has no version"))?;
        page.go_to(&format!("{path}?{state}"))?;
        page.wait_until_interactive(id)?;
        ensure_eq("the state again", page.text(&format!("document.getElementById('{id}').dataset.state || ''"))?, state)?;
        page.is_quiet()?;
    }
    Ok(())
}

fn the_address_follows_the_choices(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), &format!("{EMBED}?theme=dark&utm_source=x"))?;
    open(&page, FIGURE)?;
    page.click("[data-total='2030']")?;
    page.until("the total in the address", "document.querySelector('.share textarea').value.includes('total=2030')")?;
    let address = address(&page)?;
    ensure(!address.contains("utm_source") && !address.contains("theme"), format!("{address} carries what is not the figure's"))
}

fn a_figure_on_a_page_of_its_own_hands_that_out(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().below("/a/b/"), "figures/map/")?;
    open(&page, "map")?;
    let address = self::address(&page)?;
    ensure(address.ends_with("/a/b/figures/map/"), format!("a figure without a state shares {address}"))?;
    page.go_to(&format!("figures/{FIGURE}/?v=1&total=2030"))?;
    open(&page, FIGURE)?;
    let address = self::address(&page)?;
    ensure(address.contains(&format!("/a/b/figures/{FIGURE}/?v=1&total=2030&")) && !address.contains('#'), format!("it shares {address}"))?;
    page.is_quiet()
}

fn the_page_shares_one_figure_at_a_time(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "?v=1&total=2030&guess=33")?;
    page.wait_until_interactive(FIGURE)?;
    unfold(&page, FIGURE)?;
    // The guess on the cover, the figure, and the guess told again at the end.
    for (place, key, other) in
        [(".cover", "guess=33", "total="), ("[data-figure]", "total=2030", "guess="), (".recall", "guess=33", "total=")]
    {
        page.run(&format!("document.querySelector('{place} [data-part=share]').click()"))?;
        page.until("the panel", &format!("document.querySelector('{place} .share textarea')"))?;
        let address = address(&page)?;
        ensure(address.contains(key) && !address.contains(other), format!("{place} shares {address}"))?;
        ensure_eq("the panels", page.number("document.querySelectorAll('.share').length")?, 1.0)?;
    }
    page.is_quiet()
}

fn a_citation_names_version_and_date(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), EMBED)?;
    open(&page, FIGURE)?;
    let texts = page.texts("[...document.querySelectorAll('.share textarea')].map((t) => t.value)")?;
    let title = page.words_in("figcaption")?;
    for text in &texts[1..] {
        for needed in [&*title, env!("CARGO_PKG_VERSION"), "dition of", "ources read to", &texts[0]] {
            ensure(text.contains(needed), format!("{needed:?} is not in {text:?}"))?;
        }
    }
    let bibtex = &texts[2];
    ensure(bibtex.starts_with("@misc{csto-explainer-troop-shares,"), format!("this is no entry: {bibtex}"))?;
    ensure_eq("closing braces", bibtex.matches('}').count(), bibtex.matches('{').count())
}

fn what_is_copied_is_announced(ctx: &BrowserCtx) -> TestResult {
    let clipboard = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.__copied = text } } });";
    let page = ctx.visit(ServerConfig::whole().after_script(clipboard), EMBED)?;
    open(&page, FIGURE)?;
    page.click(".share button")?;
    page.until("the word that it is copied", "document.querySelector('.share [role=status]').textContent")?;
    ensure_eq("the clipboard", page.text("window.__copied")?, address(&page)?)
}

fn the_panel_opens_and_closes_by_keyboard(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), EMBED)?;
    page.wait_until_interactive(FIGURE)?;
    page.tab_to(".fig-more-line")?;
    page.press(&[keys::ENTER])?;
    page.tab_to("[data-part=share]")?;
    page.press(&[keys::ENTER])?;
    page.until("the address selected", "document.activeElement.matches('.share textarea')")?;
    page.press(&[keys::ESCAPE])?;
    page.until("the button again", "document.activeElement.matches('[data-part=share][aria-expanded=false]')")?;
    ensure(!page.is("document.querySelector('.share')")?, "the panel stays")
}

fn a_sandboxed_embed_can_be_shared(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", ServerConfig::whole().open_to_all().built_for_its_address(), EMBED, "sandbox=allow-scripts")?;
    page.enter(0)?;
    open(&page, FIGURE)?;
    let address = address(&page)?;
    ensure(address.contains("/?v=1&total=2500") && address.ends_with("#troop-shares"), format!("it shares {address}"))?;
    page.is_sound()
}

fn a_panel_that_is_kept_away_is_told_with_the_address(ctx: &BrowserCtx) -> TestResult {
    for (path, place) in [(EMBED, "#troop-shares"), ("figures/troop-shares/", "#troop-shares"), ("", ".cover")] {
        let page = ctx.visit(ServerConfig::whole().without("share.js"), &format!("{path}?v=1&total=2030"))?;
        page.wait_until_interactive(FIGURE)?;
        if !path.is_empty() {
            unfold(&page, FIGURE)?;
        }
        let button = format!("{place} [data-part=share]");
        page.run(&format!("document.querySelector('{button}').click()"))?;
        let told = format!("{place} [role=alert]:not([hidden])");
        page.until("a word of it", &format!("document.querySelector('{told}')"))?;
        let words = page.words_in(&told)?;
        ensure(words.contains("share.js") && words.contains(&format!("/{path}?")), format!("{path:?} says {words:?}"))?;
        ensure(path.is_empty() || words.contains("total=2030"), format!("{path:?} gives an address without the state: {words:?}"))?;
        page.redeploy(ServerConfig::whole());
        page.run(&format!("document.querySelector('{button}').click()"))?;
        page.until("the panel, now that it comes,", "document.querySelector('.share textarea')")?;
        ensure(!page.is(&format!("document.querySelector('{told}')"))?, "the page still says that the panel did not come")?;
    }
    Ok(())
}

/// What a build with a public address has in the head.
const HEAD: &str = "<link rel=\"canonical\" href=\"https://example.org/csto/embed/troop-shares/\">\
    <meta property=\"og:url\" content=\"https://example.org/csto/embed/troop-shares/\">\
    <link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://example.org/csto/oembed/troop-shares.json\"><title>";

fn what_the_head_says_of_the_address_follows_the_state(ctx: &BrowserCtx) -> TestResult {
    let built = || ServerConfig::whole().rewritten("troop-shares/", "<title>", HEAD);
    let said = "[document.querySelector('link[rel=canonical]').href, document.querySelector('meta[property=\"og:url\"]').content, \
                document.querySelector('link[type=\"application/json+oembed\"]').href]";
    let page = ctx.visit(built(), EMBED)?;
    page.wait_until_interactive(FIGURE)?;
    ensure(page.texts(said)?.iter().all(|address| !address.contains('?')), "a state is said that nobody asked for")?;
    page.click("[data-total='2030']")?;
    page.until("the choice", &format!("{said}.every((address) => address.includes('?v=1&total=2030'))"))?;
    let page = ctx.visit(built(), &format!("{EMBED}?v=1&total=2030&theme=dark"))?;
    page.wait_until_interactive(FIGURE)?;
    page.until(
        "what was asked for",
        &format!("{said}.every((address) => address.includes('?v=1&total=2030&') && !address.includes('theme'))"),
    )
}

fn what_can_be_pasted_is_offered_with_what_it_shows(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().rewritten("share.js", "\"paste\":\"\"", "\"paste\":\"To paste\""), EMBED)?;
    open(&page, FIGURE)?;
    let pasted = page.texts("[...document.querySelectorAll('.share textarea')].map((text) => text.value).slice(-1)")?;
    ensure(pasted[0].ends_with("/embed/troop-shares/"), format!("to be pasted is {pasted:?}"))?;
    page.is_quiet()
}

/// The last field of the panel with its label and what its button is called.
const TO_PASTE: &str = "(() => { const row = [...document.querySelectorAll('.share > div')].at(-1); const button = row.querySelector('button'); \
                        return [row.querySelector('textarea').value, row.querySelector('label').firstChild.data, button.getAttribute('aria-label')] })()";

fn a_state_with_a_name_has_an_address_to_be_pasted(ctx: &BrowserCtx) -> TestResult {
    // As in a build with a public address.
    let name = "{\"troop-shares/?v=1&total=2500&unit=troops&source=arm70-blr500-kgz200-tjk200\":\"media-6-jan\"}";
    let site = ServerConfig::whole()
        .rewritten("share.js", "\"paste\":\"\"", "\"paste\":\"As it is at first\"")
        .rewritten("share.js", "\"paste_state\":\"\"", "\"paste_state\":\"This state\"")
        .rewritten("share.js", "named = {}", &["named = ", name].concat());
    let page = ctx.visit(site, EMBED)?;
    open(&page, FIGURE)?;
    let is = |page: &Page, path: &str, label: &str| {
        let expected = format!("text.endsWith('/{path}') && label === '{label}' && name === 'Copy: {label}'");
        page.until(&format!("{path} to be pasted"), &format!("(([text, label, name]) => {expected})({TO_PASTE})"))
    };
    is(&page, "embed/troop-shares/", "As it is at first")?;
    let index = page.number("[...document.querySelectorAll('[data-set]')].findIndex((button) => button.textContent.includes('6'))")?;
    page.click(&format!("[data-set='{index}']"))?;
    is(&page, "embed/troop-shares/media-6-jan/", "This state")?;
    page.click("[data-total='2030']")?;
    is(&page, "embed/troop-shares/", "As it is at first")?;
    page.is_quiet()
}
