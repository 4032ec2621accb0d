//! A static host on this machine: HTTP/1.1 over lines that stay open, files packed with brotli.

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread,
};

use anyhow::{Context, Result};

use crate::files::Files;

/// An empty page, for a browser to stand on before the measured one.
pub(crate) const BLANK: &str = "blank";

/// Serves `files` until the program ends; returns the address.
///
/// # Errors
/// When this machine gives no port.
pub(crate) fn start(files: Files) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no port to serve from")?;
    let address = listener.local_addr().context("there is no port to serve from")?;
    let files = Arc::new(files);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let files = files.clone();
            // A browser that goes away in the midst of an answer is no fault.
            thread::spawn(move || answer(&stream, &files).ok());
        }
    });
    Ok(address)
}

fn answer(mut stream: &TcpStream, files: &Files) -> io::Result<()> {
    // Else a small answer would wait for more to send with it.
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream).lines();
    while let Some(request) = lines.next().transpose()? {
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let path = request.split([' ', '?']).nth(1).unwrap_or("/").trim_start_matches('/');
        stream.write_all(&reply(path, files))?;
    }
    Ok(())
}

fn reply(path: &str, files: &Files) -> Vec<u8> {
    if path == BLANK {
        return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 22\r\n\r\n<link rel=icon href=#>".into();
    }
    let Some(file) = files.find(path) else {
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".into();
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Encoding: br\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Server-Timing: program;dur={}\r\n\r\n",
        file.mime,
        file.bytes.len(),
        file.program
    );
    [head.as_bytes(), &file.bytes].concat()
}

#[cfg(test)]
mod tests {
    use std::{io::Read, path::PathBuf};

    use super::*;

    #[test]
    fn one_line_carries_several_answers() {
        let address = start(Files::new(PathBuf::from("no-such-folder"), None)).unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /blank HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answers = String::new();
        stream.read_to_string(&mut answers).unwrap();
        let found: Vec<_> = answers.matches("HTTP/1.1 200").chain(answers.matches("HTTP/1.1 404")).collect();
        assert_eq!(found.len(), 2, "{answers}");
    }
}
