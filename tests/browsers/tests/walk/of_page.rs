//! The scenes of the page itself: their addresses, and what replaced chapters' parts keeps of theirs.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use super::{agrees, step};

pub(super) fn cases() -> Vec<TestCase> {
    vec![TestCase::new(an_address_on_the_page_lands_on_its_step), TestCase::new(what_the_scene_replaced_has_its_address)]
}

/// The scenes of the page with the numbers of their steps.
const SCENES: [(&str, usize); 1] = [("who-came", 6)];

fn an_address_on_the_page_lands_on_its_step(ctx: &BrowserCtx) -> TestResult {
    for (scene, steps) in SCENES {
        for number in (1..=steps).rev() {
            // Another query, or the browser would not load the page anew.
            let page = ctx.visit(ServerConfig::whole(), &format!("?from={number}#{scene}-{number}"))?;
            page.frames()?;
            agrees(&page, &format!("at #{scene}-{number}"))?;
            ensure_eq(&format!("the step at #{scene}-{number}"), step(&page, scene)?, number as f64)?;
            let images = "[...document.querySelectorAll('#who-came .picture')].filter((e) => e.checkVisibility())";
            let named = page.texts(&format!("{images}.map((e) => e.getAttribute('role') + ' ' + e.ariaLabel)"))?;
            ensure(named.len() == 1 && named[0].starts_with("img ") && named[0].len() > 40, format!("#{scene}-{number} shows {named:?}"))?;
        }
    }
    Ok(())
}

fn what_the_scene_replaced_has_its_address(ctx: &BrowserCtx) -> TestResult {
    for id in ["january-2022", "who-came", "troop-dots", "troop-shares"] {
        let page = ctx.visit(ServerConfig::whole(), &format!("?from={id}#{id}"))?;
        page.frames()?;
        let top = page.number(&format!("document.getElementById('{id}').getBoundingClientRect().top"))?;
        ensure((-1.0..=40.0).contains(&top), format!("#{id} lands at {top} px"))?;
    }
    Ok(())
}
