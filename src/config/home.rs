//! Owns where an officer's own files are, and reads them: small, bounded, never written. A file that can't be read is a
//! problem to be told, never a reason to stop.

use super::{Paths, Problem, Source};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// No file of an officer is longer; what is longer is not read to its end.
const MOST_BYTES: u64 = 128 * 1024;

/// What the environment says about the place of an officer's files. Empty variables count as not set.
#[derive(Clone, Debug, Default)]
pub struct GivenHome {
    /// `XDG_CONFIG_HOME`; a relative one is not used, as its rules say.
    pub xdg_config_home: Option<OsString>,
    /// `HOME`.
    pub home: Option<OsString>,
}

/// The folder with an officer's own files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleHome {
    dir: PathBuf,
}

impl ConsoleHome {
    /// The folder `dutydesk` in the config home; none when there is no home at all.
    ///
    /// ```
    /// use dutydesk::config::home::{ConsoleHome, GivenHome};
    /// let given = GivenHome { home: Some("/home/night".into()), ..GivenHome::default() };
    /// let home = ConsoleHome::find(&given).expect("a home");
    /// assert_eq!(home.preferences().to_str(), Some("/home/night/.config/dutydesk/console.toml"));
    /// ```
    pub fn find(given: &GivenHome) -> Option<ConsoleHome> {
        let absolute =
            |value: &Option<OsString>| value.clone().map(PathBuf::from).filter(|p| p.is_absolute());
        let config = absolute(&given.xdg_config_home);
        let config = config.or_else(|| absolute(&given.home).map(|home| home.join(".config")));
        config.map(|dir| ConsoleHome { dir: dir.join("dutydesk") })
    }

    /// The folder itself.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The preferences.
    pub fn preferences(&self) -> PathBuf {
        self.dir.join("console.toml")
    }

    /// The officer's own keys.
    pub fn keys(&self) -> PathBuf {
        self.dir.join("keys.toml")
    }
}

/// The keymap files of a console that are there, the desk's own, then the officer's on top, and what is wrong with
/// reading them.
pub fn keymap_sources(desk: &Paths, home: Option<&ConsoleHome>) -> (Vec<Source>, Vec<Problem>) {
    let (mut sources, mut problems) = (Vec::new(), Vec::new());
    // A desk's folder belongs to the desk; an account that may not look into it has its own keys only.
    if let Ok(Some(source)) = read(&desk.keys()) {
        sources.push(source);
    }
    match home.map(|home| read(&home.keys())) {
        Some(Ok(Some(source))) => sources.push(source),
        Some(Err(problem)) => problems.push(*problem),
        Some(Ok(None)) | None => {}
    }
    (sources, problems)
}

/// A file's text; none when it isn't there.
///
/// # Errors
/// A problem that names the file when it is there but no text can be had from it.
pub fn read(path: &Path) -> Result<Option<Source>, Box<Problem>> {
    let name = path.to_string_lossy().into_owned();
    let bytes = match bytes_of(path) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(_) => return Err(Box::new(Source::new(name, "").error(0..0, "app-problem-unreadable"))),
    };
    String::from_utf8(bytes).map(|text| Some(Source::new(name.as_str(), text))).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default());
        Box::new(Source::new(name.as_str(), before).error(valid..valid, "app-problem-not-utf8"))
    })
}

fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    // A FIFO in its place would keep the console waiting for ever.
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}
