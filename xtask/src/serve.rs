//! `cargo xtask serve`: set-up, then Trunk, which builds, serves and watches.

use std::{
    io::ErrorKind,
    net::TcpListener,
    process::{Command, ExitCode},
};

use anyhow::{Error, Result};

use crate::{
    command_line::Flags,
    progress::Stages,
    say::say,
    setup::{self, Needs},
    site,
};

const ADDRESS: &str = "127.0.0.1";

/// Sets up and serves on `port` until it is stopped.
///
/// # Errors
/// One sentence when the port is taken or a tool cannot be had.
pub(crate) fn run(port: u16, open: bool, flags: Flags) -> Result<ExitCode> {
    free(port)?;
    let needs = Needs::SERVE;
    let mut stages = Stages::new(needs.stages() + 3, flags.is_verbose);
    let ready = setup::ready(needs, flags, &mut stages)?;
    site::compile(&ready, &mut stages, false)?;
    let mut trunk = ready.tools()?.trunk()?;
    stages.skip("the pages, by Trunk, which serves them", "usually some seconds");
    say!("The page will be at http://{ADDRESS}:{port}/ and follow each change of code, content and style. Ctrl-C stops it.");
    // A folder of its own, so that dist/ only ever holds what `build` made for uploading.
    trunk.args(["serve", "--dist", "target/serve", "--address", ADDRESS, "--port", &port.to_string()]);
    if open {
        trunk.arg("--open");
    }
    become_program(trunk)
}

/// Goes on as `command` in the same process, so that whoever stops this one stops the server.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<ExitCode> {
    let error = std::os::unix::process::CommandExt::exec(&mut command);
    Err(Error::new(error).context(crate::process::not_started(&command)))
}

/// Runs `command` to its end.
#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<ExitCode> {
    crate::process::run(&mut command).map(|success| if success { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks that `port` can be served on.
fn free(port: u16) -> Result<()> {
    let Err(error) = TcpListener::bind((ADDRESS, port)) else { return Ok(()) };
    let other = (port.max(8080)..).skip(1).take(100).find(|other| TcpListener::bind((ADDRESS, *other)).is_ok()).unwrap_or(8081);
    let sentence = match error.kind() {
        ErrorKind::AddrInUse => {
            format!("Port {port} is taken by another program; stop that program, or run `cargo xtask serve --port {other}`.")
        }
        _ => format!("Port {port} cannot be used; run `cargo xtask serve --port {other}`."),
    };
    Err(Error::new(error).context(sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_names_a_free_one() {
        let taken = TcpListener::bind((ADDRESS, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = free(port).unwrap_err().to_string();
        assert!(error.starts_with(&format!("Port {port} is taken")) && error.contains("--port "), "{error}");
    }
}
