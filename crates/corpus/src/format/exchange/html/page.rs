//! Writing a page.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::ops::Range;

use super::super::Article;
use super::look::{Look, Looks};
use super::marks::{Marks, Sweep, hue_of, name_of};
use super::style::{STYLE, TONES};
use super::{WebFace, escape};
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, ArticleDetails, AttributeSpec, Relation, RelationEnd, Value,
};
use crate::text::ByteOffset;

/// The style that Urdu is written in.
const NASTALIQ: &str = "Noto Nastaliq Urdu";

/// A page being written.
pub(super) struct Page<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) html: String,
    pub(super) looks: Looks,
}

impl Page<'_> {
    /// The head of a page whose body shows `used`, with these looks.
    pub(super) fn head(&mut self, used: &BTreeSet<char>, looks: &Looks) {
        let document = self.article.document;
        let language = document.language.as_deref().unwrap_or("und");
        self.html.push_str("<!DOCTYPE html>\n<html lang=\"");
        escape(language, &mut self.html);
        let _ = write!(
            self.html,
            "\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
             font-src data:\">\n<meta name=\"generator\" content=\"Tippani\">\n<title>"
        );
        escape(&document.file, &mut self.html);
        self.html.push_str("</title>\n<style>\n");
        let mut faces: Vec<(&WebFace, BTreeSet<char>)> = Vec::new();
        for face in self.article.fonts {
            let own: BTreeSet<char> = face.characters.intersection(used).copied().collect();
            if !own.is_empty() && (face.family != NASTALIQ || language == "ur") {
                faces.push((face, own));
            }
        }
        if let Some(at) = faces.iter().position(|(face, _)| face.family == NASTALIQ) {
            let (nastaliq, own) = faces.remove(at);
            faces.retain(|(_, other)| !other.is_subset(&own));
            faces.insert(0, (nastaliq, own));
        }
        for (face, _) in &faces {
            self.html.push_str(&face.rule);
        }
        let families: Vec<&str> = faces.iter().map(|(face, _)| face.family).collect();
        self.html.push_str(":root{--fonts:");
        for family in families {
            let _ = write!(self.html, "\"{family}\",");
        }
        self.html.push_str("sans-serif}\n");
        self.tones();
        self.html.push_str(STYLE);
        self.html.push_str(looks.rules());
        self.html.push_str("</style>\n</head>\n");
    }

    /// The colours of labels by number: as custom properties, and as the colour of words.
    fn tones(&mut self) {
        for (place, ground) in [(0, ""), (2, "@media (prefers-color-scheme:dark) and (not print){")] {
            let _ = write!(self.html, "{ground}:root{{");
            for (n, tone) in TONES.iter().enumerate() {
                let _ = write!(self.html, "--b{n}:#{};--s{n}:#{};", tone[place], tone[place + 1]);
            }
            self.html.push_str(if ground.is_empty() { "}\n" } else { "}}\n" });
        }
        for n in 0..TONES.len() {
            let _ = write!(self.html, ".c{n}{{color:var(--s{n})}}");
        }
    }

    pub(super) fn header(&mut self) {
        let document = self.article.document;
        self.html.push_str("<body>\n<header>\n<h1>");
        let details = self.article.details.cloned().unwrap_or_default();
        escape(details.title.as_ref().unwrap_or(&document.file), &mut self.html);
        self.html.push_str("</h1>\n");
        self.source(&details);
        self.html.push_str("<ul class=\"legend\">\n");
        let used: BTreeSet<&str> =
            self.article.sets.iter().flat_map(AnnotationSet::annotations).map(|a| &*a.label).collect();
        for label in self.article.schema.labels.iter().filter(|l| used.contains(&*l.id)) {
            let class = label.kind.name();
            let hue = hue_of(self.article.schema, &label.id);
            let _ = write!(
                self.html,
                "<li><i class=\"{class}\" style=\"--b:var(--b{hue});--s:var(--s{hue})\"></i>"
            );
            escape(&label.name, &mut self.html);
            self.html.push_str("</li>\n");
        }
        self.html.push_str("</ul>\n</header>\n");
    }

    /// Where the article comes from: what is known of it, with the address as a link and the file last.
    fn source(&mut self, details: &ArticleDetails) {
        if details.is_empty() {
            return;
        }
        let [title, publisher, author, date, url, _] = details.values();
        self.html.push_str("<p class=\"source\">");
        for text in [publisher, author, date].into_iter().flatten() {
            self.html.push_str("<span>");
            escape(text, &mut self.html);
            self.html.push_str("</span> ");
        }
        // Other schemes might run something.
        if let Some(url) = url.filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
            self.html.push_str("<a href=\"");
            escape(url, &mut self.html);
            self.html.push_str("\">");
            escape(url, &mut self.html);
            self.html.push_str("</a> ");
        }
        if title.is_some() {
            self.html.push_str("<span>");
            escape(&self.article.document.file, &mut self.html);
            self.html.push_str("</span>");
        }
        self.html.push_str("</p>\n");
    }

    pub(super) fn section(&mut self, number: usize, set: &AnnotationSet) {
        let _ = writeln!(
            self.html,
            "<section aria-labelledby=\"h{number}\">\n<h2 id=\"h{number}\">{}</h2>",
            set.annotator
        );
        let marks = Marks::new(self.article, set);
        let _ = write!(self.html, "<div class=\"text\" data-set=\"{number}\">");
        let (mut at, mut sweep) = (0, Sweep::default());
        for line in self.article.text().split_inclusive('\n') {
            self.html.push_str("<p dir=\"auto\">");
            marks.stretches(at..at + line.len(), &mut sweep, |range, covering| {
                self.stretch(number, &marks, range, covering);
            });
            self.html.push_str("</p>\n");
            at += line.len();
        }
        for (n, lane) in marks.brackets() {
            let hue = marks.hues[n];
            let _ = write!(
                self.html,
                "<i class=\"bracket\" style=\"--s:var(--s{hue});--lane:{lane};top:anchor(--a{number}-{n} top);\
                 bottom:anchor(--z{number}-{n} bottom)\"></i>"
            );
        }
        self.html.push_str("</div>\n");
        self.table(number, set);
        self.html.push_str("</section>\n");
    }

    /// A stretch of text and the marks it belongs to, by number.
    fn stretch(&mut self, number: usize, marks: &Marks<'_>, range: Range<usize>, covering: &[usize]) {
        let words = &self.article.text()[range.clone()];
        if covering.is_empty() {
            return escape(words, &mut self.html);
        }
        let start = self.article.document.text.to_char(ByteOffset::new(range.start)).get();
        let list: Vec<String> = covering.iter().map(usize::to_string).collect();
        let look = self.looks.number(look(marks, covering));
        let _ = write!(self.html, "<mark class=\"k{look}\" data-a=\"{}\" data-s=\"{start}\"", list.join(" "));
        self.anchors(number, marks, &range, covering);
        self.html.push('>');
        let begun: Vec<usize> = covering.iter().copied().filter(|&n| marks.begins(n, range.start)).collect();
        if !begun.is_empty() {
            self.html.push_str("<span class=\"tags\">");
            for n in begun {
                let hue = marks.hues[n];
                let _ = write!(self.html, "<b class=\"c{hue}\">");
                escape(marks.names[n], &mut self.html);
                self.html.push_str(" </b>");
            }
            self.html.push_str("</span>");
        }
        escape(words, &mut self.html);
        self.html.push_str("</mark>");
    }

    /// What the brackets of claims hang on.
    fn anchors(&mut self, number: usize, marks: &Marks<'_>, range: &Range<usize>, covering: &[usize]) {
        let mut names = Vec::new();
        for &n in covering.iter().filter(|&&n| marks.is_claim(n)) {
            let extent = marks.all[n].spans.extent();
            if extent.start().get() == range.start {
                names.push(format!("--a{number}-{n}"));
            }
            if range.start < extent.end().get() && extent.end().get() <= range.end {
                names.push(format!("--z{number}-{n}"));
            }
        }
        if !names.is_empty() {
            let _ = write!(self.html, " style=\"anchor-name:{}\"", names.join(","));
        }
    }

    /// Every annotation as a row, for those who hear the page or count.
    fn table(&mut self, number: usize, set: &AnnotationSet) {
        if set.annotations().is_empty() {
            return;
        }
        let _ = write!(
            self.html,
            "<table>\n<caption>Annotations of {}</caption>\n<thead><tr><th scope=\"col\">Label</th>\
             <th scope=\"col\">Words</th><th scope=\"col\">Says</th></tr></thead>\n<tbody>\n",
            set.annotator
        );
        let mut leaving: HashMap<&AnnotationId, Vec<&Relation>> = HashMap::new();
        for relation in set.relations() {
            leaving.entry(&relation.from).or_default().push(relation);
        }
        for (n, annotation) in set.annotations().iter().enumerate() {
            let hue = hue_of(self.article.schema, &annotation.label);
            let _ = write!(self.html, "<tr data-n=\"{number}.{n}\" data-label=\"");
            escape(&annotation.label, &mut self.html);
            let _ = write!(self.html, "\"><td class=\"c{hue}\">");
            escape(name_of(self.article.schema, &annotation.label), &mut self.html);
            self.html.push_str("</td><td dir=\"auto\">");
            escape(&annotation.spans.quote(&self.article.document.text), &mut self.html);
            self.html.push_str("</td><td>");
            self.says(set, annotation, leaving.get(&annotation.id).map_or(&[], Vec::as_slice));
            self.html.push_str("</td></tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n");
    }

    /// Entity, attributes, relations and note of an annotation.
    fn says(&mut self, set: &AnnotationSet, annotation: &Annotation, relations: &[&Relation]) {
        let item = |name: &str, value: &str, html: &mut String| {
            html.push_str("<span class=\"item\"><span class=\"name\">");
            escape(name, html);
            html.push_str("</span> ");
            escape(value, html);
            html.push_str("</span> ");
        };
        let html = &mut self.html;
        if let Some(entity) = &annotation.entity {
            item("entity", entity.as_str(), html);
        }
        for (id, attribute) in &annotation.attributes {
            let spec = self.article.schema.attributes.iter().find(|a| a.id == *id);
            item(spec.map_or(&**id, |s| &s.name), &in_words(spec, &attribute.value), html);
        }
        for relation in relations {
            let name = self.article.schema.relations.iter().find(|r| r.id == relation.label);
            let to = match &relation.to {
                RelationEnd::Here(to) => {
                    set.get(to).map(|a| a.spans.quote(&self.article.document.text)).unwrap_or_default()
                }
                RelationEnd::There { file, annotator, .. } => format!("{file} ({annotator})"),
            };
            item(name.map_or(&*relation.label, |r| &r.name), &to, html);
        }
        if !annotation.note.is_empty() {
            item("note", &annotation.note, html);
        }
    }
}

/// The band of the innermost entity, an edge where it lies within another, an underline for each claim.
fn look(marks: &Marks<'_>, covering: &[usize]) -> Look {
    let (claims, entities): (Vec<usize>, Vec<usize>) = covering.iter().partition(|&&n| marks.is_claim(n));
    let edge = if let [.., _, inner] = entities.as_slice() { Some(marks.hues[*inner]) } else { None };
    Look {
        band: entities.last().map(|&n| marks.hues[n]),
        edge,
        underlines: claims.iter().map(|&n| (marks.hues[n], marks.lanes[n])).collect(),
    }
}

/// A value as an analyst reads it.
fn in_words(spec: Option<&AttributeSpec>, value: &Value) -> String {
    let option = |id: &String| {
        let known = spec.and_then(|spec| spec.options.iter().find(|o| *o.id == **id));
        known.map_or_else(|| id.clone(), |o| o.name.clone())
    };
    match value {
        Value::Text(text) => option(text),
        Value::Many(many) => many.iter().map(option).collect::<Vec<_>>().join(", "),
        Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Entity(entity) => entity.to_string(),
    }
}
