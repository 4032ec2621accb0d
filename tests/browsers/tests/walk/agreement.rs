//! Card and stage agree, however a reader moves.

use browsers::{BrowserCtx, Engine, Page, Random, TestCase, TestResult, ensure, ensure_eq, keys};

use super::{agrees, step, visit, visit_in};

pub(super) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(slow_scrolling),
        TestCase::new(bursts_of_the_wheel),
        TestCase::new(page_keys),
        TestCase::new(find_in_page),
        TestCase::new(jumps_in_any_direction),
        TestCase::new(an_opened_list_of_sources),
    ]
}

/// Where readers are: beside the stage, above it on a tablet, and on a phone.
const VIEWS: [(u32, u32); 3] = [(1280, 900), (768, 1024), (360, 740)];

fn scroll(page: &Page, how: &str) -> TestResult {
    page.run(how)?;
    page.frames()
}

fn slow_scrolling(ctx: &BrowserCtx) -> TestResult {
    for view in VIEWS {
        let page = visit_in(ctx, "#first", view)?;
        let mut seen = Vec::new();
        while page.is("document.getElementById('second').getBoundingClientRect().top > 0")? {
            scroll(&page, "scrollBy({ top: 97, behavior: 'instant' })")?;
            agrees(&page, &format!("scrolling slowly at {view:?}"))?;
            seen.push(step(&page, "first")?);
        }
        seen.dedup();
        ensure_eq(&format!("the steps seen at {view:?}"), seen, vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0])?;
    }
    Ok(())
}

fn bursts_of_the_wheel(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "#first-1")?;
    for (pixels, times) in [(120, 12), (-120, 5), (360, 10), (-480, 20), (53, 9)] {
        // The driver of WebKit has no wheel.
        if ctx.engine() == Engine::WebKit {
            page.run(&format!("for (let n = 0; n < {times}; n++) scrollBy(0, {pixels})"))?;
        } else {
            page.wheel(pixels, times)?;
        }
        agrees(&page, &format!("after {times} turns of the wheel by {pixels}"))?;
    }
    page.is_quiet()
}

fn page_keys(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "")?;
    page.click("h1")?;
    for key in [[keys::PAGE_DOWN; 5], [keys::PAGE_UP; 5], [keys::PAGE_DOWN; 5]].concat() {
        page.press(&[key])?;
        agrees(&page, "after a page key")?;
    }
    for key in [keys::END, keys::HOME, keys::END] {
        page.press(&[key])?;
        agrees(&page, "after End or Home")?;
    }
    Ok(())
}

fn find_in_page(ctx: &BrowserCtx) -> TestResult {
    let page = visit(ctx, "")?;
    for (words, scene, number) in [
        ("Marigold", "first", 1.0),
        ("Valerian", "first", 6.0),
        ("Cornflower", "second", 2.0),
        ("Snapdragon", "first", 5.0),
        ("Larkspur", "first", 2.0),
    ] {
        page.run("getSelection().removeAllRanges()")?;
        ensure(page.is(&format!("find('{words}', false, false, true)"))?, format!("{words} is not found"))?;
        agrees(&page, &format!("after {words} was found"))?;
        ensure_eq(&format!("the step where {words} was found"), step(&page, scene)?, number)?;
    }
    Ok(())
}

fn jumps_in_any_direction(ctx: &BrowserCtx) -> TestResult {
    for view in VIEWS {
        let page = visit_in(ctx, "", view)?;
        for to in ["document.documentElement.scrollHeight", "0", "document.documentElement.scrollHeight", "0"] {
            scroll(&page, &format!("scrollTo({{ top: {to}, behavior: 'instant' }})"))?;
            agrees(&page, &format!("after a jump to {to} at {view:?}"))?;
        }
        let random = &mut Random::from_seed(Random::seed());
        let mut jumps = Vec::new();
        for _ in 0..10 {
            jumps.push(random.below(8000));
        }
        // Ten in a row, faster than frames, then one by one.
        page.run(&format!("for (const top of {jumps:?}) scrollTo({{ top, behavior: 'instant' }})"))?;
        agrees(&page, &format!("after ten jumps in a row at {view:?}"))?;
        for top in jumps {
            scroll(&page, &format!("scrollTo({{ top: {top}, behavior: 'instant' }})"))?;
            agrees(&page, &format!("after a jump to {top} at {view:?}"))?;
        }
    }
    Ok(())
}

fn an_opened_list_of_sources(ctx: &BrowserCtx) -> TestResult {
    for view in VIEWS {
        let page = visit_in(ctx, "#first-2", view)?;
        page.run("document.querySelectorAll('.cites').forEach((list) => { list.open = true })")?;
        agrees(&page, &format!("with all lists open at {view:?}"))?;
        for number in 1..=6 {
            page.scroll_to(&format!("#first-{number}"))?;
            agrees(&page, &format!("at step {number} with all lists open at {view:?}"))?;
            ensure_eq("the step", step(&page, "first")?, f64::from(number))?;
        }
    }
    Ok(())
}
