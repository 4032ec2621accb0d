//! A host that shows folders at addresses without their slash: everything works as elsewhere.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::{embed_script, embeds::FITS, figure::is_alive, offline};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(figures_are_alive),
        TestCase::new(every_link_to_the_site_leads_to_a_file),
        TestCase::new(a_figure_can_be_shared),
        TestCase::new(a_sandboxed_embed_finds_its_site),
        TestCase::new(the_element_of_embed_js_fits),
        TestCase::new(a_page_that_knows_its_frames_by_address_hears_of_their_height),
        TestCase::new(the_builder_shows_its_preview),
        TestCase::new(pages_are_there_without_network),
    ]
}

fn site() -> ServerConfig {
    ServerConfig::whole().below("/some/path/").without_slashes()
}

const EMBED: &str = "embed/troop-shares/";

fn figures_are_alive(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.samples().into_iter().chain(["figures/burden/", "treaty/"].map(str::to_owned)) {
        let page = ctx.visit(site(), &format!("{path}?v=1&total=2030"))?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            is_alive(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
        }
        page.is_quiet().map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

/// The addresses on the own host to which links lead that do not lead to a file of the site.
fn astray(page: &Page) -> TestResult<Vec<String>> {
    let look = "Promise.all([...new Set([...document.links].filter((a) => a.origin === location.origin).map((a) => a.href.split('#')[0]))]
        .map(async (address) => (await fetch(address)).ok ? '' : address)).then((all) => all.filter(Boolean).join(' '))";
    let found = page.resolved(look)?;
    Ok(found.as_str().unwrap_or_default().split_whitespace().map(str::to_owned).collect())
}

fn every_link_to_the_site_leads_to_a_file(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages().into_iter().chain(["embed/".to_owned()]) {
        let page = ctx.visit(site(), &path)?;
        ensure_eq(&format!("the links of {path:?} that lead astray"), astray(&page)?, Vec::<String>::new())?;
    }
    Ok(())
}

fn a_figure_can_be_shared(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(site(), EMBED)?;
    page.wait_until_interactive("troop-shares")?;
    page.run("document.querySelector('[data-part=share]').click()")?;
    page.until("the panel", "document.querySelector('.share textarea')")?;
    let address = page.text("document.querySelector('.share textarea').value")?;
    ensure(address.contains("/some/path/?v=1&total="), format!("it shares {address}"))
}

fn a_sandboxed_embed_finds_its_site(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", site().open_to_all().built_for_its_address(), EMBED, "sandbox=allow-scripts")?;
    page.enter(0)?;
    page.until("a frame as high as its content", FITS)?;
    page.wait_until_interactive("troop-shares")?;
    let led = page.texts("[...document.links].filter((a) => a.hostname === location.hostname).map((a) => a.pathname)")?;
    ensure(led.len() > 3, format!("hardly a link leads to the site: {led:?}"))?;
    let astray: Vec<_> = led.iter().filter(|path| !path.starts_with("/some/path/")).collect();
    ensure(astray.is_empty(), format!("links lead out of the site: {astray:?}"))?;
    page.run("document.querySelector('[data-part=share]').click()")?;
    page.until("the panel", "document.querySelector('.share textarea')")?;
    // A link into the document stays in it.
    page.run("window.__stays = true; const a = document.createElement('a'); a.href = '#troop-shares'; document.body.append(a); a.click()")?;
    page.until("the place in the document", "location.hash === '#troop-shares' && window.__stays")?;
    page.is_sound()
}

fn the_element_of_embed_js_fits(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("embed-script", site(), "", "")?;
    embed_script::until_frames(&page, 2)?;
    embed_script::enter(&page, 0)?;
    page.until("a frame as high as its content", FITS)?;
    page.until("the shared total", "document.querySelector('input[name=total]')?.value === '2030'")
}

fn a_page_that_knows_its_frames_by_address_hears_of_their_height(ctx: &BrowserCtx) -> TestResult {
    for path in [EMBED, "embed/troop-shares"] {
        let page = ctx.visit_in("medium", site(), &format!("{path}?v=1"), "")?;
        page.enter(0)?;
        page.until(&format!("a frame of {path:?} as high as its content"), FITS)?;
    }
    Ok(())
}

fn the_builder_shows_its_preview(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(site(), "embed/?figure=burden")?;
    page.until("the preview’s height", "document.querySelector('.builder-preview iframe').style.blockSize")?;
    let given = page.words_in("section:not([hidden]) [data-kind=frame]")?;
    ensure(given.contains("/some/path/embed/burden/"), format!("the frame is {given}"))
}

fn pages_are_there_without_network(ctx: &BrowserCtx) -> TestResult {
    // Hosts of both kinds: one has sent what it has to the address without the slash, the other to the one with it.
    for host in [site().unprobed(), ServerConfig::whole().below("/some/path/").unprobed()] {
        let page = ctx.visit(host, "")?;
        let last = offline::last_kept(ctx)?;
        page.run(&format!("setInterval(async () => {{ window.__rested = await caches.match('{last}') }}, 100)"))?;
        page.until("the figures' pages", "window.__rested")?;
        page.go_to("")?;
        page.go_offline();
        for path in ["sources", "embed/troop-shares", "figures/burden"] {
            page.run(&format!("location.href = new URL('{path}?v=1', location.origin + '/some/path/')"))?;
            page.until(&format!("{path:?}"), &format!("location.pathname === '/some/path/{path}/' && document.querySelector('main h1')"))?;
            for figure in page.figures()? {
                page.wait_until_interactive(&figure)?;
            }
        }
    }
    Ok(())
}
