//! A real server with the project's sample of its configuration, on a port of its own, for as long as this value lives.

use std::{
    fmt, fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use ureq::Agent;

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where Debian's package puts nginx's module for brotli.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A server that the project has a sample for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Nginx,
    Caddy,
}

/// Stopped when dropped.
pub(crate) struct Server {
    kind: Kind,
    child: Child,
    agent: Agent,
    port: u16,
    /// Whether it can send the twins in brotli.
    pub(crate) has_brotli: bool,
}

/// What it answered.
pub(crate) struct Reply {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    /// Not decoded.
    pub(crate) text: String,
}

impl Reply {
    /// The value of a header by its name in any case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }
}

impl Server {
    /// Serves `root`, in or at which `site` lies; nothing where the server is not installed.
    pub(crate) fn start(kind: Kind, root: &Path, site: &Path) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("servers/{kind:?}-{port}"));
        fs::create_dir_all(&folder).expect("a folder");
        let has_brotli = matches!(kind, Kind::Caddy) || Path::new(BROTLI).exists();
        let (name, sample) = match kind {
            Kind::Nginx => ("nginx", include_str!("../../docs/hosting/nginx.conf")),
            Kind::Caddy => ("caddy", include_str!("../../docs/hosting/Caddyfile")),
        };
        let found = |place: &str| sample.matches(place).count();
        assert_eq!((found("/srv/csto/_headers"), found("/srv/csto")), (1, 2), "{kind:?}: the site's folder in the sample");
        let sample = sample.replace("/srv/csto/_headers", &format!("{}/_headers", site.display()));
        let sample = sample.replace("/srv/csto", &root.display().to_string());
        let config = match kind {
            Kind::Nginx => nginx(&sample, port, has_brotli),
            // Over plain HTTP, without its own door and without asking for a certificate.
            Kind::Caddy => format!(
                "{{\n\tadmin off\n\tauto_https off\n}}\n{}",
                sample.replace("example.org {", &format!("http://127.0.0.1:{port} {{"))
            ),
        };
        let file = folder.join(name);
        fs::write(&file, config).expect("a configuration");
        let mut command = Command::new(name);
        match kind {
            Kind::Nginx => command.arg("-p").arg(&folder).arg("-e").arg("stderr").arg("-c").arg(&file),
            Kind::Caddy => command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file).env("HOME", &folder),
        };
        let log = fs::File::create(folder.join("log")).expect("a log");
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().ok()?;
        // A reply is looked at as it came: nothing is decoded, and no status is a fault.
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None).build().into();
        let mut server = Self { kind, child, agent, port, has_brotli };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.child.try_wait().ok().flatten().is_some();
            let said = || fs::read_to_string(folder.join("log")).unwrap_or_default();
            assert!(!ended && begun.elapsed() < PATIENCE, "{kind:?} does not start: {}", said());
            thread::sleep(Duration::from_millis(20));
        }
        Some(server)
    }

    /// Asks for `path` as someone who reads `accepted` codings.
    pub(crate) fn get(&self, path: &str, accepted: &str) -> Reply {
        self.ask(path, ("accept-encoding", accepted))
    }

    /// Asks for `path` as someone who has what had this tag.
    pub(crate) fn get_if_changed(&self, path: &str, tag: &str) -> Reply {
        self.ask(path, ("if-none-match", tag))
    }

    fn ask(&self, path: &str, header: (&str, &str)) -> Reply {
        let reply = self.agent.get(format!("http://127.0.0.1:{}{path}", self.port)).header(header.0, header.1).call();
        let mut reply = reply.expect("an answer");
        let text = reply.body_mut().read_to_vec().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).expect("a body");
        let headers = reply.headers().iter().map(|(n, v)| (n.to_string(), v.to_str().unwrap_or_default().to_owned())).collect();
        Reply { status: reply.status().as_u16(), headers, text }
    }
}

/// The sample within what Debian's own `nginx.conf` gives it, in one process.
fn nginx(sample: &str, port: u16, has_brotli: bool) -> String {
    let module = if has_brotli { format!("load_module {BROTLI};\n") } else { String::new() };
    let sample = sample.replace("listen 80;", &format!("listen 127.0.0.1:{port};"));
    let sample = if has_brotli { sample.replace("# brotli_static on;", "brotli_static on;") } else { sample };
    let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|name| format!("{name}_temp_path {name};\n")).concat();
    format!("{module}daemon off;\nmaster_process off;\npid pid;\nevents {{}}\nhttp {{\naccess_log off;\n{folders}{sample}}}\n")
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
