//! The web servers that the project has samples for; installed only with `CI=true`, for Debian starts them at once.

use crate::{process::find, tools::apt};

/// On Debian installs those that are missing.
///
/// # Errors
/// One sentence when the installing cannot be started.
pub(crate) fn ready() -> Result<(), String> {
    let missing = [("nginx", &["nginx", "libnginx-mod-http-brotli-static"][..]), ("caddy", &["caddy"])];
    let missing: Vec<&str> =
        missing.iter().filter(|(program, _)| find(program).is_none()).flat_map(|(_, packages)| *packages).copied().collect();
    if missing.is_empty() { Ok(()) } else { apt::install("web servers", &missing).map(drop) }
}
