//! Debian's packages, where this user may install them.

use std::process::Command;

use crate::process::{find, output, shown};

/// Installs `packages` for `what`; false when this is no Debian, the user may not, or it fails.
///
/// # Errors
/// One sentence when apt-get cannot be started.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<bool, String> {
    let (Some(mut update), Some(mut install)) = (apt_get(), apt_get()) else { return Ok(false) };
    println!("Set-up: {what}, by Debian's packages ({}); about a minute.", packages.join(", "));
    // Where the lists cannot be fetched, those that are there may still do.
    shown(update.args(["--quiet", "--quiet", "update"]))?;
    shown(install.args(["--quiet", "--quiet", "--yes", "--no-install-recommends", "install"]).args(packages))
}

/// apt-get, as root or with a sudo that asks for no password.
fn apt_get() -> Option<Command> {
    let apt = find("apt-get")?;
    let mut command = if output(&find("id")?, &["-u"])?.trim() == "0" {
        Command::new(apt)
    } else {
        let sudo = find("sudo")?;
        output(&sudo, &["--non-interactive", "true"])?;
        let mut command = Command::new(sudo);
        command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND"]).arg(apt);
        command
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}
