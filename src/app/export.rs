//! Writes a handover to a file for its readers. It never overwrites one, and nobody but the officer may read it.

use crate::domain::RecordId;
use crate::ui::msg::Unwritten;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// How many exports of one handover may lie in one folder.
const EXPORTS_MAX: u32 = 99;

/// Writes the text of a handover into a folder, under the handover's number; says the file's name.
pub(super) fn write(folder: &Path, id: RecordId, text: &str) -> Result<String, Unwritten> {
    let mut count = 1;
    loop {
        let name =
            if count == 1 { format!("handover-{id}.txt") } else { format!("handover-{id}-{count}.txt") };
        let file = folder.join(name);
        match write_new(&file, text) {
            Ok(()) => return Ok(file.to_string_lossy().into_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && count < EXPORTS_MAX => count += 1,
            Err(error) => {
                let file = file.to_string_lossy().into_owned();
                return Err(Unwritten { file, why: error.kind().to_string() });
            }
        }
    }
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a handover under its full name would be taken for the whole.
        let _ = std::fs::remove_file(path);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_second_export_leaves_the_first_alone_and_only_the_officer_reads_them() {
        let dir = tempfile::tempdir().unwrap();
        let id: RecordId = "H-20261121-001".parse().unwrap();
        let first = write(dir.path(), id, "one").unwrap();
        let second = write(dir.path(), id, "two").unwrap();
        assert_ne!(first, second);
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "one");
        assert_eq!(std::fs::read_to_string(&second).unwrap(), "two");
        assert_eq!(std::fs::metadata(&first).unwrap().permissions().mode() & 0o777, 0o600);
        let nowhere = write(&dir.path().join("none"), id, "three").unwrap_err();
        assert!(nowhere.file.ends_with("handover-H-20261121-001.txt"), "{nowhere:?}");
    }
}
