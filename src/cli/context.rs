//! What every command needs: where the desk is, in which language to speak, and the line to the desk.

use super::args::Global;
use super::failure::{Exit, Failure};
use super::localise::lang_of_locale;
use crate::config::Paths;
use crate::config::paths::Given;
use crate::desk::start;
use crate::domain::query::{Answer, Query};
use crate::domain::{Command, Lang, OfficerId, Receipt, RecordId, Rev, Station};
use crate::wire::message::Ended;
use crate::wire::{Caller, Hello, WireError};
use crate::words::Words;
use jiff::Timestamp;

/// How often a desk that goes down while it is called is called again.
const TRIES: usize = 3;

/// The desk's folder, the language, and how answers are wanted.
pub(super) struct Context {
    pub(super) paths: Paths,
    pub(super) words: Words,
    /// The language asked for with `--lang`.
    pub(super) asked_lang: Option<Lang>,
    pub(super) json: bool,
    pub(super) act_as: Option<OfficerId>,
}

impl Context {
    pub(super) fn new(global: &Global) -> Result<Context, Failure> {
        let asked_lang = asked_lang(global)?;
        let words = Words::new(asked_lang.unwrap_or_else(lang_of_locale));
        let uid = rustix::process::geteuid().as_raw();
        let here = std::env::current_dir().map_err(|e| Failure::file(&words, ".".as_ref(), &e))?;
        let given = Given {
            data: global.data.clone(),
            dutydesk_data: std::env::var_os("DUTYDESK_DATA"),
            xdg_data_home: std::env::var_os("XDG_DATA_HOME"),
            home: std::env::var_os("HOME"),
            xdg_runtime_dir: std::env::var_os("XDG_RUNTIME_DIR"),
            temp: std::env::temp_dir(),
            here,
            uid,
        };
        let paths = Paths::find(&given).map_err(|_| Failure::new(Exit::Config, words.get("cli-no-place")))?;
        let act_as = global.act_as.as_deref().map(OfficerId::from);
        Ok(Context { paths, words, asked_lang, json: global.json, act_as })
    }

    /// The same commands on another folder.
    pub(super) fn at(&self, paths: Paths) -> Context {
        let words = Words::new(self.words.lang());
        Context { paths, words, asked_lang: self.asked_lang, json: self.json, act_as: self.act_as.clone() }
    }

    /// Whether a desk was ever made in the folder.
    pub(super) fn has_desk(&self) -> bool {
        self.paths.db().exists()
    }

    /// A line to the desk, which is started when it was made here and doesn't run.
    pub(super) fn call(&self) -> Result<Call<'_>, Failure> {
        if !self.has_desk() {
            return self.call_running();
        }
        let program = super::serve::own_program(&self.words)?;
        for _ in 0..TRIES {
            start::ensure_running(&self.paths, &program)
                .map_err(|e| super::serve::start_failure(&e, &self.words))?;
            match self.open() {
                // A desk that was killed may still take a connection while it goes: nothing was asked of it yet.
                Err(WireError::NoDesk | WireError::Io(_) | WireError::Ended(Ended::DeskStops)) => {}
                opened => return self.opened(opened),
            }
        }
        self.call_running()
    }

    /// A line to the desk only if it runs.
    pub(super) fn call_running(&self) -> Result<Call<'_>, Failure> {
        self.opened(self.open())
    }

    fn open(&self) -> Result<Caller, WireError> {
        let hello = Hello::command(self.words.lang()).acting_as(self.act_as.clone());
        Caller::open(&self.paths, hello)
    }

    fn opened(&self, caller: Result<Caller, WireError>) -> Result<Call<'_>, Failure> {
        let nowhere = Station::default();
        let caller = caller.map_err(|e| Failure::wire(e, &self.words, &nowhere))?;
        let mut call = Call { context: self, caller, station: nowhere };
        if call.caller.welcome().who.is_some() {
            call.refresh_station()?;
        }
        Ok(call)
    }
}

fn asked_lang(global: &Global) -> Result<Option<Lang>, Failure> {
    match global.lang.as_deref() {
        None => Ok(None),
        Some("en") => Ok(Some(Lang::En)),
        Some("zh") => Ok(Some(Lang::Zh)),
        Some(other) => {
            let words = Words::new(lang_of_locale());
            Err(Failure::usage(words.with("cli-no-such-language", &[("value", other)])))
        }
    }
}

/// A line to the desk, and the station that gives names to what it says.
pub(super) struct Call<'a> {
    pub(super) context: &'a Context,
    pub(super) caller: Caller,
    pub(super) station: Station,
}

impl Call<'_> {
    pub(super) fn words(&self) -> &Words {
        &self.context.words
    }

    /// The desk's clock when the line was opened.
    pub(super) fn now(&self) -> Timestamp {
        self.caller.welcome().now
    }

    pub(super) fn ask(&mut self, query: Query) -> Result<Answer, Failure> {
        let (words, station) = (&self.context.words, &self.station);
        self.caller.ask(query).map_err(|e| Failure::wire(e, words, station))
    }

    pub(super) fn refresh_station(&mut self) -> Result<(), Failure> {
        match self.ask(Query::Station)? {
            Answer::Station(station) => self.station = *station,
            _ => return Err(self.nonsense()),
        }
        Ok(())
    }

    pub(super) fn execute(&mut self, command: Command, seen: Option<Rev>) -> Result<Receipt, Failure> {
        let (words, station) = (&self.context.words, &self.station);
        self.caller.execute(command, seen).map_err(|e| Failure::wire(e, words, station))
    }

    /// An answer that doesn't fit its question.
    pub(super) fn nonsense(&self) -> Failure {
        Failure::new(Exit::Broken, self.words().get("cli-nonsense"))
    }

    /// Reads a record number; a short one, `R-031`, is of the duty day that stands.
    pub(super) fn record_id(&self, text: &str) -> Result<RecordId, Failure> {
        let text = text.trim();
        let short = || {
            let (letter, number) = text.split_once('-')?;
            let day = self.station.watch(self.now()).day;
            let full = format!("{letter}-{:04}{:02}{:02}-{number:0>3}", day.year(), day.month(), day.day());
            full.parse().ok()
        };
        let shown = crate::words::text::one_line(text);
        let refused = || Failure::usage(self.words().with("cli-no-record-id", &[("value", &shown)]));
        text.parse().ok().or_else(short).ok_or_else(refused)
    }
}
