//! `cargo xtask build`: the site for release in `dist/`, ready for any static host.

use std::{
    fs,
    path::Path,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};

use crate::{
    command_line::Flags,
    paths, precompressed, programs,
    progress::{Outcome, Stage, Stages},
    say::{self, say},
    setup::{self, Needs, Ready, Tools, WasmOpt},
    sizes,
};

/// The environment variable from which the prerender has the site's absolute address.
const PUBLIC_URL: &str = "SITE_PUBLIC_URL";
/// The environment variable that names the folder with the programs that Trunk does not compile.
const PROGRAMS: &str = "FIGURE_PROGRAMS";
/// The environment variable with which the code becomes the article's program.
const ARTICLE: &str = "ARTICLE";
/// Trunk's template without wasm-opt, written for one build.
const UNOPTIMISED: &str = "index.unoptimised.html";

/// How many stages [`build`] takes.
pub(crate) const STAGES: usize = 4;

/// Sets up, builds into `dist/` for the site's absolute address, if it is given, and reports the sizes.
///
/// # Errors
/// One sentence when a tool cannot be had or the build fails.
pub(crate) fn run(public_url: Option<&str>, flags: Flags) -> Result<ExitCode> {
    let needs = Needs::BUILD;
    let mut stages = Stages::new(needs.stages() + STAGES, flags.is_verbose);
    let ready = setup::ready(needs, flags, &mut stages)?;
    build(public_url, &ready, &mut stages)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds into `dist/` and reports the sizes.
///
/// # Errors
/// One sentence when a part cannot be built.
pub(crate) fn build(public_url: Option<&str>, ready: &Ready, stages: &mut Stages) -> Result<()> {
    let tools = ready.tools()?;
    let programs = programs::build(ready, stages)?;
    compile(ready, stages, true)?;

    let mut trunk = trunk_build(tools, public_url, "index.html")?;
    let mut stage = stages.begin("the pages, by Trunk", "about a minute");
    match stage.attempt(trunk.env(PROGRAMS, &programs))? {
        Outcome::Failed(_) if matches!(tools.wasm_opt, Some(WasmOpt::Download { .. })) => {
            build_unoptimised(tools, public_url, &programs, &mut stage)?;
        }
        outcome => outcome.or_fail(not_built)?,
    }
    let dist = paths::root().join("dist");
    // Trunk leaves its lock behind; it is not part of the site.
    fs::remove_file(dist.join(".trunk-lock"))
        .or_else(|e| if e.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(e) })
        .context("dist/.trunk-lock: cannot be removed; remove it before uploading.")?;
    precompressed::write(&dist)?;
    stage.end();
    say::write(format_args!("{}", sizes::report(&dist)?));
    say!("The site is in dist/; upload that folder to any static host.");
    Ok(())
}

/// Compiles the page's WebAssembly and the program that writes the pages, in two stages, with the words that Trunk will use: so
/// Trunk, which prints all that cargo prints, finds them compiled.
///
/// # Errors
/// One sentence when one does not compile.
pub(crate) fn compile(ready: &Ready, stages: &mut Stages, is_release: bool) -> Result<()> {
    let failed = || "The code was not compiled, as the message above says; mend that and run the command again.".to_owned();
    let mut stage = stages.begin("the page’s WebAssembly", "about half a minute");
    let mut wasm = ready.rust.cargo();
    wasm.args(["build", "--locked", "--target", "wasm32-unknown-unknown", "--bin", "csto-explainer", "--no-default-features"]);
    wasm.args(["--features", "csr"]);
    if is_release {
        wasm.arg("--release").env(ARTICLE, "1");
    }
    stage.run(&mut wasm, failed)?;
    stage.end();
    let mut stage = stages.begin("the program that writes the pages", "1 to 3 minutes");
    stage.run(ready.rust.cargo().args(["build", "--locked", "--bin", "prerender"]), failed)?;
    stage.end();
    Ok(())
}

/// The sentence for a site that Trunk could not build.
fn not_built() -> String {
    "The site was not built, as the message above says; mend that and run the command again.".into()
}

fn trunk_build(tools: &Tools, public_url: Option<&str>, template: &str) -> Result<Command> {
    let mut trunk = tools.trunk()?;
    trunk.args(["build", template, "--release"]).env(ARTICLE, "1");
    match public_url {
        Some(url) => trunk.env(PUBLIC_URL, url),
        None => trunk.env_remove(PUBLIC_URL),
    };
    Ok(trunk)
}

/// Builds without wasm-opt, for where not even Trunk could download it.
fn build_unoptimised(tools: &Tools, public_url: Option<&str>, programs: &Path, stage: &mut Stage) -> Result<()> {
    say!("Trying again without wasm-opt, in case it was only that Trunk could not download it.");
    let path = paths::root().join(UNOPTIMISED);
    let fault = || format!("{UNOPTIMISED}: cannot be written; make the project's folder writable.");
    let template = fs::read_to_string(paths::root().join("index.html")).with_context(fault)?;
    let mut trunk = trunk_build(tools, public_url, UNOPTIMISED)?;
    fs::write(&path, unoptimised(&template)).with_context(fault)?;
    let built = stage.run(trunk.env(PROGRAMS, programs), not_built);
    fs::remove_file(&path).with_context(fault)?;
    built?;
    eprintln!(
        "Warning: there is no wasm-opt, so the page's WebAssembly is about twice as large as it could be; install binaryen and build again."
    );
    Ok(())
}

/// Trunk's template with wasm-opt switched off.
fn unoptimised(template: &str) -> String {
    template.replace("data-wasm-opt=\"s\"", "data-wasm-opt=\"0\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_can_do_without_wasm_opt() {
        let template = fs::read_to_string(paths::root().join("index.html")).unwrap();
        assert!(unoptimised(&template).contains("data-wasm-opt=\"0\"") && !unoptimised(&template).contains("data-wasm-opt=\"s\""));
    }
}
