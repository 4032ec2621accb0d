//! Embeds inside pages as publishers have them: they fit, they follow light and dark, and they take nothing else.

use browsers::{BrowserCtx, Engine, Page, Random, ServerConfig, TestCase, TestError, TestResult, ensure, ensure_eq};
use csto_explainer::figures::registry;
use serde_json::json;

use crate::figure::{is_alive, unfold};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(frames_fit_in_every_dialect),
        TestCase::new(frames_fit_in_a_sandbox),
        TestCase::new(two_frames_of_one_figure_fit),
        TestCase::new(a_frame_fits_whatever_the_way_of_writing),
        TestCase::new(a_frame_that_was_hidden_fits_when_shown),
        TestCase::new(a_frame_far_below_fits_when_it_is_reached),
        TestCase::new(the_first_height_sent_fits),
        TestCase::new(a_sandboxed_figure_works_on_any_host),
        TestCase::new(a_theme_is_followed_from_the_address_and_by_message),
        TestCase::new(a_theme_repaints_the_drawings),
        TestCase::new(what_darkens_pages_leaves_a_chosen_theme).in_chromium(),
        TestCase::new(an_embed_is_bright_on_a_bright_page_of_a_reader_who_likes_it_dark).in_chromium(),
        TestCase::new(no_message_breaks_an_embed),
        TestCase::new(a_phone_has_no_endless_embed),
        TestCase::new(notes_open_beside_their_marks),
        TestCase::new(links_that_leave_an_embed_open_beside_the_article),
        TestCase::new(in_wordpress_every_figure_fits_in_its_compact_form),
        TestCase::new(in_wordpress_the_compact_form_says_what_its_state_shows),
        TestCase::new(in_a_feed_a_frame_shows_what_its_height_has_room_for),
        TestCase::new(what_a_sandbox_denies_is_said_with_the_address),
    ]
}

const FIGURE: &str = "troop-shares";
const EMBED: &str = "embed/troop-shares/";
const DIALECTS: [&str; 5] = ["datawrapper", "pym", "iframe-resizer", "amp", "medium"];

/// The most that WordPress gives a frame, in pixels.
const WORDPRESS: f64 = 1000.0;

const HEIGHT: &str = "document.documentElement.getBoundingClientRect().height";

/// The content of the frame that the view is in is as high as the frame.
pub(crate) const FITS: &str = "innerHeight > 400 && Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 1";

/// Whether the document shows `theme`. Browsers write the two words of `only light` in either order.
pub(crate) fn has_theme(theme: &str) -> String {
    format!("getComputedStyle(document.documentElement).colorScheme.split(' ').includes('{theme}')")
}

/// Waits until the frame at `at` fits; the view ends in the page around it.
fn fits(page: &Page, at: usize) -> TestResult {
    page.enter(at)?;
    page.until("a frame as high as its content", FITS)?;
    page.leave()
}

/// A frame fits at first, when a table is opened, and when it is closed again.
fn fits_and_shrinks(page: &Page) -> TestResult {
    page.scroll_to("iframe")?;
    fits(page, 0)?;
    page.enter(0)?;
    let before = page.number("innerHeight")?;
    for larger in [true, false] {
        page.run(&format!("document.querySelector('details').open = {larger}"))?;
        page.until(&format!("a frame of another height, larger {larger}"), &format!("{FITS} && (innerHeight > {before}) === {larger}"))?;
    }
    page.leave()
}

fn frames_fit_in_every_dialect(ctx: &BrowserCtx) -> TestResult {
    for dialect in DIALECTS {
        let page = ctx.visit_in(dialect, ServerConfig::whole(), EMBED, "")?;
        fits_and_shrinks(&page).map_err(|error| error.context(dialect))?;
        page.is_sound().map_err(|error| error.context(dialect))?;
    }
    Ok(())
}

fn frames_fit_in_a_sandbox(ctx: &BrowserCtx) -> TestResult {
    for dialect in DIALECTS {
        let page = ctx.visit_in(dialect, ServerConfig::whole(), EMBED, "sandbox=allow-scripts")?;
        fits_and_shrinks(&page).map_err(|error| error.context(dialect))?;
    }
    Ok(())
}

fn two_frames_of_one_figure_fit(ctx: &BrowserCtx) -> TestResult {
    for dialect in DIALECTS {
        let page = ctx.visit_in(dialect, ServerConfig::whole(), EMBED, "times=2")?;
        for at in 0..2 {
            page.run(&format!("document.querySelectorAll('iframe')[{at}].scrollIntoView()"))?;
            fits(&page, at).map_err(|error| error.context(format!("{dialect}, frame {at}")))?;
        }
    }
    Ok(())
}

fn a_frame_fits_whatever_the_way_of_writing(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "dir=rtl&theme=dark")?;
    fits_and_shrinks(&page)?;
    page.enter(0)?;
    ensure_eq("the direction of the embed's own text", page.text("getComputedStyle(document.body).direction")?, "ltr")
}

fn a_frame_that_was_hidden_fits_when_shown(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "hidden=")?;
    page.run("window.arrived = 0; const frame = document.querySelector('iframe'); frame.onload = () => window.arrived++; frame.loading = 'eager'")?;
    page.until("the hidden frame", "window.arrived")?;
    ensure_eq("the height that a hidden frame asks for", page.text("document.querySelector('iframe').style.height")?, "")?;
    page.run("document.querySelector('main').hidden = false")?;
    fits_and_shrinks(&page)
}

fn a_frame_far_below_fits_when_it_is_reached(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "")?;
    page.run("document.querySelector('h1').style.marginBlockEnd = '9000px'")?;
    page.frames()?;
    fits_and_shrinks(&page)
}

/// A frame too low at first has a scrollbar, which takes width from its text; the page around moves once, not twice.
fn the_first_height_sent_fits(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("plain", ServerConfig::whole(), EMBED, "")?;
    page.until("a height", "window.heights.length")?;
    page.run("document.querySelector('iframe').height = window.heights[0]")?;
    page.enter(0)?;
    page.until("a frame of that height", "innerHeight > 400")?;
    ensure(page.is(FITS)?, format!("{} px were asked for, {} are needed", page.number("innerHeight")?, page.number(HEIGHT)?))
}

fn a_sandboxed_figure_works_on_any_host(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "sandbox=allow-scripts")?;
    fits_and_shrinks(&page)?;
    page.enter(0)?;
    page.wait_until_interactive(FIGURE)?;
    is_alive(&page, FIGURE)?;
    page.run("document.querySelector('[data-total=\"2030\"]').click()")?;
    page.until("the other total", "document.querySelector('[data-part=sentence]').textContent.includes('2,030')")?;
    page.is_sound()
}

/// The page's colours as the reader sees them, and what the stylesheet has for them.
fn paper(page: &Page) -> TestResult<String> {
    page.text("getComputedStyle(document.documentElement).backgroundColor")
}

const LIGHT: &str = "rgb(250, 248, 243)";
const DARK: &str = "rgb(20, 23, 26)";

fn a_theme_is_followed_from_the_address_and_by_message(ctx: &BrowserCtx) -> TestResult {
    for (theme, expected) in [("light", LIGHT), ("dark", DARK)] {
        let page = ctx.visit_in("plain", ServerConfig::whole(), &format!("{EMBED}?theme={theme}"), "")?;
        let other = if theme == "light" { ("dark", DARK) } else { ("light", LIGHT) };
        page.enter(0)?;
        ensure_eq(theme, paper(&page)?, expected)?;
        ensure(page.is(&has_theme(theme))?, format!("its controls are not {theme}"))?;
        page.leave()?;
        page.run(&format!("document.querySelector('iframe').contentWindow.postMessage({{ 'csto-theme': '{}' }}, '*')", other.0))?;
        page.enter(0)?;
        page.until("the other theme", &format!("getComputedStyle(document.documentElement).backgroundColor === '{}'", other.1))?;
        page.is_sound()?;
    }
    Ok(())
}

fn a_theme_repaints_the_drawings(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), &format!("{EMBED}?theme=dark"))?;
    page.wait_until_interactive(FIGURE)?;
    let drawn = "[...document.querySelector('canvas').getContext('2d').getImageData(1, 1, 1, 1).data].slice(0, 3).join()";
    ensure_eq("the paper of the drawing", page.text(drawn)?, "20,23,26")?;
    page.is_quiet()
}

/// Chromium darkens pages by itself for readers who like it dark, and spares what is `only` light.
fn what_darkens_pages_leaves_a_chosen_theme(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), &format!("{EMBED}?theme=light"))?;
    page.emulate(&[("prefers-color-scheme", "dark")])?;
    page.cdp("Emulation.setAutoDarkModeOverride", &serde_json::json!({ "enabled": true }))?;
    let chosen = page.paper_as_painted()?;
    page.run("document.documentElement.style.colorScheme = 'light'")?;
    let merely_light = page.paper_as_painted()?;
    ensure(merely_light < 60.0, format!("Chromium darkens nothing: {merely_light}, so this case shows nothing"))?;
    ensure(chosen > 240.0, format!("the light that was chosen is darkened to {chosen}"))
}

/// The frame's own paper is always under its ink, so it is legible anywhere. Where the browser lets a frame know what the page
/// around it shows, a page that knows no dark colours gets a bright embed.
fn an_embed_is_bright_on_a_bright_page_of_a_reader_who_likes_it_dark(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("plain", ServerConfig::whole(), EMBED, "")?;
    page.emulate(&[("prefers-color-scheme", "dark")])?;
    page.enter(0)?;
    let colours = "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color].join(' on ')";
    let seen = page.text(colours)?;
    ensure(
        seen == format!("{LIGHT} on rgb(27, 31, 35)") || seen == format!("{DARK} on rgb(236, 232, 223)"),
        format!("the ink and the paper don't belong together: {seen}"),
    )
}

/// Values that a page around could send: of every type, near to what is understood, and hostile.
const MESSAGES: [&str; 26] = [
    "null",
    "undefined",
    "0",
    "-1",
    "NaN",
    "true",
    "[]",
    "{}",
    "''",
    "new Map([['csto-theme', 'dark']])",
    "new Error('x')",
    "new ArrayBuffer(8)",
    "'[iFrameSizer]resize'",
    "'[iFrameSizer]frame-0:8:false:false:32:true:true:null:bodyOffset'",
    "'[iFrameSizer]<img src=x onerror=alert(1)>:8:false:false:'",
    "'[iFrameSizer]message:{\"a\":1}'",
    "'[iFrameSizer]moveToAnchor:javascript:alert(1)'",
    "'pymxPYMxxPYMxwidthxPYMx320'",
    "'pymxPYMxbox-0xPYMxnavigateToxPYMxhttps://example.org/'",
    "'pymxPYMxbox-0xPYMxwidthxPYMx<script>alert(1)</script>'",
    "{ 'csto-theme': 'dark' }",
    "{ 'csto-theme': '__proto__' }",
    "{ 'csto-theme': { toString: 'dark' } }",
    "{ 'csto-theme': '<style>*{display:none}</style>' }",
    "{ type: 'embed-size', sentinel: 'amp', height: 1e9 }",
    "JSON.parse('{\"__proto__\":{\"csto-theme\":\"dark\"},\"constructor\":1,\"navigateTo\":\"https://example.org/\"}')",
];

fn no_message_breaks_an_embed(ctx: &BrowserCtx) -> TestResult {
    let seed = Random::seed();
    let mut random = Random::from_seed(seed);
    let of_seed = |error: TestError| error.context(format!("SEED={seed}"));
    let page = ctx.visit_in("pym", ServerConfig::whole(), &format!("{EMBED}?theme=light"), "")?;
    fits(&page, 0).map_err(of_seed)?;
    page.enter(0)?;
    page.wait_until_interactive(FIGURE)?;
    let state = "[location.href, document.querySelectorAll('*').length, document.querySelectorAll('img, iframe, [onerror]').length].join()";
    let before = page.text(state)?;
    page.run("window.received = 0; addEventListener('message', () => window.received++)")?;
    page.leave()?;
    let messages: Vec<&str> = (0..1000).map(|_| random.pick(&MESSAGES)).collect();
    let send =
        "const frame = document.querySelector('iframe').contentWindow; for (const message of [LIST]) frame.postMessage(message, '*')";
    page.run(&send.replace("LIST", &messages.join(", ")))?;
    page.run("document.querySelector('iframe').contentWindow.postMessage({ 'csto-theme': 'light' }, '*')")?;
    page.enter(0)?;
    page.until("the last message", &format!("window.received > 1000 && {}", has_theme("light"))).map_err(of_seed)?;
    page.until("a frame that fits", FITS).map_err(of_seed)?;
    ensure_eq("the embed", page.text(state)?, before).map_err(of_seed)?;
    is_alive(&page, FIGURE).map_err(of_seed)?;
    page.is_sound().map_err(of_seed)?;
    page.leave()?;
    page.is_sound().map_err(of_seed)
}

/// More than this is a scroll too long inside another page.
const TALLEST: f64 = 2800.0;

fn a_phone_has_no_endless_embed(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().iter().filter(|path| path.starts_with("embed/")) {
        let page = ctx.visit_at(ServerConfig::whole(), path, 320)?;
        page.wait_until_interactive(path.trim_start_matches("embed/").trim_end_matches('/'))?;
        let height = page.number(HEIGHT)?;
        ensure(height <= TALLEST, format!("{path} is {height} px high; {TALLEST} are allowed"))?;
    }
    Ok(())
}

fn notes_open_beside_their_marks(ctx: &BrowserCtx) -> TestResult {
    // Without popovers the notes are a list at the end.
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "")?;
    fits(&page, 0)?;
    page.run("document.querySelector('main').style.inlineSize = '340px'")?;
    page.frames()?;
    page.enter(0)?;
    unfold(&page, FIGURE)?;
    page.leave()?;
    fits(&page, 0)?;
    page.enter(0)?;
    let mark = "[data-part=source] button[popovertarget]";
    page.run(&format!("document.querySelector('{mark}').click()"))?;
    page.until("the note", "document.querySelector(':popover-open')")?;
    let away = page.number(&format!(
        "(() => {{ const [mark, note] = [document.querySelector('{mark}'), document.querySelector(':popover-open')].map((e) => \
         e.getBoundingClientRect()); return Math.max(note.top - mark.bottom, mark.top - note.bottom) }})()"
    ))?;
    ensure(away.abs() < 24.0, format!("the note is {away} px away from its mark in {:?}", ctx.engine()))?;
    let inside = page.is("(() => { const box = document.querySelector(':popover-open').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight })()")?;
    ensure(inside, "the note is cut by the frame")
}

/// Most hosts refuse to be framed: in the frame, what a link leads to would be an empty box in the place of the figure.
fn links_that_leave_an_embed_open_beside_the_article(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().iter().filter(|path| path.starts_with("embed/")) {
        let page = ctx.visit(ServerConfig::whole(), path)?;
        page.wait_until_interactive(path.trim_start_matches("embed/").trim_end_matches('/'))?;
        let stays = page.texts(
            "[...document.querySelectorAll('main a')].filter((a) => !a.hasAttribute('download') && !a.getAttribute('href').startsWith('#') \
             && !(a.target === '_blank' && a.relList.contains('noopener'))).map((a) => a.outerHTML.slice(0, 120))",
        )?;
        ensure(stays.is_empty(), format!("{path}: these links open in the frame: {stays:?}"))?;
    }
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "")?;
    page.enter(0)?;
    page.wait_until_interactive(FIGURE)?;
    unfold(&page, FIGURE)?;
    page.run("document.querySelector('[data-part=source] button[popovertarget]').click()")?;
    page.until("the note", "document.querySelector(':popover-open a')")?;
    // No other host is asked by a test: the link leads to a file of the site in the place of its source.
    page.run("document.querySelector(':popover-open a').href = new URL('../../icon.svg', location)")?;
    page.run("document.querySelector(':popover-open a').click()")?;
    ensure(!page.becomes_in_a_moment("!location.pathname.endsWith('/embed/troop-shares/')")?, "the frame has gone to the source")?;
    is_alive(&page, FIGURE)
}

fn in_wordpress_every_figure_fits_in_its_compact_form(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().iter().filter(|path| path.starts_with("embed/")) {
        let page = ctx.visit_in("wordpress", ServerConfig::whole(), path, "")?;
        page.until(&format!("{path}: a frame that is shown"), "!document.querySelector('iframe').hasAttribute('style')")?;
        for width in [600, 320] {
            page.run(&format!("document.querySelector('iframe').width = {width}"))?;
            page.enter(0)?;
            page.until(&format!("{path}: a frame {width} px wide"), &format!("innerWidth === {width}"))?;
            page.until(
                &format!("{path}: a frame as high as its content at {width} px"),
                "Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 1",
            )?;
            let height = page.number(HEIGHT)?;
            ensure((200.0..WORDPRESS).contains(&height), format!("{path} is {height} px high at {width} px"))?;
            for part in [".fig-title", ".embed-more a", ".embed-alone a"] {
                ensure(page.shows(part)?, format!("{path}: {part} does not show"))?;
            }
            page.leave()?;
        }
    }
    let page = ctx.visit_in("wordpress", ServerConfig::whole(), &format!("{EMBED}?v=1&total=2030"), "")?;
    page.enter(0)?;
    page.wait_until_interactive(FIGURE)?;
    page.click(".embed-alone a")?;
    page.leave()?;
    page.until("the link that WordPress follows", "followed.some((to) => to.includes('/figures/troop-shares/?v=1&total=2030'))")
}

/// Of all its events the timeline shows none in its compact form, but the lanes of the states.
const SHOWS_ITS_LANES: (&str, &str) = ("timeline", "all");

/// In figures without a drawing the sentence is all that is left of a state; in the others it says what the drawing shows.
fn in_wordpress_the_compact_form_says_what_its_state_shows(ctx: &BrowserCtx) -> TestResult {
    let content = crate::content()?;
    let mut off = Vec::new();
    for figure in registry::ALL {
        let id = figure.id;
        let states = figure.named_states(&content).map_err(|fault| fault.to_string())?;
        if states.is_empty() {
            continue;
        }
        let page = ctx.visit_in("wordpress", ServerConfig::whole(), &format!("embed/{id}/"), "")?;
        page.enter(0)?;
        page.wait_until_interactive(id)?;
        for state in states.into_iter().filter(|state| (id, &*state.name) != SHOWS_ITS_LANES) {
            // As Back and Forward do, which is sooner than a load.
            page.run(&format!(
                "history.replaceState(null, '', {} + location.hash); dispatchEvent(new PopStateEvent('popstate'))",
                json!(["?", &state.query].concat())
            ))?;
            page.until(&state.name, &format!("document.getElementById('{id}').dataset.state === {}", json!(state.query)))?;
            // Numbers of notes and readers' words for the parts of a sentence stand between its pieces.
            let pieces: Vec<&str> = state.sentence.split(['.', ':', '?']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
            let missing = page.texts(&format!(
                "(() => {{ const shown = document.getElementById('{id}').innerText.replace(/\\s+/g, ' ').toLowerCase(); \
                 return {}.filter((piece) => !shown.includes(piece.toLowerCase())) }})()",
                json!(pieces)
            ))?;
            if !missing.is_empty() {
                off.push(format!("{id}/{} does not show {missing:?}", state.name));
            }
        }
    }
    ensure(off.is_empty(), off.join("; "))
}

/// WordPress leaves the frame of a pasted address in its feeds, with its secret and the height of oEmbed, and nobody answers there.
fn in_a_feed_a_frame_shows_what_its_height_has_room_for(ctx: &BrowserCtx) -> TestResult {
    let is_compact = "document.body.classList.contains('is-compact')";
    for (height, is_whole) in [(2400, true), (900, false)] {
        let page = ctx.visit_in("plain", ServerConfig::whole(), &format!("{EMBED}#?secret=abc123"), &format!("height={height}"))?;
        page.enter(0)?;
        page.wait_until_interactive(FIGURE)?;
        if is_whole {
            page.until("the whole figure", &format!("!{is_compact}"))?;
            ensure(page.shows(".fig-more-line")?, "the figure has no tables")?;
        } else {
            ensure(!page.becomes_in_a_moment(&format!("!{is_compact}"))?, format!("in {height} px the figure is cut"))?;
        }
        ensure(page.number(HEIGHT)? <= f64::from(height), format!("what is shown is higher than {height} px"))?;
    }
    Ok(())
}

/// Presses as a reader does; by script in WebKit, whose driver does not always find what stands in a sandbox.
fn press(ctx: &BrowserCtx, page: &Page, selector: &str) -> TestResult {
    match ctx.engine() {
        Engine::WebKit => page.run(&format!("document.querySelector('{selector}').click()")).map(drop),
        _ => page.click(selector),
    }
}

fn what_a_sandbox_denies_is_said_with_the_address(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "sandbox=allow-scripts")?;
    page.enter(0)?;
    page.wait_until_interactive(FIGURE)?;
    unfold(&page, FIGURE)?;
    ensure(!page.shows("[data-part=denied]")?, "it is said before anybody asks")?;
    let asked = [
        (".embed-more a", "/#troop-shares"),
        ("a[download][href$=csv]", "/data/troop-shares.csv"),
        ("[data-download=svg]", "/figures/troop-shares/?v=1&total=2500"),
    ];
    for (asked, address) in asked {
        page.run("document.querySelector('[data-part=denied]').hidden = true")?;
        press(ctx, &page, asked)?;
        page.until(
            &format!("the address of {asked}"),
            &format!("!document.querySelector('[data-part=denied]').hidden && document.querySelector('[data-part=denied] input').value.includes('{address}')"),
        )?;
        ensure(page.shows("[data-part=denied] input")?, format!("the address of {asked} does not show"))?;
    }
    // Where the sandbox allows it, nothing is said. To what no reader pressed, WebKit allows no other page.
    if ctx.engine() == Engine::WebKit {
        return Ok(());
    }
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "sandbox=allow-scripts allow-popups")?;
    page.enter(0)?;
    press(ctx, &page, ".embed-more a")?;
    ensure(!page.becomes_in_a_moment("!document.querySelector('[data-part=denied]').hidden")?, "it is said though the page opens")
}
