//! What readers would notice, one file a theme; `docs/testing.md` says how to run one case in one engine.

mod loading;

fn main() -> std::process::ExitCode {
    let themes = [loading::cases()];
    browsers::run(&themes.into_iter().flatten().collect::<Vec<_>>())
}
