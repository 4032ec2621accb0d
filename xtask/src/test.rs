//! `cargo xtask test`: every check in order, stopping at the first that fails.

use std::{process::ExitCode, time::Instant};

use crate::{count::Count, process::cargo};

const STEPS: [(&str, &[&str]); 4] = [
    ("formatting", &["fmt", "--all", "--check"]),
    (
        "lints, native",
        &["clippy", "--quiet", "--workspace", "--all-targets", "--features", "csto-explainer/ssr", "--", "--deny", "warnings"],
    ),
    (
        "lints, WebAssembly",
        &[
            "clippy",
            "--quiet",
            "--package",
            "csto-explainer",
            "--features",
            "csr",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "--deny",
            "warnings",
        ],
    ),
    ("unit and integration tests", &["test", "--workspace", "--features", "csto-explainer/ssr"]),
];

/// Runs the steps; ends with the count of tests.
pub(crate) fn run() -> ExitCode {
    let mut count = Count::default();
    let mut failed = None;
    for (name, arguments) in STEPS {
        println!("== {name}");
        let start = Instant::now();
        let result = cargo(arguments);
        match result {
            Ok((success, output)) => {
                count.add(&output);
                println!("   {name}: {} s", start.elapsed().as_secs());
                if !success {
                    failed = Some(format!("The step “{name}” failed; its output above says why."));
                    break;
                }
            }
            Err(sentence) => {
                failed = Some(sentence);
                break;
            }
        }
    }
    if let Some(sentence) = &failed {
        eprintln!("{sentence}");
    }
    println!("{}", count.line());
    if failed.is_none() && count.failed == 0 && count.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
