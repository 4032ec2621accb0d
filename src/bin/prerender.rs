//! Writes the site: `prerender [FOLDER]`.
//!
//! The folder is the argument, else `TRUNK_STAGING_DIR` (Trunk's build in progress, which this completes), else
//! `dist`. `SITE_PUBLIC_URL`, when set, is the absolute address at which the site will stand; `FIGURE_PROGRAMS` names the
//! folder with the embeds' own programs, without which they load the page's.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use csto_explainer::build::site;

fn main() -> ExitCode {
    let folder = env::args().nth(1).or_else(|| env::var("TRUNK_STAGING_DIR").ok()).unwrap_or_else(|| "dist".into());
    let public_url = env::var("SITE_PUBLIC_URL").ok().filter(|url| !url.is_empty());
    let programs = env::var_os("FIGURE_PROGRAMS").map(PathBuf::from);
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    match site::write(project, Path::new(&folder), public_url.as_deref(), programs.as_deref()) {
        Ok(files) => {
            println!("Wrote {} files into {folder}", files.len());
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::FAILURE
        }
    }
}
