//! Debian's packages, where this user may install them.

use std::process::Command;

use anyhow::Result;

use crate::{
    process::{find, output},
    progress::Stages,
};

/// Whether this is a Debian whose packages this user may install without being asked for a password.
pub(crate) fn is_usable() -> bool {
    apt_get().is_some()
}

/// Installs `packages`, which are `what`.
///
/// # Errors
/// One sentence when it fails.
pub(crate) fn install(what: &str, packages: &[&str], stages: &mut Stages) -> Result<()> {
    let mut stage = stages.begin(&format!("{what}, by apt-get"), "about a minute");
    let names = packages.join(" ");
    if let (Some(mut update), Some(mut install)) = (apt_get(), apt_get()) {
        // Where the lists cannot be fetched, those that are there may still do.
        stage.attempt(update.args(["--quiet", "--quiet", "update"]))?;
        install.args(["--quiet", "--quiet", "--yes", "--no-install-recommends", "install"]).args(packages);
        stage.run(&mut install, || {
            format!("Debian's packages {names} could not be installed, as apt-get's message above says; mend that, or use `--no-install`.")
        })?;
    }
    stage.end();
    Ok(())
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
