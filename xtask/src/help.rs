//! What `--help` says.

/// The commands.
pub(crate) const ALL: &str = "\
Usage: cargo xtask <command> [options] [--verbose] [--no-install]

Commands:
  serve [--port N] [--open]   set up, build, serve on http://127.0.0.1:8080/ and follow each change
  build [--public-url URL]    set up, build for release into dist/, ready for any static host, and report the sizes
  test [--fast]               set up, then formatting, lints, tests, the built site and real browsers; ends with a count
  setup [rust|serve|build]    install what the other commands need, or only Rust, or what serve or build needs
  snapshots [--update]       what the figures are now beside what was accepted; --update takes the new
  check-host URL              ask a site where it stands for headers, types, addresses, compression and version
  bench [--frames]            build, and measure the site in browsers beside the same chart and a scrolling page by other libraries
  help                        this text; `cargo xtask <command> --help` says more about one command

  --verbose      show all that the tools print, which is otherwise shown only where they fail
  --no-install   install no packages of the system; Rust and the tools, which stand apart from it, are still installed

All that is needed beforehand is Rust 1.88 or newer. Each command says beforehand what it will install: with rustup the Rust version
pinned in Cargo.toml, beside your own; the tools pinned there that are not on the path, into the system's cache folder; and on Debian,
as root or with a sudo that asks for no password, browsers for `test`.
";

const SETUP: &str = "\
Usage: cargo xtask setup [rust|serve|build] [--no-install]

Says what is missing for the other commands and installs it; `serve`, `build` and `test` do the same for what they need. With a word it
sets up only Rust, or what `serve` or `build` needs. What is interrupted goes on at the next run.

  --no-install   leave out packages of the system (on Debian: browsers and drivers for the tests, with CI=true nginx, Caddy and EPUBCheck)
";

const SERVE: &str = "\
Usage: cargo xtask serve [--port N] [--open]

Sets up what is missing, builds the page and serves it on http://127.0.0.1:8080/. The page reloads by itself after a change of code,
content (src/content), style or static files. A fault in the content stops the build with its file, place and remedy; the page that was
served before stays until it is mended.

  --port N   serve on another port
  --open     open the page in the browser after the first build

Your own Rust is used where it is new enough and has the WebAssembly target; else the pinned one is installed beside it. The first time
takes about 5 minutes on two idle cores; with cargo-binstall, which downloads Trunk, about 3.
";

const BUILD: &str = "\
Usage: cargo xtask build [--public-url URL]

Sets up what is missing, builds for release into dist/, with a program for the article, one for the figures' pages and one for each embed,
and reports the size of each file, raw and after brotli. All links in dist/ are relative: it can be uploaded to any static host, at any path.

  --public-url URL   the site's whole address, such as https://example.org/csto/; only with it does the page name absolute addresses
                     (canonical, Open Graph, sitemap), which are otherwise left out

The WebAssembly is made small by wasm-opt: the one on the path, else npm's binaryen, else Debian's, else Trunk's own download. Without
any the build goes on and warns that the page is larger.
";

const TEST: &str = "\
Usage: cargo xtask test [--fast] [--no-install]

Sets up what is missing, then runs, and stops at the first that fails: formatting; lints, native and for WebAssembly; unit and integration
tests; the release build; tests of the built files; tests in Chromium, Firefox and WebKit. Ends with the count of tests.

  --fast         leave out the release build and all that needs it
  --no-install   install no packages of the system

On Debian, as root or with a sudo that asks for no password, it installs browsers and drivers, and with CI=true nginx, Caddy and EPUBCheck; it
names them beforehand. Elsewhere it uses those it finds, and says which engine or server it leaves out; with CI=true that fails. A program
can be named: CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKIT_BROWSER, WEBKIT_DRIVER.
";

const SNAPSHOTS: &str = "\
Usage: cargo xtask snapshots [--update]

Builds the figures and compares their drawings, HTML and rows with the accepted ones in tests/snapshots, and what Chromium read out in the
last run of the browser tests with tests/browsers/snapshots. Writes what differs, side by side, into target/snapshots.html.

  --update   take the new ones; commit them with the change that made them
";

const BENCH: &str = "\
Usage: cargo xtask bench [--before DIR] [--runs N] [--json FILE] [WORD...]
       cargo xtask bench --frames [--json FILE] [WORD...]

Builds, bundles the same chart made with D3, Chart.js, Observable Plot, ECharts and Recharts, and the cover with the scene “Who came” made
with Scrollama and D3 (bench/peers; this needs npm), and opens each in turn in a new Chromium, on a line of 1.6 Mbit/s and 150 ms and a
machine slowed four times. Prints a table in Markdown: paints, when the figure and the guess on the cover are interactive, blocking, layout
shift, bytes, from key to painted frame, memory, elements; and how the site stands to each. About eleven minutes.

  --before DIR  also the embed of another build, whose dist/ is DIR, and how this one stands to it
  --runs N      counted visits to each; the default is 7
  --json FILE   all values, as JSON
  --frames      instead: how long the frames take in which dots move, in the walk and in `troop-dots`, in Chromium, Firefox and
                WebKit, with up to 100,000 dots
  WORD          only what has this word in its name, such as embed or scrollama
";

const CHECK_HOST: &str = "\
Usage: cargo xtask check-host URL

Asks the page, a figure's page, the program, the data, the book and sw.js at URL for what dist/ says they should be sent with
(dist/_headers), their types and compression; whether addresses of folders keep their slash, whether a missing file is a 404, and whether
the pages are those of dist/, or a host has rewritten the code inside them. Prints what to mend. Needs curl, and a `cargo xtask build` with
the same `--public-url` as the site.
";

/// The help of one command.
pub(crate) fn of(command: &str) -> Option<&'static str> {
    match command {
        "setup" => Some(SETUP),
        "serve" => Some(SERVE),
        "build" => Some(BUILD),
        "test" => Some(TEST),
        "bench" => Some(BENCH),
        "check-host" => Some(CHECK_HOST),
        "snapshots" => Some(SNAPSHOTS),
        "help" => Some(ALL),
        _ => None,
    }
}
