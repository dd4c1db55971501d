//! A real desk for tests: the built program in a temporary folder, with nothing of the machine's own settings.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// How long a state may take to come about. Only what hangs ever takes so long: a machine may be slow and busy, and an
/// attempt to deliver a notice whose desk was killed lasts its whole time and a pause.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// A desk that is ended and gone when the test is over.
pub struct Real {
    home: tempfile::TempDir,
}

/// What a command did.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }
}

impl Real {
    /// An empty home, no desk in it.
    pub fn nowhere() -> Real {
        Real { home: tempfile::Builder::new().prefix("dd").tempdir().unwrap() }
    }

    /// A training desk as the issue makes one, with two more officers.
    pub fn new() -> Real {
        let real = Real::nowhere();
        let init = [
            "init",
            "--station",
            "NH",
            "--name",
            "South River",
            "--officer",
            "0142",
            "--officer-name",
            "Li Qiang",
        ];
        let made = real
            .run(&[&init[..], &["--role", "supervisor", "--zone", "Asia/Shanghai", "--training"]].concat());
        assert_eq!(made.code, 0, "{}{}", made.out, made.err);
        for (number, name, role) in [
            ("0143", "Wang Fang", "duty-officer"),
            ("0144", "Zhao Min", "shift-leader"),
            ("0145", "Sun Li", "reviewer"),
        ] {
            let added = real.run(&["officer", "add", number, "--name", name, "--role", role]);
            assert_eq!(added.code, 0, "{}{}", added.out, added.err);
        }
        real
    }

    pub fn dir(&self) -> PathBuf {
        self.home.path().join("desk")
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program with this desk's folder and nothing else.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dutydesk"));
        command.env_clear().env("HOME", self.home.path()).env("DUTYDESK_DATA", self.dir());
        command.env("LANG", "en_US.UTF-8").env("TZ", "Asia/Shanghai").args(args).stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        ran(self.command(args).output().unwrap())
    }

    /// The same with a line on standard input.
    pub fn run_with(&self, args: &[&str], line: &str) -> Ran {
        use std::io::Write;
        let mut command = self.command(args);
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{line}").unwrap();
        ran(child.wait_with_output().unwrap())
    }

    /// Runs and expects JSON.
    pub fn json(&self, args: &[&str]) -> Value {
        self.run(&[args, &["--json"]].concat()).json()
    }

    /// Enters a report and gives its number.
    pub fn report(&self, narrative: &str) -> String {
        self.json(&["report", "new", "--narrative", narrative])["id"].as_str().unwrap().to_owned()
    }

    /// Drops a file into the spool as a producer does.
    pub fn drop_file(&self, name: &str, bytes: &[u8]) {
        let (tmp, new) = (self.dir().join("spool/tmp").join(name), self.dir().join("spool/new").join(name));
        std::fs::write(&tmp, bytes).unwrap();
        std::fs::rename(tmp, new).unwrap();
    }

    pub fn pid(&self) -> Option<u32> {
        let ran = self.run(&["status", "--json"]);
        let status: Value = serde_json::from_str(&ran.out).ok()?;
        u32::try_from(status["pid"].as_u64()?).ok()
    }

    /// Kills the desk as a power cut would, as far as a process can tell.
    pub fn kill(&self) {
        if let Some(pid) = self.pid() {
            let killed = Command::new("kill").args(["-9", &pid.to_string()]).status();
            assert!(killed.is_ok());
            wait_until("the desk is gone", || !Path::new(&format!("/proc/{pid}/exe")).exists());
        }
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        let _ = self.run(&["stop"]);
    }
}

fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Waits for a named state; a test that never sees it fails with that name.
pub fn wait_until(what: &str, mut seen: impl FnMut() -> bool) {
    let until = Instant::now() + PATIENCE;
    while !seen() {
        assert!(Instant::now() < until, "never saw: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
