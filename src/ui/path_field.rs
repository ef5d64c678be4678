//! What a path that is being typed may become: offered under its field, taken by Tab, by arrows or by a click.

use egui::{Key, Modifiers, Sense, Ui, Vec2, WidgetInfo};

use super::theme::size;
use super::{Drawing, LabelStyle, Request};

/// The paths offered for the one that is typed.
#[derive(Debug, Default)]
pub(super) struct PathField {
    /// What they were asked for, and they.
    asked: Option<String>,
    offered: Vec<String>,
    /// Which of them Tab takes, where one was chosen.
    chosen: Option<usize>,
}

impl PathField {
    /// Nothing offered yet.
    pub(super) const fn new() -> Self {
        Self { asked: None, offered: Vec::new(), chosen: None }
    }

    /// Whether anything is offered.
    pub(super) const fn offers(&self) -> bool {
        !self.offered.is_empty()
    }

    /// What the path that was asked for may become.
    pub(super) fn found(&mut self, paths: Vec<String>) {
        (self.offered, self.chosen) = (paths, None);
    }

    /// Takes the keys that choose and complete, before the field sees them; says whether the path was completed.
    pub(super) fn keys(&mut self, ui: &Ui, path: &mut String) -> bool {
        if self.offered.is_empty() {
            return false;
        }
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        if down + up > 0 {
            let before = self.chosen.map_or(down.min(1) - usize::from(down > 0), |chosen| chosen + down);
            self.chosen = Some(before.saturating_sub(up).min(self.offered.len() - 1));
        }
        if pressed(Key::Tab) == 0 {
            return false;
        }
        let whole = self.chosen.map_or_else(|| common(&self.offered), |chosen| self.offered[chosen].clone());
        let is_longer = whole.chars().count() > path.chars().count() || self.chosen.is_some();
        if is_longer {
            *path = whole;
        }
        is_longer
    }

    /// Draws what is offered, and asks anew where something else is typed; says whether one was clicked.
    pub(super) fn show(&mut self, ui: &mut Ui, drawing: &mut Drawing<'_>, path: &mut String) -> bool {
        if self.asked.as_ref() != Some(path) {
            self.asked = Some(path.clone());
            self.found(Vec::new());
            drawing.out.request(Request::CompletePath(path.clone()));
        }
        let mut taken = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, offered) in self.offered.iter().enumerate() {
            let row = Vec2::new(ui.available_width(), size::CONTROL);
            let (rect, response) = ui.allocate_exact_size(row, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::ListBoxOption, true, offered));
            let is_chosen = self.chosen == Some(at);
            if is_chosen || response.hovered() {
                let ground = if is_chosen { drawing.theme.selection } else { drawing.theme.hover };
                ui.painter().rect_filled(rect, size::RADIUS, ground);
            }
            let inner = rect.shrink2(Vec2::new(size::STEP, 2.0));
            let style = LabelStyle::regular(size::TEXT, drawing.theme.text);
            drawing.ink.paint_label(ui.painter(), inner, offered, style);
            if response.clicked() {
                taken = Some(offered.clone());
            }
        }
        ui.spacing_mut().item_spacing.y = size::STEP;
        let is_taken = taken.is_some();
        if let Some(whole) = taken {
            *path = whole;
        }
        is_taken
    }
}

/// What all of them begin with.
fn common(paths: &[String]) -> String {
    let Some((first, others)) = paths.split_first() else { return String::new() };
    let shared = |length: usize, other: &String| {
        let same = first.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
        let end = same.last().map_or(0, |((at, c), _)| at + c.len_utf8());
        length.min(end)
    };
    first[..others.iter().fold(first.len(), shared)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn what_all_begin_with_is_taken_at_once() {
        for (paths, expected) in [
            (&["/news/delhi/", "/news/dehradun/"][..], "/news/de"),
            (&["/news/दिल्ली/", "/news/देहरादून/"][..], "/news/द"),
            (&["/news/"][..], "/news/"),
            (&["/news/", "/news/"][..], "/news/"),
            (&[][..], ""),
        ] {
            let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
            assert_eq!(common(&paths), expected);
        }
    }
}
