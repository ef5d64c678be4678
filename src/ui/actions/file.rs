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
        name: "Open folder…",
        keys: &["Ctrl+O"],
        description: "Open a folder of articles",
        run: Run::window(always, |_, drawing| drawing.out.request(Request::FolderDialog)),
        ..ROW
    };
    OPEN_PATH = Action {
        name: "Open path…",
        keys: &["Ctrl+Shift+O"],
        description: "Type the path of a folder or article to open",
        run: Run::window(always, |panels, _| panels.ask_path(None)),
        ..ROW
    };
    SHOW_FOLDER = Action {
        name: "Show in file manager",
        description: "Open the folder of the articles in the system's file manager",
        run: Run::window(has_library, |_, drawing| {
            if let Some(library) = drawing.session.library() {
                drawing.out.request(Request::ShowFolder(library.root().to_owned()));
            }
        }),
        begins_group: true,
        ..ROW
    };
    RESCAN = Action {
        name: "Refresh folder",
        keys: &["F5"],
        description: "Find articles that were added or removed",
        run: Run::Session(|session| session.library().map(|_| Command::Library(LibraryCommand::Rescan))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    DETAILS = Action {
        name: "Article details…",
        keys: &["Ctrl+Shift+T"],
        description: "Title, publisher, author, date, address and language of the article",
        run: Run::window(has_article, |panels, drawing| {
            if let Some(dialog) = DetailsDialog::open(drawing.session) {
                panels.floating = Floating::Details(dialog);
            }
        }),
        ..ROW
    };
    CHOOSE_ANNOTATOR = Action {
        name: "Annotator…",
        description: "Say who annotates; each annotator has a file of their own",
        run: Run::window(always, |panels, drawing| {
            let known = drawing.annotator().unwrap_or_default();
            panels.ask_annotator(&known);
        }),
        begins_group: true,
        ..ROW
    };
    SAVE = Action {
        name: "Save now",
        keys: &["Ctrl+S"],
        description: "Write everything at once; it is saved within a second anyway",
        run: Run::Session(|session| session.is_dirty().then_some(Command::Save(SaveCommand::Save))),
        repeats: true,
        begins_group: true,
        ..ROW
    };
    SET_ASIDE = Action {
        name: "Quarantine unreadable annotations…",
        description: "Rename a sidecar that cannot be used and begin anew",
        run: Run::window(is_blocked, |panels, drawing| {
            if let Some(article) = drawing.session.article()
                && let Some(blocked) = article.blocked()
            {
                let usable = article.set().annotations().len();
                let prompt = Prompt::set_aside(blocked.path.display().to_string(), usable);
                panels.floating = Floating::Prompt(prompt);
            }
        }),
        ..ROW
    };
    SET_ASIDES = Action {
        name: "Set-aside annotations…",
        description: "Look at annotations of this article that were set aside, and bring them back",
        run: Run::window(has_set_aside, |panels, drawing| {
            drawing.out.run(ReanchorCommand::ReadSetAside);
            panels.floating = Floating::SetAside(SetAsideDialog);
        }),
        ..ROW
    };
    CHOOSE_ENCODING = Action {
        name: "Encoding of the article…",
        description: "Choose the encoding that the article is read in, with a look at how it begins in each",
        run: Run::window(has_article, |panels, drawing| {
            drawing.out.run(ReadingCommand::PreviewEncodings);
            panels.floating = Floating::Encoding(EncodingDialog::new());
        }),
        begins_group: true,
        ..ROW
    };
    PAGE_ARTICLE = Action {
        name: "Article",
        description: "Take the article of the web page alone",
        run: Run::Session(|session| take(session, Extent::Article)),
        is_on: Some(|session, _| takes(session, Extent::Article)),
        ..ROW
    };
    PAGE_MORE = Action {
        name: "More of the page",
        description: "Take what may belong to the article, too",
        run: Run::Session(|session| take(session, Extent::More)),
        is_on: Some(|session, _| takes(session, Extent::More)),
        ..ROW
    };
    PAGE_WHOLE = Action {
        name: "Whole page",
        description: "Take all that the web page shows",
        run: Run::Session(|session| take(session, Extent::Whole)),
        is_on: Some(|session, _| takes(session, Extent::Whole)),
        ..ROW
    };
    IMPORT = Action {
        name: "Import…",
        keys: &["Ctrl+Shift+M"],
        description: "Bring in annotations of other tools and models, as a set of their own",
        run: Run::window(has_library, |panels, _| {
            panels.floating = Floating::Exchange(Box::new(Exchange::import()));
        }),
        begins_group: true,
        ..ROW
    };
    EXPORT = Action {
        name: "Export…",
        keys: &["Ctrl+Shift+E"],
        description: "Write a labelled dataset or a report in any of the formats",
        run: Run::window(has_library, |panels, drawing| {
            let session = drawing.session;
            let shown = session.library().map(|library| panels.library.shown(library)).unwrap_or_default();
            panels.floating = Floating::Exchange(Box::new(Exchange::export(session, shown)));
        }),
        ..ROW
    };
    PRINT = Action {
        name: "Print…",
        description: "Show this article and your annotations as a page in the browser, and print it there",
        run: Run::Session(|session| session.article().map(|_| Command::Transfer(TransferCommand::Print))),
        ..ROW
    };
    QUIT = Action {
        name: "Quit",
        keys: &["Ctrl+Q"],
        description: "Save and close the window",
        run: Run::window(always, |_, drawing| drawing.out.request(Request::Quit)),
        begins_group: true,
        ..ROW
    };
}

/// Takes so much of the web page that is open, as long as nothing is annotated.
fn take(session: &Session, extent: Extent) -> Option<Command> {
    let is_page = session.article().is_some_and(|article| article.how().page.is_some());
    let can = is_page && session.keeps_reading().is_none() && !takes(session, extent);
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
