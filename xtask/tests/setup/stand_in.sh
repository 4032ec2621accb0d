#!/bin/sh
# Stands in for rustup, cargo, rustc, npm and the programs they install, under whichever name it is called by. It writes what
# it is asked into $RECORD, with the toolchain under which it is called, and installs what it is asked to install as copies of itself.
# STAND_IN_FAILURE, such as `cargo install:a message`, makes it fail where it is asked that.
name=$(basename "$0")
echo "$name $* # $RUSTUP_TOOLCHAIN" >> "$RECORD"
if [ -n "$STAND_IN_CHATTER" ] && [ "$name" = rustup ] && [ "$1" = toolchain ]; then
    echo "$STAND_IN_CHATTER"
fi

# A copy of this script as the program $1.
make() {
    mkdir -p "$(dirname "$1")" && cp "$STAND_IN" "$1"
}

# What `--root FOLDER` or `--prefix FOLDER` names.
folder_after() {
    wanted=$1
    shift
    while [ $# -gt 0 ]; do
        if [ "$1" = "$wanted" ]; then
            echo "$2"
        fi
        shift
    done
}

fail() {
    echo "$1" >&2
    exit 1
}

case "$STAND_IN_FAILURE" in
    "$name $1:"* | "$name $1 $2:"*) fail "${STAND_IN_FAILURE#*:}" ;;
esac

case "$name $1" in
    "rustc --version") echo "rustc $OWN_RUST (0123456789 2026-01-01)" ;;
    "rustc --print") echo "$OWN_SYSROOT" ;;
    "rustup which")
        program="$RUSTUP_HOME/toolchains/$3/bin/$4"
        if [ -x "$program" ]; then
            echo "$program"
        else
            fail "error: toolchain '$3' is not installed"
        fi
        ;;
    "rustup toolchain")
        for program in cargo rustc cargo-clippy clippy-driver cargo-fmt rustfmt; do
            make "$RUSTUP_HOME/toolchains/$3/bin/$program"
        done
        mkdir -p "$RUSTUP_HOME/toolchains/$3/lib/rustlib/wasm32-unknown-unknown/lib"
        ;;
    "cargo install")
        root=$(folder_after --root "$@")
        case "$*" in
            *tools/wasm-bindgen*) make "$root/bin/wasm-bindgen" ;;
            *) make "$root/bin/$2" ;;
        esac
        ;;
    "id -u") echo 0 ;;
    "npm install") make "$(folder_after --prefix "$@")/node_modules/.bin/wasm-opt" ;;
    "trunk --version") echo "trunk $TRUNK" ;;
    "wasm-bindgen --version") echo "wasm-bindgen $WASM_BINDGEN" ;;
    "wasm-opt "*)
        # Keeps what it is given, and with it the tables apart.
        while [ $# -gt 0 ]; do
            case "$1" in
                -o) out=$2 ;;
                *.wasm) module=${module:-$1} ;;
            esac
            shift
        done
        cp "$module" "$out"
        ;;
esac
