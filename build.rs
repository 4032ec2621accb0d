//! Asks the linker of the browser's program to say which code and data refer to which, so that the tool that binds it can
//! leave out what nothing refers to once panics are cut (tools/wasm-bindgen).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
