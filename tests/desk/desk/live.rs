//! A desk that runs: in this process on a thread, or in a process of its own, always on a folder that goes away.

use crate::real::{PATIENCE, wait_until};
use dutydesk::config::Paths;
use dutydesk::config::paths::LockNote;
use dutydesk::desk::{DeskError, Founding, Options, make, serve};
use dutydesk::domain::command::{Incoming, Order, ReportCommand};
use dutydesk::domain::query::{Answer, JournalFilter, Page, Query, ReportFilter, ReportView};
use dutydesk::domain::report::{Source, Telling};
use dutydesk::domain::row::ReportRow;
use dutydesk::domain::setup::{Head, SetupItem};
use dutydesk::domain::{Command, Lang, Officer, OfficerId, Role, Secret};
use dutydesk::wire::codec::{Lines, decode, encode};
use dutydesk::wire::connect::socket_of;
use dutydesk::wire::message::{Client, Ended, Receipt, ToClient, ToDesk};
use dutydesk::wire::{Caller, Hello, VERSION};
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::JoinHandle;
use tempfile::TempDir;

pub const FOLDER: &str = "DUTYDESK_TEST_FOLDER";
pub const PASSPHRASE: &str = "north gate 12";

pub fn uid() -> u32 {
    rustix::process::geteuid().as_raw()
}

pub fn paths_of(dir: &Path) -> Paths {
    Paths::of(dir, &std::env::temp_dir(), uid())
}

/// A supervisor with this account, and one officer of every role, each with the passphrase.
pub fn founding(training: bool, shared: bool) -> Founding {
    let officer = |number: &str, role, uid| Officer { number: number.into(), name: number.into(), role, uid };
    let roles = Role::GIVEN.into_iter().zip(1..);
    let officers: Vec<Officer> = roles.map(|(role, n)| officer(&format!("000{n}"), role, None)).collect();
    let known = officers.iter().map(|o| o.number.clone()).chain([OfficerId::from("0100")]);
    let passphrases = known.map(|number| (number, Secret(PASSPHRASE.into()))).collect();
    let items = crate::samples::items().into_iter().filter(|item| !matches!(item, SetupItem::Station(_)));
    Founding {
        head: Head {
            code: "NH".into(),
            name: "South River".into(),
            zone: "Asia/Shanghai".into(),
            training,
            shared_uids: if shared { vec![uid()] } else { vec![] },
        },
        founder: officer("0100", Role::Supervisor, Some(uid())),
        items: officers.into_iter().map(SetupItem::Officer).chain(items).collect(),
        passphrases: if training { Vec::new() } else { passphrases },
    }
}

pub fn officer_of(role: Role) -> OfficerId {
    let n = Role::GIVEN.into_iter().position(|r| r == role).unwrap() + 1;
    format!("000{n}").as_str().into()
}

enum Running {
    No,
    Thread(JoinHandle<Result<(), DeskError>>),
    Process(Child),
}

pub struct Live {
    pub paths: Paths,
    running: Running,
    _folder: TempDir,
}

impl Live {
    /// A training desk that runs on a thread.
    pub fn training() -> Live {
        Live::made(&founding(true, false)).on_thread(Options::default())
    }

    /// A desk that runs on a thread.
    pub fn real() -> Live {
        Live::made(&founding(false, false)).on_thread(Options::default())
    }

    pub fn made(founding: &Founding) -> Live {
        let folder = TempDir::new().unwrap();
        let dir = folder.path().join("desk");
        let paths = paths_of(&dir);
        Live::made_at(folder, paths, founding)
    }

    pub fn made_at(folder: TempDir, paths: Paths, founding: &Founding) -> Live {
        make(&paths, founding.clone()).unwrap();
        Live { paths, running: Running::No, _folder: folder }
    }

    pub fn on_thread(mut self, options: Options) -> Live {
        let paths = self.paths.clone();
        self.running = Running::Thread(std::thread::spawn(move || serve(&paths, &options)));
        self.up()
    }

    pub fn in_process(mut self) -> Live {
        self.running = Running::Process(
            std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "--ignored", "desk::a_desk_in_a_process_of_its_own"])
                .env(FOLDER, self.paths.dir())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap(),
        );
        self.up()
    }

    fn up(mut self) -> Live {
        let paths = self.paths.clone();
        wait_until("the desk answers", || {
            match &mut self.running {
                Running::Thread(thread) => assert!(!thread.is_finished(), "the desk ended"),
                Running::Process(child) => assert_eq!(child.try_wait().unwrap(), None, "the desk ended"),
                Running::No => {}
            }
            UnixStream::connect(socket_of(&paths)).is_ok()
        });
        self
    }

    /// What its lock file says.
    pub fn note(&self) -> LockNote {
        LockNote::read(&std::fs::read(self.paths.lock()).unwrap()).unwrap()
    }

    /// Ends the process at once, in the middle of whatever it does.
    pub fn kill(mut self) -> Live {
        let Running::Process(child) = &mut self.running else { panic!("only a process can be killed") };
        child.kill().unwrap();
        child.wait().unwrap();
        self.running = Running::No;
        self
    }

    /// Sends SIGTERM and gives the exit code.
    pub fn terminate(mut self) -> (Live, Option<i32>) {
        let Running::Process(child) = &mut self.running else { panic!("only a process can be terminated") };
        let pid = rustix::process::Pid::from_child(child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        let code = child.wait().unwrap().code();
        self.running = Running::No;
        (self, code)
    }

    /// Stops it as its keeper would.
    pub fn stop(mut self) -> Live {
        self.stop_now();
        self
    }

    /// It was told to end, and has.
    pub fn ended(mut self) -> Live {
        if let Running::Thread(thread) = std::mem::replace(&mut self.running, Running::No) {
            thread.join().unwrap().unwrap();
        }
        self
    }

    fn stop_now(&mut self) {
        match std::mem::replace(&mut self.running, Running::No) {
            Running::No => {}
            Running::Thread(thread) => {
                Raw::hello(&self.paths, None).send(&ToDesk::Stop { id: 1 });
                thread.join().unwrap().unwrap();
            }
            Running::Process(mut child) => {
                child.kill().unwrap();
                child.wait().unwrap();
            }
        }
    }

    pub fn caller(&self) -> Caller {
        Caller::open(&self.paths, Hello::command(Lang::En)).unwrap()
    }

    pub fn acting_as(&self, officer: impl Into<OfficerId>) -> Caller {
        Caller::open(&self.paths, Hello::command(Lang::En).acting_as(Some(officer.into()))).unwrap()
    }

    /// A console at which the training officer sits.
    pub fn console(&self, officer: &str) -> Raw {
        let hello = Hello::console(Lang::En).acting_as(Some(officer.into()));
        let mut raw = Raw::connect(&self.paths);
        raw.send(&hello.message());
        assert!(matches!(raw.next(), ToClient::Welcome { .. }));
        raw
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // The test has failed; a desk on a thread goes with this process.
            if let Running::Process(child) = &mut self.running {
                let _ = child.kill();
            }
            return;
        }
        self.stop_now();
    }
}

/// A client that says whatever it likes.
pub struct Raw {
    pub stream: UnixStream,
    lines: Lines,
}

impl Raw {
    pub fn connect(paths: &Paths) -> Raw {
        let stream = UnixStream::connect(socket_of(paths)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Raw { stream, lines: Lines::default() }
    }

    pub fn hello(paths: &Paths, act_as: Option<&str>) -> Raw {
        let mut raw = Raw::connect(paths);
        raw.send(&hello(VERSION, act_as));
        assert!(matches!(raw.next(), ToClient::Welcome { .. }));
        raw
    }

    pub fn send(&mut self, message: &ToDesk) {
        self.stream.write_all(&encode(message).unwrap()).unwrap();
    }

    /// The next message; none at the end.
    pub fn read(&mut self) -> Option<ToClient> {
        let mut piece = [0_u8; 4096];
        loop {
            if let Some(line) = self.lines.next_line().unwrap() {
                return Some(decode(line).unwrap());
            }
            match self.stream.read(&mut piece) {
                Ok(0) => return None,
                Ok(n) => self.lines.feed(&piece[..n]),
                Err(e) if e.kind() == std::io::ErrorKind::ConnectionReset => return None,
                Err(e) => panic!("{e}"),
            }
        }
    }

    pub fn next(&mut self) -> ToClient {
        self.read().expect("the desk closed the line")
    }

    /// The answer to a message, pushes passed over.
    pub fn ask(&mut self, message: &ToDesk) -> ToClient {
        self.send(message);
        loop {
            match self.next() {
                ToClient::Changed { .. } => {}
                other => return other,
            }
        }
    }

    /// Why the session ended; what comes before is passed over.
    pub fn ended(mut self) -> Ended {
        loop {
            if let ToClient::Ended(why) = self.next() {
                assert_eq!(self.read(), None, "nothing comes after the end");
                return why;
            }
        }
    }
}

pub fn hello(version: &str, act_as: Option<&str>) -> ToDesk {
    ToDesk::Hello {
        version: version.to_owned(),
        client: Client::Command,
        act_as: act_as.map(OfficerId::from),
        lang: Lang::En,
    }
}

pub fn execute(id: u64, key: &str, command: Command) -> ToDesk {
    ToDesk::Execute { id, order: Order { key: key.to_owned(), seen: None, command } }
}

pub fn report(narrative: &str) -> Command {
    let telling = Telling { narrative: narrative.into(), ..Telling::default() };
    let incoming = Incoming { source: Source::Phone, source_key: None, event_at: None, telling };
    Command::Report(ReportCommand::Receive(Box::new(incoming)))
}

pub fn receive(caller: &mut Caller, narrative: &str) -> Receipt {
    caller.execute(report(narrative), None).unwrap()
}

pub fn reports(caller: &mut Caller) -> Vec<ReportRow> {
    let filter = ReportFilter { view: ReportView::All, ..ReportFilter::default() };
    match caller.ask(Query::Reports { filter, page: Page::top(500) }).unwrap() {
        Answer::Reports(rows) => rows.rows,
        other => panic!("{other:?}"),
    }
}

/// The journal's kinds, oldest first, of the last 500 entries.
pub fn kinds(caller: &mut Caller) -> Vec<String> {
    let mut kinds: Vec<String> = entries(caller).into_iter().map(|e| e.kind).collect();
    kinds.reverse();
    kinds
}

/// The journal's last 500 entries, newest first.
pub fn entries(caller: &mut Caller) -> Vec<dutydesk::domain::fact::Entry> {
    let (filter, page) = (JournalFilter::default(), Page::top(500));
    match caller.ask(Query::Journal { filter, page }).unwrap() {
        Answer::Journal(rows) => rows.rows,
        other => panic!("{other:?}"),
    }
}
