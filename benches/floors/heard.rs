//! What it costs that somebody listens: a screen reader on the accessibility bus.

use egui::{Key, Modifiers};

use crate::corpus;
use crate::headless::Headless;
use crate::table::{Limit, Table, Unit, median, milliseconds};
use crate::usage::{OWN, held};

const STEPS: usize = 200;
/// Frames until all that is in the tree at once is there.
const ARRIVAL: usize = 60;

pub(crate) fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = corpus::write(folder.path(), corpus::BYTES, corpus::MARKS);
    let mut window = Headless::open(&path);
    for _ in 0..ARRIVAL {
        let _ = window.frame(Vec::new());
    }
    let floor = median((0..STEPS).map(|_| milliseconds(window.frame(Vec::new()))).collect());
    let step = |window: &mut Headless| {
        median((0..STEPS).map(|_| milliseconds(window.key(Key::ArrowRight, Modifiers::NONE))).collect())
    };
    let unheard = step(&mut window);
    let before = resident();
    window.listen();
    let first = milliseconds(window.frame(Vec::new()));
    table.row(
        "10 MB article: first text heard",
        Unit::Milliseconds,
        first,
        ("a frame without a listener", floor),
        Limit { times: 1.0, plus: 100.0 },
    );
    for _ in 0..ARRIVAL {
        let _ = window.frame(Vec::new());
    }
    table.row(
        "10 MB article: a step of the caret heard",
        Unit::Milliseconds,
        step(&mut window),
        ("the same without a listener", unheard),
        Limit { times: 1.0, plus: 5.0 },
    );
    table.bare("10 MB article: memory for a listener", Unit::Megabytes, resident() - before, 30.0);
    window.ignore();
    let _ = window.frame(Vec::new());
    table.row(
        "10 MB article: a step of the caret, nobody listens any more",
        Unit::Milliseconds,
        step(&mut window),
        ("the same before anybody did", unheard),
        Limit { times: 1.1, plus: 0.5 },
    );
}

/// Megabytes of this process in memory.
fn resident() -> f64 {
    held(OWN).unwrap_or_default() as f64 * 1024.0 / 1e6
}
