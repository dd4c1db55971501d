//! PURE apart from the reader it is given. Finds out in one walk whether a file is UTF-8 or GB18030, and what names its
//! content. It never guesses in silence: what is neither is refused with the place.

use encoding_rs::GB18030;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::{self, Read, Seek, SeekFrom};

/// How a file spells its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, which includes GBK and GB2312.
    Gb18030,
}

impl Encoding {
    /// What it is called.
    pub const fn code(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
        }
    }

    /// A piece of the file as text; the piece must end between two characters. None when it changed since the survey.
    pub fn text(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Encoding::Utf8 => str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Encoding::Gb18030 => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
        }
    }
}

/// What the first walk over a file finds.
#[derive(Clone, Copy, Debug)]
pub struct Survey {
    /// How it spells its characters.
    pub encoding: Encoding,
    /// SHA-256 of the content.
    pub digest: [u8; 32],
}

/// Why a file is no text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadText {
    /// It is UTF-16.
    Utf16,
    /// It holds NUL bytes.
    Nul,
    /// It is UTF-8 that is broken at this line and column.
    BrokenUtf8(u64, u64),
    /// It is neither UTF-8 nor GB18030; it stops being UTF-8 at this line and column.
    Unknown(u64, u64),
}

/// The byte order mark of UTF-8.
pub const BOM: &[u8] = b"\xEF\xBB\xBF";
const CHUNK: usize = 64 * 1024;

/// Walks over the whole file once, or twice when it isn't UTF-8.
///
/// # Errors
///
/// What reading it gave.
pub fn survey(file: &mut (impl Read + Seek)) -> io::Result<Result<Survey, BadText>> {
    let mut utf8 = Utf8Walk::default();
    let mut hash = Sha256::new();
    let mut first = true;
    for_each_chunk(file, |chunk| {
        if std::mem::take(&mut first) && (chunk.starts_with(b"\xFF\xFE") || chunk.starts_with(b"\xFE\xFF")) {
            utf8.stop = Some(BadText::Utf16);
        }
        hash.update(chunk);
        utf8.take(chunk);
        utf8.stop.is_none()
    })?;
    utf8.end();
    if let Some(stop) = utf8.stop {
        return Ok(Err(stop));
    }
    let digest: [u8; 32] = hash.finalize().into();
    let Some(broken) = utf8.first_bad else {
        return Ok(Ok(Survey { encoding: Encoding::Utf8, digest }));
    };
    // A file of Chinese text that is UTF-8 but for a few places would mostly pass as GB18030, as nonsense.
    if utf8.bad <= 2 * utf8.long {
        return Ok(Err(BadText::BrokenUtf8(broken.0, broken.1)));
    }
    let mut gb = GbWalk::default();
    for_each_chunk(file, |chunk| gb.take(chunk))?;
    if gb.is_plausible() {
        Ok(Ok(Survey { encoding: Encoding::Gb18030, digest }))
    } else {
        Ok(Err(BadText::Unknown(broken.0, broken.1)))
    }
}

fn for_each_chunk(file: &mut (impl Read + Seek), mut take: impl FnMut(&[u8]) -> bool) -> io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = match file.read(&mut chunk) {
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if length == 0 || !take(chunk.get(..length).unwrap_or_default()) {
            return Ok(());
        }
    }
}

/// Counts what is UTF-8 and what isn't, chunk by chunk.
#[derive(Default)]
struct Utf8Walk {
    /// The bytes of a character that the last chunk cut.
    rest: Vec<u8>,
    line: u64,
    column: u64,
    /// Characters of three or four bytes.
    long: u64,
    /// Places that are no UTF-8.
    bad: u64,
    first_bad: Option<(u64, u64)>,
    stop: Option<BadText>,
}

impl Utf8Walk {
    fn take(&mut self, chunk: &[u8]) {
        if chunk.contains(&0) {
            let utf16 = looks_like_utf16(chunk);
            self.stop.get_or_insert(if utf16 { BadText::Utf16 } else { BadText::Nul });
            return;
        }
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(chunk);
        let cut = bytes.len() - cut_character(&bytes);
        self.rest = bytes.split_off(cut);
        self.count(&bytes);
    }

    fn end(&mut self) {
        let rest = std::mem::take(&mut self.rest);
        self.count(&rest);
    }

    fn count(&mut self, bytes: &[u8]) {
        for part in bytes.utf8_chunks() {
            for c in part.valid().chars() {
                if c == '\n' {
                    self.line += 1;
                    self.column = 0;
                } else if c != '\u{FEFF}' {
                    self.column += 1;
                }
                self.long += u64::from(c.len_utf8() > 2);
            }
            if !part.invalid().is_empty() {
                self.bad += 1;
                self.first_bad.get_or_insert((self.line + 1, self.column + 1));
                self.column += 1;
            }
        }
    }
}

/// How many bytes at the end belong to a character whose other bytes are still to come.
fn cut_character(bytes: &[u8]) -> usize {
    for back in 1..=3.min(bytes.len()) {
        let byte = bytes[bytes.len() - back];
        let needs = match byte {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            0x80..=0xBF => continue,
            _ => return 0,
        };
        return if needs > back { back } else { 0 };
    }
    0
}

fn looks_like_utf16(chunk: &[u8]) -> bool {
    let zeros = |from: usize| chunk.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (more, less) = (even.max(odd), even.min(odd));
    more >= 2 && more * 4 >= chunk.len() && less * 8 <= more
}

/// Walks over GB18030: is every sequence whole, and are most of them everyday characters?
#[derive(Default)]
struct GbWalk {
    state: GbState,
    broken: bool,
    /// Two-byte characters of GB2312: everyday Chinese.
    everyday: u64,
    /// Two-byte characters outside it.
    rare: u64,
}

#[derive(Clone, Copy, Default)]
enum GbState {
    #[default]
    Start,
    Lead(u8),
    Second,
    Third,
}

impl GbWalk {
    fn take(&mut self, chunk: &[u8]) -> bool {
        for byte in chunk {
            self.state = match (self.state, *byte) {
                (GbState::Start, 0..=0x7F) => GbState::Start,
                (GbState::Start, lead @ 0x81..=0xFE) => GbState::Lead(lead),
                (GbState::Lead(_), 0x30..=0x39) => GbState::Second,
                (GbState::Lead(lead), trail @ (0x40..=0x7E | 0x80..=0xFE)) => {
                    let everyday = (0xA1..=0xF7).contains(&lead) && trail >= 0xA1;
                    self.everyday += u64::from(everyday);
                    self.rare += u64::from(!everyday);
                    GbState::Start
                }
                (GbState::Second, 0x81..=0xFE) => GbState::Third,
                (GbState::Third, 0x30..=0x39) => GbState::Start,
                _ => {
                    self.broken = true;
                    return false;
                }
            };
        }
        true
    }

    fn is_plausible(&self) -> bool {
        !self.broken && matches!(self.state, GbState::Start) && self.everyday >= self.rare
    }
}
