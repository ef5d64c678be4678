//! Workspaces, articles, saving.

use super::{Action, Menu, Run, always, has_article, has_library};
use crate::session::{
    Command, Extent, LibraryCommand, OpenArticle, ReadingCommand, ReanchorCommand, SaveCommand, Session,
    TransferCommand,
};
use crate::ui::Request;
use crate::ui::details::DetailsDialog;
use crate::ui::encoding_dialog::EncodingDialog;
use crate::ui::exchange::Exchange;
use crate::ui::floating::Floating;
use crate::ui::prompt::Prompt;
use crate::ui::set_aside::SetAsideDialog;

const ROW: Action = Action::of(Menu::File);

rows! {
    OPEN_FOLDER = Action {
        keys: &["Ctrl+O"],
        run: Run::window(always, |_, drawing| drawing.out.request(Request::FolderDialog)),
        ..ROW
    };
    OPEN_PATH = Action {
        keys: &["Ctrl+Shift+O"],
        run: Run::window(always, |panels, _| panels.ask_path(None)),
        ..ROW
    };
    SHOW_FOLDER = Action {
        run: Run::window(has_library, |_, drawing| {
            if let Some(library) = drawing.session.library() {
                drawing.out.request(Request::ShowFolder(library.root().to_owned()));
            }
        }),
        begins_group: true,
        ..ROW
    };
    RESCAN = Action {
        keys: &["F5"],
        run: Run::Session(|session| session.library().map(|_| Command::Library(LibraryCommand::Rescan))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    DETAILS = Action {
        keys: &["Ctrl+Shift+T"],
        run: Run::window(has_article, |panels, drawing| {
            if let Some(dialog) = DetailsDialog::open(drawing.session) {
                panels.floating = Floating::Details(dialog);
            }
        }),
        ..ROW
    };
    CHOOSE_ANNOTATOR = Action {
        run: Run::window(always, |panels, drawing| {
            let known = drawing.annotator().unwrap_or_default();
            panels.ask_annotator(&known);
        }),
        begins_group: true,
        ..ROW
    };
    SAVE = Action {
        keys: &["Ctrl+S"],
        run: Run::Session(|session| session.is_dirty().then_some(Command::Save(SaveCommand::Save))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    SET_ASIDE = Action {
        run: Run::window(is_blocked, |panels, drawing| {
            if let Some(prompt) = Prompt::set_aside(drawing.session) {
                panels.floating = Floating::Prompt(prompt);
            }
        }),
        ..ROW
    };
    SET_ASIDES = Action {
        run: Run::window(has_set_aside, |panels, drawing| {
            drawing.out.run(ReanchorCommand::ReadSetAside);
            panels.floating = Floating::SetAside(SetAsideDialog);
        }),
        ..ROW
    };
    CHOOSE_ENCODING = Action {
        run: Run::window(has_article, |panels, drawing| {
            drawing.out.run(ReadingCommand::PreviewEncodings);
            panels.floating = Floating::Encoding(EncodingDialog::new());
        }),
        begins_group: true,
        ..ROW
    };
    PAGE_ARTICLE = Action {
        run: Run::Session(|session| take(session, Extent::Article)),
        is_on: Some(|session, _| takes(session, Extent::Article)),
        ..ROW
    };
    PAGE_MORE = Action {
        run: Run::Session(|session| take(session, Extent::More)),
        is_on: Some(|session, _| takes(session, Extent::More)),
        ..ROW
    };
    PAGE_WHOLE = Action {
        run: Run::Session(|session| take(session, Extent::Whole)),
        is_on: Some(|session, _| takes(session, Extent::Whole)),
        ..ROW
    };
    IMPORT = Action {
        keys: &["Ctrl+Shift+M"],
        run: Run::window(has_library, |panels, _| {
            panels.floating = Floating::Exchange(Box::new(Exchange::import()));
        }),
        begins_group: true,
        ..ROW
    };
    EXPORT = Action {
        keys: &["Ctrl+Shift+E"],
        run: Run::window(has_library, |panels, drawing| {
            let session = drawing.session;
            let shown = session.library().map(|library| panels.library.shown(library)).unwrap_or_default();
            panels.floating = Floating::Exchange(Box::new(Exchange::export(session, shown)));
        }),
        ..ROW
    };
    PRINT = Action {
        run: Run::Session(|session| session.article().map(|_| Command::Transfer(TransferCommand::Print))),
        ..ROW
    };
    QUIT = Action {
        keys: &["Ctrl+Q"],
        run: Run::window(always, |_, drawing| drawing.out.request(Request::Quit)),
        begins_group: true,
        ..ROW
    };
}

/// Takes so much of the web page that is open, as long as nothing is annotated.
fn take(session: &Session, extent: Extent) -> Option<Command> {
    let is_page = session.article().is_some_and(|article| article.how().page.is_some());
    let can = is_page && session.why_reading_is_fixed().is_none() && !takes(session, extent);
    can.then_some(Command::Reading(ReadingCommand::Take(extent)))
}

fn takes(session: &Session, extent: Extent) -> bool {
    let page = session.article().and_then(|article| article.how().page);
    page.is_some_and(|page| page.extent == Some(extent))
}

fn has_set_aside(session: &Session) -> bool {
    session.article().is_some_and(OpenArticle::has_set_aside)
}

fn is_blocked(session: &Session) -> bool {
    session.article().is_some_and(|article| article.blocked().is_some())
}
