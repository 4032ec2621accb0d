//! Makes the list behind the test `essay_runs`: `cargo run --example essay_runs -- TEXT > tests/essay_runs/numbers.txt`,
//! where TEXT is a file with the plain text of the essay. The essay is its author's, so the list has numbers of its runs of
//! words, from which no word can be read.

#[path = "../tests/essay_runs/runs.rs"]
mod runs;

use std::{collections::BTreeSet, env, error::Error, fs, io::Write};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("name the file with the text")?;
    let text = fs::read_to_string(&path).map_err(|e| format!("{path}: cannot be read ({e}); name a file with plain text"))?;
    let numbers: BTreeSet<u64> = runs::runs(&text).iter().map(|run| runs::number(run)).collect();
    let mut out = std::io::stdout().lock();
    for number in numbers {
        writeln!(out, "{number:016x}")?;
    }
    Ok(())
}
