//! A translator or an extension has altered the page before the figures start: an altered figure stays as built, the
//! others live.

use browsers::{BrowserCtx, Engine, Gate, Page, ServerConfig, TestCase, TestResult};

use crate::figure::{is_alive, is_as_built, is_whole};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(split_texts_leave_figures_whole),
        TestCase::new(wrapped_texts_leave_figures_whole),
        TestCase::new(whichever_part_is_gone_figures_stay_whole),
        TestCase::new(a_figure_without_a_part_stays_as_built_and_the_others_live),
        TestCase::new(a_figure_with_damaged_data_stays_as_built_and_the_others_live),
    ]
}

/// Calls `alter(node)` for each text of the figures.
const EACH_TEXT: &str = "for (const figure of document.querySelectorAll('figure[data-figure]')) {
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.filter((text) => text.data.trim() && !text.parentElement.closest('script, svg')).forEach(alter);
  }";

fn split_texts_leave_figures_whole(ctx: &BrowserCtx) -> TestResult {
    all_stay_whole(ctx, "const alter = (text) => text.data.length > 1 && text.splitText(1);")
}

/// As Chrome's translator does.
fn wrapped_texts_leave_figures_whole(ctx: &BrowserCtx) -> TestResult {
    let alter = "const alter = (text) => {
        const outer = document.createElement('font'), inner = document.createElement('font');
        text.replaceWith(outer);
        outer.append(inner);
        inner.append(text);
      };";
    all_stay_whole(ctx, alter)
}

fn all_stay_whole(ctx: &BrowserCtx, alter: &str) -> TestResult {
    for path in ctx.samples() {
        let page = altered(ctx, &path, &format!("{alter} {EACH_TEXT}"))?;
        for figure in page.figures()? {
            is_decided(&page, &figure)?;
            is_whole(&page, &figure).map_err(|fault| format!("{path:?}: {fault}"))?;
        }
        page.is_quiet()?;
    }
    Ok(())
}

/// In each round the next part of every figure goes; of a part with a table, its first cell. The rounds are shared among
/// the engines, for it is the same program that looks for its parts.
fn whichever_part_is_gone_figures_stay_whole(ctx: &BrowserCtx) -> TestResult {
    let remove = |round: usize| {
        format!(
            "window.gone = []; \
             for (const figure of document.querySelectorAll('figure[data-figure]')) {{ \
               const part = figure.querySelectorAll('[data-part]')[{round}]; \
               if (!part) continue; \
               gone.push(figure.id + ': ' + part.dataset.part); \
               (part.matches('tbody') || part.querySelector('tbody') ? part.querySelector('td') : part).remove(); \
             }}"
        )
    };
    let own = Engine::ALL.iter().position(|engine| *engine == ctx.engine()).unwrap_or_default();
    for round in (own..).step_by(Engine::ALL.len()) {
        let page = altered(ctx, "", &remove(round))?;
        let gone = page.texts("gone")?;
        if gone.is_empty() {
            break;
        }
        for figure in page.figures()? {
            is_decided(&page, &figure)?;
            is_whole(&page, &figure).map_err(|fault| format!("without {gone:?}: {fault}"))?;
        }
        page.is_sound().map_err(|fault| format!("without {gone:?}: {fault}"))?;
    }
    Ok(())
}

fn a_figure_without_a_part_stays_as_built_and_the_others_live(ctx: &BrowserCtx) -> TestResult {
    one_stays_as_built(ctx, "figure.querySelector('[data-part=sentence]').remove()")
}

fn a_figure_with_damaged_data_stays_as_built_and_the_others_live(ctx: &BrowserCtx) -> TestResult {
    // It comes after the page, just before the program starts.
    let damage = "new MutationObserver((_, observer) => {
        observer.disconnect();
        figure.querySelector('[data-part=data]').textContent = '{\"words\":';
      }).observe(figure, { childList: true })";
    one_stays_as_built(ctx, damage)
}

/// `alter` changes `figure`.
fn one_stays_as_built(ctx: &BrowserCtx, alter: &str) -> TestResult {
    let page = altered(ctx, "", &format!("const figure = document.getElementById('troop-shares'); {alter}"))?;
    for figure in page.figures()? {
        is_decided(&page, &figure)?;
        if figure == "troop-shares" { is_as_built(&page, &figure)? } else { is_alive(&page, &figure)? }
    }
    page.is_sound()
}

/// The page at `path`, with `script` run before its figures start.
fn altered<'a>(ctx: &BrowserCtx<'a>, path: &str, script: &str) -> TestResult<Page<'a>> {
    let gate = Gate::default();
    let page = ctx.visit(ServerConfig::whole().held_program(&gate), path)?;
    page.run(script)?;
    gate.open();
    Ok(page)
}

/// Scrolls to the figure and waits until it lives or the console says why it doesn't.
fn is_decided(page: &Page, figure: &str) -> TestResult {
    page.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
    let decided =
        format!("__probe.warnings.some((words) => words.includes(' {figure} ')) || performance.getEntriesByName('figure:{figure}').length");
    page.until("life, or a warning,", &decided)?;
    page.frames()
}
