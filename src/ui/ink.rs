//! The painter of shaped text: one typesetter, one glyph atlas and its textures for the whole window.
//!
//! egui's own text serves the interface; what comes from an article, or may be in any script, is set here.

#![expect(
    clippy::disallowed_methods,
    reason = "a glyph's coverage is written into a texture: it is no colour"
)]

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use egui::{
    Color32, ColorImage, Mesh, Painter, Pos2, Response, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo,
};

use crate::text::{SourceText, previous_grapheme};
use crate::typeset::{Catalogue, GlyphAtlas, TextLayout, TextStyle, Typesetter, Upload, Weight};

/// Line height of labels, as a multiple of their size: Indic vowel signs need it.
const LABEL_LINE: f32 = 1.45;
/// This many label layouts are kept; a window shows a few hundred.
const KEPT_LABELS: usize = 2000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct LabelKey {
    text: String,
    size: u32,
    weight: Weight,
    width: Option<u32>,
    wraps: bool,
}

/// How the text of a label looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LabelStyle {
    /// Height in points.
    pub size: f32,
    /// Colour of the letters.
    pub color: Color32,
    /// Regular or semi-bold.
    pub weight: Weight,
}

impl LabelStyle {
    /// Text of the usual weight.
    pub(super) const fn regular(size: f32, color: Color32) -> Self {
        Self { size, color, weight: Weight::Regular }
    }

    /// Text that stands out.
    pub(super) const fn semi_bold(size: f32, color: Color32) -> Self {
        Self { size, color, weight: Weight::SemiBold }
    }
}

/// How labels and fields are set, `size` pixels high.
pub(super) const fn label_style(size: f32, weight: Weight) -> TextStyle {
    TextStyle { size, line_height: LABEL_LINE, weight, language: None }
}

/// Typesetter, glyph atlas and textures.
pub(super) struct Ink {
    typesetter: Typesetter,
    catalogue: Catalogue,
    atlas: GlyphAtlas,
    pages: Vec<TextureHandle>,
    labels: HashMap<LabelKey, Rc<TextLayout>>,
    /// Characters no face had: those still to be looked for among the system's faces, and all ever seen.
    wanted: BTreeSet<char>,
    asked: BTreeSet<char>,
    supplied: u64,
}

impl Ink {
    /// Ink with the bundled faces; textures are made when something is painted.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            typesetter: Typesetter::new(),
            catalogue: Catalogue::bundled(),
            atlas: GlyphAtlas::new(),
            pages: Vec::new(),
            labels: HashMap::new(),
            wanted: BTreeSet::new(),
            asked: BTreeSet::new(),
            supplied: 0,
        }
    }

    /// The layout engine, for text that is laid out elsewhere and painted here.
    pub(super) const fn typesetter(&mut self) -> &mut Typesetter {
        &mut self.typesetter
    }

    /// Counts how often faces were added: layouts made before may lack glyphs that are there now.
    #[must_use]
    pub(super) const fn supplied(&self) -> u64 {
        self.supplied
    }

    /// Looks among the system's faces for the characters that were missing; says whether any was found.
    ///
    /// Reading the system's fonts takes a moment, so the reader calls this from its second frame on.
    pub(super) fn supply(&mut self) -> bool {
        if self.wanted.is_empty() {
            return false;
        }
        let wanted = std::mem::take(&mut self.wanted);
        let found = self.typesetter.supply(&mut self.catalogue, wanted);
        if found {
            self.labels.clear();
            self.supplied += 1;
        }
        found
    }

    /// Whether there are characters for which no face was looked for yet.
    #[must_use]
    pub(super) fn is_wanting(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Notes the characters of `layout` that no face has; says whether one of them is new.
    pub(super) fn note_missing(&mut self, layout: &TextLayout) -> bool {
        let mut new = false;
        for missing in layout.missing() {
            if self.asked.insert(missing.character) {
                self.wanted.insert(missing.character);
                new = true;
            }
        }
        new
    }

    /// The layout of one line of text, `size` pixels high, cut with `…` at a cluster where `width` pixels end.
    #[must_use]
    pub(super) fn layout_label(
        &mut self,
        text: &str,
        size: f32,
        weight: Weight,
        width: Option<f32>,
    ) -> Rc<TextLayout> {
        let key = LabelKey {
            text: text.to_owned(),
            size: size.to_bits(),
            weight,
            width: width.map(|w| w.max(0.0) as u32),
            wraps: false,
        };
        self.kept(key, |ink| ink.lay_out_label(text, size, weight, width))
    }

    /// The layout of text over as many lines as it takes, wrapped where `width` pixels end.
    #[must_use]
    pub(super) fn layout_paragraph(
        &mut self,
        text: &str,
        size: f32,
        weight: Weight,
        width: f32,
    ) -> Rc<TextLayout> {
        let (text, whole) = (text.to_owned(), width.max(0.0).floor());
        let key = LabelKey { text, size: size.to_bits(), weight, width: Some(whole as u32), wraps: true };
        let style = label_style(size, weight);
        let text = key.text.clone();
        self.kept(key, |ink| ink.typesetter.lay_out(&text, &style, Some(whole)))
    }

    /// A layout that was made before, or is made now.
    fn kept(&mut self, key: LabelKey, make: impl FnOnce(&mut Self) -> TextLayout) -> Rc<TextLayout> {
        if let Some(layout) = self.labels.get(&key) {
            return layout.clone();
        }
        let layout = Rc::new(make(self));
        self.note_missing(&layout);
        if self.labels.len() >= KEPT_LABELS {
            self.labels.clear();
        }
        self.labels.insert(key, layout.clone());
        layout
    }

    fn lay_out_label(&mut self, text: &str, size: f32, weight: Weight, width: Option<f32>) -> TextLayout {
        let style = label_style(size, weight);
        // Nothing narrower than a fifth of an em stands in a line, so what is far past the edge need not be shaped.
        let most = width.map_or(4096, |w| (w / size * 5.0) as usize + 16);
        let line: String = text.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
        let whole = self.typesetter.lay_out(&line, &style, None);
        let Some(width) = width.filter(|w| whole.width() > *w) else { return whole };
        let dots = self.typesetter.lay_out("…", &style, None).width();
        let room = (width - dots).max(0.0);
        let x = if whole.is_rtl() { whole.width() - room } else { room };
        let source = SourceText::new(line);
        let mut cut = crate::text::ByteOffset::new(whole.offset_at(x, whole.line_height() / 2.0));
        loop {
            let kept = source.as_str().get(..cut.get()).unwrap_or_default().trim_end();
            let layout = self.typesetter.lay_out(&format!("{kept}…"), &style, None);
            if layout.width() <= width || cut.get() == 0 {
                return layout;
            }
            cut = previous_grapheme(&source, cut);
        }
    }

    /// Paints a layout with its top left at `origin`, in physical pixels of the screen, in one mesh a page.
    pub(super) fn paint(&mut self, painter: &Painter, layout: &TextLayout, origin: Pos2, color: Color32) {
        let scale = painter.pixels_per_point();
        let (x, y) = (origin.x.round(), origin.y.round());
        let clip = painter.clip_rect();
        let (above, below) = (clip.top() * scale - y - 200.0, clip.bottom() * scale - y + 200.0);
        let generation = self.atlas.generation();
        let mut meshes: Vec<Mesh> = Vec::new();
        for glyph in layout.glyphs().iter().filter(|g| g.y > above && g.y < below) {
            let Some(face) = layout.faces().get(usize::from(glyph.face)) else { continue };
            let Some(slot) = self.atlas.get(face, glyph, x, y) else { continue };
            while self.pages.len() <= slot.page {
                self.add_page(painter.ctx());
            }
            while meshes.len() <= slot.page {
                meshes.push(Mesh::with_texture(self.pages[meshes.len()].id()));
            }
            let rect = egui::Rect::from_min_size(
                egui::pos2(slot.left / scale, slot.top / scale),
                egui::vec2(pixels(slot.width) / scale, pixels(slot.height) / scale),
            );
            let page = pixels(GlyphAtlas::page_size(slot.page));
            let uv = egui::Rect::from_min_size(
                egui::pos2(pixels(slot.x) / page, pixels(slot.y) / page),
                egui::vec2(pixels(slot.width) / page, pixels(slot.height) / page),
            );
            meshes[slot.page].add_rect_with_uv(rect, uv, color);
        }
        if self.atlas.generation() != generation {
            // What was painted this frame drew from texels that have been given away.
            painter.ctx().request_repaint();
        }
        self.upload(painter.ctx());
        for mesh in meshes.into_iter().filter(|m| !m.is_empty()) {
            painter.add(mesh);
        }
    }

    fn add_page(&mut self, ctx: &egui::Context) {
        let page = self.pages.len();
        let image = ColorImage::filled([GlyphAtlas::page_size(page); 2], Color32::TRANSPARENT);
        self.pages.push(ctx.load_texture(format!("glyphs-{page}"), image, TextureOptions::NEAREST));
    }

    fn upload(&mut self, ctx: &egui::Context) {
        for Upload { page, x, y, width, height, alpha } in self.atlas.take_uploads() {
            while self.pages.len() <= page {
                self.add_page(ctx);
            }
            let pixels = alpha.into_iter().map(Color32::from_white_alpha).collect();
            let image = ColorImage::new([width, height], pixels);
            self.pages[page].set_partial([x, y], image, TextureOptions::NEAREST);
        }
    }

    /// One line of text of any script as a label of a list, at most `max_width` points wide, cut at a cluster where it
    /// is longer; its accessible label is the whole text.
    pub(super) fn label(&mut self, ui: &mut Ui, text: &str, style: LabelStyle, max_width: f32) -> Response {
        let scale = ui.pixels_per_point();
        let layout = self.layout_label(text, style.size * scale, style.weight, Some(max_width * scale));
        let wanted = egui::vec2(layout.width() / scale, layout.line_height() / scale);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, ui.is_enabled(), text));
        if ui.is_rect_visible(rect) {
            self.paint(ui.painter(), &layout, (rect.min.to_vec2() * scale).to_pos2(), style.color);
        }
        response
    }

    /// A label without a widget: one line at the left of `room`, in the middle of its height, cut where `room` ends.
    pub(super) fn paint_label(&mut self, painter: &Painter, room: egui::Rect, text: &str, style: LabelStyle) {
        let scale = painter.pixels_per_point();
        let room_width = room.width().max(0.0) * scale;
        let layout = self.layout_label(text, style.size * scale, style.weight, Some(room_width));
        self.paint_layout(painter, room, egui::Align::Min, &layout, style.color);
    }

    /// Paints one line so in `room`: at its left, in its middle or at its right, and in the middle of its height.
    pub(super) fn paint_layout(
        &mut self,
        painter: &Painter,
        room: egui::Rect,
        align: egui::Align,
        layout: &TextLayout,
        color: Color32,
    ) {
        let scale = painter.pixels_per_point();
        let left = room.left() * scale + align.to_factor() * (room.width() * scale - layout.width());
        let top = room.center().y * scale - layout.line_height() / 2.0;
        self.paint(painter, layout, egui::pos2(left, top), color);
    }

    /// Several lines of text of any script, wrapped at `max_width` points.
    pub(super) fn paragraph(
        &mut self,
        ui: &mut Ui,
        text: &str,
        style: LabelStyle,
        max_width: f32,
    ) -> Response {
        let scale = ui.pixels_per_point();
        let layout = self.layout_paragraph(text, style.size * scale, style.weight, max_width * scale);
        let (rect, response) =
            ui.allocate_exact_size(egui::vec2(layout.width(), layout.height()) / scale, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, ui.is_enabled(), text));
        if ui.is_rect_visible(rect) {
            self.paint(ui.painter(), &layout, (rect.min.to_vec2() * scale).to_pos2(), style.color);
        }
        response
    }
}

impl Default for Ink {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Ink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ink")
            .field("atlas", &self.atlas)
            .field("labels", &self.labels.len())
            .finish_non_exhaustive()
    }
}

const fn pixels(texels: usize) -> f32 {
    texels as f32
}
