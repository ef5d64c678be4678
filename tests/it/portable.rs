//! What only Unix has is kept apart, and has its counterpart for other systems.
//!
//! The compiler says the same where the standard library of another system is there (`scripts/portable.sh`).

use std::collections::BTreeSet;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Arm, Attribute, Expr, File, Item, ItemMod, Stmt, UseTree};

/// Modules of the standard library and packages that are there on Unix only.
const UNIX_ONLY: [&str; 5] = ["std::os::unix", "std::os::fd", "libc", "rustix", "signal_hook"];

/// Where they may be named, and where their counterparts are.
const CONDITIONS: [(&str, &str); 2] =
    [("unix", "not(unix)"), ("target_os=\"linux\"", "not(target_os=\"linux\")")];

/// Finds what other systems cannot compile, or have no counterpart of.
#[derive(Default)]
struct Lint {
    /// Within something that is compiled for Unix only.
    for_unix: usize,
    found: Vec<String>,
}

impl Lint {
    fn of(source: &str) -> Vec<String> {
        let mut lint = Self::default();
        lint.visit_file(&syn::parse_file(source).unwrap());
        lint.found
    }

    fn within<T>(&mut self, attributes: &[Attribute], node: &T, visit: impl FnOnce(&mut Self, &T)) {
        let condition = cfg(attributes);
        let guarded = usize::from(CONDITIONS.iter().any(|(here, _)| condition.as_deref() == Some(here)));
        self.for_unix += guarded;
        visit(self, node);
        self.for_unix -= guarded;
    }

    fn path(&mut self, path: &str) {
        let is_unix = UNIX_ONLY.iter().any(|own| path == *own || path.starts_with(&format!("{own}::")));
        if is_unix && self.for_unix == 0 {
            self.found.push(format!("not under cfg(unix): {path}"));
        }
    }

    fn leaves(&mut self, before: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.leaves(&format!("{before}{}::", path.ident), &path.tree),
            UseTree::Name(name) => self.path(&format!("{before}{}", name.ident)),
            UseTree::Rename(rename) => self.path(&format!("{before}{}", rename.ident)),
            UseTree::Glob(_) => self.path(before.trim_end_matches("::")),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.leaves(before, item)),
        }
    }

    /// Every name that Unix has of its own has one for the other systems in the same module.
    fn counterparts(&mut self, items: &[Item]) {
        let names = |condition: &str| -> BTreeSet<String> {
            let under = items.iter().filter(|item| cfg(attributes(item)).as_deref() == Some(condition));
            under.filter_map(name).collect()
        };
        for (here, elsewhere) in CONDITIONS.map(|(here, elsewhere)| (names(here), names(elsewhere))) {
            for name in here.symmetric_difference(&elsewhere) {
                self.found.push(format!("without counterpart: {name}"));
            }
        }
    }
}

impl<'ast> Visit<'ast> for Lint {
    fn visit_file(&mut self, file: &'ast File) {
        self.counterparts(&file.items);
        visit::visit_file(self, file);
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if let Some((_, items)) = &module.content {
            self.counterparts(items);
        }
        visit::visit_item_mod(self, module);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        self.within(attributes(item), item, |lint, item| match item {
            Item::Use(item) => lint.leaves("", &item.tree),
            item => visit::visit_item(lint, item),
        });
    }

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        let attributes: &[Attribute] = match statement {
            Stmt::Local(local) => &local.attrs,
            Stmt::Macro(call) => &call.attrs,
            Stmt::Expr(expression, _) => of_expression(expression),
            // An item has its own turn.
            Stmt::Item(_) => &[],
        };
        self.within(attributes, statement, |lint, statement| visit::visit_stmt(lint, statement));
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        self.within(&arm.attrs, arm, |lint, arm| visit::visit_arm(lint, arm));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.path(&names.join("::"));
        visit::visit_path(self, path);
    }
}

/// What `#[cfg(…)]` says: `unix`, `not(unix)`, or anything else.
fn cfg(attributes: &[Attribute]) -> Option<String> {
    let list = |attribute: &Attribute| attribute.meta.require_list().map(|list| list.tokens.to_string());
    let said = attributes.iter().find(|attribute| attribute.path().is_ident("cfg"))?;
    Some(list(said).unwrap().replace(' ', ""))
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn name(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Mod(item) => &item.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn of_expression(expression: &Expr) -> &[Attribute] {
    match expression {
        Expr::Assign(expression) => &expression.attrs,
        Expr::Block(expression) => &expression.attrs,
        Expr::Call(expression) => &expression.attrs,
        Expr::If(expression) => &expression.attrs,
        Expr::MethodCall(expression) => &expression.attrs,
        _ => &[],
    }
}

fn check(source: &str, expected: &[&str]) {
    assert_eq!(Lint::of(source), expected, "{source}");
}

#[test]
fn the_lint_sees_what_only_unix_has() {
    let fs = "not under cfg(unix): std::os::unix::fs::MetadataExt";
    check("use std::os::unix::fs::MetadataExt;", &[fs]);
    check("use std::os::{unix::fs::MetadataExt, raw::c_int};", &[fs]);
    check("use std::os::unix::*;", &["not under cfg(unix): std::os::unix"]);
    check("fn f() { libc::getuid(); }", &["not under cfg(unix): libc::getuid"]);
    check("#[cfg(unix)] use std::os::unix::fs::MetadataExt;", &[]);
    check("#[cfg(target_os = \"linux\")] fn f() { rustix::fs::sync(); }", &["without counterpart: f"]);
    check("fn f() { #[cfg(unix)] libc::sync(); }", &[]);
    check("fn f() { #[cfg(unix)] { use std::os::fd::AsFd; } let a = 1; }", &[]);
    check(
        "fn f() { #[cfg(unix)] let a = libc::sync(); libc::sync(); }",
        &["not under cfg(unix): libc::sync"],
    );
    check("fn f() { match a { #[cfg(unix)] 1 => libc::sync(), _ => {} } }", &[]);
    check(
        "#[cfg(not(unix))] fn f() { libc::sync() }",
        &["without counterpart: f", "not under cfg(unix): libc::sync"],
    );
    check("#[cfg(unix)] fn f() {} #[cfg(not(unix))] fn f() {}", &[]);
    check("#[cfg(unix)] fn f() {}", &["without counterpart: f"]);
    check(
        "mod m { #[cfg(unix)] mod signals {} } #[cfg(not(unix))] mod signals {}",
        &["without counterpart: signals", "without counterpart: signals"],
    );
    check("fn libc() {} fn f() { libc_like::f(); self::libc(); }", &[]);
}

#[test]
fn nothing_is_for_unix_alone() {
    let mut seen = 0;
    for folder in ["crates/core/src", "crates/typeset/src", "crates/corpus/src", "src"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(Result::unwrap) {
            if entry.path().extension().is_some_and(|e| e == "rs") {
                let source = std::fs::read_to_string(entry.path()).unwrap();
                assert_eq!(Lint::of(&source), [""; 0], "{}", entry.path().display());
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen} files");
}
