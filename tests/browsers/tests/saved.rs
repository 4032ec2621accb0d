//! A page saved as a file: a canvas comes without its pixels there, so the drawing that was built has to show.

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![TestCase::new(where_a_canvas_has_no_pixels_the_built_drawing_shows)]
}

fn where_a_canvas_has_no_pixels_the_built_drawing_shows(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages().iter().filter(|path| path.starts_with("embed/")) {
        let page = ctx.visit(ServerConfig::whole(), path)?;
        page.wait_until_interactive(path.trim_start_matches("embed/").trim_end_matches('/'))?;
        // While it has them, they hide the drawing below, which shows another state.
        let see_through = "[...document.querySelectorAll('.plot.is-live > canvas')].filter((canvas) => \
             canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value, at) => at % 4 === 3 && value < 255)).length";
        ensure_eq(&format!("{path}: canvases that let the drawing below through"), page.number(see_through)?, 0.0)?;
        // As a saved page has it: the same elements, and no script that draws.
        page.run(
            "const saved = document.querySelector('main').outerHTML; \
             document.querySelector('main').outerHTML = saved",
        )?;
        let hidden = page.texts(
            "[...document.querySelectorAll('.plot')].filter((plot) => !plot.closest('details:not([open])')).filter((plot) => \
             ![...plot.querySelectorAll('svg')].some((svg) => svg.checkVisibility({ visibilityProperty: true, opacityProperty: true }))) \
             .map((plot) => plot.dataset.part)",
        )?;
        ensure(hidden.is_empty(), format!("{path}: {hidden:?} show nothing in a saved page"))?;
    }
    Ok(())
}
