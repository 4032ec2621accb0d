//! The page as one file, opened from disk.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::figure::is_alive;

const FILE: &str = "csto-explainer.html";

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(every_figure_works_from_disk),
        TestCase::new(links_stay_in_the_file_or_hand_one_over),
        TestCase::new(links_to_places_work_where_a_host_writes_the_file_into_its_frame),
    ]
}

fn every_figure_works_from_disk(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_from_disk(FILE)?;
    let figures = page.figures()?;
    ensure(figures.len() == ctx.pages().len() - 1, format!("the file has only {figures:?}"))?;
    for figure in figures {
        page.wait_until_interactive(&figure)?;
        is_alive(&page, &figure)?;
    }
    page.click("[data-figure=troop-shares] [data-total='2030']")?;
    page.until(
        "the choice in the sentence",
        "document.querySelector('[data-figure=troop-shares] [data-part=sentence]').textContent.includes('2,030')",
    )?;
    ensure(!page.shows("[data-part=share]")?, "a button offers to share the address of a file on a disk")?;
    page.console_is_quiet()
}

fn links_stay_in_the_file_or_hand_one_over(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_from_disk(FILE)?;
    let leaving = "[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))
        .filter((to) => !/^(#|\\?|data:|https?:|mailto:)/.test(to))";
    ensure_eq("links to files that are not there", page.texts(leaving)?, Vec::<String>::new())?;
    let dangling =
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.hash.slice(1)).filter((id) => !document.getElementById(id))";
    ensure_eq("links to places that are not there", page.texts(dangling)?, Vec::<String>::new())?;
    let unnamed = "[...document.querySelectorAll('.notes > [id^=note-]')].filter((note) => note.querySelector('a[href^=\"#\"]')).map((note) => note.id)";
    ensure_eq("notes that do not name their sources", page.texts(unnamed)?, Vec::<String>::new())?;
    page.click("[data-figure=non-interventions] a[href='#ledger']")?;
    page.until("the ledger", "Math.abs(document.getElementById('ledger').getBoundingClientRect().top) < innerHeight")?;
    ensure(page.shows("#ledger tr#kazakhstan-2022")?, "the ledger does not show its rows")?;
    page.click("a[href='#all-sources']")?;
    page.until("the list of sources", "Math.abs(document.getElementById('all-sources').getBoundingClientRect().top) < innerHeight")?;
    let handed = "decodeURIComponent(document.querySelector('a[download=\"troop-shares.csv\"]').href.split(',').slice(1).join(','))";
    ensure_eq("the data file", page.text(handed)?, ctx.file("data/troop-shares.csv")?)
}

/// A document in `srcdoc` takes its address from the page around it, and links to places in the text with it.
fn links_to_places_work_where_a_host_writes_the_file_into_its_frame(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("plain", ServerConfig::whole(), FILE, "")?;
    let file = serde_json::json!(ctx.file(FILE)?);
    page.run(&format!("const frame = document.querySelector('iframe'); frame.style.height = '700px'; frame.srcdoc = {file}"))?;
    page.leave()?;
    page.until("the file in the frame", "document.querySelector('iframe').contentDocument?.querySelector('#the-answer')")?;
    page.run("const inside = document.querySelector('iframe').contentDocument; inside.querySelector('.contents a[href=\"#the-answer\"]').click()")?;
    page.until(
        "the place in the text",
        "(() => { const inside = document.querySelector('iframe').contentDocument; const place = inside?.querySelector('#the-answer'); \
         return place && Math.abs(place.getBoundingClientRect().top) < 300 })()",
    )?;
    ensure_eq("the frame's address", page.text("document.querySelector('iframe').contentWindow.location.href")?, "about:srcdoc")
}
