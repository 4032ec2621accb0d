//! A machine that has only what a test gives it.

use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::{Child, Command},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

const STAND_IN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/setup/stand_in.sh");
/// What the stand-ins themselves need.
const SHELL_TOOLS: [&str; 6] = ["sh", "basename", "dirname", "cp", "mkdir", "cat"];

/// Where the project lies.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// A temporary folder with a path of programs, a home, a rustup and a cache of its own.
#[derive(Clone)]
pub(crate) struct Machine {
    folder: Arc<Folder>,
    variables: Vec<(String, String)>,
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// How a command ended.
pub(crate) struct Run {
    pub(crate) success: bool,
    /// Both outputs.
    pub(crate) printed: String,
}

impl Machine {
    /// A machine whose path holds stand-ins of `programs`, and whose rustup has the machine's own toolchain linked.
    pub(crate) fn new(programs: &[&str]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("xtask-machine-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(folder.join("bin")).unwrap();
        fs::create_dir_all(folder.join("home")).unwrap();
        fs::create_dir_all(folder.join("cache")).unwrap();
        fs::create_dir_all(folder.join("rustup/toolchains")).unwrap();
        symlink(sysroot(), folder.join("rustup/toolchains/default")).unwrap();
        let stand_in = folder.join("stand-in");
        fs::copy(STAND_IN, &stand_in).unwrap();
        fs::set_permissions(&stand_in, fs::Permissions::from_mode(0o755)).unwrap();
        for program in programs {
            symlink(&stand_in, folder.join("bin").join(program)).unwrap();
        }
        for program in SHELL_TOOLS {
            let real = ["/bin", "/usr/bin"].iter().map(|place| Path::new(place).join(program)).find(|path| path.exists()).unwrap();
            symlink(real, folder.join("bin").join(program)).unwrap();
        }
        Self { folder: Arc::new(Folder(folder)), variables: Vec::new() }
    }

    /// The version of the Rust that is called without asking for any; it has no WebAssembly target.
    pub(crate) fn own_rust(self, version: &str) -> Self {
        self.set("OWN_RUST", version)
    }

    /// Its Rust has the WebAssembly target, too.
    pub(crate) fn with_target(self) -> Self {
        fs::create_dir_all(self.path("own/lib/rustlib/wasm32-unknown-unknown/lib")).unwrap();
        self
    }

    /// Sets a variable of the environment.
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.0.join(below)
    }

    /// Where the tools are kept.
    pub(crate) fn cache(&self) -> PathBuf {
        self.path("cache/csto-explainer")
    }

    /// Where the pinned Rust stands once it is installed.
    pub(crate) fn toolchain(&self) -> PathBuf {
        self.path("rustup/toolchains").join(version("rust"))
    }

    /// `xtask` with `words`, in an environment that has nothing else.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(words).env_clear().current_dir(project());
        command.env("PATH", self.path("bin")).env("HOME", self.path("home")).env("RUSTUP_HOME", self.path("rustup"));
        command.env("XDG_CACHE_HOME", self.path("cache")).env("RUSTUP_AUTO_INSTALL", "0").env("RUST_BACKTRACE", "1");
        command.env("RECORD", self.path("record")).env("STAND_IN", self.path("stand-in")).env("OWN_SYSROOT", self.path("own"));
        command.env("TRUNK", version("trunk")).env("WASM_BINDGEN", locked("wasm-bindgen"));
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs `xtask` to its end.
    pub(crate) fn run(&self, words: &[&str]) -> Run {
        let output = self.command(words).output().unwrap();
        let printed = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        Run { success: output.status.success(), printed }
    }

    /// Runs `xtask serve` on a free port; the stand-in of Trunk ends at once.
    pub(crate) fn serve(&self) -> Run {
        self.run(&["serve", "--port", &port().to_string()])
    }

    /// What the stand-ins were asked, besides the questions by which `xtask` finds out what is there.
    pub(crate) fn asked(&self) -> Vec<String> {
        let record = fs::read_to_string(self.path("record")).unwrap_or_default();
        let is_question = |line: &&str| super::QUESTIONS.iter().any(|question| line.starts_with(question));
        let without_toolchain = |line: &str| line.split(" # ").next().unwrap_or_default().trim_end().to_owned();
        record.lines().filter(|line| !is_question(line)).map(without_toolchain).collect()
    }

    /// Checks what was asked, in its order; capital names stand for versions, the cache, the port and
    /// the hash of a source. Trunk is compiled while other
    /// stages go on, so its place is only between the toolchain and the first start of Trunk.
    #[track_caller]
    pub(crate) fn assert_asked(&self, expected: &[&str]) {
        let asked: Vec<String> = self.asked().iter().map(|line| without_hash(&without_port(line))).collect();
        let expected: Vec<String> = expected.iter().map(|line| self.filled(line)).collect();
        let is_trunk = |line: &&String| line.starts_with("cargo install trunk ") || line.starts_with("cargo binstall ");
        let (of_trunk, others): (Vec<_>, Vec<_>) = asked.iter().partition(is_trunk);
        assert_eq!((of_trunk, others), expected.iter().partition(is_trunk), "{asked:#?}");
        let place = |start: &str| asked.iter().position(|line| line.starts_with(start));
        if let Some(trunk) = place("cargo install trunk ") {
            assert!(place("rustup toolchain").is_none_or(|rust| rust < trunk), "{asked:#?}");
            assert!(place("trunk serve").is_none_or(|serve| trunk < serve), "{asked:#?}");
        }
    }

    /// The toolchains under which the stand-ins were asked what begins with `start`.
    pub(crate) fn toolchains_of(&self, start: &str) -> Vec<String> {
        let record = fs::read_to_string(self.path("record")).unwrap_or_default();
        let asked = record.lines().filter(|line| line.starts_with(start));
        asked.map(|line| line.split(" # ").nth(1).unwrap_or_default().to_owned()).collect()
    }

    /// `text` with the versions and the cache in place of their names.
    pub(crate) fn filled(&self, text: &str) -> String {
        text.replace("RUSTUP", "rustup")
            .replace("RUST", &version("rust"))
            .replace("OLDEST", &version("rust-oldest"))
            .replace("TRUNK", &version("trunk"))
            .replace("BINARYEN", &version("binaryen"))
            .replace("BINDGEN", &locked("wasm-bindgen"))
            .replace("CACHE", &self.cache().display().to_string())
    }
}

impl Run {
    /// No path may end in a stack.
    #[track_caller]
    pub(crate) fn assert_no_backtrace(&self) {
        let signs = ["panicked at", "backtrace", "stack"];
        assert!(!signs.iter().any(|sign| self.printed.contains(sign)), "{}", self.printed);
    }
}

/// What `child` prints, line by line.
pub(crate) fn lines(child: &mut Child) -> impl Iterator<Item = String> + use<> {
    BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok)
}

/// The version pinned for `tool` in Cargo.toml.
pub(crate) fn version(tool: &str) -> String {
    let manifest = fs::read_to_string(project().join("Cargo.toml")).unwrap();
    let tools = manifest.split("[workspace.metadata.tools]").nth(1).unwrap();
    tools.lines().find_map(|line| line.strip_prefix(&format!("{tool} = \""))).unwrap().trim_end_matches('"').to_owned()
}

fn locked(package: &str) -> String {
    let lock = fs::read_to_string(project().join("Cargo.lock")).unwrap();
    lock.split(&format!("name = \"{package}\"\nversion = \"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// The folder of the Rust that runs this test.
pub(crate) fn sysroot() -> PathBuf {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().into()
}

fn port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// The port of each run is another.
fn without_port(line: &str) -> String {
    match line.split_once("--port ") {
        Some((before, _)) => format!("{before}--port PORT"),
        None => line.to_owned(),
    }
}

/// The hash in the name of a tool's folder changes with the tool's source.
fn without_hash(line: &str) -> String {
    let parts = line.split_inclusive(['-', '.']).map(|part| match part.strip_suffix('.') {
        Some(hash) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => "SOURCE.",
        _ => part,
    });
    parts.collect()
}
