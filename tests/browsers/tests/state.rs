//! What a reader chose stands in the address: shared, reloaded, undone.

use browsers::{BrowserCtx, Page, Random, SINGLE_FILE, ServerConfig, TestCase, TestError, TestResult, ensure, ensure_eq, keys};

use crate::{
    addresses::VALUES,
    figure::{is_alive, non_default_address, part},
};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(a_choice_survives_a_reload),
        TestCase::new(back_and_forward_undo_and_redo),
        TestCase::new(dragging_leaves_no_trail),
        TestCase::new(back_leads_to_where_a_drag_ended),
        TestCase::new(a_drag_that_back_overtakes_is_forgotten),
        TestCase::new(steps_in_the_number_field_leave_no_trail).in_chromium(),
        TestCase::new(what_is_chosen_already_adds_no_step_back),
        TestCase::new(a_shared_address_shows_what_was_shared),
        TestCase::new(every_figure_opens_as_it_was_shared),
        TestCase::new(a_bad_address_is_reported_and_shows_the_default),
        TestCase::new(a_first_stage_named_as_a_count_is_reported_and_shows_the_whole),
        TestCase::new(a_total_out_of_range_falls_back_to_the_nearest),
        TestCase::new(the_answer_to_a_guess_follows_the_choice),
        TestCase::new(other_keys_and_the_fragment_stay),
        TestCase::new(a_link_in_the_text_sets_the_figure_and_back_undoes_it),
        TestCase::new(a_link_with_a_modifier_is_left_to_the_browser),
        TestCase::new(nothing_is_announced_that_nobody_chose),
        TestCase::new(folded_rows_open_for_who_asks_for_them),
        TestCase::new(a_guess_can_be_made_in_a_narrow_frame),
        TestCase::new(no_address_breaks_the_figure),
        TestCase::new(an_address_that_was_spoilt_on_its_way_is_read),
        TestCase::new(a_pasted_number_may_have_separators),
        TestCase::new(what_is_no_number_is_told),
        TestCase::new(a_phone_too_tells_the_limits_of_the_total),
        TestCase::new(in_a_frame_a_choice_adds_no_step_back_out_of_the_article),
    ]
}

const FIGURE: &str = "troop-shares";
const EMBED: &str = "embed/troop-shares/";

fn interactive<'a>(ctx: &BrowserCtx<'a>, path: &str) -> TestResult<Page<'a>> {
    let page = ctx.visit(ServerConfig::whole(), path)?;
    page.wait_until_interactive(FIGURE)?;
    Ok(page)
}

/// What the figure says: its sentence and the cells of its table.
fn said(page: &Page) -> TestResult<Vec<String>> {
    let (sentence, table) = (part(FIGURE, "sentence"), part(FIGURE, "table"));
    page.texts(&format!("[document.querySelector('{sentence}'), ...document.querySelectorAll('{table} td')].map((e) => e.textContent)"))
}

/// What is chosen: the measure, the total twice, and a count for each sender.
fn chosen(page: &Page) -> TestResult<Vec<String>> {
    let controls = "[name=unit]:checked, [name=total], [name=total-range], [name^=count-]:checked";
    page.texts(&format!("[...document.querySelectorAll('{controls}')].map((e) => e.value)"))
}

/// All that follows from the state.
fn shown(page: &Page) -> TestResult<(Vec<String>, Vec<String>)> {
    Ok((said(page)?, chosen(page)?))
}

fn until_total(page: &Page, total: &str) -> TestResult {
    page.until(&format!("a total of {total}"), &format!("document.querySelector('input[name=total]').value === '{total}'"))
}

fn a_choice_survives_a_reload(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    page.click("[data-total='2030']")?;
    page.click("input[name=unit][value=share]")?;
    page.click("[data-set='1']")?;
    let before = (page.query()?, shown(&page)?);
    page.reload()?;
    page.wait_until_interactive(FIGURE)?;
    ensure_eq("the figure after a reload", (page.query()?, shown(&page)?), before)?;
    page.is_quiet()
}

fn back_and_forward_undo_and_redo(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    let first = shown(&page)?;
    page.click("[data-total='2030']")?;
    let second = shown(&page)?;
    page.click("input[name=count-blr][value='1']")?;
    let third = shown(&page)?;
    ensure(first != second && second != third, "the choices change nothing")?;
    page.back()?;
    page.until("Back to the first choice", "document.querySelector('input[name=count-blr][value=\"0\"]').checked")?;
    ensure_eq("after Back", shown(&page)?, second.clone())?;
    page.back()?;
    until_total(&page, "2500")?;
    ensure_eq("after Back twice", shown(&page)?, first)?;
    page.forward()?;
    until_total(&page, "2030")?;
    ensure_eq("after Forward", shown(&page)?, second)?;
    page.is_quiet()
}

fn dragging_leaves_no_trail(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    let before = page.number("history.length")?;
    page.run(
        "const range = document.querySelector('input[name=total-range]');
         for (let total = 2600; total <= 3000; total += 10) {
           range.value = total;
           range.dispatchEvent(new Event('input', { bubbles: true }));
         }",
    )?;
    until_total(&page, "3000")?;
    page.until("the total in the address", "location.search.includes('total=3000')")?;
    ensure_eq("the steps in the reader's history", page.number("history.length")?, before)
}

/// Also where the next choice comes before the drag has entered the address.
fn back_leads_to_where_a_drag_ended(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    page.run(
        "const range = document.querySelector('input[name=total-range]');
         range.value = 3000;
         range.dispatchEvent(new Event('input', { bubbles: true }));
         document.querySelector('input[name=unit][value=share]').click();",
    )?;
    page.until("the unit in the address", "location.search.includes('unit=share')")?;
    // By the page itself: WebKit's own button passes over entries that came without a reader's hand, as this one did.
    page.run("history.back()")?;
    page.until("Back to bars of soldiers", "document.querySelector('input[name=unit][value=troops]').checked")?;
    until_total(&page, "3000")?;
    ensure(page.query()?.contains("total=3000"), "the address has lost the total")?;
    page.is_quiet()
}

/// What waited to enter the address would else replace an entry to which it does not belong.
fn a_drag_that_back_overtakes_is_forgotten(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    let (address, first) = (page.query()?, shown(&page)?);
    page.click("[data-total='2030']")?;
    until_total(&page, "2030")?;
    page.run(
        "const range = document.querySelector('input[name=total-range]');
         range.value = 3000;
         range.dispatchEvent(new Event('input', { bubbles: true }));
         history.back();",
    )?;
    until_total(&page, "2500")?;
    // Longer than a drag rests before it enters the address.
    page.resolved("new Promise((done) => setTimeout(done, 500))")?;
    ensure_eq("the figure after Back", (page.query()?, shown(&page)?), (address, first))?;
    page.is_quiet()
}

/// Elsewhere a field announces its steps when it is left.
fn steps_in_the_number_field_leave_no_trail(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    let before = page.number("history.length")?;
    page.tab_to("input[name=total]")?;
    page.press(&[keys::UP, keys::UP, keys::UP])?;
    page.until("the total in the address", "location.search.includes('total=2503')")?;
    ensure_eq("the steps in the reader's history", page.number("history.length")?, before)
}

fn what_is_chosen_already_adds_no_step_back(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    let before = page.number("history.length")?;
    page.click("[data-total='2500']")?;
    page.click("[data-set='0']")?;
    ensure_eq("the steps in the reader's history", page.number("history.length")?, before)
}

fn a_shared_address_shows_what_was_shared(ctx: &BrowserCtx) -> TestResult {
    let address = "?v=1&total=2030&unit=per-million&source=arm70-blr500-kgz200-tjk200";
    let page = interactive(ctx, &format!("{EMBED}{address}"))?;
    ensure_eq("the choices", chosen(&page)?, ["per-million", "2030", "2030", "1", "1", "1", "0"].map(String::from))?;
    ensure(!page.shows(&part(FIGURE, "address-note"))?, "a good address is called bad")?;
    ensure_eq("the address", page.query()?, address)
}

fn every_figure_opens_as_it_was_shared(ctx: &BrowserCtx) -> TestResult {
    let all = "[document.querySelector('figure').innerText, ...Array.from(document.querySelectorAll('figure :checked'), (e) => e.value)]";
    for path in ctx.pages().into_iter().filter(|path| !path.is_empty()) {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        let figures = page.figures()?;
        let address = non_default_address(&figures);
        let mut shown = Vec::new();
        for query in ["", &address] {
            page.go_to(&(path.clone() + query))?;
            figures.iter().try_for_each(|figure| page.wait_until_interactive(figure))?;
            shown.push(page.texts(all)?);
            let reported = figures.iter().map(|figure| page.shows(&part(figure, "address-note"))).collect::<TestResult<Vec<_>>>()?;
            ensure(!reported.contains(&true), format!("{path}{query}: a good address is called bad"))?;
        }
        // The map has no state.
        ensure(figures == ["map"] || shown[0] != shown[1], format!("{path}{address} shows the default"))?;
        page.is_quiet()?;
    }
    Ok(())
}

fn a_bad_address_is_reported_and_shows_the_default(ctx: &BrowserCtx) -> TestResult {
    let default = shown(&interactive(ctx, EMBED)?)?;
    for query in ["?total=abc", "?unit=furlongs", "?source=arm1", "?v=9&total=2030"] {
        let page = interactive(ctx, &format!("{EMBED}{query}"))?;
        ensure(page.shows(&part(FIGURE, "address-note"))?, format!("{query}: the page says nothing about it"))?;
        ensure_eq(query, shown(&page)?, default.clone())?;
        page.click("[data-total='2030']")?;
        until_total(&page, "2030")?;
        ensure(!page.shows(&part(FIGURE, "address-note"))?, format!("{query}: the page still says so after a choice"))?;
        page.is_quiet()?;
    }
    Ok(())
}

/// The first edition took Tajikistan's 100 for a rival count, and its addresses are shared.
fn a_first_stage_named_as_a_count_is_reported_and_shows_the_whole(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, &format!("{EMBED}?v=1&total=2030&unit=per-million&source=arm70-blr500-kgz200-tjk100"))?;
    ensure_eq("the choices", chosen(&page)?, ["per-million", "2030", "2030", "1", "1", "1", "0"].map(String::from))?;
    let note = part(FIGURE, "address-note");
    ensure(page.shows(&note)?, "the page says nothing about it")?;
    let reported = page.words_in(&note)?;
    ensure(
        reported.contains("first stage") && reported.contains("100") && reported.contains("200"),
        format!("the page says only: {reported}"),
    )?;
    page.click("[data-total='2500']")?;
    until_total(&page, "2500")?;
    ensure(!page.shows(&note)?, "the page still says so after a choice")?;
    page.is_quiet()
}

fn a_total_out_of_range_falls_back_to_the_nearest(ctx: &BrowserCtx) -> TestResult {
    for (query, total) in [("?total=0", "650"), ("?total=4294967295", "5000"), ("?total=5001", "5000")] {
        let page = interactive(ctx, &format!("{EMBED}{query}"))?;
        ensure_eq(query, page.text("document.querySelector('input[name=total]').value")?, total)?;
        ensure(page.shows(&part(FIGURE, "address-note"))?, format!("{query}: the page says nothing about it"))?;
    }
    Ok(())
}

fn the_answer_to_a_guess_follows_the_choice(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    page.click("[data-part=guess-start]")?;
    page.click("[data-part=guess-show]")?;
    let last_number = |part: &str| {
        let text = page.text(&format!("document.querySelector('[data-part={part}]').textContent"))?;
        let digits = |word: &&str| word.starts_with(|first: char| first.is_ascii_digit());
        Ok::<_, TestError>(text.split(|c: char| !c.is_ascii_alphanumeric()).rfind(digits).unwrap_or_default().to_owned())
    };
    let first = last_number("guess-answer")?;
    page.click("[data-total='2030']")?;
    ensure(last_number("guess-answer")? != first, format!("the answer still says {first}"))?;
    ensure_eq("the share in the answer", last_number("guess-answer")?, last_number("sentence")?)
}

fn other_keys_and_the_fragment_stay(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, &format!("{EMBED}?theme=dark&utm_source=x#{FIGURE}"))?;
    ensure(!page.shows(&part(FIGURE, "address-note"))?, "a key of others is called bad")?;
    page.click("[data-total='2030']")?;
    page.until("the total in the address", "location.search.includes('total=2030')")?;
    let query = page.query()?;
    ensure(query.starts_with("?theme=dark&utm_source=x&"), format!("the address has become {query}"))?;
    ensure_eq("the fragment", page.text("location.hash")?, format!("#{FIGURE}"))
}

fn a_link_in_the_text_sets_the_figure_and_back_undoes_it(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, "")?;
    let before = shown(&page)?;
    // It leads to another count for Belarus.
    let link = "a[href^='?'][href*='blr500'][href$='#troop-shares']";
    let counts = |which: &str| {
        page.until(
            &format!("count {which} for Belarus"),
            &format!("document.querySelector('[name=count-blr]:checked').value === '{which}'"),
        )
    };
    counts("0")?;
    page.click(link)?;
    counts("1")?;
    ensure(page.query()?.contains("blr500"), "the address does not follow the link")?;
    ensure(page.is("document.activeElement.id === 'troop-shares'")?, "Tab goes on from the link and not from the figure")?;
    page.back()?;
    counts("0")?;
    ensure_eq("the figure after Back", shown(&page)?, before)?;
    page.is_quiet()
}

fn a_link_with_a_modifier_is_left_to_the_browser(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, "")?;
    let before = shown(&page)?;
    page.run(
        "addEventListener('click', (event) => { window.__left = !event.defaultPrevented; event.preventDefault() });
         document.querySelector(\"a[href^='?'][href$='#troop-shares']\").dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));",
    )?;
    ensure(page.is("window.__left")?, "the figure takes a click that asks for a tab of its own")?;
    ensure_eq("the figure", shown(&page)?, before)
}

/// Longer than an announcement waits for another; begun after it, so it ends after it.
const LATER: &str = "window.__later = false; setTimeout(() => { window.__later = true }, 1000)";

fn nothing_is_announced_that_nobody_chose(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), &format!("{SINGLE_FILE}?v=1&burden=five&total=2030"))?;
    let figures = [FIGURE, "timeline", "burden"];
    figures.iter().try_for_each(|figure| page.wait_until_interactive(figure))?;
    // As a link to a section does.
    page.run("location.hash = '#sources'")?;
    page.until("the section in the address", "location.hash === '#sources'")?;
    page.run(LATER)?;
    page.until("the end of a pause", "window.__later")?;
    for figure in figures {
        ensure_eq(figure, page.words_in(&part(figure, "announce"))?, "")?;
    }
    Ok(())
}

fn folded_rows_open_for_who_asks_for_them(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/non-interventions/?v=1&asked=help")?;
    page.wait_until_interactive("non-interventions")?;
    let open = "document.querySelector('[data-part=others]').open";
    ensure(page.is(open)?, "the rows of the address stay folded away")?;
    let shown = "[...document.querySelectorAll('tr[data-asked]')].filter((row) => row.checkVisibility())";
    ensure(page.is(&format!("{shown}.length && {shown}.every((row) => row.dataset.group === 'help')"))?, "other rows are shown")?;
    page.click("input[name=asked][value=all]")?;
    page.until("the fold closed", &format!("!{open}"))?;
    page.click("[data-part=others] > summary")?;
    page.until("the fold opened by the reader", open)?;
    page.click("input[name=asked][value=no]")?;
    page.frames()?;
    ensure(page.is(open)?, "the rows that were asked for are folded away")?;
    page.is_quiet()
}

fn a_guess_can_be_made_in_a_narrow_frame(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    page.run("document.body.style.inlineSize = '230px'")?;
    page.click("[data-part=guess-start]")?;
    page.run("document.querySelector('[data-part=guess-range]').value = 40")?;
    page.click("[data-part=guess-show]")?;
    page.frames()?;
    page.click("[data-total='2030']")?;
    page.until(
        "the chosen total in the sentence",
        &format!("document.querySelector('{}').textContent.includes('2,030')", part(FIGURE, "sentence")),
    )?;
    page.is_quiet()
}

const KEYS: [&str; 9] = ["total", "unit", "source", "v", "theme", "", "TOTAL", "total%00", "__proto__"];

fn no_address_breaks_the_figure(ctx: &BrowserCtx) -> TestResult {
    let seed = Random::seed();
    let mut random = Random::from_seed(seed);
    let page = ctx.visit(ServerConfig::whole(), EMBED)?;
    for _ in 0..50 {
        let pairs: Vec<_> = (0..=random.below(4)).map(|_| format!("{}={}", random.pick(&KEYS), random.pick(&VALUES))).collect();
        let address = format!("{EMBED}?{}#{}", pairs.join("&"), random.pick(&VALUES));
        stands(&page, &address).map_err(|error| error.context(format!("SEED={seed}, {address}")))?;
    }
    Ok(())
}

fn stands(page: &Page, address: &str) -> TestResult {
    page.go_to(address)?;
    page.wait_until_interactive(FIGURE)?;
    is_alive(page, FIGURE)?;
    let total = page.number("Number(document.querySelector('input[name=total]').value)")?;
    ensure((650.0..=5000.0).contains(&total), format!("the total is {total}"))?;
    ensure_eq(
        "injected elements",
        page.number("document.querySelectorAll('[onerror], body > script:not([type])[src], img').length")?,
        0.0,
    )?;
    page.is_quiet()
}

/// Systems leave `&amp;` in addresses, and people write keys as they write names.
fn an_address_that_was_spoilt_on_its_way_is_read(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    for query in ["?v=1&amp;total=2030&amp;unit=share", "?V=1&Total=2030&Unit=share", "?v=1&amp;amp;total=2030&unit=share&Utm_source=x"] {
        page.run(&format!("window.__old = true; location.search = '{query}'"))?;
        page.until(query, "!window.__old && performance.getEntriesByName('figure:troop-shares').length")?;
        until_total(&page, "2030").map_err(|error| error.context(query))?;
        ensure(page.is("document.querySelector('[name=unit][value=share]').checked")?, format!("{query}: the measure is lost"))?;
        ensure(!page.shows(&part(FIGURE, "address-note"))?, format!("{query}: it is told as unreadable"))?;
        page.is_quiet()?;
    }
    // What pages around a figure write into its address is left as it is.
    page.run("location.search = '?childId=box-0&v=1&amp;total=2030'")?;
    page.until("the address as it should be", "location.search.startsWith('?childId=box-0&v=1&total=2030')")
}

/// Pastes `text` over what the field of the total holds.
fn paste(page: &Page, text: &str) -> TestResult {
    page.run("document.querySelector('#copied') || document.body.insertAdjacentHTML('beforeend', '<textarea id=copied></textarea>')")?;
    let text = serde_json::json!(text);
    page.run(&format!("const box = document.querySelector('#copied'); box.value = {text}; box.focus(); box.select()"))?;
    page.chord(&[keys::CONTROL, 'c'])?;
    page.run("const field = document.querySelector('input[name=total]'); field.focus(); field.select()")?;
    page.chord(&[keys::CONTROL, 'v'])?;
    page.press(&[keys::ENTER])
}

const TOLD: &str = "[data-part=controls] [role=alert]";

fn a_pasted_number_may_have_separators(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    for text in ["2,030", "2.030", "2 030", "2\u{a0}030", "2\u{202f}030", "2’030", "2'030", "2030", " 2,030 "] {
        page.click("[data-total='2500']")?;
        until_total(&page, "2500")?;
        paste(&page, text)?;
        until_total(&page, "2030").map_err(|error| error.context(format!("{text:?}")))?;
        page.until(&format!("the sentence for {text:?}"), "document.querySelector('[data-part=sentence]').textContent.includes('2,030')")?;
        ensure(!page.is(&format!("document.querySelector('{TOLD}')?.textContent"))?, format!("{text:?} is told as no number"))?;
    }
    page.is_quiet()
}

fn what_is_no_number_is_told(ctx: &BrowserCtx) -> TestResult {
    let page = interactive(ctx, EMBED)?;
    for text in ["two thousand", "2.5", "20,30", "10 January 2022"] {
        paste(&page, text)?;
        page.until(&format!("a word of {text:?}"), &format!("document.querySelector('{TOLD}')?.textContent.length > 20"))?;
        until_total(&page, "2500").map_err(|error| error.context(format!("{text:?}")))?;
        paste(&page, "2500")?;
        page.until(&format!("the end of the word of {text:?}"), &format!("!document.querySelector('{TOLD}').textContent"))?;
    }
    page.is_quiet()
}

fn a_phone_too_tells_the_limits_of_the_total(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_at(ServerConfig::whole(), EMBED, 360)?;
    page.wait_until_interactive(FIGURE)?;
    let shows = |part: &str| format!("document.querySelector('[data-part={part}]').checkVisibility({{ visibilityProperty: true }})");
    ensure(page.is(&shows("floor"))?, "the lowest total is not told")?;
    ensure(!page.is(&shows("above"))?, "2,500 is called more than any official figure")?;
    paste(&page, "2510")?;
    page.until("that it is above any official figure", &shows("above"))
}

fn in_a_frame_a_choice_adds_no_step_back_out_of_the_article(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit_in("datawrapper", ServerConfig::whole(), EMBED, "")?;
    page.enter(0)?;
    page.wait_until_interactive(FIGURE)?;
    // The frame knows of a new step at once, the page around it a moment later.
    let before = page.number("history.length")?;
    for total in ["2030", "2500"] {
        page.run(&format!("document.querySelector('[data-total=\"{total}\"]').click()"))?;
        page.until("the total in the address", &format!("location.search.includes('total={total}')"))?;
    }
    ensure_eq("the steps in the reader's history", page.number("history.length")?, before)?;
    page.leave()?;
    page.frames()?;
    ensure_eq("the steps that the page around it knows", page.number("history.length")?, before)
}
