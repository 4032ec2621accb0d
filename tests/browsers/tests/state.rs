//! What a reader chose stands in the address: shared, reloaded, undone.

use browsers::{Case, Outcome, Page, Random, Reader, Site, holds, keys, same};

use crate::{
    addresses::VALUES,
    figure::{is_alive, odd_address, part},
};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new(a_choice_survives_a_reload),
        Case::new(back_and_forward_undo_and_redo),
        Case::new(dragging_leaves_no_trail),
        Case::new(steps_in_the_number_field_leave_no_trail).in_chromium(),
        Case::new(what_is_chosen_already_adds_no_step_back),
        Case::new(a_shared_address_shows_what_was_shared),
        Case::new(every_figure_opens_as_it_was_shared),
        Case::new(a_bad_address_is_told_and_shows_the_usual),
        Case::new(a_first_stage_named_as_a_count_is_told_and_shows_the_whole),
        Case::new(a_total_out_of_range_falls_back_to_the_nearest),
        Case::new(the_answer_to_a_guess_follows_the_choice),
        Case::new(other_keys_and_the_fragment_stay),
        Case::new(a_link_in_the_text_sets_the_figure_and_back_undoes_it),
        Case::new(a_link_with_a_modifier_is_left_to_the_browser),
        Case::new(nothing_is_announced_that_nobody_chose),
        Case::new(a_guess_can_be_made_in_a_narrow_frame),
        Case::new(no_address_breaks_the_figure),
    ]
}

const FIGURE: &str = "troop-shares";
const EMBED: &str = "embed/troop-shares/";

fn alive<'a>(reader: &Reader<'a>, path: &str) -> Outcome<Page<'a>> {
    let page = reader.visit(Site::whole(), path)?;
    page.wake(FIGURE)?;
    Ok(page)
}

/// What the figure says: its sentence and the cells of its table.
fn said(page: &Page) -> Outcome<Vec<String>> {
    let (sentence, table) = (part(FIGURE, "sentence"), part(FIGURE, "table"));
    page.texts(&format!("[document.querySelector('{sentence}'), ...document.querySelectorAll('{table} td')].map((e) => e.textContent)"))
}

/// What is chosen: the measure, the total twice, and a count for each sender.
fn chosen(page: &Page) -> Outcome<Vec<String>> {
    let controls = "[name=unit]:checked, [name=total], [name=total-range], [name^=count-]:checked";
    page.texts(&format!("[...document.querySelectorAll('{controls}')].map((e) => e.value)"))
}

/// All that follows from the state.
fn shown(page: &Page) -> Outcome<(Vec<String>, Vec<String>)> {
    Ok((said(page)?, chosen(page)?))
}

fn until_total(page: &Page, total: &str) -> Outcome {
    page.until(&format!("a total of {total}"), &format!("document.querySelector('input[name=total]').value === '{total}'"))
}

fn a_choice_survives_a_reload(reader: &Reader) -> Outcome {
    let page = alive(reader, EMBED)?;
    page.click("[data-total='2030']")?;
    page.click("input[name=unit][value=share]")?;
    page.click("[data-set='1']")?;
    let before = (page.query()?, shown(&page)?);
    page.reload()?;
    page.wake(FIGURE)?;
    same("the figure after a reload", (page.query()?, shown(&page)?), before)?;
    page.is_quiet()
}

fn back_and_forward_undo_and_redo(reader: &Reader) -> Outcome {
    let page = alive(reader, EMBED)?;
    let first = shown(&page)?;
    page.click("[data-total='2030']")?;
    let second = shown(&page)?;
    page.click("input[name=count-blr][value='1']")?;
    let third = shown(&page)?;
    holds(first != second && second != third, "the choices change nothing")?;
    page.back()?;
    page.until("Back to the first choice", "document.querySelector('input[name=count-blr][value=\"0\"]').checked")?;
    same("after Back", shown(&page)?, second.clone())?;
    page.back()?;
    until_total(&page, "2500")?;
    same("after Back twice", shown(&page)?, first)?;
    page.forward()?;
    until_total(&page, "2030")?;
    same("after Forward", shown(&page)?, second)?;
    page.is_quiet()
}

fn dragging_leaves_no_trail(reader: &Reader) -> Outcome {
    let page = alive(reader, EMBED)?;
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
    same("the steps in the reader's history", page.number("history.length")?, before)
}

/// Elsewhere a field tells of its steps when it is left.
fn steps_in_the_number_field_leave_no_trail(reader: &Reader) -> Outcome {
    let page = alive(reader, EMBED)?;
    let before = page.number("history.length")?;
    page.tab_to("input[name=total]")?;
    page.press(&[keys::UP, keys::UP, keys::UP])?;
    page.until("the total in the address", "location.search.includes('total=2503')")?;
    same("the steps in the reader's history", page.number("history.length")?, before)
}

fn what_is_chosen_already_adds_no_step_back(reader: &Reader) -> Outcome {
    let page = alive(reader, EMBED)?;
    let before = page.number("history.length")?;
    page.click("[data-total='2500']")?;
    page.click("[data-set='0']")?;
    same("the steps in the reader's history", page.number("history.length")?, before)
}

fn a_shared_address_shows_what_was_shared(reader: &Reader) -> Outcome {
    let address = "?v=1&total=2030&unit=per-million&source=arm70-blr500-kgz200-tjk200";
    let page = alive(reader, &format!("{EMBED}{address}"))?;
    same("the choices", chosen(&page)?, ["per-million", "2030", "2030", "1", "1", "1", "0"].map(String::from))?;
    holds(!page.shows(&part(FIGURE, "address-note"))?, "a good address is called bad")?;
    same("the address", page.query()?, address)
}

fn every_figure_opens_as_it_was_shared(reader: &Reader) -> Outcome {
    let all = "[document.querySelector('figure').innerText, ...Array.from(document.querySelectorAll('figure :checked'), (e) => e.value)]";
    for path in reader.pages().into_iter().filter(|path| !path.is_empty()) {
        let page = reader.visit(Site::whole(), &path)?;
        let figures = page.figures()?;
        let address = odd_address(&figures);
        let mut shown = Vec::new();
        for query in ["", &address] {
            page.go_to(&(path.clone() + query))?;
            figures.iter().try_for_each(|figure| page.wake(figure))?;
            shown.push(page.texts(all)?);
            let told = figures.iter().map(|figure| page.shows(&part(figure, "address-note"))).collect::<Outcome<Vec<_>>>()?;
            holds(!told.contains(&true), format!("{path}{query}: a good address is called bad"))?;
        }
        // The map has no state.
        holds(figures == ["map"] || shown[0] != shown[1], format!("{path}{address} shows the usual"))?;
        page.is_quiet()?;
    }
    Ok(())
}

fn a_bad_address_is_told_and_shows_the_usual(reader: &Reader) -> Outcome {
    let usual = shown(&alive(reader, EMBED)?)?;
    for query in ["?total=abc", "?unit=furlongs", "?source=arm1", "?v=9&total=2030"] {
        let page = alive(reader, &format!("{EMBED}{query}"))?;
        holds(page.shows(&part(FIGURE, "address-note"))?, format!("{query}: the page says nothing about it"))?;
        same(query, shown(&page)?, usual.clone())?;
        page.click("[data-total='2030']")?;
        until_total(&page, "2030")?;
        holds(!page.shows(&part(FIGURE, "address-note"))?, format!("{query}: the page still says so after a choice"))?;
        page.is_quiet()?;
    }
    Ok(())
}

/// The first edition took Tajikistan's 100 for a rival count, and its addresses are shared.
fn a_first_stage_named_as_a_count_is_told_and_shows_the_whole(reader: &Reader) -> Outcome {
    let page = alive(reader, &format!("{EMBED}?v=1&total=2030&unit=per-million&source=arm70-blr500-kgz200-tjk100"))?;
    same("the choices", chosen(&page)?, ["per-million", "2030", "2030", "1", "1", "1", "0"].map(String::from))?;
    let note = part(FIGURE, "address-note");
    holds(page.shows(&note)?, "the page says nothing about it")?;
    let told = page.words_in(&note)?;
    holds(told.contains("first stage") && told.contains("100") && told.contains("200"), format!("the page says only: {told}"))?;
    page.click("[data-total='2500']")?;
    until_total(&page, "2500")?;
    holds(!page.shows(&note)?, "the page still says so after a choice")?;
    page.is_quiet()
}

fn a_total_out_of_range_falls_back_to_the_nearest(reader: &Reader) -> Outcome {
    for (query, total) in [("?total=0", "650"), ("?total=4294967295", "5000"), ("?total=5001", "5000")] {
        let page = alive(reader, &format!("{EMBED}{query}"))?;
        same(query, page.text("document.querySelector('input[name=total]').value")?, total)?;
        holds(page.shows(&part(FIGURE, "address-note"))?, format!("{query}: the page says nothing about it"))?;
    }
    Ok(())
}

fn the_answer_to_a_guess_follows_the_choice(reader: &Reader) -> Outcome {
    let page = alive(reader, EMBED)?;
    page.click("[data-part=guess-start]")?;
    page.click("[data-part=guess-show]")?;
    let last_number = |part: &str| {
        let text = page.text(&format!("document.querySelector('[data-part={part}]').textContent"))?;
        let digits = |word: &&str| word.starts_with(|first: char| first.is_ascii_digit());
        Ok::<_, String>(text.split(|c: char| !c.is_ascii_alphanumeric()).rfind(digits).unwrap_or_default().to_owned())
    };
    let first = last_number("guess-answer")?;
    page.click("[data-total='2030']")?;
    holds(last_number("guess-answer")? != first, format!("the answer still says {first}"))?;
    same("the share in the answer", last_number("guess-answer")?, last_number("sentence")?)
}

fn other_keys_and_the_fragment_stay(reader: &Reader) -> Outcome {
    let page = alive(reader, &format!("{EMBED}?theme=dark&utm_source=x#{FIGURE}"))?;
    holds(!page.shows(&part(FIGURE, "address-note"))?, "a key of others is called bad")?;
    page.click("[data-total='2030']")?;
    page.until("the total in the address", "location.search.includes('total=2030')")?;
    let query = page.query()?;
    holds(query.starts_with("?theme=dark&utm_source=x&"), format!("the address has become {query}"))?;
    same("the fragment", page.text("location.hash")?, format!("#{FIGURE}"))
}

fn a_link_in_the_text_sets_the_figure_and_back_undoes_it(reader: &Reader) -> Outcome {
    let page = alive(reader, "")?;
    let before = shown(&page)?;
    let link = "a[href^='?'][href*='total=2030'][href$='#troop-shares']";
    page.click(link)?;
    until_total(&page, "2030")?;
    holds(page.query()?.contains("total=2030"), "the address does not follow the link")?;
    holds(page.is("document.activeElement.id === 'troop-shares'")?, "Tab goes on from the link and not from the figure")?;
    page.back()?;
    until_total(&page, "2500")?;
    same("the figure after Back", shown(&page)?, before)?;
    page.is_quiet()
}

fn a_link_with_a_modifier_is_left_to_the_browser(reader: &Reader) -> Outcome {
    let page = alive(reader, "")?;
    let before = shown(&page)?;
    page.run(
        "addEventListener('click', (event) => { window.__left = !event.defaultPrevented; event.preventDefault() });
         document.querySelector(\"a[href^='?'][href$='#troop-shares']\").dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));",
    )?;
    holds(page.is("window.__left")?, "the figure takes a click that asks for a tab of its own")?;
    same("the figure", shown(&page)?, before)
}

/// Longer than an announcement waits for another; begun after it, so it ends after it.
const LATER: &str = "window.__later = false; setTimeout(() => { window.__later = true }, 1000)";

fn nothing_is_announced_that_nobody_chose(reader: &Reader) -> Outcome {
    let page = reader.visit(Site::whole(), "?v=1&burden=five&total=2030")?;
    let figures = [FIGURE, "timeline", "burden"];
    figures.iter().try_for_each(|figure| page.wake(figure))?;
    // As a link to a chapter does.
    page.run("location.hash = '#sources'")?;
    page.until("the chapter in the address", "location.hash === '#sources'")?;
    page.run(LATER)?;
    page.until("the end of a pause", "window.__later")?;
    for figure in figures {
        same(figure, page.words_in(&part(figure, "announce"))?, "")?;
    }
    Ok(())
}

fn a_guess_can_be_made_in_a_narrow_frame(reader: &Reader) -> Outcome {
    let page = alive(reader, EMBED)?;
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

fn no_address_breaks_the_figure(reader: &Reader) -> Outcome {
    let seed = Random::seed();
    let mut random = Random::from_seed(seed);
    let page = reader.visit(Site::whole(), EMBED)?;
    for _ in 0..50 {
        let pairs: Vec<_> = (0..=random.below(4)).map(|_| format!("{}={}", random.pick(&KEYS), random.pick(&VALUES))).collect();
        let address = format!("{EMBED}?{}#{}", pairs.join("&"), random.pick(&VALUES));
        stands(&page, &address).map_err(|fault| format!("SEED={seed}, {address}: {fault}"))?;
    }
    Ok(())
}

fn stands(page: &Page, address: &str) -> Outcome {
    page.go_to(address)?;
    page.wake(FIGURE)?;
    is_alive(page, FIGURE)?;
    let total = page.number("Number(document.querySelector('input[name=total]').value)")?;
    holds((650.0..=5000.0).contains(&total), format!("the total is {total}"))?;
    same("injected elements", page.number("document.querySelectorAll('[onerror], body > script:not([type])[src], img').length")?, 0.0)?;
    page.is_quiet()
}
