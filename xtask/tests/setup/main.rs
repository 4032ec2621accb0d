//! The real `xtask`, on machines that have little: stand-ins record what it asks of rustup, cargo and npm.
//!
//! Each test gives it a home, a cache and a rustup of its own, in which only the machine's default toolchain is linked.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot make its machine should stop")]

mod machine;
mod real;

use std::{fs, os::unix::fs::PermissionsExt, process::Command};

use machine::Machine;

/// The questions by which it finds out what is there.
const QUESTIONS: [&str; 7] =
    ["id -u", "rustc --version", "rustc --print", "rustup which", "trunk --version", "wasm-bindgen --version", "wasm-opt "];

const INSTALL_RUST: &str = "rustup toolchain install RUST --profile minimal --no-self-update --component clippy --component rustfmt \
                            --target wasm32-unknown-unknown";
const INSTALL_TRUNK: &str = "cargo install trunk --version TRUNK --root CACHE/trunk-TRUNK.new --target-dir CACHE/trunk-TRUNK.build --locked \
                             --debug --no-default-features --features rustls";
const INSTALL_WASM_BINDGEN: &str = "cargo install --path tools/wasm-bindgen --root CACHE/wasm-bindgen-tool-BINDGEN-SOURCE.new --target-dir \
                                    CACHE/wasm-bindgen-tool-BINDGEN-SOURCE.build --locked --profile tool";
const INSTALL_WASM_OPT: &str = "npm install --no-save --no-audit --no-fund --prefix CACHE/binaryen-BINARYEN.new binaryen@BINARYEN";
const COMPILE_WASM: &str = "cargo build --locked --target wasm32-unknown-unknown --bin csto-explainer --no-default-features --features csr";
const COMPILE_PRERENDER: &str = "cargo build --locked --bin prerender";
const SERVE: &str = "trunk serve --dist target/serve --address 127.0.0.1 --port PORT";

#[test]
fn with_an_older_rust_serve_installs_the_pinned_one_and_the_tools_and_then_serves() {
    for default in ["1.88.0", "1.95.0"] {
        let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust(default);
        let run = machine.serve();
        assert!(run.success, "{}", run.printed);
        let asked = [INSTALL_RUST, INSTALL_TRUNK, INSTALL_WASM_BINDGEN, COMPILE_WASM, COMPILE_PRERENDER, SERVE];
        machine.assert_asked(&asked);
        let plan = "To be installed now, once:\n  Rust RUST with clippy, rustfmt and wasm32-unknown-unknown, by rustup";
        assert!(run.printed.contains(&machine.filled(plan)), "{}", run.printed);
        assert!(run.printed.contains("[1/6] Rust") && run.printed.contains("[6/6] the pages"), "{}", run.printed);

        let again = machine.serve();
        assert!(again.success && !again.printed.contains("To be installed"), "{}", again.printed);
        machine.assert_asked(&[&asked[..], &[COMPILE_WASM, COMPILE_PRERENDER, SERVE]].concat());
    }
}

#[test]
fn automatic_installation_makes_no_difference() {
    for setting in ["0", "1"] {
        let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0").set("RUSTUP_AUTO_INSTALL", setting);
        assert!(machine.run(&["setup", "rust"]).success);
        machine.assert_asked(&[INSTALL_RUST]);
    }
}

#[test]
fn everything_runs_under_the_pinned_rust() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0");
    assert!(machine.serve().success);
    let under = machine.toolchains_of("cargo build");
    assert!(!under.is_empty() && under.iter().all(|name| *name == machine.filled("RUST")), "{under:?}");
}

#[test]
fn an_own_rust_that_is_new_enough_serves_without_rustup_being_asked() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.999.0").with_target();
    assert!(machine.serve().success);
    machine.assert_asked(&[INSTALL_TRUNK, INSTALL_WASM_BINDGEN, COMPILE_WASM, COMPILE_PRERENDER, SERVE]);
}

#[test]
fn tests_use_the_pinned_rust_even_beside_a_newer_one() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.999.0").with_target();
    assert!(machine.run(&["setup", "rust"]).success);
    machine.assert_asked(&[INSTALL_RUST]);
}

#[test]
fn a_toolchain_that_is_half_there_is_completed() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0");
    assert!(machine.run(&["setup", "rust"]).success);
    fs::remove_file(machine.toolchain().join("bin/cargo-clippy")).unwrap();
    assert!(machine.run(&["setup", "rust"]).success);
    fs::remove_dir_all(machine.toolchain().join("lib")).unwrap();
    assert!(machine.run(&["setup", "rust"]).success);
    machine.assert_asked(&[INSTALL_RUST; 3]);
}

#[test]
fn without_rustup_a_sentence_says_what_to_install() {
    let cases: [(&[&str], &str, bool, &str); 4] = [
        (&[], "", false, "There is no `rustc` on the path; install Rust with rustup (https://rustup.rs)."),
        (&["rustc", "cargo"], "1.90.0", true, "This Rust is 1.90.0, and OLDEST or newer is needed; install Rust with rustup"),
        (&["rustc", "cargo"], "1.999.0", false, "cannot compile to wasm32-unknown-unknown; install your system\u{2019}s package"),
        (&["rustc", "cargo"], "1.999.0", true, ""),
    ];
    for (programs, version, has_target, sentence) in cases {
        let machine = Machine::new(programs).own_rust(version);
        let machine = if has_target { machine.with_target() } else { machine };
        let run = machine.serve();
        assert_eq!(run.success, sentence.is_empty(), "{}", run.printed);
        assert!(run.printed.contains(&machine.filled(sentence).replace('\u{2019}', "'")), "{}", run.printed);
        run.assert_no_backtrace();
    }
}

#[test]
fn what_fails_ends_in_one_sentence_and_the_next_run_goes_on() {
    let cases = [
        ("rustup toolchain:error: could not download file from 'x': error sending request", "The network could not be reached"),
        ("rustup toolchain:error: something else", "Rust RUST could not be installed, as rustup's message above says"),
        ("cargo install:  [6] Could not resolve hostname (Could not resolve host: x)", "The network could not be reached"),
        ("cargo install:error: No space left on device (os error 28)", "The disk is full; free some space"),
        ("cargo install trunk:error: could not compile `x`", "trunk TRUNK could not be installed, as the message above says"),
        ("cargo install --path:error: could not compile `x`", "wasm-bindgen BINDGEN could not be installed, as the message above says"),
        ("cargo build:error[E0308]: mismatched types", "The code was not compiled, as the message above says"),
    ];
    for (failure, sentence) in cases {
        let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0");
        let run = machine.clone().set("STAND_IN_FAILURE", failure).serve();
        assert!(!run.success && run.printed.contains(&machine.filled(sentence)), "{failure}: {}", run.printed);
        let message = failure.split_once(':').unwrap().1;
        assert!(run.printed.contains(message), "what failed is shown: {}", run.printed);
        run.assert_no_backtrace();
        let next = machine.serve();
        assert!(next.success, "{failure}: {}", next.printed);
    }
}

#[test]
fn what_was_interrupted_is_never_taken_for_installed() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.999.0").with_target();
    // As an interrupted run leaves it: compiled in part, and a program that was not yet put in its place.
    for folder in ["trunk-TRUNK.build", "trunk-TRUNK.new/bin"] {
        fs::create_dir_all(machine.cache().join(machine.filled(folder))).unwrap();
    }
    fs::write(machine.cache().join(machine.filled("trunk-TRUNK.new/bin/trunk")), "half").unwrap();
    assert!(machine.serve().success);
    machine.assert_asked(&[INSTALL_TRUNK, INSTALL_WASM_BINDGEN, COMPILE_WASM, COMPILE_PRERENDER, SERVE]);
    let left: Vec<_> = fs::read_dir(machine.cache()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".new") && !name.to_string_lossy().ends_with(".build")), "{left:?}");
}

#[test]
fn a_tool_that_does_not_run_is_installed_anew() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.999.0").with_target();
    assert!(machine.serve().success);
    let trunk = machine.cache().join(machine.filled("trunk-TRUNK/bin/trunk"));
    fs::write(&trunk, "").unwrap();
    fs::set_permissions(&trunk, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(machine.serve().success);
    assert_eq!(machine.asked().iter().filter(|line| line.starts_with("cargo install trunk")).count(), 2);
}

#[test]
fn a_cache_that_cannot_be_written_is_named_with_its_remedy() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0");
    // A file where a folder must be: root may write where permissions say nobody may.
    fs::write(machine.cache(), "").unwrap();
    let run = machine.serve();
    let sentence = "set XDG_CACHE_HOME to a folder that is.\n  because: File exists";
    assert!(!run.success && run.printed.contains(sentence), "{}", run.printed);
    machine.assert_asked(&[]);
    run.assert_no_backtrace();
}

#[test]
fn a_second_set_up_waits_for_the_first() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0");
    fs::create_dir_all(machine.cache()).unwrap();
    let lock = fs::File::create(machine.cache().join("set-up.lock")).unwrap();
    fs4::FileExt::lock(&lock).unwrap();
    let mut second = machine.command(&["setup", "rust"]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut printed = machine::lines(&mut second);
    assert!(printed.any(|line| line.starts_with("Another set-up is at work in ")));
    machine.assert_asked(&[]);
    drop(lock);
    assert!(printed.any(|line| line == "Everything that was asked for is ready."));
    assert!(second.wait().unwrap().success());
    machine.assert_asked(&[INSTALL_RUST]);
}

#[test]
fn a_reader_who_stops_reading_ends_it_without_a_backtrace() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0");
    let mut command = machine.command(&["setup", "rust"]);
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.success(), String::from_utf8_lossy(&output.stderr).as_ref()), (false, ""));
}

#[test]
fn a_build_takes_wasm_opt_from_npm_and_leaves_packages_of_the_system_alone() {
    let machine = Machine::new(&["rustup", "rustc", "cargo", "npm"]).own_rust("1.95.0");
    assert!(machine.run(&["setup", "build"]).success);
    machine.assert_asked(&[INSTALL_RUST, INSTALL_TRUNK, INSTALL_WASM_BINDGEN, INSTALL_WASM_OPT]);
    assert!(machine.run(&["setup", "build"]).success);
    machine.assert_asked(&[INSTALL_RUST, INSTALL_TRUNK, INSTALL_WASM_BINDGEN, INSTALL_WASM_OPT]);
}

#[test]
fn cargo_binstall_is_used_where_it_is() {
    let machine = Machine::new(&["rustup", "rustc", "cargo", "cargo-binstall"]).own_rust("1.999.0").with_target();
    let run = machine.run(&["setup", "serve"]);
    assert!(run.success && run.printed.contains("downloaded by cargo-binstall"), "{}", run.printed);
    let binstall = "cargo binstall --no-confirm --disable-strategies compile --root CACHE/trunk-TRUNK.new trunk@TRUNK";
    // This stand-in installs nothing by binstall, as for a system without a ready-made program.
    machine.assert_asked(&[binstall, INSTALL_TRUNK, INSTALL_WASM_BINDGEN]);
}

#[test]
fn system_packages_are_named_beforehand_and_left_out_when_asked() {
    let machine = Machine::new(&["rustup", "rustc", "cargo", "npm", "apt-get", "id"]).own_rust("1.95.0");
    let without = machine.run(&["setup", "--no-install"]);
    assert!(
        without.success && without.printed.contains("Left out, for --no-install was given: Debian's packages chromium"),
        "{}",
        without.printed
    );
    assert!(!machine.asked().iter().any(|line| line.starts_with("apt-get")));
    let with = machine.run(&["setup"]);
    let plan = with.printed.find("Debian's packages chromium, chromium-driver, firefox-esr, webkit2gtk-driver").expect(&with.printed);
    let stage = with.printed.find("Debian's packages, by apt-get: usually").expect(&with.printed);
    assert!(plan < stage, "{}", with.printed);
    assert!(machine.asked().iter().any(|line| line.starts_with("apt-get --quiet --quiet --yes --no-install-recommends install chromium")));
}

#[test]
fn all_is_shown_only_when_asked() {
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0").set("STAND_IN_CHATTER", "   Compiling something");
    assert!(!machine.run(&["setup", "rust"]).printed.contains("Compiling something"));
    let machine = Machine::new(&["rustup", "rustc", "cargo"]).own_rust("1.95.0").set("STAND_IN_CHATTER", "   Compiling something");
    assert!(machine.run(&["setup", "rust", "--verbose"]).printed.contains("Compiling something"));
}

#[test]
fn an_unknown_word_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).args(["setup", "everything"]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("`setup` knows no `everything`"));
}
