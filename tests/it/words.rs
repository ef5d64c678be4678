//! What the window says is said in every language, and nothing is said that is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use proc_macro2::TokenTree;
use syn::visit::{self, Visit};
use tippani::words::id_of;

use crate::architecture::files;

/// Variables of each message and attribute, by identifier.
pub(crate) type Messages = BTreeMap<String, BTreeSet<String>>;

/// The variables of a pattern, also those of its plurals.
fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    variables(&variant.value, found);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
    }
}

fn add(message: &Message<&str>, all: &mut Messages, file: &Path) {
    let attributes =
        message.attributes.iter().map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value));
    let own = message.value.iter().map(|value| (message.id.name.to_owned(), value));
    for (id, pattern) in own.chain(attributes) {
        let mut found = BTreeSet::new();
        variables(pattern, &mut found);
        assert!(all.insert(id.clone(), found).is_none(), "{id} stands twice, again in {}", file.display());
    }
}

/// The messages of a language.
pub(crate) fn messages(language: &str) -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/words/src").join(language);
    let mut all = Messages::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let resource = parse(&*text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => add(message, &mut all, &path),
                Entry::Junk { content } => panic!("{}: {content}", path.display()),
                _ => {}
            }
        }
    }
    all
}

#[test]
fn every_language_says_all_of_it() {
    let english = messages("en");
    assert!(english.len() > 200, "{}", english.len());
    for language in ["hi", "gu"] {
        let other = messages(language);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let more: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && more.is_empty(), "{language} lacks {missing:?}, has {more:?} beside");
        for (id, variables) in &english {
            assert_eq!(*variables, other[id], "{language}: {id}");
        }
    }
}

/// What is said in the sources, test modules aside.
#[derive(Default)]
pub(crate) struct Said {
    /// Every string and name, which may be a message's identifier.
    all: BTreeSet<String>,
    /// The messages that are asked for.
    messages: BTreeSet<String>,
    /// Words that stand in the source instead of a message.
    pub(crate) words: Vec<String>,
    /// Whether they are of a log, an assertion or an attribute.
    is_technical: bool,
}

/// Macros whose words nobody reads in the window: what ends the program is read on the terminal.
const TECHNICAL: [&str; 13] = [
    "anyhow",
    "assert",
    "assert_eq",
    "assert_ne",
    "bail",
    "concat",
    "debug",
    "debug_assert",
    "error",
    "info",
    "panic",
    "unreachable",
    "warn",
];

/// How many letters stand in a string, those of variables in braces aside.
pub(crate) fn letters(text: &str) -> usize {
    let outside = text.split('{').enumerate().map(|(n, part)| match part.split_once('}') {
        Some((_, after)) if n > 0 => after,
        _ => part,
    });
    outside.flat_map(str::chars).filter(|c| c.is_alphabetic()).count()
}

impl Said {
    /// The messages that tokens ask for: `say!("id", …)`, `text("id")`.
    fn messages_of(&mut self, tokens: proc_macro2::TokenStream) {
        let all: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in all.iter().enumerate() {
            let TokenTree::Group(group) = token else { continue };
            let name = all[..at].iter().rev().find_map(|before| match before {
                TokenTree::Ident(name) => Some(name.to_string()),
                TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
            });
            if name.is_some_and(|name| name == "say" || name == "text")
                && let Some(TokenTree::Literal(id)) = group.stream().into_iter().next()
                && let Ok(id) = syn::parse_str::<syn::LitStr>(&id.to_string())
            {
                self.messages.insert(id.value());
            }
            self.messages_of(group.stream());
        }
    }

    fn literal(&mut self, text: String) {
        let is_sentence = text.contains(' ') && letters(&text) > 4;
        if is_sentence && !self.is_technical {
            self.words.push(text.clone());
        }
        self.all.insert(text);
    }

    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut is_attribute = false;
        for token in tokens {
            // Comments within macros are attributes.
            let skips = std::mem::replace(
                &mut is_attribute,
                matches!(&token, TokenTree::Punct(p) if p.as_char() == '#'),
            );
            match token {
                TokenTree::Group(_) if skips => {}
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        self.literal(text.value());
                    }
                }
                TokenTree::Ident(name) => {
                    self.all.insert(name.to_string());
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) => {}
            }
        }
    }
}

impl Visit<'_> for Said {
    fn visit_lit_str(&mut self, literal: &syn::LitStr) {
        self.literal(literal.value());
    }

    fn visit_attribute(&mut self, attribute: &syn::Attribute) {
        // What an error says.
        if attribute.path().is_ident("error")
            && let syn::Meta::List(list) = &attribute.meta
        {
            self.is_technical = true;
            self.tokens(list.tokens.clone());
            self.is_technical = false;
            self.messages_of(list.tokens.clone());
        }
    }

    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        if let syn::Expr::Path(function) = &*call.func
            && function.path.segments.last().is_some_and(|last| last.ident == "text")
            && let Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(id), .. })) = call.args.first()
        {
            self.messages.insert(id.value());
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        let was = self.is_technical;
        self.is_technical |= call.method == "expect";
        visit::visit_expr_method_call(self, call);
        self.is_technical = was;
    }

    fn visit_macro(&mut self, found: &syn::Macro) {
        let name = found.path.segments.last().unwrap().ident.to_string();
        if name == "say"
            && let Some(TokenTree::Literal(id)) = found.tokens.clone().into_iter().next()
        {
            self.messages.insert(id.to_string().trim_matches('"').to_owned());
        }
        let was = std::mem::replace(&mut self.is_technical, TECHNICAL.contains(&&*name));
        self.tokens(found.tokens.clone());
        self.is_technical = was;
    }

    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }
}

/// Of messages that are found by their English words.
pub(crate) const KINDS: [&str; 2] = ["loss", "remark"];

/// The rooms of the window.
const WINDOW: [&str; 3] = ["src/ui", "src/session", "src/app"];
/// Those below it that say something in it.
const BELOW: [&str; 4] =
    ["crates/words/src", "crates/corpus/src/format", "crates/corpus/src/store", "crates/corpus/src/jobs"];

/// What each file of some rooms says.
fn said(rooms: &[&str]) -> BTreeMap<std::path::PathBuf, Said> {
    let mut all = BTreeMap::new();
    for (path, text) in rooms.iter().flat_map(|room| files(room)) {
        let mut said = Said::default();
        said.visit_file(&syn::parse_file(&text).unwrap());
        all.insert(path, said);
    }
    all
}

fn in_project(folder: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// What each file says of which anything is read in the window.
fn said_anywhere() -> BTreeMap<std::path::PathBuf, Said> {
    said(&[&WINDOW[..], &BELOW[..]].concat())
}

#[test]
fn every_message_is_said_somewhere() {
    let mut all: BTreeSet<String> = said_anywhere().into_values().flat_map(|said| said.all).collect();
    // What is found by its English words.
    let by_words: Vec<String> = all.iter().flat_map(|text| KINDS.map(|kind| id_of(kind, text))).collect();
    all.extend(by_words);
    // The description of a row of the table is made from its name.
    let is_said = |id: &String| {
        let row = id.strip_suffix(".description");
        all.contains(id) || row.is_some_and(|row| all.contains(row))
    };
    let unused: Vec<_> = messages("en").into_keys().filter(|id| !is_said(id)).collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

#[test]
fn nothing_is_said_that_is_not_there() {
    let known = messages("en");
    for (path, said) in said_anywhere() {
        // Rooms below the window have other functions called `text`.
        let is_asked =
            |id: &&String| WINDOW.iter().any(|room| path.starts_with(in_project(room))) || id.contains('-');
        let missing: Vec<_> =
            said.messages.iter().filter(is_asked).filter(|id| !known.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", path.display());
    }
}

#[test]
fn no_words_stand_in_the_source() {
    let mut found = 0;
    for (path, said) in said(&WINDOW) {
        for words in &said.words {
            println!("{}: {words:?}", path.display());
            found += 1;
        }
    }
    assert_eq!(found, 0, "words of the interface stand in crates/words");
}
