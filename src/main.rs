//! The thin binary: hands the arguments to `cli` and turns its answer into an exit code.

fn main() -> std::process::ExitCode {
    dutydesk::cli::run()
}
