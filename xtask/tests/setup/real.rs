//! The real rustup, for the toolchain alone: run only with `CI=true`, because it downloads some 200 MB.

use std::{env, fs, process::Command};

use crate::machine::{project, sysroot, version};

#[test]
fn the_real_rustup_installs_the_pinned_rust_beside_an_older_default() {
    if env::var("CI").as_deref() != Ok("true") {
        println!("Left out: it downloads a toolchain, and runs with CI=true.");
        return;
    }
    let home = env::temp_dir().join(format!("xtask-real-{}", std::process::id()));
    drop(fs::remove_dir_all(&home));
    fs::create_dir_all(&home).unwrap();
    let rustup = |words: &[&str]| {
        let mut command = Command::new("rustup");
        command.args(words).env("RUSTUP_HOME", home.join("rustup")).env_remove("RUSTUP_TOOLCHAIN");
        assert!(command.status().unwrap().success(), "rustup {words:?}");
    };
    rustup(&["toolchain", "link", "machine", &sysroot().display().to_string()]);
    rustup(&["default", "machine"]);

    let set_up = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["setup", "rust"]).current_dir(project());
        command.env("RUSTUP_HOME", home.join("rustup")).env("XDG_CACHE_HOME", home.join("cache")).env("RUSTUP_AUTO_INSTALL", "0");
        // As for a reader who calls it: cargo and rustup set these for the tests.
        command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
        // The toolchain's own programs stand before rustup's on the path of a test.
        let path = env::var_os("PATH").unwrap();
        let bin = sysroot().join("bin");
        command.env("PATH", env::join_paths(env::split_paths(&path).filter(|folder| *folder != bin)).unwrap());
        let output = command.output().unwrap();
        let printed = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        assert!(output.status.success(), "{printed}");
        printed
    };
    let first = set_up();
    let rustc = home.join("rustup/toolchains").read_dir().unwrap().map(|entry| entry.unwrap().path().join("bin/rustc"));
    let versions: Vec<String> =
        rustc.map(|rustc| String::from_utf8(Command::new(rustc).arg("--version").output().unwrap().stdout).unwrap()).collect();
    assert!(versions.iter().any(|line| line.starts_with(&format!("rustc {} ", version("rust")))), "{versions:?} {first}");
    assert!(set_up().contains(&format!("Rust {}: ready", version("rust"))));
    fs::remove_dir_all(&home).unwrap();
}
