//! The parts that documents are made of. Texts in them are as they were told; the forms make them safe.

use crate::domain::Station;
use crate::words::Words;

/// One part of a document.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A line that must not be overlooked.
    Banner(String),
    /// The title of the document.
    Title(String),
    /// The heading of a part.
    Heading(String),
    /// The heading of one thing within a part.
    Item(String),
    /// Labels and what stands behind them.
    Fields(Vec<(String, String)>),
    /// What somebody wrote, with its line breaks.
    Paragraph(String),
    /// Rows under heads.
    Table(Table),
}

/// A table: the cells of each row in the order of the heads.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// What the columns are called.
    pub heads: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
    /// The columns that plain text has room for; the last one may take what is left of the line.
    pub short: Vec<usize>,
}

/// A form that documents can be written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    Markdown,
}

/// Writes a document. `state` is what must stand at its top and bottom besides that the desk is one for training.
pub(super) fn write(
    blocks: Vec<Block>,
    state: Option<String>,
    station: &Station,
    words: &Words,
    form: Form,
) -> String {
    let training = station.training().then(|| words.get("doc-training"));
    let banners: Vec<Block> = training.into_iter().chain(state).map(Block::Banner).collect();
    let framed: Vec<Block> = banners.iter().cloned().chain(blocks).chain(banners.iter().cloned()).collect();
    match form {
        Form::Plain => super::plain::write(&framed, words),
        Form::Markdown => super::markdown::write(&framed, words),
    }
}
