//! Notes and glossary open where they are mentioned, and close again.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, keys};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(marks_and_terms_open_by_enter_and_close_by_escape),
        TestCase::new(marks_and_terms_open_by_click_and_close_by_click),
        TestCase::new(every_mark_has_its_note),
        TestCase::new(a_mark_leads_to_its_fact_and_that_to_its_sources),
        TestCase::new(notes_work_without_script),
        TestCase::new(a_note_opens_where_there_is_room),
        TestCase::new(what_holds_an_open_note_may_be_hidden),
    ]
}

/// What opens a note, by a page that has it: the walk has terms, in its folds, and marks that open in place; figures have notes.
const OPENERS: [(&str, &str); 2] = [("figures/troop-shares/", ".mark"), ("", ".term")];

/// The page at `path`, whose folds with terms are open.
fn visit<'a>(ctx: &BrowserCtx<'a>, site: ServerConfig, path: &str) -> TestResult<Page<'a>> {
    let page = ctx.visit(site, path)?;
    if path.is_empty() {
        page.click(".fold:has(.term) > summary")?;
        page.until("an open fold", "document.querySelector('.term').checkVisibility()")?;
    }
    Ok(page)
}

fn open(opener: &str) -> String {
    format!("document.getElementById(document.querySelector('{opener}').getAttribute('popovertarget')).matches(':popover-open')")
}

fn opens(page: &Page, opener: &str) -> TestResult {
    page.until(&format!("the note of the first {opener}"), &open(opener))?;
    ensure(page.shows("[popover]:popover-open")?, format!("the note of the first {opener} is not shown"))
}

fn closes(page: &Page, opener: &str) -> TestResult {
    page.until(&format!("the end of the note of the first {opener}"), &format!("!{}", open(opener)))
}

fn marks_and_terms_open_by_enter_and_close_by_escape(ctx: &BrowserCtx) -> TestResult {
    for (path, opener) in OPENERS {
        let page = visit(ctx, ServerConfig::whole(), path)?;
        page.run(&format!("document.querySelector('{opener}').focus()"))?;
        page.press(&[keys::ENTER])?;
        opens(&page, opener)?;
        page.press(&[keys::ESCAPE])?;
        closes(&page, opener)?;
        ensure(page.is(&format!("document.activeElement === document.querySelector('{opener}')"))?, format!("{opener} loses the focus"))?;
        page.is_quiet()?;
    }
    Ok(())
}

fn marks_and_terms_open_by_click_and_close_by_click(ctx: &BrowserCtx) -> TestResult {
    for (path, opener) in OPENERS {
        let page = visit(ctx, ServerConfig::whole(), path)?;
        page.click(opener)?;
        opens(&page, opener)?;
        page.click(":popover-open .close")?;
        closes(&page, opener)?;
        page.click(opener)?;
        opens(&page, opener)?;
        page.click("h1")?;
        closes(&page, opener)?;
    }
    let page = visit(ctx, ServerConfig::whole(), "")?;
    // Of a term of two words the first stands before the button. None of the page has two now, so this one gets another.
    page.run("document.querySelector('.explained').insertAdjacentHTML('afterbegin', '<u>so-called </u>')")?;
    page.click(".explained > u")?;
    opens(&page, ".term")?;
    page.is_quiet()
}

fn every_mark_has_its_note(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        let lost = page.texts(
            "[...document.querySelectorAll('[popovertarget]')].map((b) => b.getAttribute('popovertarget')).filter((id) => !document.getElementById(id))",
        )?;
        ensure(lost.is_empty(), format!("{path:?} has marks without notes: {lost:?}"))?;
    }
    Ok(())
}

/// Waits until the page of sources shows the entry that the address names, whose id begins with `start`.
fn arrives(page: &Page, what: &str, start: &str) -> TestResult {
    let there = format!(
        "document.readyState === 'complete' && location.pathname.endsWith('/sources/') && location.hash.startsWith('#{start}') \
         && Math.abs(document.getElementById(location.hash.slice(1)).getBoundingClientRect().top) < innerHeight"
    );
    page.until(what, &there)
}

fn a_mark_leads_to_its_fact_and_that_to_its_sources(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "")?;
    page.click(".walk .cites > summary")?;
    page.click(".walk .cites[open] a")?;
    arrives(&page, "the fact of the mark", "fact-")?;
    page.click(":target a")?;
    arrives(&page, "a source of the fact", "source-")?;
    // On a page with no other one beside it, a note names its sources itself.
    let page = ctx.visit(ServerConfig::whole(), "ledger/")?;
    page.click(".mark")?;
    page.until("a note of the ledger", "document.querySelector(':popover-open a[href^=\"http\"]')")?;
    page.is_quiet()
}

fn notes_work_without_script(ctx: &BrowserCtx) -> TestResult {
    for (path, opener) in OPENERS {
        let page = visit(ctx, ServerConfig::whole().without_script(), path)?;
        page.click(opener)?;
        opens(&page, opener)?;
        page.press(&[keys::ESCAPE])?;
        closes(&page, opener)?;
    }
    Ok(())
}

fn a_note_opens_where_there_is_room(ctx: &BrowserCtx) -> TestResult {
    let (path, opener) = OPENERS[0];
    let page = visit(ctx, ServerConfig::whole(), path)?;
    // Where nothing places a note beside its mark, it is a sheet at the foot of the view.
    let is_beside = page.is("CSS.supports('inset-block', 'anchor(bottom) auto')")?;
    for block in ["end", "start"] {
        page.run(&format!("document.querySelector('{opener}').scrollIntoView({{ block: '{block}', behavior: 'instant' }})"))?;
        page.run(&format!("document.querySelector('{opener}').click()"))?;
        opens(&page, opener)?;
        let shows = "(() => { const box = document.querySelector(':popover-open').getBoundingClientRect(); \
                     return box.height > 40 && box.top >= 0 && box.bottom <= innerHeight + 1 })()";
        ensure(page.is(shows)?, format!("the note of a mark at the {block} of the view is cut"))?;
        let is_above = page.is(&format!(
            "document.querySelector(':popover-open').getBoundingClientRect().bottom <= document.querySelector('{opener}').getBoundingClientRect().top + 1"
        ))?;
        ensure(!is_beside || is_above == (block == "end"), format!("a mark at the {block} of the view has its note above it: {is_above}"))?;
        page.press(&[keys::ESCAPE])?;
        closes(&page, opener)?;
    }
    page.is_quiet()
}

/// With `position-try-fallbacks` WebKit 2.50 hangs here; see src/build/note-side.js.
fn what_holds_an_open_note_may_be_hidden(ctx: &BrowserCtx) -> TestResult {
    let (path, opener) = OPENERS[0];
    let page = visit(ctx, ServerConfig::whole(), path)?;
    page.click(opener)?;
    opens(&page, opener)?;
    page.run("document.body.style.display = 'none'")?;
    page.until("a page that still answers", "!document.querySelector('h1').checkVisibility()")?;
    page.run("document.body.style.display = ''")?;
    page.until("the page again", "document.querySelector('h1').checkVisibility()")?;
    page.is_quiet()
}
