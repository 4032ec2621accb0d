//! `embed.js` in a page as publishers have them, under a strict policy of its own.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestError, TestResult, ensure, ensure_eq};

use crate::embeds::{FITS, has_theme};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(elements_become_frames_that_fit),
        TestCase::new(an_unknown_figure_leaves_its_link),
        TestCase::new(without_the_script_links_are_left),
        TestCase::new(a_frame_follows_the_theme_of_its_element),
        TestCase::new(a_frame_that_waits_for_its_turn_misses_no_theme),
        TestCase::new(an_element_that_is_taken_away_leaves_nothing),
        TestCase::new(frames_have_about_their_height_from_the_start),
        TestCase::new(the_script_may_be_loaded_in_any_way),
        TestCase::new(attributes_may_come_later_and_change),
        TestCase::new(the_link_may_come_later),
        TestCase::new(styles_of_the_page_for_frames_do_not_reach_it),
        TestCase::new(a_hidden_element_is_hidden),
        TestCase::new(a_page_that_isolates_itself_shows_figures),
    ]
}

fn visit<'a>(ctx: &BrowserCtx<'a>, site: ServerConfig) -> TestResult<Page<'a>> {
    ctx.visit_in("embed-script", site, "", "")
}

/// The frames that the elements show.
const FRAMES: &str = "[...document.querySelectorAll('csto-figure')].flatMap((e) => [...(e.shadowRoot?.querySelectorAll('iframe') ?? [])])";

/// Waits until so many elements show their frames.
pub(crate) fn until_frames(page: &Page, count: usize) -> TestResult {
    page.until(&format!("{count} frames"), &format!("{FRAMES}.length === {count}"))
}

/// Scrolls to the frame of an element and turns to it.
pub(crate) fn enter(page: &Page, at: usize) -> TestResult {
    page.run(&format!("{FRAMES}[{at}].scrollIntoView()"))?;
    page.enter_found(&format!("{FRAMES}[{at}]"))
}

fn elements_become_frames_that_fit(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole().below("/a/b/"))?;
    until_frames(&page, 2)?;
    let frames = page.texts(&format!("{FRAMES}.map((f) => [f.title, f.loading, new URL(f.src).search].join('|'))"))?;
    ensure(frames[0].ends_with("|lazy|?v=1&total=2030&unit=share&theme=dark"), format!("the first frame is {:?}", frames[0]))?;
    ensure(frames[1].ends_with("|lazy|?v=1&theme=light"), format!("the second frame is {:?}", frames[1]))?;
    ensure(frames.iter().all(|frame| frame.find('|') > Some(20)), "a frame has no title")?;
    for at in 0..2 {
        enter(&page, at)?;
        page.until("a frame as high as its content", FITS)?;
        page.wait_until_interactive("troop-shares")?;
        let (total, theme) = if at == 0 { ("2030", "dark") } else { ("2500", "light") };
        ensure_eq("the total", page.text("document.querySelector('input[name=total]').value")?, total)?;
        ensure(page.is(&has_theme(theme))?, format!("frame {at} is not {theme}"))?;
        page.leave()?;
    }
    page.is_sound()
}

fn an_unknown_figure_leaves_its_link(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    until_frames(&page, 2)?;
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
    until_frames(&page, 2)?;
    enter(&page, 0)?;
    page.leave()?;
    page.run("document.querySelector('csto-figure').setAttribute('theme', 'light')")?;
    enter(&page, 0)?;
    page.until("the light theme", &has_theme("light"))
}

fn a_frame_that_waits_for_its_turn_misses_no_theme(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    until_frames(&page, 2)?;
    page.run(
        "const far = document.createElement('div');
         far.style.blockSize = '30000px';
         const late = document.createElement('csto-figure');
         late.setAttribute('figure', 'burden');
         document.body.append(far, late);
         late.setAttribute('theme', 'dark');
         late.scrollIntoView();",
    )?;
    enter(&page, 2)?;
    page.until("the dark theme", &has_theme("dark"))
}

fn an_element_that_is_taken_away_leaves_nothing(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    until_frames(&page, 2)?;
    page.run("window.__away = document.querySelector('csto-figure'); __away.remove(); __away.setAttribute('theme', 'light')")?;
    page.is_sound()?;
    page.run("document.body.append(__away)")?;
    until_frames(&page, 2)?;
    enter(&page, 1)?;
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

fn the_script_may_be_loaded_in_any_way(ctx: &BrowserCtx) -> TestResult {
    for way in ["classic", "module", "imported", "copied", "inlined", "evaluated"] {
        let of_way = |error: TestError| error.context(way);
        let page = ctx.visit_in("embed-loaded", ServerConfig::whole().below("/a/b/").open_to_all(), "", &format!("way={way}"))?;
        until_frames(&page, 1).map_err(of_way)?;
        // What the figure is called, whatever the charset of the page around.
        let title = page.text(&format!("{FRAMES}[0].title"))?;
        ensure(page.shows("csto-figure[figure=map] a")?, format!("{way}: the link that tells of no site is gone"))?;
        let host = page.requests().into_iter().find(|path| path.starts_with("/embed/") || path.starts_with("/__hosts/embed/"));
        ensure_eq(&format!("what is asked of the page’s own host, {way}"), host, None)?;
        page.is_sound().map_err(of_way)?;
        enter(&page, 0)?;
        page.until("a frame as high as its content", FITS).map_err(of_way)?;
        ensure_eq("the total", page.text("document.querySelector('input[name=total]').value")?, "2030").map_err(of_way)?;
        ensure_eq("the frame’s title", title, page.words_in("figcaption")?).map_err(of_way)?;
    }
    Ok(())
}

fn attributes_may_come_later_and_change(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    until_frames(&page, 2)?;
    page.run("window.__late = document.createElement('csto-figure'); document.querySelector('main').prepend(__late)")?;
    page.frames()?;
    page.run("__late.setAttribute('theme', 'dark'); __late.setAttribute('figure', 'troop-shares'); __late.setAttribute('total', '2030')")?;
    until_frames(&page, 3)?;
    let total = |page: &Page, total: &str| {
        enter(page, 0)?;
        page.until(&format!("the total {total}"), &format!("document.querySelector('input[name=total]')?.value === '{total}'"))?;
        page.leave()
    };
    total(&page, "2030")?;
    let entries = page.number("history.length")?;
    page.run("__late.setAttribute('total', '1000')")?;
    total(&page, "1000")?;
    ensure_eq("the entries of the history", page.number("history.length")?, entries)?;
    page.run("__late.setAttribute('class', 'wide')")?;
    page.frames()?;
    page.run("__late.setAttribute('figure', 'map'); __late.removeAttribute('total')")?;
    enter(&page, 0)?;
    page.until("the other figure, as high as its frame", &format!("document.querySelector('figure#map') && {FITS}"))?;
    page.leave()?;
    page.run("__late.setAttribute('figure', 'no-such-figure'); __late.innerHTML = '<a href=\"#\">A link</a>'")?;
    page.until("the link of the figure that is not there", "__late.firstChild.getBoundingClientRect().width > 0")?;
    page.is_sound()
}

fn the_link_may_come_later(ctx: &BrowserCtx) -> TestResult {
    // The script as a module: only the link says where the site is.
    let page = ctx.visit_in("embed-loaded", ServerConfig::whole().open_to_all(), "", "way=module")?;
    until_frames(&page, 1)?;
    page.run("window.__late = document.createElement('csto-figure'); __late.setAttribute('figure', 'map'); document.querySelector('main').prepend(__late)")?;
    page.frames()?;
    page.run("__late.append(document.querySelector('csto-figure[figure=troop-shares] a').cloneNode(true))")?;
    until_frames(&page, 2)?;
    enter(&page, 0)?;
    page.until("the figure", "document.querySelector('figure#map')")?;
    page.leave()?;
    // A framework takes its own nodes away again.
    page.run("__late.firstChild.remove(); __late.remove()")?;
    page.is_sound()
}

fn styles_of_the_page_for_frames_do_not_reach_it(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    until_frames(&page, 2)?;
    page.run(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('iframe { padding: 12px; border: 3px solid; block-size: 40px }');
         document.adoptedStyleSheets = [sheet]",
    )?;
    enter(&page, 0)?;
    page.until("a frame as high as its content", FITS)?;
    let bar = page.number("innerWidth - document.documentElement.clientWidth")?;
    ensure_eq("the width of a scrollbar", bar, 0.0)
}

fn a_hidden_element_is_hidden(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, ServerConfig::whole())?;
    until_frames(&page, 2)?;
    ensure_eq("how it is laid out", page.text("getComputedStyle(document.querySelector('csto-figure')).display")?, "block")?;
    page.run("document.querySelector('csto-figure').hidden = true")?;
    ensure(!page.shows("csto-figure:first-of-type")?, "it is shown though it is hidden")
}

fn a_page_that_isolates_itself_shows_figures(ctx: &BrowserCtx) -> TestResult {
    let site = || ServerConfig::whole().hosted().isolated();
    let page = visit(ctx, site())?;
    until_frames(&page, 2)?;
    enter(&page, 0)?;
    page.until("a frame as high as its content", FITS)?;
    // A plain frame, and one in a sandbox, whose own files come from elsewhere.
    for options in ["", "sandbox=allow-scripts"] {
        let page = ctx.visit_in("datawrapper", site().built_for_its_address(), "embed/troop-shares/", options)?;
        page.enter(0)?;
        page.until(&format!("a frame as high as its content, {options:?}"), FITS)?;
        page.wait_until_interactive("troop-shares")?;
        page.run("document.querySelector('[data-part=share]').click()")?;
        page.until(&format!("the panel, {options:?}"), "document.querySelector('.share textarea')")?;
    }
    Ok(())
}
