//! A static file server for one case, on this machine and a port of its own.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use crate::{
    expect::TestResult,
    files,
    gate::Gate,
    headers, probe, program,
    random::Random,
    server_config::{Fault, ServerConfig},
};

/// A page that shows another of the same host in a frame: `?` and its path. Views can be narrower than any window so.
pub(crate) const FRAME_PATH: &str = "/__frame";

const FRAME: &str = "<!doctype html><title>frame</title><style>body { margin: 0 } iframe { border: 0; block-size: 800px }</style>\
                     <iframe></iframe><script>document.querySelector(\"iframe\").src = location.search.slice(1)</script>";

/// Where pages as publishers have them are served from `tests/browsers/hosts/`.
const HOSTS_PATH: &str = "/__hosts/";

/// Serves until it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    mount: String,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    /// The origin of the site for pages of others.
    origin: String,
    root: PathBuf,
    site: RwLock<ServerConfig>,
    requests: Mutex<Vec<String>>,
    late: usize,
    stopped: AtomicBool,
}

impl Server {
    /// Serves the files below `root`, unless `site` names another folder, as `site` says, each up to `late` milliseconds late.
    ///
    /// # Errors
    /// When this machine gives no port.
    pub(crate) fn start(root: &Path, site: ServerConfig, late: usize) -> TestResult<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|e| format!("no port to serve from: {e}"))?;
        let address = listener.local_addr().map_err(|e| format!("no port to serve from: {e}"))?;
        let mount = site.mount.clone();
        let shared = Arc::new(Shared {
            origin: format!("http://localhost:{}", address.port()),
            root: site.root.clone().unwrap_or_else(|| root.into()),
            site: RwLock::new(site),
            requests: Mutex::default(),
            late,
            stopped: AtomicBool::new(false),
        });
        let serving = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if serving.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let shared = serving.clone();
                // A browser that goes away in the midst of an answer is no fault.
                thread::spawn(move || shared.answer(stream).ok());
            }
        });
        Ok(Self { address, mount, shared })
    }

    /// The host with its port, such as `127.0.0.1:4711`.
    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// The full address of `path`, which is relative to the site's root.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.mount)
    }

    /// The address of a page that shows `path` in a frame.
    pub(crate) fn framed(&self, path: &str) -> String {
        format!("http://{}{FRAME_PATH}?{}{path}", self.address, self.mount)
    }

    /// The address of a page on another host, by the machine's other name, that shows `path` in a frame.
    pub(crate) fn framed_elsewhere(&self, path: &str) -> String {
        format!("http://localhost:{}{FRAME_PATH}?{}", self.address.port(), self.url(path))
    }

    /// From now on serves the files as `site` says, at the path as before.
    pub(crate) fn redeploy(&self, site: ServerConfig) {
        *self.shared.site.write().unwrap_or_else(PoisonError::into_inner) = site.below(&self.mount);
    }

    /// Stops: from now on nobody listens at its address.
    pub(crate) fn stop(&self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // Wakes the waiting thread, so that it sees that it is to stop.
        drop(TcpStream::connect(self.address));
    }

    /// The address of a page as publishers have them, `host`, that shows `path` in a frame. `options` are more pairs of its
    /// query; see `hosts/host.js`. The frame has another origin than the page around it: this machine has two names.
    pub(crate) fn hosted(&self, host: &str, path: &str, options: &str) -> String {
        let frame = [&self.shared.origin, &self.mount, path].concat();
        let frame = frame.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace('#', "%23");
        format!("http://{}{HOSTS_PATH}{host}.html?frame={frame}&{options}", self.address)
    }

    /// The paths asked for until now, with their queries.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn answer(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(&stream).lines();
        let Some(request) = lines.next().transpose()? else { return Ok(()) };
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let target = request.split(' ').nth(1).unwrap_or("/");
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
        if self.late > 0 {
            thread::sleep(Duration::from_millis(Random::from_seed(Random::seed()).below(self.late) as u64));
        }
        let (path, query) = target.split_at(target.find('?').unwrap_or(target.len()));
        self.reply(path, query).write(stream, request.starts_with("HEAD "))
    }

    fn reply(&self, path: &str, query: &str) -> Reply {
        let site = self.site.read().unwrap_or_else(PoisonError::into_inner).clone();
        match path {
            probe::PATH => return Reply::new("text/javascript", probe::script(&site.before).into_bytes()),
            FRAME_PATH => return Reply::new("text/html; charset=utf-8", FRAME.into()),
            program::GATE_PATH => {
                site.gate.iter().for_each(Gate::pass);
                return Reply::new("text/plain", Vec::new());
            }
            _ => {}
        }
        if let Some(path) = path.strip_prefix(HOSTS_PATH) {
            return self.host(path, &site);
        }
        let folder = [path, "/"].concat();
        let folder = folder.strip_prefix(&site.mount).filter(|folder| files::find(&self.root, folder).is_some());
        let file = match (site.slashless, path.strip_suffix('/')) {
            (true, Some(without)) if !without.is_empty() => return Reply::elsewhere([without, query].concat()),
            (true, None) if folder.is_some() => folder,
            _ => path.strip_prefix(&site.mount),
        };
        let file = file.and_then(|path| files::find(&self.root, path));
        let Some((file, mut bytes)) = file.and_then(|file| fs::read(&file).ok().map(|bytes| (file, bytes))) else {
            let page = fs::read(self.root.join("404.html")).ok().filter(|_| site.hosted);
            return page.map_or_else(Reply::missing, |page| Reply { status: Reply::missing().status, ..Reply::new("text/html", page) });
        };
        let mut reply = Reply::new(files::mime(&file), Vec::new());
        if site.hosted {
            reply.headers = headers::of(&self.root, path.strip_prefix(&site.mount).unwrap_or(path));
        }
        if reply.mime.starts_with("text/html") {
            reply.headers.extend(site.headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
            if site.names_origin {
                for (_, value) in &mut reply.headers {
                    *value = value.replace("'self'", &format!("'self' {}", self.origin));
                }
                bytes = String::from_utf8_lossy(&bytes).replace("'self'", &format!("'self' {}", self.origin)).into_bytes();
            }
            for (_, fault) in site.faults.iter().filter(|(suffix, _)| *suffix == program::FILE) {
                bytes = program::inside(&String::from_utf8_lossy(&bytes), fault).into_bytes();
            }
            if site.probed {
                bytes = probe::inject(&String::from_utf8_lossy(&bytes)).into_bytes();
            }
        }
        if site.open {
            reply.headers.push(("Access-Control-Allow-Origin".into(), "*".into()));
        }
        reply.length = bytes.len();
        for fault in site.faults.iter().filter(|(suffix, _)| path.ends_with(suffix)).map(|(_, fault)| fault) {
            match fault {
                Fault::Missing => return Reply::missing(),
                Fault::Half => {
                    bytes.truncate(bytes.len() / 2);
                    reply.length = bytes.len();
                }
                Fault::CutOff => bytes.truncate(bytes.len() / 2),
                Fault::Mistyped(mime) => reply.mime = mime,
                Fault::Rewritten(old, new) => {
                    bytes = String::from_utf8_lossy(&bytes).replace(old, new).into_bytes();
                    reply.length = bytes.len();
                }
                Fault::Held(gate) => gate.pass(),
            }
        }
        reply.bytes = bytes;
        reply
    }

    /// A page as publishers have them, or a script of theirs; `embed.js` is a copy of the site's own.
    fn host(&self, path: &str, site: &ServerConfig) -> Reply {
        if path == "embed.js" {
            return fs::read(self.root.join(path)).map_or_else(|_| Reply::missing(), |copy| Reply::new("text/javascript", copy));
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts");
        let file = files::find(&root, path).and_then(|file| fs::read_to_string(&file).ok().map(|text| (files::mime(&file), text)));
        let Some((mime, text)) = file else { return Reply::missing() };
        // The page loads the site's own script from where the site is.
        let text = text.replace("SITE", &[&*self.origin, &site.mount].concat());
        let mut reply = Reply::new(mime, if mime.starts_with("text/html") { probe::inject(&text) } else { text }.into_bytes());
        if site.isolated {
            reply.headers.push(("Cross-Origin-Embedder-Policy".into(), "require-corp".into()));
            reply.headers.push(("Cross-Origin-Opener-Policy".into(), "same-origin".into()));
        }
        reply.length = reply.bytes.len();
        reply
    }
}

/// An answer. `length` is what it promises; a line that breaks carries fewer bytes.
struct Reply {
    status: &'static str,
    mime: &'static str,
    headers: Vec<(String, String)>,
    length: usize,
    bytes: Vec<u8>,
}

impl Reply {
    fn new(mime: &'static str, bytes: Vec<u8>) -> Self {
        Self { status: "200 OK", mime, headers: Vec::new(), length: bytes.len(), bytes }
    }

    fn elsewhere(address: String) -> Self {
        let headers = vec![("Location".into(), address)];
        Self { status: "301 Moved Permanently", headers, ..Self::new("text/plain", Vec::new()) }
    }

    fn missing() -> Self {
        Self { status: "404 Not Found", ..Self::new("text/plain", b"not found".into()) }
    }

    fn write(self, mut stream: TcpStream, head_only: bool) -> std::io::Result<()> {
        let Self { status, mime, headers, length, bytes } = self;
        let mut head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\nConnection: close\r\n"
        );
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all((head + "\r\n").as_bytes())?;
        if head_only { Ok(()) } else { stream.write_all(&bytes) }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
    }

    fn get(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn body(answer: &str) -> &str {
        answer.split_once("\r\n\r\n").unwrap().1
    }

    #[test]
    fn files_come_whole_and_requests_are_kept() {
        let server = Server::start(&root(), ServerConfig::whole().below("/a/b/"), 0).unwrap();
        let answer = get(&server, "/a/b/probe.js?x=1");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/javascript; charset=utf-8\r\n"), "{answer}");
        assert_eq!(body(&answer), include_str!("probe.js"));
        assert!(get(&server, "/probe.js").starts_with("HTTP/1.1 404 "));
        assert!(get(&server, "/a/b/../Cargo.toml").starts_with("HTTP/1.1 404 "));
        assert_eq!(server.requests()[0], "/a/b/probe.js?x=1");
    }

    #[test]
    fn a_file_meets_its_fate() {
        let whole = include_str!("probe.js");
        let site = ServerConfig::whole()
            .without("lib.rs")
            .with_half_of("probe.js")
            .cut_off_in("server_config.rs")
            .mistyped("keys.rs", "text/plain")
            .rewritten("gate.rs", "Gate", "Door");
        let server = Server::start(&root(), site, 0).unwrap();
        assert!(get(&server, "/lib.rs").starts_with("HTTP/1.1 404 "));
        let half = get(&server, "/probe.js");
        assert_eq!(body(&half), &whole[..whole.len() / 2]);
        assert!(half.contains(&format!("Content-Length: {}\r\n", whole.len() / 2)));
        let cut = get(&server, "/server_config.rs");
        let promised = include_str!("server_config.rs").len();
        assert!(cut.contains(&format!("Content-Length: {promised}\r\n")));
        assert_eq!(body(&cut).len(), promised / 2);
        assert!(get(&server, "/keys.rs").contains("Content-Type: text/plain\r\n"));
        assert_eq!(body(&get(&server, "/gate.rs")), include_str!("gate.rs").replace("Gate", "Door"));
    }

    #[test]
    fn a_host_without_slashes_leads_to_the_folder_and_shows_it() {
        let folder = std::env::temp_dir().join(format!("slashless-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).unwrap();
        fs::write(folder.join("b/index.html"), "b").unwrap();
        let server = Server::start(&folder, ServerConfig::whole().unprobed().below("/a/").without_slashes(), 0).unwrap();
        let (led, shown) = (get(&server, "/a/b/?x=1"), get(&server, "/a/b?x=1"));
        fs::remove_dir_all(&folder).unwrap();
        assert!(led.starts_with("HTTP/1.1 301 ") && led.contains("Location: /a/b?x=1\r\n"), "{led}");
        assert!(shown.starts_with("HTTP/1.1 200 ") && body(&shown) == "b", "{shown}");
    }

    #[test]
    fn a_site_can_turn_into_another_and_be_gone() {
        let server = Server::start(&root(), ServerConfig::whole().below("/a/"), 0).unwrap();
        server.redeploy(ServerConfig::whole().without("lib.rs"));
        assert!(get(&server, "/a/lib.rs").starts_with("HTTP/1.1 404 "));
        server.stop();
        assert!((0..100).any(|_| {
            thread::sleep(Duration::from_millis(10));
            TcpStream::connect(server.address).is_err()
        }));
    }

    #[test]
    fn a_host_sends_its_headers() {
        let folder = std::env::temp_dir().join(format!("hosted-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.csv"), "").unwrap();
        fs::write(folder.join("_headers"), "/*\n  X-All: 1\n/a*\n  X-Some: 4\n/a.csv\n  X-Own: 2\n/b*\n  X-Other: 3\n").unwrap();
        let server = Server::start(&folder, ServerConfig::whole().below("/x/").hosted(), 0).unwrap();
        let answer = get(&server, "/x/a.csv");
        fs::remove_dir_all(&folder).unwrap();
        assert!(["X-All: 1\r\n", "X-Some: 4\r\n", "X-Own: 2\r\n"].iter().all(|header| answer.contains(header)), "{answer}");
        assert!(!answer.contains("X-Other"), "{answer}");
    }

    #[test]
    fn a_held_file_comes_when_the_gate_opens() {
        let gate = Gate::default();
        let server = Server::start(&root(), ServerConfig::whole().held("keys.rs", &gate), 0).unwrap();
        gate.open();
        assert!(get(&server, "/keys.rs").starts_with("HTTP/1.1 200 "));
    }

    #[test]
    fn the_probe_carries_what_a_case_adds() {
        let server = Server::start(&root(), ServerConfig::whole().after_script("added()"), 0).unwrap();
        assert!(body(&get(&server, probe::PATH)).ends_with("added()\n"));
    }
}
