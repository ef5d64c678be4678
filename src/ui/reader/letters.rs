//! Painting the text itself, and signs for what it has no letters for.

use egui::{Color32, Rect, Stroke, StrokeKind, pos2};

use super::paint::Brush;
use super::view::Placed;
use crate::text::{is_bidi_control, is_invisible};
use crate::typeset::{self, Weight};
use crate::ui::Ink;

/// No more symbols than this are drawn in one block: a file of nothing but controls is still scrolled smoothly.
const SYMBOLS: usize = 400;

/// A few tiny letters over the place `x` of the line that begins at `top`.
struct Chip<'a> {
    x: f32,
    top: f32,
    word: &'a str,
    color: Color32,
}

impl Brush<'_> {
    /// The letters, boxes for those no face has, and symbols for those that cannot be seen.
    pub(super) fn text(&self, ink: &mut Ink, placed: &Placed, content: &str, invisibles: bool) {
        ink.paint(self.painter, &placed.layout, pos2(self.view.left, placed.top), self.theme.text);
        let mut chips = Vec::new();
        for missing in placed.layout.missing().iter().take(SYMBOLS) {
            // A character that has nothing to show needs no box.
            if !is_invisible(missing.character) && !missing.character.is_control() {
                self.missing(ink, placed, missing.character, missing.rect, &mut chips);
            }
        }
        if content.is_ascii() && !content.bytes().any(|b| b < b' ' || b == 0x7f) {
            return;
        }
        let shown = |c: char| is_bidi_control(c) || (invisibles && is_invisible(c));
        for (at, c) in content.char_indices().filter(|(_, c)| shown(*c)).take(SYMBOLS) {
            self.symbol(ink, placed, at, c, &mut chips);
        }
    }

    fn missing(
        &self,
        ink: &mut Ink,
        placed: &Placed,
        character: char,
        rect: typeset::Rect,
        chips: &mut Vec<Rect>,
    ) {
        let height = placed.layout.line_height();
        let area = typeset::Rect { top: rect.top + height * 0.26, bottom: rect.top + height * 0.8, ..rect };
        let area = self.view.on_screen(placed, area).shrink2(egui::vec2(1.0, 0.0));
        self.painter.rect_stroke(area, 1.0, Stroke::new(1.0, self.theme.warning), StrokeKind::Inside);
        let code = format!("{:04X}", u32::from(character));
        let size = area.height() * self.view.scale * 0.4;
        if area.width() * self.view.scale < size * 1.9 {
            let x = f32::midpoint(rect.left, rect.right);
            let chip = Chip { x, top: rect.top, word: &code, color: self.theme.warning };
            self.chip(ink, placed, &chip, chips);
            return;
        }
        let (first, second) = code.split_at(code.len().div_ceil(2));
        for (row, half) in [first, second].into_iter().enumerate() {
            let layout = ink.layout_label(half, size, Weight::Regular, None);
            let center = area.center().x * self.view.scale - layout.width() / 2.0;
            let line = area.height() * self.view.scale / 2.0;
            let down = if row == 0 { 0.0 } else { line };
            let top = area.top() * self.view.scale + down + (line - layout.line_height()) / 2.0;
            ink.paint(self.painter, &layout, pos2(center, top), self.theme.warning);
        }
    }

    /// The name of a character that cannot be seen, small, above its place; the line stays as it is.
    fn symbol(&self, ink: &mut Ink, placed: &Placed, at: usize, character: char, chips: &mut Vec<Rect>) {
        let caret = placed.layout.caret(at);
        let color = if is_bidi_control(character) { self.theme.danger } else { self.theme.quiet };
        let height = placed.layout.line_height();
        let (top, bottom) = (caret.top + height * 0.2, caret.top + height * 0.86);
        let tick = typeset::Rect { left: caret.left, right: caret.left + 1.0, top, bottom };
        self.painter.rect_filled(self.view.on_screen(placed, tick), 0.0, color);
        let chip = Chip { x: caret.left, top: caret.top, word: &symbol_name(character), color };
        self.chip(ink, placed, &chip, chips);
    }

    /// Draws a chip beside those already there.
    fn chip(&self, ink: &mut Ink, placed: &Placed, chip: &Chip<'_>, chips: &mut Vec<Rect>) {
        let Chip { x, top, word, color } = *chip;
        let (height, scale) = (placed.layout.line_height(), self.view.scale);
        let layout = ink.layout_label(word, (height * 0.2).max(6.5 * scale), Weight::SemiBold, None);
        let center = pos2((self.view.left + x) / scale, (placed.top + top + height * 0.1) / scale);
        let size = egui::vec2(layout.width() / scale + 3.0, layout.line_height() / scale * 0.8);
        let mut chip = Rect::from_center_size(center, size);
        while let Some(other) = chips.iter().find(|c| c.intersects(chip)) {
            chip = chip.translate(egui::vec2(other.right() + 0.5 - chip.left(), 0.0));
        }
        self.painter.rect_filled(chip, 2.0, self.theme.page);
        chips.push(chip);
        let origin = chip.center() * scale - egui::vec2(layout.width(), layout.line_height()) / 2.0;
        ink.paint(self.painter, &layout, origin, color);
    }
}

/// What Unicode calls it for short.
fn symbol_name(character: char) -> String {
    let name = match character {
        '\u{00a0}' => "NBSP",
        '\u{00ad}' => "SHY",
        '\u{034f}' => "CGJ",
        '\u{061c}' => "ALM",
        '\u{180e}' => "MVS",
        '\u{200b}' => "ZWSP",
        '\u{200c}' => "ZWNJ",
        '\u{200d}' => "ZWJ",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{202f}' => "NNBSP",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{feff}' => "BOM",
        '\0' => "NUL",
        other => return format!("{:02X}", u32::from(other)),
    };
    name.to_owned()
}
