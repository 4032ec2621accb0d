//! What readers would notice, one file a theme; `docs/testing.md` says how to run one case in one engine.

mod accessible;
mod addresses;
mod builder;
mod contents;
mod cover;
mod delivery;
mod dom_mutation;
mod downloads;
mod embed_script;
mod embeds;
mod figure;
mod fonts;
mod hosting;
mod keyboard;
mod layout;
mod loading;
mod missing_apis;
mod named_states;
mod notes;
mod offline;
mod print;
mod reading_modes;
mod reference;
mod saved;
mod scriptless;
mod sharing;
mod single;
mod slashless;
mod state;
mod tab_order;
mod tones;
mod tooltips;
mod tree;
mod user_preferences;
mod walk;

use std::path::{Path, PathBuf};

use csto_explainer::{build::site, content::Content};

/// The folder of the project whose site is tested.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Its content, for cases that compare what is shown with what it says.
fn content() -> Result<Content, String> {
    site::read(&project()).map_err(|faults| format!("{faults:#?}"))
}

fn main() -> std::process::ExitCode {
    let themes = [
        loading::cases(),
        scriptless::cases(),
        delivery::cases(),
        missing_apis::cases(),
        dom_mutation::cases(),
        keyboard::cases(),
        state::cases(),
        addresses::cases(),
        reference::cases(),
        layout::cases(),
        fonts::cases(),
        notes::cases(),
        reading_modes::cases(),
        contents::cases(),
        cover::cases(),
        walk::cases(),
        tooltips::cases(),
        tones::cases(),
        user_preferences::cases(),
        accessible::cases(),
        tab_order::cases(),
        tree::cases(),
        print::cases(),
        saved::cases(),
        downloads::cases(),
        embeds::cases(),
        embed_script::cases(),
        named_states::cases(),
        hosting::cases(),
        slashless::cases(),
        offline::cases(),
        builder::cases(),
        sharing::cases(),
        single::cases(),
    ];
    browsers::run(&themes.into_iter().flatten().collect::<Vec<_>>())
}
