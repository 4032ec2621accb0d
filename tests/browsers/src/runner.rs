//! Takes the cases through the engines: one browser each, side by side, and a line for every case.

use std::{process::ExitCode, thread, time::Instant};

use crate::{
    artifacts, browser::Browser, browser_ctx::BrowserCtx, engine::Engine, error::Cause, expect::TestResult, programs::Programs,
    session::Session, settings::Settings, test_case::TestCase,
};

#[derive(Debug, Default)]
struct Tally {
    passed: usize,
    failed: usize,
    /// What the failed cases said, to be repeated at the end, because logs are often cut to their end.
    faults: Vec<String>,
}

/// Runs the cases as the variables and the command line say, and ends with a line as Cargo's own tests do.
#[must_use]
pub fn run(cases: &[TestCase]) -> ExitCode {
    let settings = &match Settings::read(std::env::args().skip(1)) {
        Ok(settings) => settings,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::FAILURE;
        }
    };
    let begun = Instant::now();
    artifacts::clear();
    let mut tallies = Vec::new();
    thread::scope(|scope| {
        let mut running = Vec::new();
        for engine in Engine::ALL {
            let chosen = chosen(cases, engine, settings);
            if settings.list {
                chosen.iter().for_each(|case| println!("{} {}", engine.name(), case.name));
            } else if !chosen.is_empty() {
                match Programs::of(engine) {
                    Ok(_) => running.push(scope.spawn(move || in_engine(engine, chosen, settings))),
                    Err(sentence) => {
                        println!("{sentence}");
                        tallies.push(Tally { failed: usize::from(settings.complete), ..Tally::default() });
                    }
                }
            }
        }
        tallies.extend(running.into_iter().map(|worker| worker.join().unwrap_or(Tally { failed: 1, ..Tally::default() })));
    });
    if settings.list {
        return ExitCode::SUCCESS;
    }
    let (passed, failed) = tallies.iter().fold((0, 0), |(passed, failed), t| (passed + t.passed, failed + t.failed));
    if tallies.is_empty() {
        println!("No case has all these words in its name; --list shows the names.");
    }
    let success = failed == 0 && passed > 0;
    if success {
        artifacts::clear();
    }
    let faults: Vec<&str> = tallies.iter().flat_map(|tally| &tally.faults).map(String::as_str).collect();
    if !faults.is_empty() {
        println!("\nfailures:\n{}", faults.join("\n"));
    }
    let word = if success { "ok" } else { "FAILED" };
    println!("\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored; finished in {:.1} s", begun.elapsed().as_secs_f64());
    if success { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Calls `work` with a reader who has Chromium.
///
/// # Errors
/// When it does not start, and what `work` reports.
pub fn in_chromium(settings: &Settings, work: impl FnOnce(&BrowserCtx<'_>) -> TestResult) -> TestResult {
    let browser = Browser::start(Engine::Chromium, settings.visible)?;
    work(&BrowserCtx::new(browser.session(), settings))
}

fn chosen<'a>(cases: &'a [TestCase], engine: Engine, settings: &Settings) -> Vec<&'a TestCase> {
    let wanted = |case: &&TestCase| case.engines.contains(&engine) && settings.wants(&format!("{} {}", engine.name(), case.name));
    cases.iter().filter(wanted).collect()
}

#[allow(clippy::needless_pass_by_value)] // It is the worker's own.
fn in_engine(engine: Engine, cases: Vec<&TestCase>, settings: &Settings) -> Tally {
    let mut tally = Tally::default();
    let mut browser = None;
    for case in &cases {
        let begun = Instant::now();
        let mut taken = take(case, engine, settings, browser.take());
        if let Ok((_, Err(error))) = &taken
            && error.cause() == Cause::DriverLost
        {
            println!("test {} {}: {error}; once more, in a new browser", engine.name(), case.name);
            taken = take(case, engine, settings, None);
        }
        let (running, outcome) = match taken {
            Ok(taken) => taken,
            Err(fault) => {
                let line = format!("test {} … FAILED: {fault}", engine.name());
                println!("{line}");
                tally.failed = cases.len() - tally.passed;
                tally.faults.push(line);
                break;
            }
        };
        let line = report(case, running.session(), &outcome, begun);
        println!("{line}");
        match outcome {
            Ok(()) => tally.passed += 1,
            Err(_) => {
                tally.failed += 1;
                tally.faults.push(line);
            }
        }
        // One that is gone is left behind, so that the next case has another.
        browser = running.session().url().is_ok().then_some(running);
    }
    tally
}

/// Takes `case` through `browser`, or through a new one where there is none.
fn take(case: &TestCase, engine: Engine, settings: &Settings, browser: Option<Browser>) -> TestResult<(Browser, TestResult)> {
    let browser = browser.map_or_else(|| Browser::start(engine, settings.visible), Ok)?;
    let outcome = (case.run)(&BrowserCtx::new(browser.session(), settings));
    Ok((browser, outcome))
}

/// The line for a case, with what went wrong and where more is kept of it.
fn report(case: &TestCase, session: &Session, outcome: &TestResult, begun: Instant) -> String {
    let (name, seconds) = (format!("{} {}", session.engine().name(), case.name), begun.elapsed().as_secs_f64());
    match outcome {
        Ok(()) => format!("test {name} … ok ({seconds:.1} s)"),
        Err(fault) => {
            let kept = artifacts::keep(session, case.name, fault);
            format!("test {name} … FAILED ({seconds:.1} s)\n    {fault}\n    {}", kept.display())
        }
    }
}
