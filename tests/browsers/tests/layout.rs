//! The page fits its window, whatever its width and the size of its letters, and nothing jumps.

use browsers::{BrowserCtx, Gate, Page, SINGLE_FILE, ServerConfig, TestCase, TestResult, ensure};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(nothing_is_wider_than_the_window),
        TestCase::new(nothing_is_wider_than_a_phone_without_script),
        TestCase::new(letters_twice_as_large_fit),
        TestCase::new(letters_twice_as_large_break_no_word_of_a_heading),
        TestCase::new(wider_spaced_letters_and_lines_fit),
        TestCase::new(open_tables_and_words_fit_a_phone),
        TestCase::new(drawings_cut_no_word),
        TestCase::new(words_of_a_drawing_shrink_in_a_frame_too_narrow_for_them),
        TestCase::new(words_of_a_drawing_grow_with_the_text_size),
        TestCase::new(no_line_begins_with_a_mark_or_its_punctuation),
        TestCase::new(a_term_wraps_as_the_text_around_it),
        TestCase::new(nothing_jumps_when_figures_become_interactive),
    ]
}

/// The first is a window of 1280 pixels at a zoom of 400 %.
const WIDTHS: [u32; 5] = [320, 360, 768, 1280, 2560];

/// Holds when the page needs no scrolling sideways, and nothing is cut at its edge instead, but what scrolls by itself.
pub(crate) fn fits(page: &Page) -> TestResult {
    let excess = page.number("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")?;
    let out = page.texts(
        "[...document.body.querySelectorAll('*')].filter((e) => { \
         const box = e.getBoundingClientRect(); \
         return box.width > 0 && box.right > document.scrollingElement.clientWidth + 1 && !e.closest('.scroll, svg') \
         }).slice(0, 5).map((e) => e.cloneNode().outerHTML.slice(0, 120) + e.textContent.slice(0, 30))",
    )?;
    ensure(excess <= 0.0 && out.is_empty(), format!("the page is {excess} px wider than its window; these stand out: {out:?}"))
}

/// Opens whatever is folded.
const UNFOLD: &str = "document.querySelectorAll('details').forEach((details) => { details.open = true })";

fn nothing_is_wider_than_the_window(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit_at(ServerConfig::whole(), &path, WIDTHS[0])?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
        }
        for width in WIDTHS {
            page.widen(width)?;
            fits(&page).map_err(|error| error.context(format!("{path:?} at {width} px")))?;
        }
    }
    Ok(())
}

fn nothing_is_wider_than_a_phone_without_script(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit_at(ServerConfig::whole().without_script(), &path, WIDTHS[0])?;
        fits(&page).map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

fn letters_twice_as_large_fit(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
        }
        page.run("document.documentElement.style.fontSize = '200%'")?;
        page.frames()?;
        fits(&page).map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

/// The words of headings, of cards and of names in a drawing that stand on more than one line.
const BROKEN: &str =
    "[...document.querySelectorAll('h1, h2, h3, .picture-title, .guarded li')].filter((e) => e.checkVisibility()).flatMap((e) => {
    const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), broken = [];
    for (let text; (text = texts.nextNode()); ) {
      for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\d]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = [...range.getClientRects()].map((rect) => rect.top);
        if (Math.max(...tops) - Math.min(...tops) > 8) broken.push(word);
      }
    }
    return broken;
  })";

fn letters_twice_as_large_break_no_word_of_a_heading(ctx: &BrowserCtx) -> TestResult {
    for (path, width) in ["", "ledger/", "figures/"].into_iter().flat_map(|path| [360, 768].map(|width| (path, width))) {
        let page = ctx.visit_at(ServerConfig::whole(), path, width)?;
        page.run("document.documentElement.style.fontSize = '200%'")?;
        page.frames()?;
        let broken = page.texts(BROKEN)?;
        ensure(broken.is_empty(), format!("{path:?} at {width} px: these are broken: {broken:?}"))?;
    }
    Ok(())
}

/// As a reader's own style may ask (WCAG 1.4.12). Drawings have their own letters.
const SPACED: &str = "const own = new CSSStyleSheet();
    own.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [own];";

fn wider_spaced_letters_and_lines_fit(ctx: &BrowserCtx) -> TestResult {
    let more = ["ledger/", "treaty/", "figures/", "figures/troop-shares/"].map(str::to_owned);
    let paths = [ctx.samples(), more.into()].concat();
    for (path, width) in paths.iter().flat_map(|path| [320, 1280].map(|width| (path, width))) {
        let page = ctx.visit_at(ServerConfig::whole(), path, width)?;
        page.figures()?.iter().try_for_each(|figure| page.wait_until_interactive(figure))?;
        page.run(SPACED)?;
        page.frames()?;
        fits(&page).map_err(|error| error.context(format!("{path:?} at {width} px")))?;
        let cut = page.texts(
            "[...document.querySelectorAll('main *')].filter((e) => { \
             const style = getComputedStyle(e); \
             return style.overflow !== 'visible' && style.position !== 'absolute' && e.checkVisibility() && !e.closest('.scroll, .marks, svg') \
               && e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 0 && style.overflowY !== 'visible' && style.overflowY !== 'auto' \
             }).map((e) => e.cloneNode().outerHTML.slice(0, 100))",
        )?;
        ensure(cut.is_empty(), format!("{path:?} at {width} px: these cut their words: {cut:?}"))?;
    }
    Ok(())
}

fn open_tables_and_words_fit_a_phone(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.all_pages() {
        let page = ctx.visit_at(ServerConfig::whole(), &path, WIDTHS[0])?;
        page.run(UNFOLD)?;
        page.frames()?;
        fits(&page).map_err(|error| error.context(format!("{path:?}")))?;
    }
    Ok(())
}

fn drawings_cut_no_word(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.pages() {
        let page = ctx.visit_at(ServerConfig::whole().without_program(), &path, WIDTHS[0])?;
        for width in WIDTHS {
            page.widen(width)?;
            // In units of the drawing. Firefox rounds what a text covers up to whole pixels, where an A reaches a hair beyond its
            // start, and gives it a box that is 1 px larger on every side.
            let cut = page.texts(
                "[...document.querySelectorAll('figure svg text')].filter((text) => { \
                 const svg = text.ownerSVGElement, [own, all] = [text, svg].map((e) => e.getBoundingClientRect()); \
                 const out = Math.max(all.left - own.left, own.right - all.right, all.top - own.top, own.bottom - all.bottom); \
                 return own.width > 0 && out > 3.1 * Math.max(1, all.width / svg.viewBox.baseVal.width) \
                 }).map((text) => text.textContent)",
            )?;
            ensure(cut.is_empty(), format!("{path:?} at {width} px: the edge of a drawing cuts {cut:?}"))?;
        }
    }
    Ok(())
}

/// Notes the size of the letters of each word on a canvas, in CSS pixels.
const LETTERS: &str = "window.__letters = [];
    const draw = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (...words) {
      window.__letters.push(parseFloat(/[\\d.]+px/.exec(this.font)[0]) / devicePixelRatio);
      return draw.apply(this, words);
    };";

fn words_of_a_drawing_shrink_in_a_frame_too_narrow_for_them(ctx: &BrowserCtx) -> TestResult {
    for figure in ["troop-shares", "burden", "forces"] {
        let page = ctx.visit(ServerConfig::whole().after_script(LETTERS), &format!("embed/{figure}/"))?;
        page.wait_until_interactive(figure)?;
        let full = page.number("Math.max(...window.__letters)")?;
        page.run("window.__letters = []; document.body.style.inlineSize = '230px'")?;
        page.until("another drawing", "window.__letters.length")?;
        page.frames()?;
        let narrow = page.number("Math.max(...window.__letters)")?;
        ensure(narrow < 0.8 * full, format!("{figure}: letters of {full} px are {narrow} px high in a frame of 230 px"))?;
    }
    Ok(())
}

fn words_of_a_drawing_grow_with_the_text_size(ctx: &BrowserCtx) -> TestResult {
    // In a wide window the wide drawing is still shown, which gives the words less room.
    let widths = [(768, 1.8), (1280, 1.4)];
    let figures = ["troop-shares", "burden", "forces", "timeline", "troop-dots"];
    for (figure, (width, times)) in figures.into_iter().flat_map(|figure| widths.map(|width| (figure, width))) {
        let page = ctx.visit_at(ServerConfig::whole().after_script(LETTERS), &format!("embed/{figure}/"), width)?;
        page.wait_until_interactive(figure)?;
        // A browser lays nothing out in a fold that is closed.
        page.run(UNFOLD)?;
        page.until("a drawing", "window.__letters.length")?;
        page.frames()?;
        let usual = page.number("Math.max(...window.__letters)")?;
        page.run("window.__letters = []; document.documentElement.style.fontSize = '200%'")?;
        page.until("another drawing", "window.__letters.length").map_err(|error| error.context(format!("{figure} at {width} px")))?;
        page.frames()?;
        let large = page.number("Math.max(...window.__letters)")?;
        ensure(
            large > times * usual,
            format!("{figure} at {width} px: letters of {usual} px have {large} px where text is twice as large"),
        )?;
    }
    Ok(())
}

fn nothing_jumps_when_figures_become_interactive(ctx: &BrowserCtx) -> TestResult {
    for (path, width) in ctx.samples().iter().flat_map(|path| [320, 768, 1280].map(|width| (path, width))) {
        let gate = Gate::default();
        // Of typefaces, which come later, other cases test.
        let page = ctx.visit_at(ServerConfig::whole().without(".woff2").held_program(&gate), path, width)?;
        let height =
            |figure: &str| page.number(&format!("document.querySelector('[data-figure=\"{figure}\"]').getBoundingClientRect().height"));
        let figures = page.figures()?;
        let before = figures.iter().map(|figure| height(figure)).collect::<TestResult<Vec<_>>>()?;
        gate.open();
        for (figure, before) in figures.iter().zip(before) {
            page.wait_until_interactive(figure)?;
            let after = height(figure)?;
            ensure((after - before).abs() <= 1.0, format!("{path:?} at {width} px: {figure} goes from {before} to {after} px"))?;
        }
    }
    Ok(())
}

/// The marks of notes, and what follows a mark or a term, that begin a line; each with the words around it.
const BEGINNING_A_LINE: &str = "(() => {
    const start = (block) => block.getBoundingClientRect().left + parseFloat(getComputedStyle(block).paddingInlineStart);
    const begins = (node) => {
        const range = document.createRange();
        range.selectNode(node);
        let block = node.parentElement;
        while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
        return range.getClientRects()[0]?.left < start(block) + 2;
    };
    const marks = [...document.querySelectorAll('main .mark')];
    const after = [...marks, ...document.querySelectorAll('main .term')].map((e) => e.nextSibling);
    return [...marks, ...after].filter((node) => node?.textContent.trim() && begins(node)).map((node) => node.parentElement.closest('p, li, td, th, dd, div').textContent.slice(0, 200));
})()";

fn no_line_begins_with_a_mark_or_its_punctuation(ctx: &BrowserCtx) -> TestResult {
    for path in ["", "ledger/", SINGLE_FILE] {
        let page = ctx.visit_at(ServerConfig::whole(), path, WIDTHS[0])?;
        page.run(UNFOLD)?;
        for width in [320, 360, 768] {
            page.widen(width)?;
            let begun = page.texts(BEGINNING_A_LINE)?;
            ensure(begun.is_empty(), format!("{path:?} at {width} px: a line begins with a mark or its punctuation: {begun:?}"))?;
        }
    }
    Ok(())
}

fn a_term_wraps_as_the_text_around_it(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), "", WIDTHS[0])?;
    page.run(UNFOLD)?;
    ensure(page.shows(".term")?, "no term shows")?;
    let blocks = page.texts(
        "[...document.querySelectorAll('.term')].filter((e) => e.offsetHeight > 2 * parseFloat(getComputedStyle(e).fontSize)).map((e) => e.textContent)",
    )?;
    ensure(blocks.is_empty(), format!("these terms stand in a block of their own: {blocks:?}"))
}
