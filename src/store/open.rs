//! Opening a desk's record: which file it is, whether it is ours and sound enough, and how SQLite shall behave.
//!
//! A file that isn't ours is never written to. SQLite's locks belong to the whole process and are lost when any other
//! handle on the file is closed: so the file itself is read here only before this process has it open for writing.

use super::error::StoreError;
use super::migrate::{self, APPLICATION_ID, KNOWN};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::Read;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The name of the record in the desk's folder.
pub const FILE_NAME: &str = "desk.db";

const OLDEST_SQLITE: i32 = 3_051_003;
const BUSY: Duration = Duration::from_secs(5);
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The record of the desk in a folder.
pub fn record_file(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

/// The file that SQLite keeps beside the record, such as `desk.db-wal`.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    file.with_file_name(name)
}

/// Makes the folder, for nobody else to read, and an empty record in it.
///
/// # Errors
/// [`StoreError::Exists`] when there is a record already.
pub fn create(folder: &Path) -> Result<(), StoreError> {
    new_enough()?;
    let file = record_file(folder);
    make_folder(folder)?;
    if file.exists() {
        return Err(StoreError::Exists { file });
    }
    // Under its final name it is whole from the first byte on: a killed program leaves a stray file, never half a desk.
    let fresh = beside(&file, &format!(".new-{}", std::process::id()));
    remove(&fresh)?;
    private_file(&fresh)?;
    let made = schema_in(&fresh).and_then(|()| into_place(&fresh, &file));
    remove(&fresh)?;
    made
}

/// Gives a whole file its final name, which nobody else may have taken meanwhile.
pub(crate) fn into_place(whole: &Path, file: &Path) -> Result<(), StoreError> {
    match fs::hard_link(whole, file) {
        Ok(()) => {}
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(StoreError::Exists { file: file.to_owned() });
        }
        // Memory sticks and some network disks know no links.
        Err(_) => fs::rename(whole, file).map_err(|e| StoreError::file(&e, "naming", file))?,
    }
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sync_folder(folder)
}

pub(crate) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut made = DirBuilder::new();
    made.recursive(true).mode(0o700).create(folder).map_err(|e| StoreError::file(&e, "making", folder))
}

fn schema_in(file: &Path) -> Result<(), StoreError> {
    let mut conn = Connection::open(file)?;
    migrate::migrate(&mut conn)?;
    conn.close().map_err(|(_, e)| StoreError::from(e))
}

pub(crate) fn private_file(file: &Path) -> Result<File, StoreError> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .map_err(|e| StoreError::file(&e, "making", file))
}

pub(crate) fn remove(file: &Path) -> Result<(), StoreError> {
    match fs::remove_file(file) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(StoreError::file(&e, "removing", file)),
        Ok(()) | Err(_) => Ok(()),
    }
}

pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    File::open(folder).and_then(|f| f.sync_all()).map_err(|e| StoreError::file(&e, "syncing", folder))
}

/// Opens the record for writing and brings its schema up to date.
pub(crate) fn writing(folder: &Path) -> Result<Connection, StoreError> {
    new_enough()?;
    let file = record_file(folder);
    ours(&file)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(&file, flags)?;
    if conn.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StoreError::ReadOnly);
    }
    guarded(&conn)?;
    in_wal(&conn)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "secure_delete", "ON")?;
    conn.pragma_update(None, "journal_size_limit", 16 * 1024 * 1024)?;
    conn.pragma_update(None, "cache_size", -8 * 1024)?;
    let version = migrate::version(&conn)?;
    if version > KNOWN {
        return Err(StoreError::Newer { found: version, known: KNOWN });
    }
    migrate::migrate(&mut conn)?;
    Ok(conn)
}

/// Opens the record, or a copy of it, for reading only.
pub(crate) fn reading(file: &Path) -> Result<Connection, StoreError> {
    new_enough()?;
    if !file.exists() {
        return Err(StoreError::NoDesk { folder: file.parent().unwrap_or(Path::new(".")).to_owned() });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = match opened_for_reading(file, flags) {
        // On a disk that can't be written to, SQLite reads a closed record when told that nobody can change it.
        Err(StoreError::Io { .. } | StoreError::ReadOnly) if closed_in_order(file) => {
            let uri = format!("file:{}?immutable=1", escaped(file));
            opened_for_reading(Path::new(&uri), flags | OpenFlags::SQLITE_OPEN_URI)?
        }
        // SQLite could make nothing of it, so this process holds no lock on it: the file itself may be looked at.
        Err(damaged @ StoreError::Damaged { .. }) => return Err(ours(file).err().unwrap_or(damaged)),
        other => other?,
    };
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotADesk { file: file.to_owned() });
    }
    conn.pragma_update(None, "query_only", true)?;
    conn.pragma_update(None, "cache_size", -2 * 1024)?;
    let found = migrate::version(&conn)?;
    if found > KNOWN {
        return Err(StoreError::Newer { found, known: KNOWN });
    }
    Ok(conn)
}

fn opened_for_reading(file: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(file, flags)?;
    guarded(&conn)?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(conn)
}

fn closed_in_order(file: &Path) -> bool {
    fs::metadata(beside(file, "-wal")).map_or(true, |wal| wal.len() == 0)
}

fn escaped(file: &Path) -> String {
    let mut text = String::new();
    for byte in file.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => text.push(char::from(*byte)),
            b if b.is_ascii_alphanumeric() => text.push(char::from(*b)),
            b => text.push_str(&format!("%{b:02X}")),
        }
    }
    text
}

fn new_enough() -> Result<(), StoreError> {
    if rusqlite::version_number() >= OLDEST_SQLITE {
        Ok(())
    } else {
        Err(StoreError::OldSqlite { found: rusqlite::version().to_owned() })
    }
}

/// Looks at the first bytes: whether the file is a desk's record, and not of a newer program.
fn ours(file: &Path) -> Result<(), StoreError> {
    let folder = || file.parent().unwrap_or(Path::new(".")).to_owned();
    let mut head = [0_u8; 100];
    match File::open(file).and_then(|mut f| f.read_exact(&mut head)) {
        Ok(()) => {}
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::NoDesk { folder: folder() });
        }
        Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            return Err(StoreError::NotADesk { file: file.to_owned() });
        }
        Err(e) => return Err(StoreError::file(&e, "reading", file)),
    }
    let number =
        |at: usize| i64::from(u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]));
    if &head[..16] != MAGIC || number(68) != APPLICATION_ID {
        return Err(StoreError::NotADesk { file: file.to_owned() });
    }
    let found = number(60);
    if found > KNOWN { Err(StoreError::Newer { found, known: KNOWN }) } else { Ok(()) }
}

fn guarded(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(160);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "recursive_triggers", true)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(())
}

/// Going to WAL needs the file alone for an instant and doesn't wait by itself.
fn in_wal(conn: &Connection) -> Result<(), StoreError> {
    let mut last = StoreError::Busy;
    for attempt in 0..20_u64 {
        match conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0)) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(_) => return Err(StoreError::ReadOnly),
            Err(e) => last = StoreError::from(e),
        }
        if last != StoreError::Busy {
            return Err(last);
        }
        std::thread::sleep(Duration::from_millis(10 * attempt));
    }
    Err(last)
}
