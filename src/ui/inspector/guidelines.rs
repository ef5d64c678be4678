//! The guidelines of the workspace, and the way from a label to what they say of it.

use crate::ui::Drawing;
use crate::words;
use std::sync::Arc;

use egui::{ScrollArea, Ui};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};
use pulldown_cmark::{Event, Parser};

/// Longer guidelines are shown as they stand in the file, in bytes.
const MAX_MARKDOWN_BYTES: usize = 512 * 1024;
/// Lists, quotes and emphasis within each other beyond this likewise.
const MAX_MARKDOWN_DEPTH: usize = 32;
/// So much of a line is shown where a text is shown as it stands.
const MAX_PLAIN_COLUMNS: usize = 2000;

/// The text cut at its headings, so that each can be gone to.
#[derive(Default)]
pub(in crate::ui) struct Guidelines {
    text: Option<Arc<str>>,
    /// Each section's heading and its text, the heading with it.
    sections: Vec<(String, String)>,
    cache: CommonMarkCache,
    /// The message why the text is shown as it stands in the file.
    plain: Option<&'static str>,
    wanted: Option<String>,
}

impl Guidelines {
    /// Goes to the section of this heading when it is next drawn.
    pub(in crate::ui) fn go_to(&mut self, heading: &str) {
        self.wanted = Some(heading.to_owned());
    }

    /// Draws the guidelines.
    pub(in crate::ui) fn show(&mut self, ui: &mut Ui, drawing: &Drawing<'_>) {
        let Drawing { session, theme, .. } = *drawing;
        let Some(text) = session.guidelines() else {
            ui.colored_label(theme.quiet, words::text("inspector-guidelines-none"));
            return;
        };
        if self.text.as_ref() != Some(text) {
            self.text = Some(text.clone());
            self.plain = unfit(text);
            self.sections = if self.plain.is_some() { Vec::new() } else { sections(text) };
            self.cache = CommonMarkCache::default();
        }
        if let Some(why) = self.plain {
            return plain(ui, theme.quiet, words::text(why), text);
        }
        let wanted = self.wanted.take();
        let at = wanted.and_then(|wanted| find(&self.sections, &wanted));
        ScrollArea::vertical().id_salt("guidelines").auto_shrink(false).show(ui, |ui| {
            for (n, (_, text)) in self.sections.iter().enumerate() {
                let top = ui.cursor().top();
                let shown = ui.push_id(n, |ui| CommonMarkViewer::new().show(ui, &mut self.cache, text));
                if at == Some(n) {
                    let rect = shown.response.rect.with_min_y(top);
                    ui.scroll_to_rect(rect, Some(egui::Align::Min));
                }
            }
        });
    }
}

/// The message why a text is not laid out as Markdown; nothing where it is. Layout walks down every list and quote, and each
/// frame anew.
fn unfit(text: &str) -> Option<&'static str> {
    if text.len() > MAX_MARKDOWN_BYTES {
        return Some("inspector-guidelines-too-long");
    }
    let mut depth = 0_usize;
    for event in Parser::new(text) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_MARKDOWN_DEPTH {
            return Some("inspector-guidelines-too-deep");
        }
    }
    None
}

/// The text as it stands in the file, of which only the lines in sight are laid out.
fn plain(ui: &mut Ui, quiet: egui::Color32, why: &str, text: &str) {
    ui.colored_label(quiet, why);
    let lines: Vec<&str> = text.lines().collect();
    let height = ui.text_style_height(&egui::TextStyle::Body);
    ScrollArea::both().id_salt("plain-guidelines").auto_shrink(false).show_rows(
        ui,
        height,
        lines.len(),
        |ui, range| {
            for line in &lines[range] {
                let shown: String = line.chars().take(MAX_PLAIN_COLUMNS).collect();
                ui.add(egui::Label::new(shown).wrap_mode(egui::TextWrapMode::Extend));
            }
        },
    );
}

/// Cuts a Markdown text before each heading (ATX, `CommonMark` § 4.2); code fences stay whole.
fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        fenced ^= trimmed.starts_with("```") || trimmed.starts_with("~~~");
        let depth = trimmed.bytes().take_while(|b| *b == b'#').count();
        let is_heading =
            !fenced && (1..=6).contains(&depth) && trimmed[depth..].starts_with([' ', '\n', '\t']);
        if is_heading || sections.is_empty() {
            let title = if is_heading { trimmed[depth..].trim().trim_end_matches('#').trim() } else { "" };
            sections.push((title.to_owned(), String::new()));
        }
        if let Some((_, section)) = sections.last_mut() {
            section.push_str(line);
        }
    }
    sections
}

/// The section with this heading, whatever the case; else one that begins with it, else one that names it.
fn find(sections: &[(String, String)], wanted: &str) -> Option<usize> {
    let wanted = wanted.to_lowercase();
    let at = |fits: &dyn Fn(&str) -> bool| sections.iter().position(|(title, _)| fits(&title.to_lowercase()));
    at(&|title| title == wanted)
        .or_else(|| at(&|title| title.starts_with(&wanted)))
        .or_else(|| at(&|title| title.contains(&wanted)))
}

#[cfg(test)]
mod tests {
    use super::{find, sections, unfit};

    #[test]
    fn guidelines_built_to_be_slow_are_not_laid_out() {
        assert_eq!(unfit("# Guide\n- one\n  - two\n    > *three*\n"), None);
        for text in ["- ".repeat(3_000) + "x", "> ".repeat(3_000) + "x", "word ".repeat(200_000)] {
            assert!(unfit(&text).is_some(), "{}", &text[..20]);
        }
    }

    #[test]
    fn labels_find_their_sections() {
        fn check(text: &str, wanted: &str, expected: Option<&str>) {
            let all = sections(text);
            assert_eq!(
                all.iter().map(|(_, text)| text.as_str()).collect::<String>(),
                text,
                "nothing is lost"
            );
            let found = find(&all, wanted).map(|at| all[at].0.as_str());
            assert_eq!(found, expected, "{wanted}");
        }
        let text = "Intro\n# Guide\n## Person\nA human\n```\n# Organization\n```\n### Date, time ###\nWhen\n## व्यक्ति\n";
        check(text, "person", Some("Person"));
        check(text, "Date", Some("Date, time"));
        check(text, "व्यक्ति", Some("व्यक्ति"));
        check(text, "Organization", None);
        check("", "Person", None);
    }
}
