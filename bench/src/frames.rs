//! How long the frames take in which dots move, in `troop-dots` and on the stage of the walk, in each engine, on this machine as
//! it is.

use std::net::SocketAddr;

use anyhow::Result;
use browsers::{Browser, Engine, Session};
use serde_json::{Value, json};

use crate::options::Options;

/// A way between two steps: what it shows, the page, the mark that says when it can begin, the steps, and the height of the
/// drawing where it isn't the page's own.
struct Way {
    name: String,
    path: String,
    mark: &'static str,
    steps: [&'static str; 2],
    height: Option<u32>,
}

/// Dots of the last ways.
const COUNTS: [u32; 6] = [1_000, 2_500, 10_000, 25_000, 50_000, 100_000];
/// Times that each way is gone.
const TIMES: usize = 5;

/// Prints a table and returns all times, in milliseconds.
///
/// # Errors
/// When a browser fails; one that is missing is left out and named.
pub(crate) fn measure(options: &Options, host: SocketAddr) -> Result<Value> {
    let mut found = Vec::new();
    println!(
        "| engine | dots | frame's work: median, ms | 95 of 100 within, ms | longest, ms | between frames: median, ms | 95 of 100 within, ms |"
    );
    println!("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    for engine in Engine::ALL {
        let browser = match Browser::start(engine, false) {
            Ok(browser) => browser,
            Err(sentence) => {
                eprintln!("{sentence}");
                continue;
            }
        };
        let session = browser.session();
        session.resize(1280, 900)?;
        for way in ways().into_iter().filter(|way| options.wants(&way.name)) {
            let [work, gaps] = go(session, host, &way)?;
            let [middle, most, longest] = [50, 95, 100].map(|percent| at(&work, percent));
            let [between, gap] = [50, 95].map(|percent| at(&gaps, percent));
            println!("| {} | {} | {middle:.1} | {most:.1} | {longest:.1} | {between:.1} | {gap:.1} |", engine.name(), way.name);
            found.push(json!({ "engine": engine.name(), "way": way.name, "work": work, "gaps": gaps }));
        }
    }
    Ok(Value::Array(found))
}

fn ways() -> Vec<Way> {
    let own = |name: &str, steps| Way {
        name: name.into(),
        path: "site/embed/troop-dots/".into(),
        mark: "figure:troop-dots",
        steps,
        height: None,
    };
    // Steps of the walk are the ids of their cards.
    let walk = Way {
        name: "2500 on the stage of the walk, from senders to how we know".into(),
        path: "site/#who-came-2".into(),
        mark: "scene:who-came",
        steps: ["who-came-2", "who-came-3"],
        height: None,
    };
    // 178 dots a row at a pitch of 4 pixels, with room for a line of words.
    let many = |dots: &u32| Way {
        name: format!("{dots} squares, generated"),
        path: format!("site/dots/{dots}/"),
        mark: "figure:troop-dots",
        steps: ["all", "rapid"],
        height: Some(dots.div_ceil(178) * 4 + 40),
    };
    let built = [own("2500 rings, from all to how we know", ["all", "known"]), own("2500 squares, then 18000 at rest", ["known", "rapid"])];
    [walk].into_iter().chain(built).chain(COUNTS.iter().map(many)).collect()
}

fn go(session: &Session, host: SocketAddr, way: &Way) -> Result<[Vec<f64>; 2]> {
    session.open(&format!("http://{host}/{}", way.path))?;
    let when_interactive = "const [mark, done] = arguments; const look = () => performance.getEntriesByName(mark).length \
                 ? done() : setTimeout(look, 50); look()";
    session.run_until_called(when_interactive, &[json!(way.mark)])?;
    let (mut work, mut gaps) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let found = session.run_until_called(include_str!("frames.js"), &[json!(way.steps[0]), json!(way.steps[1]), json!(way.height)])?;
        let list = |key: &str| found.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_f64).collect::<Vec<_>>();
        work.extend(list("work"));
        gaps.extend(list("gaps"));
    }
    Ok([work, gaps])
}

/// The value below which so many of a hundred lie.
fn at(values: &[f64], percent: usize) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_lie_above() {
        let values: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        assert_eq!((at(&values, 50), at(&values, 95), at(&[], 95)), (50.0, 95.0, 0.0));
    }
}
