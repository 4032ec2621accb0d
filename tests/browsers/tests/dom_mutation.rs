//! A translator or an extension alters the page, before the figures start or after; or a figure's program fails. The figure
//! concerned stays as prerendered or remains right, and the others work.

use browsers::{BrowserCtx, Engine, Gate, Page, SINGLE_FILE, ServerConfig, TestCase, TestResult, ensure, ensure_eq};

use crate::figure::{NON_DEFAULT, is_alive, is_as_prerendered, is_whole, part};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(split_texts_leave_figures_whole),
        TestCase::new(wrapped_texts_leave_figures_whole),
        TestCase::new(whichever_part_is_gone_figures_stay_whole),
        TestCase::new(a_figure_without_a_part_stays_prerendered_and_the_others_work),
        TestCase::new(a_figure_with_damaged_data_stays_prerendered_and_the_others_work),
        TestCase::new(a_figure_with_data_of_another_version_stays_prerendered_and_the_others_work),
        TestCase::new(a_figure_that_panics_at_its_start_stays_prerendered_and_the_others_work),
        TestCase::new(a_panic_after_the_start_leaves_the_other_figures_at_work),
        TestCase::new(texts_wrapped_after_the_start_follow_the_state),
        TestCase::new(every_figure_with_wrapped_texts_says_what_it_says_without),
        TestCase::new(every_figure_that_lost_parts_after_the_start_takes_a_state),
        TestCase::new(what_a_translator_wrote_into_long_texts_stays),
        TestCase::new(what_has_the_focus_keeps_it_when_its_figure_starts),
        TestCase::new(nodes_removed_after_the_start_break_nothing_else),
    ]
}

/// The figure that most cases alter.
const FIGURE: &str = "troop-shares";

/// Puts each text into elements of its own, as Chrome's translator does.
const WRAP: &str = "const alter = (text) => {
    const outer = document.createElement('font'), inner = document.createElement('font');
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(text);
  };";

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

fn wrapped_texts_leave_figures_whole(ctx: &BrowserCtx) -> TestResult {
    all_stay_whole(ctx, WRAP)
}

fn all_stay_whole(ctx: &BrowserCtx, alter: &str) -> TestResult {
    for path in ctx.samples() {
        let page = altered(ctx, &path, &format!("{alter} {EACH_TEXT}"))?;
        for figure in page.figures()? {
            is_decided(&page, &figure)?;
            is_whole(&page, &figure).map_err(|error| error.context(format!("{path:?}")))?;
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
        let page = altered(ctx, SINGLE_FILE, &remove(round))?;
        let gone = page.texts("gone")?;
        if gone.is_empty() {
            break;
        }
        for figure in page.figures()? {
            is_decided(&page, &figure)?;
            is_whole(&page, &figure).map_err(|error| error.context(format!("without {gone:?}")))?;
        }
        page.is_sound().map_err(|error| error.context(format!("without {gone:?}")))?;
    }
    Ok(())
}

fn a_figure_without_a_part_stays_prerendered_and_the_others_work(ctx: &BrowserCtx) -> TestResult {
    one_stays_prerendered(ctx, "figure.querySelector('[data-part=sentence]').remove()")
}

fn a_figure_with_damaged_data_stays_prerendered_and_the_others_work(ctx: &BrowserCtx) -> TestResult {
    one_has_other_data(ctx, "data.textContent = '{\"words\":'")
}

fn a_figure_with_data_of_another_version_stays_prerendered_and_the_others_work(ctx: &BrowserCtx) -> TestResult {
    // The first character is the version.
    one_has_other_data(ctx, "data.textContent = String.fromCharCode(data.textContent.charCodeAt(0) + 1) + data.textContent.slice(1)")
}

/// What a panic is to the browser: the call into the program ends in its midst. Here an element of the figure that `selector`
/// finds cannot be written.
fn throw_in(selector: &str) -> String {
    format!(
        "const {{ set, ...rest }} = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
         Object.defineProperty(Element.prototype, 'innerHTML', {{ ...rest, set(html) {{
           if (this.matches('{selector}')) throw new Error('planted');
           set.call(this, html);
         }} }});"
    )
}

fn a_figure_that_panics_at_its_start_stays_prerendered_and_the_others_work(ctx: &BrowserCtx) -> TestResult {
    let parts = [
        (FIGURE, "[data-part=floor]"),
        ("article-4-test", "[data-part=law]"),
        ("non-interventions", "tr[data-asked]"),
        ("timeline", ".event"),
    ];
    parts.into_iter().try_for_each(|(figure, selector)| one_stays_prerendered_in(ctx, SINGLE_FILE, figure, &throw_in(selector)))
}

fn a_panic_after_the_start_leaves_the_other_figures_at_work(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), SINGLE_FILE)?;
    for figure in ["burden", "troop-shares"] {
        page.wait_until_interactive(figure)?;
    }
    page.run(&throw_in("[data-part=floor]"))?;
    page.click("#troop-shares [data-set='1']")?;
    page.frames()?;
    let before = page.words_in(&part("burden", "sentence"))?;
    page.click("#burden input[value=five]")?;
    page.until("another sentence", &format!("document.querySelector('#burden [data-part=sentence]').textContent !== {before:?}"))
}

fn texts_wrapped_after_the_start_follow_the_state(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/")?;
    page.wait_until_interactive("troop-shares")?;
    page.run(&format!("{WRAP} {EACH_TEXT}"))?;
    page.click("[data-total='2030']")?;
    page.until("the new total in the sentence", "document.querySelector('[data-part=sentence]').textContent.includes('2,030')")?;
    let words = page.words_in(&part("troop-shares", "sentence"))?;
    ensure(!words.contains("2,500"), format!("the sentence still has the old total: {words}"))?;
    let cell = page.text("document.querySelector('[data-part=table] td').textContent")?;
    ensure(cell == "1,380", format!("the table still has the old remainder: {cell}"))
}

/// Follows a link to the figure in a state.
fn follow(page: &Page, figure: &str, state: &str) -> TestResult {
    page.run(&format!(
        "const link = document.createElement('a'); link.href = '?v=1&{state}#{figure}'; document.body.append(link); link.click(); link.remove()"
    ))?;
    let value = state.rsplit('=').next().unwrap_or_default();
    page.until(
        &format!("{figure} in the state {state}"),
        &format!("document.getElementById('{figure}').dataset.state.includes('{value}')"),
    )?;
    page.frames()
}

/// The words of the figure that show, but for what is announced later.
fn words(page: &Page, figure: &str) -> TestResult<String> {
    page.run("document.querySelectorAll('[data-part=announce]').forEach((region) => { region.hidden = true })")?;
    page.text(&format!("document.getElementById('{figure}').innerText.replace(/\\s+/g, ' ')"))
}

fn every_figure_with_wrapped_texts_says_what_it_says_without(ctx: &BrowserCtx) -> TestResult {
    for (figure, state) in NON_DEFAULT {
        let said = |alter: &str| -> TestResult<String> {
            let page = ctx.visit(ServerConfig::whole(), &format!("embed/{figure}/"))?;
            page.wait_until_interactive(figure)?;
            page.run(alter)?;
            let before = words(&page, figure)?;
            follow(&page, figure, state)?;
            let after = words(&page, figure)?;
            ensure(after != before, format!("{figure} says the same in the state {state}"))?;
            page.is_sound()?;
            Ok(after)
        };
        ensure_eq(figure, said(&format!("{WRAP} {EACH_TEXT}"))?, said("")?)?;
    }
    Ok(())
}

/// Every second part goes, and the first row, event and article.
fn every_figure_that_lost_parts_after_the_start_takes_a_state(ctx: &BrowserCtx) -> TestResult {
    for (figure, state) in NON_DEFAULT {
        let page = ctx.visit(ServerConfig::whole(), &format!("embed/{figure}/"))?;
        page.wait_until_interactive(figure)?;
        page.run(&format!(
            "const figure = document.getElementById('{figure}');
             for (const selector of ['tbody tr', '.event', '.day:last-child', '.article', 'option']) figure.querySelector(selector)?.remove();
             [...figure.querySelectorAll('[data-part]')].filter((_, i) => i % 2).forEach((part) => part.remove());"
        ))?;
        follow(&page, figure, state)?;
        page.is_sound().map_err(|error| error.context(format!("{figure}")))?;
    }
    Ok(())
}

/// The figures whose long texts stay as they are when they start, and what holds such a text.
const LONG: [(&str, &str); 3] = [("non-interventions", "tr[data-asked] td"), ("timeline", ".event p"), ("treaty", ".article summary")];

fn what_a_translator_wrote_into_long_texts_stays(ctx: &BrowserCtx) -> TestResult {
    for (figure, selector) in LONG {
        let write = format!("document.querySelectorAll('{selector}').forEach((text) => {{ text.innerHTML = '<font>перевод</font>' }})");
        let page = altered(ctx, &format!("figures/{figure}/"), &write)?;
        page.wait_until_interactive(figure)?;
        let texts = page.texts(&format!("[...document.querySelectorAll('{selector}')].map((text) => text.textContent)"))?;
        let is_kept = !texts.is_empty() && texts.iter().all(|text| text == "перевод");
        ensure(is_kept, format!("{figure} says {texts:?}"))?;
        page.is_sound()?;
    }
    Ok(())
}

fn what_has_the_focus_keeps_it_when_its_figure_starts(ctx: &BrowserCtx) -> TestResult {
    for (figure, holder) in [("non-interventions", "tr[data-asked]"), ("timeline", ".event"), ("treaty", ".article details")] {
        let focus = format!(
            "window.focused = document.querySelector('[data-figure] {holder} :is(a, button, summary)'); focused.focus(); window.at = scrollY"
        );
        let page = altered(ctx, &format!("figures/{figure}/"), &focus)?;
        page.until(&format!("the start of {figure}"), &format!("performance.getEntriesByName('figure:{figure}').length"))?;
        ensure(page.is("focused && document.activeElement === focused")?, format!("{figure} takes the focus away"))?;
        ensure_eq(&format!("{figure}: how far the page is scrolled"), page.number("scrollY")?, page.number("at")?)?;
        page.is_sound()?;
    }
    Ok(())
}

fn nodes_removed_after_the_start_break_nothing_else(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/troop-shares/")?;
    page.wait_until_interactive("troop-shares")?;
    page.run("for (const part of ['sentence', 'floor', 'announce', 'bars-tip']) document.querySelector(`[data-part=${part}]`).remove()")?;
    page.click("[data-total='2030']")?;
    page.until("the new remainder in the table", "document.querySelector('[data-part=table] td').textContent === '1,380'")?;
    page.is_sound()
}

/// `alter` changes `data`, from which the figure starts. In the file that has every figure it stands beside the figure; on the
/// page it comes later, just before the program starts.
fn one_has_other_data(ctx: &BrowserCtx, alter: &str) -> TestResult {
    one_stays_prerendered(ctx, &format!("const data = figure.querySelector('[data-part=data]'); {alter}"))?;
    let when_it_comes = format!(
        "new MutationObserver((_, observer) => {{
           observer.disconnect();
           const data = figure.querySelector('[data-part=data]');
           {alter};
         }}).observe(figure, {{ childList: true }})"
    );
    one_stays_prerendered_in(ctx, "", FIGURE, &when_it_comes)
}

/// `alter` changes `figure`, in the file that has every figure.
fn one_stays_prerendered(ctx: &BrowserCtx, alter: &str) -> TestResult {
    one_stays_prerendered_in(ctx, SINGLE_FILE, FIGURE, alter)
}

/// `alter` changes `concerned`, an element called `figure` in it, at `path`.
fn one_stays_prerendered_in(ctx: &BrowserCtx, path: &str, concerned: &str, alter: &str) -> TestResult {
    let page = altered(ctx, path, &format!("const figure = document.getElementById('{concerned}'); {alter}"))?;
    for figure in page.figures()? {
        is_decided(&page, &figure)?;
        if figure == concerned { is_as_prerendered(&page, &figure)? } else { is_alive(&page, &figure)? }
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

/// Scrolls to the figure and waits until it is interactive or the console says why it is not.
fn is_decided(page: &Page, figure: &str) -> TestResult {
    page.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
    let decided =
        format!("__probe.warnings.some((words) => words.includes(' {figure} ')) || performance.getEntriesByName('figure:{figure}').length");
    page.until("a start, or a warning,", &decided)?;
    page.frames()
}
