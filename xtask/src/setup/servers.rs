//! The web servers that the project has samples for; installed only with `CI=true`, for Debian starts them at once.

use crate::process::find;

/// Each server's program and Debian's packages of it.
const SERVERS: [(&str, &[&str]); 2] = [("nginx", &["nginx", "libnginx-mod-http-brotli-static"]), ("caddy", &["caddy"])];

/// Debian's packages of those that are missing.
pub(crate) fn missing_packages() -> Vec<&'static str> {
    SERVERS.iter().filter(|(program, _)| find(program).is_none()).flat_map(|(_, packages)| *packages).copied().collect()
}
