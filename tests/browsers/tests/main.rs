//! What readers would notice, one file a theme; `docs/testing.md` says how to run one case in one engine.

mod accessible;
mod addresses;
mod altered;
mod builder;
mod contents;
mod delivery;
mod downloads;
mod embed_script;
mod embeds;
mod figure;
mod hosting;
mod keyboard;
mod layout;
mod loading;
mod notes;
mod offline;
mod paper;
mod powers;
mod scriptless;
mod sharing;
mod single;
mod state;
mod tips;
mod tones;
mod tree;
mod walk;
mod wishes;

fn main() -> std::process::ExitCode {
    let themes = [
        loading::cases(),
        scriptless::cases(),
        delivery::cases(),
        powers::cases(),
        altered::cases(),
        keyboard::cases(),
        state::cases(),
        addresses::cases(),
        layout::cases(),
        notes::cases(),
        contents::cases(),
        tips::cases(),
        tones::cases(),
        wishes::cases(),
        accessible::cases(),
        walk::cases(),
        tree::cases(),
        paper::cases(),
        downloads::cases(),
        embeds::cases(),
        embed_script::cases(),
        hosting::cases(),
        offline::cases(),
        builder::cases(),
        sharing::cases(),
        single::cases(),
    ];
    browsers::run(&themes.into_iter().flatten().collect::<Vec<_>>())
}
