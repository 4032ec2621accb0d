//! `embed.js` in a page as publishers have them, under a strict policy of its own.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::embeds::FITS;

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(elements_become_frames_that_fit),
        TestCase::new(an_unknown_figure_leaves_its_link),
        TestCase::new(without_the_script_links_are_left),
        TestCase::new(a_frame_follows_the_theme_of_its_element),
        TestCase::new(a_frame_that_waits_for_its_turn_misses_no_theme),
        TestCase::new(an_element_that_is_taken_away_leaves_nothing),
        TestCase::new(frames_have_about_their_height_from_the_start),
    ]
}

fn visit<'a>(ctx: &BrowserCtx<'a>, site: ServerConfig) -> TestResult<Page<'a>> {
    ctx.visit_in("embed-script", site, "", "")
}

const SHOWN: &str = "document.querySelectorAll('csto-figure iframe').length === 2";

fn elements_become_frames_that_fit(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole().below("/a/b/"))?;
    page.until("two frames", SHOWN)?;
    let frames =
        page.texts("[...document.querySelectorAll('iframe')].map((f) => [f.title, f.loading, new URL(f.src).search].join('|'))")?;
    ensure(frames[0].ends_with("|lazy|?v=1&total=2030&unit=share&theme=dark"), format!("the first frame is {:?}", frames[0]))?;
    ensure(frames[1].ends_with("|lazy|?v=1&theme=light"), format!("the second frame is {:?}", frames[1]))?;
    ensure(frames.iter().all(|frame| frame.find('|') > Some(20)), "a frame has no title")?;
    for at in 0..2 {
        page.run(&format!("document.querySelectorAll('iframe')[{at}].scrollIntoView()"))?;
        page.enter(at)?;
        page.until("a frame as high as its content", FITS)?;
        page.wait_until_interactive("troop-shares")?;
        let (total, theme) = if at == 0 { ("2030", "dark") } else { ("2500", "light") };
        ensure_eq("the total", page.text("document.querySelector('input[name=total]').value")?, total)?;
        ensure_eq("the theme", page.text("getComputedStyle(document.documentElement).colorScheme")?, theme)?;
        page.leave()?;
    }
    page.is_sound()
}

fn an_unknown_figure_leaves_its_link(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    page.until("two frames", SHOWN)?;
    ensure(page.shows("csto-figure[figure=no-such-figure] a")?, "the link of the unknown figure is gone")?;
    let warnings = page.texts("__probe.warnings")?;
    ensure(warnings.len() == 1 && warnings[0].contains("no-such-figure"), format!("the console warns {warnings:?}"))
}

fn without_the_script_links_are_left(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole().without("embed.js"))?;
    ensure_eq(
        "the links shown",
        page.number("[...document.querySelectorAll('csto-figure a')].filter((a) => a.offsetWidth > 0).length")?,
        3.0,
    )
}

fn a_frame_follows_the_theme_of_its_element(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    page.until("two frames", SHOWN)?;
    page.enter(0)?;
    page.leave()?;
    page.run("document.querySelector('csto-figure').setAttribute('theme', 'light')")?;
    page.enter(0)?;
    page.until("the light theme", "getComputedStyle(document.documentElement).colorScheme === 'light'")
}

fn a_frame_that_waits_for_its_turn_misses_no_theme(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    page.until("two frames", SHOWN)?;
    page.run(
        "const far = document.createElement('div');
         far.style.blockSize = '30000px';
         const late = document.createElement('csto-figure');
         late.setAttribute('figure', 'burden');
         document.body.append(far, late);
         late.setAttribute('theme', 'dark');
         late.scrollIntoView();",
    )?;
    page.enter(2)?;
    page.until("the dark theme", "getComputedStyle(document.documentElement).colorScheme === 'dark'")
}

fn an_element_that_is_taken_away_leaves_nothing(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    page.until("two frames", SHOWN)?;
    page.run("window.__away = document.querySelector('csto-figure'); __away.remove(); __away.setAttribute('theme', 'light')")?;
    page.is_sound()?;
    page.run("document.body.append(__away)")?;
    page.until("its frame again", SHOWN)?;
    page.run("document.querySelectorAll('iframe')[1].scrollIntoView()")?;
    page.enter(1)?;
    page.until("a frame as high as its content", FITS)
}

/// How far a height may be from what the registry says, as a share of it: engines have different letters.
const SLACK: f64 = 0.12;

fn frames_have_about_their_height_from_the_start(ctx: &BrowserCtx) -> TestResult {
    let script =
        ctx.visit(ServerConfig::whole(), "embed/troop-shares/")?.resolved("fetch('../../embed.js').then((answer) => answer.text())")?;
    let script = script.as_str().unwrap_or_default().to_owned();
    for path in ctx.pages().iter().filter(|path| path.starts_with("embed/")) {
        let id = path.trim_start_matches("embed/").trim_end_matches('/');
        let entry = script.split_once(&format!("[\"{id}\",[")).and_then(|(_, rest)| rest.split_once("]]")).map_or("", |(entry, _)| entry);
        let mut numbers = entry.rsplit(',').filter_map(|number| number.parse::<f64>().ok());
        let (wide, narrow) = (numbers.next().ok_or(format!("embed.js has no height of {id}"))?, numbers.next().unwrap_or_default());
        let page = ctx.visit_at(ServerConfig::whole(), path, 360)?;
        for (width, expected) in [(360, narrow), (720, wide)] {
            page.widen(width)?;
            page.wait_until_interactive(id)?;
            let height = page.number("document.documentElement.getBoundingClientRect().height")?;
            let off = (height - expected).abs() / expected;
            ensure(off <= SLACK, format!("{id} is {height} px high at {width} px; its entry in the registry says {expected}: correct it"))?;
        }
    }
    Ok(())
}
