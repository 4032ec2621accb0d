//! The publishers' page: what it gives to copy shows what was set.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};

use crate::embeds::has_theme;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(what_is_set_in_the_preview_can_be_copied),
        TestCase::new(the_builder_works_by_keyboard),
        TestCase::new(an_address_opens_the_builder_with_a_state),
        TestCase::new(what_no_figure_said_is_not_given_to_copy),
        TestCase::new(another_figure_adds_no_step_back),
        TestCase::new(without_script_every_figure_has_its_snippets),
        TestCase::new(the_builder_fits_a_phone),
    ]
}

const SCRIPT: &str = "section:not([hidden]) [data-kind=script]";
const FRAME: &str = "section:not([hidden]) [data-kind=frame]";

fn until_preview(page: &Page, figure: &str) -> TestResult {
    let is_interactive = format!(
        "document.querySelector('iframe').contentWindow.performance.getEntriesByName('figure:{figure}').length && \
         document.querySelector('{FRAME}').textContent.includes('embed/{figure}/?v=1')"
    );
    page.until(&format!("the preview of {figure}"), &is_interactive)
}

fn what_is_set_in_the_preview_can_be_copied(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().below("/a/b/"), "embed/?figure=troop-shares")?;
    until_preview(&page, "troop-shares")?;
    page.click("input[name=theme][value=dark]")?;
    page.enter(0)?;
    page.until("a dark preview", &has_theme("dark"))?;
    page.run("document.querySelector('[data-total=\"2030\"]').click()")?;
    page.leave()?;
    page.until("the state in the snippet", &format!("document.querySelector('{SCRIPT}').textContent.includes('total=\"2030\"')"))?;
    let script = page.words_in(SCRIPT)?;
    let element =
        "<csto-figure figure=\"troop-shares\" total=\"2030\" unit=\"troops\" source=\"arm100-blr200-kgz150-tjk200\" theme=\"dark\">";
    ensure(script.contains(element) && script.contains("/a/b/embed.js\""), format!("the snippet is {script}"))?;
    let frame = page.words_in(FRAME)?;
    ensure(frame.contains("/a/b/embed/troop-shares/?v=1&amp;total=2030&amp;"), format!("the frame is {frame}"))?;
    ensure(frame.contains("theme=dark"), format!("the frame is {frame}"))?;
    page.is_quiet()?;
    // What was copied shows what was set.
    page.run("const box = document.createElement('template'); box.innerHTML = document.querySelector('SEL').textContent; window.__src = box.content.querySelector('iframe').getAttribute('src')".replace("SEL", FRAME).as_str())?;
    let address = page.text("window.__src")?;
    let path = address.split_once("/a/b/").map_or("", |(_, path)| path);
    page.go_to(path)?;
    page.wait_until_interactive("troop-shares")?;
    ensure_eq("the total", page.text("document.querySelector('input[name=total]').value")?, "2030")
}

fn the_builder_works_by_keyboard(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/?figure=burden")?;
    until_preview(&page, "burden")?;
    page.tab_to("input[name=theme]")?;
    page.press(&[keys::RIGHT])?;
    page.until("the theme in the snippet", &format!("document.querySelector('{SCRIPT}').textContent.includes('theme=')"))?;
    page.tab_to("input[name=width]")?;
    page.press(&[keys::RIGHT])?;
    page.until("a wider preview", "document.querySelector('iframe').clientWidth === 720")?;
    page.is_quiet()
}

fn an_address_opens_the_builder_with_a_state(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/?figure=burden&v=1&burden=five&theme=light")?;
    until_preview(&page, "burden")?;
    let frame = page.words_in(FRAME)?;
    ensure(frame.contains("embed/burden/?v=1&amp;burden=five&amp;theme=light"), format!("the frame is {frame}"))?;
    ensure_eq("figures shown", page.number("document.querySelectorAll('section:not([hidden])').length")?, 1.0)
}

fn what_no_figure_said_is_not_given_to_copy(ctx: &BrowserCtx) -> TestResult {
    for figure in ["map", "burden"] {
        let page = ctx.visit(ServerConfig::whole(), &format!("embed/?figure={figure}&onmouseover=x&utm_source=y&%3Cb%3E=z"))?;
        let is_interactive =
            format!("document.querySelector('iframe').contentWindow.performance.getEntriesByName('figure:{figure}').length");
        page.until("the preview", &is_interactive)?;
        for snippet in [SCRIPT, FRAME] {
            let text = page.words_in(snippet)?;
            let strange = ["onmouseover", "utm_source", "<b>"].iter().find(|strange| text.contains(**strange));
            ensure(strange.is_none(), format!("{figure}: {strange:?} of the address is in {text}"))?;
        }
    }
    Ok(())
}

fn another_figure_adds_no_step_back(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/?figure=burden")?;
    until_preview(&page, "burden")?;
    let before = page.number("history.length")?;
    page.run("const { figure } = document.querySelector('.builder form'); figure.value = 'forces'; figure.dispatchEvent(new Event('change', { bubbles: true }))")?;
    until_preview(&page, "forces")?;
    ensure_eq("the steps in the reader's history", page.number("history.length")?, before)
}

fn without_script_every_figure_has_its_snippets(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole().without_script(), "embed/")?;
    let figures = page.number("document.querySelectorAll('section[data-figure]').length")?;
    ensure_eq("figures with snippets", figures + 1.0, f64::from(u32::try_from(ctx.pages().len()).unwrap_or_default()))?;
    for kind in ["script", "frame", "picture"] {
        let shown =
            "[...document.querySelectorAll('section [data-kind=KIND]')].filter((e) => e.offsetHeight > 0).length".replace("KIND", kind);
        ensure_eq(kind, page.number(&shown)?, figures)?;
    }
    ensure(!page.shows(".builder form")? && !page.shows(".builder button")?, "it shows what needs script")
}

fn the_builder_fits_a_phone(ctx: &BrowserCtx) -> TestResult {
    for site in [ServerConfig::whole(), ServerConfig::whole().without_script()] {
        let page = ctx.visit_at(site, "embed/", 320)?;
        let excess = page.number("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")?;
        ensure(excess <= 0.0, format!("the page is {excess} px wider than its window"))?;
    }
    Ok(())
}
