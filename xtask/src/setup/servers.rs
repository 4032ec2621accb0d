//! What only CI tests with: the web servers that the project has samples for, and the checker of EPUB files. They are installed
//! only with `CI=true`, for Debian starts the servers at once, and the checker brings Java.

use crate::process::find;

/// Each program and Debian's packages of it.
const PROGRAMS: [(&str, &[&str]); 3] =
    [("nginx", &["nginx", "libnginx-mod-http-brotli-static"]), ("caddy", &["caddy"]), ("epubcheck", &["epubcheck"])];

/// Debian's packages of those that are missing.
pub(crate) fn missing_packages() -> Vec<&'static str> {
    PROGRAMS.iter().filter(|(program, _)| find(program).is_none()).flat_map(|(_, packages)| *packages).copied().collect()
}
