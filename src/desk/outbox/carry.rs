//! One run of the station's command, in a process of its own that outlives the desk. It holds the command to its time, and
//! leaves word of success in a file before it says so: a desk that was killed meanwhile finds it there.
//!
//! Of the notice `4102-1`, `outbox/4102-1.run` is there and locked as long as the run lasts, and becomes
//! `outbox/4102-1.done` when the command has ended with 0.

use crate::domain::notice::{NotDelivered, NoticeId};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// The subcommand that a run is; it is for the desk alone.
pub const CARRY: &str = "carry-notice";

/// What a command may keep of the environment.
const KEPT: [&str; 8] = ["PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR"];

/// Where programs are looked for when the desk itself was not told.
const USUAL_PATH: &str = "/usr/local/bin:/usr/bin:/bin";

/// How a run ended: its exit code. Others mean that it was killed, and its command may still be at work.
const ENDS: [(u8, Option<NotDelivered>); 4] = [
    (0, None),
    (10, Some(NotDelivered::Exit)),
    (11, Some(NotDelivered::TimeLimit)),
    (12, Some(NotDelivered::NotStarted)),
];

/// What is known of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    /// The command has delivered the notice.
    Delivered,
    /// It has not.
    Failed(NotDelivered),
    /// It is at work.
    Going,
    /// It left no word.
    NoWord,
}

/// Where the runs of a desk leave word.
#[derive(Clone, Debug)]
pub(super) struct Place(PathBuf);

impl Place {
    /// The place in a desk's folder.
    pub(super) fn in_folder(folder: &Path) -> Place {
        Place(folder.join("outbox"))
    }

    fn running(&self, id: NoticeId) -> PathBuf {
        self.0.join(format!("{id}.run"))
    }

    fn done(&self, id: NoticeId) -> PathBuf {
        self.0.join(format!("{id}.done"))
    }

    /// What is known of a run that this process did not start.
    pub(super) fn word_of(&self, id: NoticeId) -> Run {
        if self.done(id).exists() {
            return Run::Delivered;
        }
        match File::open(self.running(id)) {
            Ok(file) if file.try_lock().is_err() => Run::Going,
            // It may have ended between the two looks.
            Ok(_) | Err(_) if self.done(id).exists() => Run::Delivered,
            Ok(_) | Err(_) => Run::NoWord,
        }
    }

    /// Forgets a run whose end is on record.
    pub(super) fn forget(&self, id: NoticeId) {
        for file in [self.running(id), self.done(id)] {
            // What stays is forgotten when the desk starts again.
            let _ = std::fs::remove_file(file);
        }
    }

    /// Forgets every run but these.
    pub(super) fn forget_others(&self, kept: &[NoticeId]) {
        let Ok(entries) = std::fs::read_dir(&self.0) else { return };
        for path in entries.flatten().map(|entry| entry.path()) {
            let id = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
            if id.is_none_or(|id: NoticeId| !kept.contains(&id)) {
                let _ = std::fs::remove_file(path);
            }
        }
    }

    /// Runs the command with a notice and waits until it has ended; called on a thread that may wait.
    pub(super) fn attempt(&self, id: NoticeId, letter: &str, command: &[String], limit: Duration) -> Run {
        match self.start(id, letter, command, limit) {
            Ok(Some(code)) => match ENDS.into_iter().find(|(end, _)| i32::from(*end) == code) {
                Some((_, None)) => Run::Delivered,
                Some((_, Some(error))) => Run::Failed(error),
                None => Run::NoWord,
            },
            Ok(None) => Run::NoWord,
            Err(_) => Run::Failed(NotDelivered::NotStarted),
        }
    }

    fn start(
        &self,
        id: NoticeId,
        letter: &str,
        command: &[String],
        limit: Duration,
    ) -> io::Result<Option<i32>> {
        let mut folder = std::fs::DirBuilder::new();
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.recursive(true).create(&self.0)?;
        // Word of an earlier history of this desk, from before a backup was put back, is none of this one.
        self.forget(id);
        // The whole letter is there before anybody reads: a desk that is killed leaves no half of one.
        let mut input = File::from(rustix::fs::memfd_create("notice", rustix::fs::MemfdFlags::CLOEXEC)?);
        input.write_all(letter.as_bytes())?;
        input.rewind()?;
        // The program as it runs, also when its file has been replaced by a newer one.
        let mut run = Command::new("/proc/self/exe");
        run.arg(CARRY).arg(limit.as_millis().to_string()).arg(self.running(id)).args(command);
        run.stdin(Stdio::from(input)).stdout(Stdio::null()).stderr(Stdio::null());
        let status = run.process_group(0).current_dir("/").spawn()?.wait()?;
        Ok(status.code())
    }
}

/// The run itself, as a process of its own: `carry-notice MILLISECONDS FILE COMMAND...`. Gives the exit code.
pub fn carry(args: &[OsString]) -> u8 {
    let end = match args {
        [limit, file, program, rest @ ..] => {
            let limit = limit.to_str().and_then(|text| text.parse().ok()).map(Duration::from_millis);
            limit.and_then(|limit| run(limit, Path::new(file), program, rest).ok())
        }
        _ => None,
    };
    let end = end.unwrap_or(Some(NotDelivered::NotStarted));
    ENDS.into_iter().find(|(_, meant)| *meant == end).map_or(12, |(code, _)| code)
}

fn run(
    limit: Duration,
    file: &Path,
    program: &OsString,
    args: &[OsString],
) -> io::Result<Option<NotDelivered>> {
    let lock = OpenOptions::new().create(true).write(true).truncate(true).mode(0o600).open(file)?;
    lock.try_lock().map_err(|_| io::ErrorKind::WouldBlock)?;
    let error = held_to_its_time(limit, program, args);
    match error {
        Ok(None) => leave_word(file),
        Ok(Some(_)) | Err(_) => drop(std::fs::remove_file(file)),
    }
    error
}

fn held_to_its_time(
    limit: Duration,
    program: &OsString,
    args: &[OsString],
) -> io::Result<Option<NotDelivered>> {
    let mut command = Command::new(program);
    command.args(args).env_clear().current_dir("/").process_group(0);
    command.env("PATH", USUAL_PATH);
    command.envs(KEPT.iter().filter_map(|name| std::env::var_os(name).map(|value| (name, value))));
    let mut child = command.stdin(Stdio::inherit()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let pid = Pid::from_child(&child);
    let (ended, wait) = channel::<()>();
    let clock = std::thread::spawn(move || {
        let late = matches!(wait.recv_timeout(limit), Err(RecvTimeoutError::Timeout));
        if late {
            // Not reaped before this thread has ended, so the number still is the command's.
            let _ = kill_process_group(pid, Signal::KILL);
        }
        late
    });
    while let Err(rustix::io::Errno::INTR) =
        waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)
    {}
    drop(ended);
    let late = clock.join().unwrap_or(false);
    let status = child.wait()?;
    Ok(match (status.success(), late) {
        (true, _) => None,
        (false, true) => Some(NotDelivered::TimeLimit),
        (false, false) => Some(NotDelivered::Exit),
    })
}

/// Leaves word of success on the disk. When that fails, the exit code still says it to a desk that waits.
fn leave_word(file: &Path) {
    let word = std::fs::rename(file, file.with_extension("done"));
    let folder = file.parent().map(File::open);
    if let (Ok(()), Some(Ok(folder))) = (word, folder) {
        let _ = folder.sync_all();
    }
}
