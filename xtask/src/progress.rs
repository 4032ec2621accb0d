//! Reports which of how many stages is at work, for how long, and how long it usually takes.
//!
//! On a terminal one line is rewritten each second; in a log a line is added every 15 seconds. What the stage's programs
//! print is kept back and its end shown only on failure, unless `--verbose` asks for all of it.

use std::{
    collections::VecDeque,
    io::{self, BufRead, BufReader, IsTerminal, Read},
    process::{Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{not_ended, not_started, run},
    say::{self, say},
};

/// How many lines are shown of what a program printed on each of its outputs before it failed.
const LINES_SHOWN: usize = 60;
/// How often it is looked whether a program has ended.
const MOMENT: Duration = Duration::from_millis(100);
/// How often a log says that the work goes on.
const LOG_EVERY: Duration = Duration::from_secs(15);

/// The stages of one command.
pub(crate) struct Stages {
    done: usize,
    total: usize,
    is_verbose: bool,
    is_terminal: bool,
}

impl Stages {
    /// For `total` stages.
    pub(crate) fn new(total: usize, is_verbose: bool) -> Self {
        Self { done: 0, total, is_verbose, is_terminal: io::stdout().is_terminal() }
    }

    /// A stage with nothing to do.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        self.done += 1;
        say!("[{}/{}] {name}: {why}", self.done, self.total);
    }

    /// Begins the next stage; `expected` is how long it takes on two idle cores, such as `about 3 minutes`.
    pub(crate) fn begin(&mut self, name: &str, expected: &str) -> Stage {
        self.done += 1;
        let stage = Stage {
            title: format!("[{}/{}] {name}", self.done, self.total),
            expected: expected.to_owned(),
            start: Instant::now(),
            reported: Instant::now(),
            is_verbose: self.is_verbose,
            is_terminal: self.is_terminal,
            behind: None,
        };
        if !stage.is_terminal || stage.is_verbose {
            say!("{}: usually {expected}", stage.title);
        }
        stage
    }
}

/// A stage at work.
pub(crate) struct Stage {
    title: String,
    expected: String,
    start: Instant,
    reported: Instant,
    is_verbose: bool,
    is_terminal: bool,
    /// Set where other stages go on meanwhile: then it reports no time, and stops when the flag is set.
    behind: Option<Arc<AtomicBool>>,
}

/// How a stage's program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// As it should.
    Succeeded,
    /// It failed; with a sentence where [`cause`] finds one.
    Failed(Option<&'static str>),
}

impl Outcome {
    /// Makes an error of a failure: the sentence of its cause, else that of `failed`.
    ///
    /// # Errors
    /// One sentence for a program that failed.
    pub(crate) fn or_fail(self, failed: impl FnOnce() -> String) -> Result<()> {
        match self {
            Self::Succeeded => Ok(()),
            Self::Failed(Some(cause)) => bail!(cause),
            Self::Failed(None) => bail!(failed()),
        }
    }
}

/// Reports the time of a stage that goes on behind others, to whoever waits for it.
pub(crate) struct Waiting(Stage);

impl Waiting {
    /// Waits a moment and reports the time, when it is time to.
    pub(crate) fn report(&mut self) {
        self.0.report(None);
        thread::sleep(MOMENT);
    }

    /// The sentence for a stage that was broken off.
    pub(crate) fn interrupted(&self) -> String {
        format!("{} was broken off; run the command again, which goes on where it stopped.", self.0.title)
    }
}

impl Stage {
    /// What reports its time when it goes on behind others.
    pub(crate) fn waiting(&self) -> Waiting {
        let (title, expected) = (self.title.clone(), self.expected.clone());
        let (is_verbose, is_terminal) = (self.is_verbose, self.is_terminal);
        Waiting(Self { title, expected, start: self.start, reported: self.reported, is_verbose, is_terminal, behind: None })
    }

    /// The stage, going on behind others until `stop` is set.
    pub(crate) fn behind(mut self, stop: Arc<AtomicBool>) -> Self {
        self.behind = Some(stop);
        self
    }

    /// Runs one of the stage's programs. `failed` makes the sentence for a failure whose cause its output does not say.
    ///
    /// # Errors
    /// One sentence when it cannot be started or fails; before that, the end of what it printed is shown.
    pub(crate) fn run(&mut self, command: &mut Command, failed: impl FnOnce() -> String) -> Result<()> {
        self.attempt(command)?.or_fail(failed)
    }

    /// Runs one of the stage's programs, for callers that go on another way when it fails; then the end of what it printed is shown.
    ///
    /// # Errors
    /// One sentence when it cannot be started.
    pub(crate) fn attempt(&mut self, command: &mut Command) -> Result<Outcome> {
        if self.is_verbose {
            return Ok(if run(command)? { Outcome::Succeeded } else { Outcome::Failed(None) });
        }
        let (status, lines) = self.watch(command)?;
        if status.success() {
            return Ok(Outcome::Succeeded);
        }
        self.clear();
        // In one piece, for a stage behind this one may fail at the same time.
        let printed: String = lines.iter().map(|line| format!("    {line}\n")).collect();
        eprint!("{}: failed after {}\n{printed}", self.title, duration(self.start.elapsed()));
        Ok(Outcome::Failed(cause(&lines)))
    }

    /// Ends the stage and says how long it took.
    pub(crate) fn end(mut self) {
        self.clear();
        say!("{}: {}", self.title, duration(self.start.elapsed()));
    }

    /// Runs `command` to its end, telling the time; its status and the last lines it printed.
    fn watch(&mut self, command: &mut Command) -> Result<(ExitStatus, Vec<String>)> {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().with_context(|| not_started(command))?;
        let lines = Lines::default();
        let outputs = [
            child.stdout.take().map(|out| lines.read(Output::Standard, out)),
            child.stderr.take().map(|err| lines.read(Output::Error, err)),
        ];
        let status = loop {
            if let Some(status) = child.try_wait().with_context(|| not_ended(command))? {
                break status;
            }
            match &self.behind {
                None => self.report(lines.last().as_deref()),
                Some(stop) if stop.load(Ordering::Relaxed) => drop(child.kill()),
                Some(_) => {}
            }
            thread::sleep(MOMENT);
        };
        // A program that stays behind, as a server that a package starts, may hold the output open for ever.
        let end = Instant::now() + Duration::from_secs(2);
        while outputs.iter().flatten().any(|reader| !reader.is_finished()) && Instant::now() < end {
            thread::sleep(Duration::from_millis(10));
        }
        Ok((status, lines.all()))
    }

    /// Reports how long the stage has been at work, when it is time to.
    fn report(&mut self, last: Option<&str>) {
        let every = if self.is_terminal { Duration::from_secs(1) } else { LOG_EVERY };
        if self.reported.elapsed() < every {
            return;
        }
        self.reported = Instant::now();
        let line = progress_line(&self.title, self.start.elapsed(), &self.expected, last);
        if self.is_terminal {
            say::write(format_args!("\r\x1b[2K{line}"));
        } else {
            say!("{line}");
        }
    }

    /// Takes the rewritten line off the terminal.
    fn clear(&mut self) {
        if self.is_terminal {
            say::write(format_args!("\r\x1b[2K"));
        }
    }
}

/// Where a program prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Output {
    Standard,
    Error,
}

/// The last lines that a program printed on each of its outputs, in the order in which they were read. The outputs are read by two
/// threads, so a cause on one may be read before much that was printed earlier on the other, which must not push it out.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<VecDeque<(Output, String)>>>);

impl Lines {
    fn read(&self, output: Output, from: impl Read + Send + 'static) -> thread::JoinHandle<()> {
        let lines = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
                lines.push(output, String::from_utf8_lossy(&line).trim_end().to_owned());
            }
        })
    }

    fn push(&self, output: Output, line: String) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same = |(other, _): &(Output, String)| *other == output;
        if lines.iter().filter(|line| is_same(line)).count() == LINES_SHOWN
            && let Some(oldest) = lines.iter().position(is_same)
        {
            lines.remove(oldest);
        }
        lines.push_back((output, line));
    }

    fn last(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).back().map(|(_, line)| line.clone())
    }

    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().map(|(_, line)| line.clone()).collect()
    }
}

/// The line that says how long a stage has been at work; `last` is what its program printed last, which is where cargo says
/// that it waits.
fn progress_line(title: &str, elapsed: Duration, expected: &str, last: Option<&str>) -> String {
    let waits = last.is_some_and(|line| line.trim_start().starts_with("Blocking waiting for file lock"));
    let waiting = if waits { ", waiting until another cargo has finished" } else { "" };
    format!("{title}: {} so far, usually {expected}{waiting}", duration(elapsed))
}

/// Such as `4 s` or `2 min 5 s`.
fn duration(time: Duration) -> String {
    match (time.as_secs() / 60, time.as_secs() % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// The sentence for a failure whose cause stands in what rustup, cargo, npm or apt-get printed. It decides by words because those
/// programs say it in no other way; no text of this program's own errors is compared.
fn cause(lines: &[String]) -> Option<&'static str> {
    const CAUSES: [(&[&str], &str); 3] = [
        (
            &["No space left on device", "os error 28", "ENOSPC", "not enough space on the disk"],
            "The disk is full; free some space (serving needs about 3 GB, the tests about 8) and run the command again, which goes on where it stopped.",
        ),
        (
            &["Read-only file system", "os error 30", "EROFS"],
            "A folder that must be written is read-only, as the lines above say; make it writable, or set XDG_CACHE_HOME, CARGO_HOME or \
             RUSTUP_HOME to one that is, and run the command again.",
        ),
        (
            &[
                "Could not resolve host",
                "failed to lookup address",
                "dns error",
                "error sending request",
                "could not download file",
                "Failed to connect",
                "Connection refused",
                "Connection timed out",
                "Network is unreachable",
                "ENOTFOUND",
                "EAI_AGAIN",
                "ECONNREFUSED",
            ],
            "The network could not be reached, as the lines above say; connect, or set a proxy, and run the command again, which goes on \
             where it stopped.",
        ),
    ];
    // A warning is about something that went well in the end.
    let printed = |sign: &&str| lines.iter().any(|line| line.contains(*sign) && !line.starts_with("warning"));
    CAUSES.iter().find(|(signs, _)| signs.iter().any(printed)).map(|(_, sentence)| *sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage() -> Stage {
        let mut stages = Stages { done: 0, total: 2, is_verbose: false, is_terminal: false };
        stages.begin("something", "a second")
    }

    #[test]
    fn a_stage_says_its_number_its_time_and_the_expected_one() {
        assert_eq!(stage().title, "[1/2] something");
        assert_eq!(
            progress_line("[1/2] a", Duration::from_secs(125), "about a minute", None),
            "[1/2] a: 2 min 5 s so far, usually about a minute"
        );
        let waiting =
            progress_line("[1/2] a", Duration::from_secs(5), "a second", Some("    Blocking waiting for file lock on build directory"));
        assert_eq!(waiting, "[1/2] a: 5 s so far, usually a second, waiting until another cargo has finished");
    }

    #[cfg(unix)]
    #[test]
    fn the_end_of_both_outputs_is_kept_and_the_cause_reported() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "seq 100; echo 'could not write: No space left on device (os error 28)' >&2; exit 3"]);
        let (status, lines) = stage().watch(&mut shell).unwrap();
        assert_eq!((status.code(), lines.len()), (Some(3), LINES_SHOWN + 1));
        assert!(stage().run(&mut shell, || "other".into()).unwrap_err().to_string().starts_with("The disk is full;"));
        let mut plain = Command::new("false");
        assert_eq!(stage().run(&mut plain, || "It failed.".into()).unwrap_err().to_string(), "It failed.");
        assert_eq!(stage().attempt(&mut plain).unwrap(), Outcome::Failed(None));
        assert!(stage().attempt(&mut Command::new("no-such-program")).is_err(), "what was not started has not failed");
    }

    #[test]
    fn one_output_does_not_push_out_the_cause_that_stands_on_the_other() {
        let lines = Lines::default();
        let numbers: String = (1..=100).map(|number| format!("{number}\n")).collect();
        lines.read(Output::Error, io::Cursor::new("No space left on device\n")).join().unwrap();
        lines.read(Output::Standard, io::Cursor::new(numbers)).join().unwrap();
        assert!(cause(&lines.all()).is_some_and(|sentence| sentence.starts_with("The disk is full;")));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_left_behind_does_not_hold_the_stage_up() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "sleep 600 & echo $!"]);
        let (status, lines) = stage().watch(&mut shell).unwrap();
        assert!(status.success() && lines.len() == 1);
        drop(Command::new("kill").arg(&lines[0]).status());
    }

    #[test]
    fn causes_are_read_from_what_each_program_says() {
        let of = |line: &str| cause(&[line.to_owned()]).unwrap_or_default();
        assert!(of("npm error code ENOTFOUND").starts_with("The network"));
        assert_eq!(of("warning: spurious network error (3 tries remaining): [6] Could not resolve host"), "");
        assert!(of("  [6] Could not resolve hostname (Could not resolve host: example.org)").starts_with("The network"));
        assert!(of("error: could not create directory: Read-only file system (os error 30)").contains("read-only"));
        assert_eq!(of("error[E0308]: mismatched types"), "");
    }
}
