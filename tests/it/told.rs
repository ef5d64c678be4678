//! What is told by rooms below the window stands in messages, too.

use proc_macro2::TokenTree;
use syn::visit::{self, Visit};
use tippani::words::id_of;

use crate::architecture::files;
use crate::words::{KINDS, Said, letters, messages};

/// Words that are said below the window and stand in the source: those of errors, and of functions that make an issue or a notice.
#[derive(Default)]
struct Told {
    words: Vec<String>,
    /// Whether the function that is looked at makes an issue or a notice.
    tells: bool,
}

impl Told {
    fn function(&mut self, block: &syn::Block) {
        let was = std::mem::take(&mut self.tells);
        visit::visit_block(self, block);
        if std::mem::replace(&mut self.tells, was) {
            let mut said = Said::default();
            said.visit_block(block);
            self.words.append(&mut said.words);
        }
    }
}

impl Visit<'_> for Told {
    fn visit_attribute(&mut self, attribute: &syn::Attribute) {
        if attribute.path().is_ident("error")
            && let syn::Meta::List(list) = &attribute.meta
            && let Some(TokenTree::Literal(first)) = list.tokens.clone().into_iter().next()
            && let Ok(first) = syn::parse_str::<syn::LitStr>(&first.to_string())
            && letters(&first.value()) > 0
        {
            self.words.push(first.value());
        }
    }

    fn visit_item_fn(&mut self, item: &syn::ItemFn) {
        self.function(&item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &syn::ImplItemFn) {
        self.function(&item.block);
    }

    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        if let syn::Expr::Path(function) = &*call.func {
            let names: Vec<String> =
                function.path.segments.iter().map(|part| part.ident.to_string()).collect();
            self.tells |=
                ["Issue", "Notice"].map(|of| [of.to_owned(), "new".to_owned()]).contains(&last_two(&names));
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }
}

fn last_two(names: &[String]) -> [String; 2] {
    let [.., first, second] = names else { return [String::new(), String::new()] };
    [first.clone(), second.clone()]
}

/// What may stand in the source all the same, each with why.
const ENGLISH_ALONE: [(&str, &str); 2] = [
    ("the file does not say what its offsets count", "the window asks instead; this is of the command line"),
    ("the set was made for another version of the text", "a fault of the program, which nobody is told"),
];

#[test]
fn errors_issues_and_notices_are_messages() {
    let mut found = Vec::new();
    for (path, text) in files("crates/corpus/src") {
        let mut told = Told::default();
        told.visit_file(&syn::parse_file(&text).unwrap());
        let is_known = |words: &String| ENGLISH_ALONE.iter().any(|(known, _)| words.contains(known));
        found.extend(
            told.words.into_iter().filter(|words| !is_known(words)).map(|words| (path.clone(), words)),
        );
    }
    assert_eq!(found, [], "words that are read in the window stand in crates/words");
}

/// Texts that are kept in English, since they go into files as well, and found in other languages by their words.
#[derive(Default)]
struct Kept(Vec<String>);

impl Kept {
    fn add(&mut self, expression: Option<&syn::Expr>) {
        if let Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })) = expression {
            self.0.extend(Some(text.value()).filter(|text| letters(text) > 0));
        }
    }
}

impl Visit<'_> for Kept {
    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        if let syn::Expr::Path(function) = &*call.func {
            let names: Vec<String> =
                function.path.segments.iter().map(|part| part.ident.to_string()).collect();
            let [of, name] = last_two(&names);
            if of == "Remark" && ["new", "dropped", "without"].contains(&&*name) {
                self.add(call.args.get(1));
                self.add(call.args.get(3));
            }
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        if ["loss", "split", "lost_relation", "lost_set"].contains(&&*call.method.to_string()) {
            self.add(call.args.last().filter(|_| call.args.len() > 1));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_local(&mut self, local: &syn::Local) {
        if let syn::Pat::Ident(name) = &local.pat
            && ["what", "hint", "reason"].contains(&&*name.ident.to_string())
        {
            self.add(local.init.as_ref().map(|init| &*init.expr));
        }
        visit::visit_local(self, local);
    }

    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }
}

#[test]
fn losses_and_remarks_have_messages() {
    let known = messages("en");
    let mut missing = Vec::new();
    for (path, text) in
        ["format/exchange", "jobs/import"].iter().flat_map(|room| files(&format!("crates/corpus/src/{room}")))
    {
        let mut kept = Kept::default();
        kept.visit_file(&syn::parse_file(&text).unwrap());
        let is_known = |text: &String| KINDS.iter().any(|kind| known.contains_key(&id_of(kind, text)));
        missing.extend(kept.0.into_iter().filter(|text| !is_known(text)).map(|text| (path.clone(), text)));
    }
    assert_eq!(missing, []);
}
