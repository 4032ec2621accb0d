//! The pages of the record beside the page: a reader comes there, finds all that there is, and comes back.

use browsers::{BrowserCtx, Page, ServerConfig, TestCase, TestResult, ensure, ensure_eq, keys};

use crate::figure::{is_alive, part};

pub(crate) fn cases() -> Vec<TestCase> {
    vec![
        TestCase::new(the_list_leads_to_a_figure_and_that_back_to_its_place),
        TestCase::new(the_treaty_follows_its_switch_with_all_articles_open),
        TestCase::new(a_link_to_an_article_opens_it_again_and_again),
        TestCase::new(what_stands_open_stays_open_when_the_figure_comes_alive),
        TestCase::new(a_table_is_sorted_by_value_up_and_down_and_back_by_keys),
        TestCase::new(every_table_that_never_changes_can_be_sorted_by_every_column),
        TestCase::new(the_ledger_is_sorted_by_country_and_by_deaths_and_back_by_keys),
    ]
}

/// Waits until the page at `path` shows what `selector` finds.
fn arrives(page: &Page, path: &str, selector: &str) -> TestResult {
    let there = format!(
        "document.readyState === 'complete' && location.pathname === '/{path}' && (() => {{ \
         const box = document.querySelector('{selector}').getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0 }})()"
    );
    page.until(&format!("{selector} at /{path}"), &there)
}

fn the_list_leads_to_a_figure_and_that_back_to_its_place(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "figures/")?;
    page.click("#burden a")?;
    arrives(&page, "figures/burden/", "figure h1")?;
    page.wait_until_interactive("burden")?;
    is_alive(&page, "burden")?;
    page.run("scrollTo(0, 0)")?;
    page.click(".way-back")?;
    // The page does not show the figure, but has a step that took its place.
    arrives(&page, "", "#burden")?;
    page.until("the step in its place", "document.querySelector('#who-came .walk').dataset.step === '4'")?;
    page.click(".reference-links a[href^=ledger]")?;
    arrives(&page, "ledger/", "h1")?;
    page.is_quiet()
}

fn the_treaty_follows_its_switch_with_all_articles_open(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "treaty/")?;
    page.wait_until_interactive("treaty")?;
    let sentence = page.words_in(&part("treaty", "sentence"))?;
    page.click("input[name=treaty][value='1992']")?;
    page.until("the choice in the address", "location.search.includes('treaty=1992')")?;
    ensure(page.words_in(&part("treaty", "sentence"))? != sentence, "the sentence stays as it was")?;
    ensure(!page.shows(".wording-since")?, "the later wording is still shown")?;
    ensure_eq("articles that are folded away", page.number("document.querySelectorAll('details:not([open])').length")?, 0.0)?;
    page.is_quiet()
}

fn a_link_to_an_article_opens_it_again_and_again(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "embed/treaty/#article-4")?;
    page.wait_until_interactive("treaty")?;
    let open = |id: &str| format!("document.querySelector('#{id} > details').open");
    page.until("article 4, to which the address leads,", &open("article-4"))?;
    for _ in 0..2 {
        page.run("location.hash = 'article-2'")?;
        page.until("article 2", &open("article-2"))?;
        ensure(page.is(&open("article-4"))?, "article 4 closes by itself")?;
        page.click("#article-4 > details > summary")?;
        page.until("article 4 closed by the reader", &format!("!{}", open("article-4")))?;
        page.run("location.hash = 'article-4'")?;
        page.until("article 4 anew", &open("article-4"))?;
        page.click("#article-2 > details > summary")?;
        page.until("article 2 closed by the reader", &format!("!{}", open("article-2")))?;
    }
    page.is_quiet()
}

fn what_stands_open_stays_open_when_the_figure_comes_alive(ctx: &BrowserCtx) -> TestResult {
    for path in ctx.reference_pages() {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
        }
        ensure_eq(&path, page.number("document.querySelectorAll('figure details:not([open])').length")?, 0.0)?;
    }
    Ok(())
}

/// The rows of the table of memberships, in words; and the values of their cells of the `column`, from 1, empty where there is none.
fn rows(page: &Page) -> TestResult<Vec<String>> {
    page.texts("[...document.querySelectorAll('.spells tbody tr')].map((row) => row.innerText)")
}

fn values(page: &Page, column: usize) -> TestResult<Vec<Option<u32>>> {
    let found = page.texts(&format!(
        "[...document.querySelectorAll('.spells tbody tr > :nth-child({column})')].map((cell) => cell.dataset.value ?? '')"
    ))?;
    Ok(found.iter().map(|value| value.parse().ok()).collect())
}

/// That the values rise, or fall, and that rows without one follow.
fn are_sorted(values: &[Option<u32>], falls: bool) -> TestResult {
    let known: Vec<u32> = values.iter().map_while(|value| *value).collect();
    let blank = &values[known.len()..];
    let follow = known.windows(2).all(|pair| if falls { pair[0] >= pair[1] } else { pair[0] <= pair[1] });
    ensure(follow && blank.iter().all(Option::is_none) && !blank.is_empty(), format!("falls: {falls}: {values:?}"))
}

fn a_table_is_sorted_by_value_up_and_down_and_back_by_keys(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "figures/timeline/")?;
    page.wait_until_interactive("timeline")?;
    let (until, first) = (5, rows(&page)?);
    let head = format!(".spells thead th:nth-child({until})");
    let name = page.words_in(&head)?;
    page.tab_to(&format!("{head} button"))?;
    let sorted = |key: char, order: &str, announced: &str| {
        page.press(&[key])?;
        let is_sorted = format!("document.querySelector('{head}').getAttribute('aria-sort') === {order}");
        page.until(&format!("{order} by key"), &is_sorted)?;
        let said = format!("document.querySelector('[data-part=announce]').textContent.includes('{announced}')");
        page.until(&format!("“{announced}” announced"), &said)?;
        ensure(page.is(&format!("document.activeElement.matches('{head} button')"))?, "the focus leaves the button")
    };
    sorted(keys::ENTER, "'ascending'", &format!("{name}”, ascending"))?;
    are_sorted(&values(&page, until)?, false)?;
    // Not by words: then the day would come first.
    let words =
        page.texts(&format!("[...document.querySelectorAll('.spells tbody tr > :nth-child({until})')].map((cell) => cell.innerText)"))?;
    ensure(!words.is_sorted(), "the dates are sorted as words")?;
    sorted(' ', "'descending'", &format!("{name}”, descending"))?;
    are_sorted(&values(&page, until)?, true)?;
    sorted(keys::ENTER, "null", "first order")?;
    ensure_eq("rows as at first", rows(&page)?, first)?;
    // One column at a time.
    page.click(".spells thead th:nth-child(1) button")?;
    page.click(&format!("{head} button"))?;
    page.until("one sorted column", "document.querySelectorAll('[aria-sort]').length === 1")?;
    ensure_eq("the address", page.query()?, String::new())?;
    page.is_quiet()
}

fn every_table_that_never_changes_can_be_sorted_by_every_column(ctx: &BrowserCtx) -> TestResult {
    let mut tables = 0.0;
    for path in ctx.figure_pages() {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
        }
        tables += page.number("document.querySelectorAll('[data-part=sortable]').length")?;
        let unsorted = page.texts(
            "[...document.querySelectorAll('[data-part=sortable] thead th')].filter((head) => { const button = head.querySelector('button'); \
             if (!button) return true; button.click(); return !button.offsetHeight }).map((head) => head.textContent)",
        )?;
        ensure(unsorted.is_empty(), format!("{path:?}: nothing sorts by {unsorted:?}"))?;
        page.is_quiet()?;
    }
    ensure(tables > 5.0, format!("{tables} tables can be sorted"))
}

/// What `expression` gives of each row of the ledger, from the first.
fn of_each_row(page: &Page, expression: &str) -> TestResult<Vec<String>> {
    page.texts(&format!("[...document.querySelectorAll('.ledger tbody tr[id]')].map((row) => String({expression}))"))
}

fn the_ledger_is_sorted_by_country_and_by_deaths_and_back_by_keys(ctx: &BrowserCtx) -> TestResult {
    let page = ctx.visit(ServerConfig::whole(), "ledger/")?;
    let by_date = of_each_row(&page, "row.id")?;
    let (country, deaths) = (".ledger-order button[value=country]", ".ledger-order button[value=deaths]");
    let press = |key: char, is_pressed: bool, said: &str| {
        page.press(&[key])?;
        page.until(
            &format!("the announcement {said}"),
            &format!(
                "document.querySelector('[data-part=order-said]').textContent.includes('{said}') \
                 && document.querySelector('{country}').ariaPressed === '{is_pressed}'"
            ),
        )
    };
    let titles = || of_each_row(&page, "row.querySelector('.ledger-title').textContent");
    page.tab_to(country)?;
    press(keys::ENTER, true, "ascending")?;
    let up = titles()?;
    ensure(up.is_sorted() && up[0].starts_with("Armenia"), format!("the rows stand so: {up:?}"))?;
    ensure(!page.shows(".ledger-here")?, "the line that says when the essay was written stands among countries")?;
    press(' ', true, "descending")?;
    ensure(titles()?.iter().rev().is_sorted(), "the rows do not fall")?;
    press(keys::ENTER, false, "first order")?;
    ensure_eq("the rows at last", of_each_row(&page, "row.id")?, by_date)?;
    ensure(page.shows(".ledger-here")?, "the line is lost")?;
    page.click(deaths)?;
    let counts = of_each_row(&page, "row.querySelector('[data-deaths]')?.dataset.deaths ?? 'none'")?;
    let known: Vec<f64> = counts.iter().map_while(|count| count.parse().ok()).collect();
    ensure(known.len() > 9 && known.is_sorted(), format!("the counts stand so: {counts:?}"))?;
    ensure(counts[known.len()..].iter().all(|count| count == "none"), format!("what has no count is not last: {counts:?}"))?;
    page.is_quiet()?;
    let page = ctx.visit(ServerConfig::whole().without_script(), "ledger/")?;
    ensure(!page.shows(".ledger-order")?, "buttons that do nothing are shown")
}
