//! Pictures of the page and of every figure's own page, for people to look at: `DIST=dist cargo run -p browsers --example
//! shots -- FOLDER`. At three widths, light and dark, as prerendered and as interactive, in Chromium.

use std::{fs, path::Path, process::ExitCode};

use browsers::{BrowserCtx, ServerConfig, Settings, TestResult, in_chromium};

const WIDTHS: [u32; 3] = [360, 768, 1280];
const SCHEMES: [&str; 2] = ["light", "dark"];

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("Where to? Give a folder for the pictures.");
        return ExitCode::FAILURE;
    };
    let taken = Settings::read(std::iter::empty()).and_then(|settings| in_chromium(&settings, |ctx| all(ctx, Path::new(&folder))));
    match taken {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn all(ctx: &BrowserCtx, folder: &Path) -> TestResult {
    fs::create_dir_all(folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    for path in ctx.pages() {
        for (form, site) in [("static", ServerConfig::whole().without_program()), ("interactive", ServerConfig::whole())] {
            for (width, scheme) in WIDTHS.iter().flat_map(|width| SCHEMES.map(|scheme| (*width, scheme))) {
                let page = ctx.visit(site.clone(), &path)?;
                page.resize(width, 900)?;
                page.emulate(&[("prefers-color-scheme", scheme)])?;
                if form == "interactive" {
                    for figure in page.figures()? {
                        page.wait_until_interactive(&figure)?;
                    }
                }
                let name = path.split('/').nth(1).unwrap_or("page");
                for (i, picture) in page.pictures()?.iter().enumerate() {
                    let file = folder.join(format!("{name}-{width}-{scheme}-{form}-{}.png", i + 1));
                    fs::write(&file, picture).map_err(|e| format!("{} cannot be written: {e}", file.display()))?;
                    println!("{}", file.display());
                }
            }
        }
    }
    Ok(())
}
