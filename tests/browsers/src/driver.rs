//! A program that drives browsers, running for as long as this value lives.

use std::{
    fs::File,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{artifacts, client::Client, engine::Engine, expect::TestResult};

/// How long a driver may take to start, on a machine that starts three.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts `program` on a free port and waits until it is ready. What it says goes into a file beside other evidence.
    ///
    /// # Errors
    /// One sentence when it does not start.
    pub(crate) fn start(engine: Engine, program: &Path) -> TestResult<Self> {
        let port = free_port()?;
        let log = artifacts::driver_log(engine)?;
        let output = || log.try_clone().map_or_else(|_| Stdio::null(), |file: File| file.into());
        let child = engine.command(program, port).stdin(Stdio::null()).stdout(output()).stderr(output()).spawn();
        let child = child.map_err(|e| format!("{} does not start: {e}", program.display()))?;
        let mut driver = Self { child, port };
        driver.wait_until_ready(program)?;
        Ok(driver)
    }

    /// A way to speak to it.
    pub(crate) fn client(&self) -> Client {
        Client::to(self.port)
    }

    fn wait_until_ready(&mut self, program: &Path) -> TestResult {
        let (client, begun) = (self.client(), Instant::now());
        while begun.elapsed() < PATIENCE {
            if client.get("/status").is_ok_and(|status| status.get("ready").and_then(Value::as_bool) == Some(true)) {
                return Ok(());
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("{} ended at once ({status}); its log says why.", program.display()).into());
            }
            thread::sleep(Duration::from_millis(30));
        }
        Err(format!("{} is not ready after {} s; its log may say why.", program.display(), PATIENCE.as_secs()).into())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A port that is free now. Another program could take it before the driver does; then the driver says so.
fn free_port() -> TestResult<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|l| l.local_addr());
    listener.map(|address| address.port()).map_err(|e| format!("no free port for a driver: {e}").into())
}
