//! One of several, or any: a list that is searched by typing, however long.

use egui::{ComboBox, ScrollArea, Ui};

use crate::ui::text_field::TextField;
use crate::ui::theme::size;
use crate::ui::{Ink, access, menu};
use crate::words::{say, text};

/// From so many on they are searched.
const SEARCHED: usize = 12;

/// Draws a choice; `id` is of the message that names it.
pub(super) fn choice<T: Clone + PartialEq>(
    (ui, ink): (&mut Ui, &mut Ink),
    id: &str,
    chosen: &mut Option<T>,
    all: &[T],
    words: impl Fn(&T) -> String,
) {
    let name = text(id);
    let shown = chosen.as_ref().map_or_else(|| name.to_owned(), &words);
    let combo = ComboBox::from_id_salt(("claims", id)).selected_text(shown).width(104.0).truncate();
    let combo = combo.show_ui(ui, |ui| {
        let id = ui.scope_id().with(("search", id));
        let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        if all.len() > SEARCHED {
            let field = TextField::line(&mut typed).hint(text("claims-filter-search"));
            let field = field.width(160.0).show(ui, ink);
            menu::named(&field, &say!("claims-filter-search-in", name = name));
            ui.data_mut(|data| data.insert_temp(id, typed.clone()));
        }
        let typed = typed.trim().to_lowercase();
        let fitting: Vec<(&T, String)> = all
            .iter()
            .map(|value| (value, words(value)))
            .filter(|(_, words)| typed.is_empty() || words.to_lowercase().contains(&typed))
            .collect();
        let any = ui.selectable_label(chosen.is_none(), text("claims-filter-any"));
        access::position(&any, 0, fitting.len() + 1);
        if any.clicked() {
            *chosen = None;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().max_height(280.0);
        area.show_rows(ui, size::CONTROL, fitting.len(), |ui, range| {
            for at in range {
                let (value, words) = &fitting[at];
                let is_chosen = chosen.as_ref() == Some(*value);
                let line = ui.selectable_label(is_chosen, words);
                access::position(&line, at + 1, fitting.len() + 1);
                if line.clicked() {
                    *chosen = Some((*value).clone());
                }
            }
        });
    });
    menu::named(&combo.response, &say!("claims-filter-by", name = name));
}
