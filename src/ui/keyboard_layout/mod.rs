//! One way for all keys on every keyboard: what is written on a key counts, and its place where that says nothing.
//!
//! egui gives a key press its name by what is written on it, or by its place where it knows no such name, as for the letters of
//! another script. That leaves digits, which have signs on a French keyboard and digits of their own on an Indian one, and
//! signs that stand with Shift where Latin keyboards have capitals. `tests/layouts/table.tsv` is
//! the table of what keyboards give.

use egui::{Event, InputState, Key};

/// Noughts of the digits that keyboards and methods of input of the languages annotated here give.
const NOUGHTS: [char; 12] = ['०', '૦', '০', '੦', '୦', '௦', '౦', '೦', '൦', '٠', '۰', '๐'];

/// The digit of a key with this name.
pub(super) const fn digit_named(key: Key) -> Option<usize> {
    Some(match key {
        Key::Num0 => 0,
        Key::Num1 => 1,
        Key::Num2 => 2,
        Key::Num3 => 3,
        Key::Num4 => 4,
        Key::Num5 => 5,
        Key::Num6 => 6,
        Key::Num7 => 7,
        Key::Num8 => 8,
        Key::Num9 => 9,
        _ => return None,
    })
}

/// The digit of a key press: the one that is written on it, or else that of its place.
pub(super) fn digit(key: Key, place: Option<Key>) -> Option<usize> {
    digit_named(key).or_else(|| digit_named(place?))
}

/// Whether a key has a letter or a digit of Latin keyboards.
pub(super) fn is_letter_or_digit(key: Key) -> bool {
    key.name().len() == 1
}

/// What `by` has for what was typed: for the character, with Shift or Caps Lock too; for a digit of another script as for 1 to 9;
/// or for the place of the key, where the layout has another script's letter on it, or a sign where others have a digit.
pub(super) fn by_key<T>(typed: &str, place: Option<Key>, by: impl Fn(char) -> Option<T>) -> Option<T> {
    let mut chars = typed.chars();
    let one = chars.next().filter(|_| chars.next().is_none());
    let lower = |typed: char| typed.to_lowercase().next().and_then(&by);
    let found = one.and_then(|typed| by(typed).or_else(|| lower(typed)).or_else(|| by(digit_of(typed)?)));
    found.or_else(|| {
        let key = place?;
        let counts = if digit_named(key).is_some() {
            !typed.chars().any(|typed| typed.is_ascii_alphanumeric())
        } else {
            // A sign of ASCII stands where a Latin keyboard has it.
            is_letter_or_digit(key) && !typed.is_ascii()
        };
        by(key.name().chars().next()?.to_ascii_lowercase()).filter(|_| counts)
    })
}

/// Whether what was typed is this key's character.
pub(super) fn is_key(typed: &str, key: char) -> bool {
    by_key(typed, None, |typed| (typed == key).then_some(())).is_some()
}

/// The digit that is typed in this frame, into whatever has the keyboard.
pub(super) fn typed_digit(input: &InputState) -> Option<usize> {
    let mut place = None;
    input.events.iter().find_map(|event| match event {
        Event::Key { physical_key, pressed: true, .. } => {
            place = *physical_key;
            None
        }
        Event::Text(typed) => by_key(typed, place.take(), |key| key.to_digit(10)).map(|digit| digit as usize),
        _ => None,
    })
}

/// Takes a digit that is pressed in this frame, from whatever would have it else.
pub(super) fn take_digit(input: &mut InputState) -> Option<usize> {
    let pressed = |event: &Event| match event {
        Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
            digit(*key, *physical_key).filter(|_| !modifiers.command && !modifiers.ctrl && !modifiers.alt)
        }
        _ => None,
    };
    let (at, digit) = input.events.iter().enumerate().find_map(|(at, event)| Some((at, pressed(event)?)))?;
    input.events.remove(at);
    Some(digit)
}

/// The ASCII digit that one of another script stands for.
fn digit_of(typed: char) -> Option<char> {
    let value = |nought: &char| u32::from(typed).checked_sub(u32::from(*nought)).filter(|value| *value < 10);
    char::from_digit(NOUGHTS.iter().find_map(value)?, 10)
}

#[cfg(test)]
mod tests;
