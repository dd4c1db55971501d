//! Where a desk's files live. Pure: what the environment says is handed in by the command line; no file is touched here.

use sha2::{Digest, Sha256};
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Component, Path, PathBuf};

/// The longest path that a Unix socket may have on Linux, in bytes.
pub const SOCKET_PATH_MAX: usize = 107;

/// What the command line and the environment say about places. Empty variables count as not set.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `--data DIR`.
    pub data: Option<PathBuf>,
    /// `DUTYDESK_DATA`.
    pub dutydesk_data: Option<OsString>,
    /// `XDG_DATA_HOME`; a relative one is not used, as its rules say.
    pub xdg_data_home: Option<OsString>,
    /// `HOME`.
    pub home: Option<OsString>,
    /// `XDG_RUNTIME_DIR`.
    pub xdg_runtime_dir: Option<OsString>,
    /// The folder for temporary files.
    pub temp: PathBuf,
    /// The folder that relative paths start from.
    pub here: PathBuf,
    /// The account that asks.
    pub uid: u32,
}

/// No folder was named, and there is no home to put one in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no home folder to keep the desk in: name a folder with '--data DIR' or DUTYDESK_DATA")]
pub struct NoPlace;

/// The files of one desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    dir: PathBuf,
    socket: PathBuf,
}

impl Paths {
    /// The desk's folder as given: `--data`, else `DUTYDESK_DATA`, else `dutydesk` in the data home.
    ///
    /// # Errors
    /// [`NoPlace`] when none of them says anything.
    pub fn find(given: &Given) -> Result<Paths, NoPlace> {
        let set = |value: &Option<OsString>| value.clone().filter(|v| !v.is_empty()).map(PathBuf::from);
        let absolute = |value: &Option<OsString>| set(value).filter(|p| p.is_absolute());
        let home_share = || absolute(&given.home).map(|h| h.join(".local").join("share"));
        let dir = given
            .data
            .clone()
            .or_else(|| set(&given.dutydesk_data))
            .or_else(|| absolute(&given.xdg_data_home).or_else(home_share).map(|d| d.join("dutydesk")))
            .ok_or(NoPlace)?;
        let runtime = absolute(&given.xdg_runtime_dir);
        let dir = plain(&given.here.join(dir));
        let socket = socket_for(&dir, runtime.as_deref(), &given.temp, given.uid);
        Ok(Paths { dir, socket })
    }

    /// The desk in a folder, as [`Paths::find`] with nothing else given.
    pub fn of(dir: &Path, temp: &Path, uid: u32) -> Paths {
        let dir = plain(dir);
        let socket = socket_for(&dir, None, temp, uid);
        Paths { dir, socket }
    }

    /// The folder itself.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The database.
    pub fn db(&self) -> PathBuf {
        self.dir.join("desk.db")
    }

    /// Where this program puts the socket. A desk started with other runtime folders may have put it elsewhere when
    /// the folder's path is long; its lock file says where.
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// Whether the folder's path is too long for a socket in it.
    pub fn socket_is_elsewhere(&self) -> bool {
        self.socket.parent() != Some(self.dir.as_path())
    }

    /// The desk's own log.
    pub fn log(&self) -> PathBuf {
        self.dir.join("desk.log")
    }

    /// The lock that one desk holds for life.
    pub fn lock(&self) -> PathBuf {
        self.dir.join("desk.lock")
    }

    /// The heads of the journal's chain, kept outside the database.
    pub fn anchor(&self) -> PathBuf {
        self.dir.join("anchor")
    }

    /// The officer's keys.
    pub fn keys(&self) -> PathBuf {
        self.dir.join("keys.toml")
    }

    /// The desk's own configuration.
    pub fn desk_file(&self) -> PathBuf {
        self.dir.join("desk.toml")
    }

    /// The setup file.
    pub fn station(&self) -> PathBuf {
        self.dir.join("station.toml")
    }

    /// The deadline rules.
    pub fn rules(&self) -> PathBuf {
        self.dir.join("rules.toml")
    }

    /// The days on which the station doesn't work.
    pub fn holidays(&self) -> PathBuf {
        self.dir.join("holidays.toml")
    }

    /// The spool, with `tmp`, `new`, `done` and `bad` in it.
    pub fn spool(&self) -> PathBuf {
        self.dir.join("spool")
    }
}

/// Where the desk of a folder has its socket.
fn socket_for(dir: &Path, runtime: Option<&Path>, temp: &Path, uid: u32) -> PathBuf {
    let near = dir.join("desk.sock");
    if near.as_os_str().len() <= SOCKET_PATH_MAX {
        return near;
    }
    let digest = Sha256::digest(dir.as_os_str().as_bytes());
    let name: String = digest.iter().take(12).map(|b| format!("{b:02x}")).collect();
    let in_runtime = runtime.map(|r| r.join("dutydesk").join(format!("{name}.sock")));
    in_runtime
        .filter(|p| p.as_os_str().len() <= SOCKET_PATH_MAX)
        .unwrap_or_else(|| temp.join(format!("dutydesk-{uid}")).join(format!("{name}.sock")))
}

/// The path without `.`, without doubled or trailing slashes. `..` stays: behind a link it isn't what it seems.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|c| *c != Component::CurDir).collect()
}

/// What a running desk writes into its lock file: its process and its socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockNote {
    /// The process.
    pub pid: u32,
    /// The socket.
    pub socket: PathBuf,
}

impl LockNote {
    /// The note as bytes: two lines.
    pub fn write(&self) -> Vec<u8> {
        let mut text = format!("{}\n", self.pid).into_bytes();
        text.extend_from_slice(self.socket.as_os_str().as_bytes());
        text.push(b'\n');
        text
    }

    /// The note in these bytes; none when it isn't whole.
    pub fn read(bytes: &[u8]) -> Option<LockNote> {
        let body = bytes.strip_suffix(b"\n")?;
        let at = body.iter().position(|b| *b == b'\n')?;
        let pid = std::str::from_utf8(body.get(..at)?).ok()?.parse().ok()?;
        let socket = PathBuf::from(OsString::from_vec(body.get(at + 1..)?.to_vec()));
        socket.is_absolute().then_some(LockNote { pid, socket })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given() -> Given {
        Given {
            home: Some("/home/night".into()),
            temp: "/tmp".into(),
            here: "/srv".into(),
            uid: 1001,
            ..Given::default()
        }
    }

    #[test]
    fn the_flag_beats_the_variable_beats_the_data_home() {
        let mut all = given();
        assert_eq!(Paths::find(&all).unwrap().dir(), Path::new("/home/night/.local/share/dutydesk"));
        all.xdg_data_home = Some("/data".into());
        assert_eq!(Paths::find(&all).unwrap().dir(), Path::new("/data/dutydesk"));
        all.dutydesk_data = Some("/var/lib/desk".into());
        assert_eq!(Paths::find(&all).unwrap().dir(), Path::new("/var/lib/desk"));
        all.data = Some("./here/".into());
        assert_eq!(Paths::find(&all).unwrap().dir(), Path::new("/srv/here"));
    }

    #[test]
    fn empty_and_relative_variables_count_for_nothing() {
        let mut odd = given();
        odd.dutydesk_data = Some("".into());
        odd.xdg_data_home = Some("data".into());
        assert_eq!(Paths::find(&odd).unwrap().dir(), Path::new("/home/night/.local/share/dutydesk"));
        odd.home = None;
        assert_eq!(Paths::find(&odd), Err(NoPlace));
    }

    #[test]
    fn a_long_folder_has_its_socket_under_a_hash() {
        let long = PathBuf::from(format!("/{}", "d".repeat(97)));
        assert_eq!(long.join("desk.sock").as_os_str().len(), 108);
        let mut far = given();
        far.data = Some(long.clone());
        let paths = Paths::find(&far).unwrap();
        assert!(paths.socket_is_elsewhere());
        assert!(paths.socket().starts_with("/tmp/dutydesk-1001"), "{:?}", paths.socket());
        far.xdg_runtime_dir = Some("/run/user/1001".into());
        let paths = Paths::find(&far).unwrap();
        assert!(paths.socket().starts_with("/run/user/1001/dutydesk"));
        assert!(paths.socket().as_os_str().len() <= SOCKET_PATH_MAX);
        let near = Paths::of(&PathBuf::from(format!("/{}", "d".repeat(96))), Path::new("/tmp"), 1);
        assert!(!near.socket_is_elsewhere());
    }

    #[test]
    fn a_lock_note_is_read_back_and_a_torn_one_is_not() {
        let note = LockNote { pid: 42, socket: "/tmp/a\u{e9}.sock".into() };
        let bytes = note.write();
        assert_eq!(LockNote::read(&bytes), Some(note));
        for torn in 0..bytes.len() {
            assert_eq!(LockNote::read(&bytes[..torn]), None);
        }
    }
}
