//! Measures the built site beside its peers: `cargo xtask bench` prepares what this needs and calls it.

mod files;
mod frames;
mod measure;
mod options;
mod report;
mod server;
mod subject;
mod visit;

use std::{env, fs, net::SocketAddr, process::ExitCode};

use anyhow::{Context, Result, ensure};
use lexopt::Parser;
use serde_json::Value;

use crate::{files::Files, options::Options, subject::Subject};

fn main() -> ExitCode {
    match Options::parse(Parser::from_env()).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let dist = options::from_root(env::var("DIST").unwrap_or_else(|_| "dist".into()));
    if let Some(folder) = &options.before {
        ensure!(
            folder.join("embed").join(subject::FIGURE).is_dir(),
            "{}: has no embed of {}; name the `dist` of another build after `--before`.",
            folder.display(),
            subject::FIGURE
        );
    }
    let host = server::start(Files::new(dist, options.before.clone()))?;
    let report = if options.frames { frames::measure(options, host)? } else { visits(options, host)? };
    let Some(file) = &options.json else { return Ok(()) };
    fs::write(file, format!("{report:#}\n")).with_context(|| format!("{} cannot be written; name another file", file.display()))
}

fn visits(options: &Options, host: SocketAddr) -> Result<Value> {
    let subjects: Vec<&Subject> = subject::ALL.iter().filter(|subject| options.wants(subject.name)).collect();
    let mut found: report::Found = subjects.iter().map(|subject| (subject.name, visit::Sample::new())).collect();
    // All in turn, so that what slows the machine for a while slows all. The first round packs files and fills the
    // system's caches.
    for round in 0..=options.runs {
        for (subject, (name, all)) in subjects.iter().zip(&mut found) {
            let sample = visit::visit(subject, host)?;
            eprintln!("round {round} of {}: {name}", options.runs);
            if round > 0 {
                sample.into_iter().for_each(|(key, values)| all.entry(key).or_default().extend(values));
            }
        }
    }
    println!("Medians of {} visits.\n\n{}", options.runs, report::table(&found));
    Ok(report::json(&found))
}
