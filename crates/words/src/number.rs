//! Numbers as each language writes them: English puts a comma between thousands, Indian languages between thousand, lakh
//! and crore.

use fluent_bundle::FluentValue;

/// `1,234,567`.
pub(super) fn in_thousands<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, 3)
}

/// `12,34,567`.
pub(super) fn in_lakhs<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, 2)
}

/// A number with a comma before its last three digits, and before each `size` digits to the left of them.
fn grouped(value: &FluentValue<'_>, size: usize) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string().into_owned();
    if !number.options.use_grouping {
        return Some(plain);
    }
    let (sign, plain) = plain.strip_prefix('-').map_or(("", &*plain), |rest| ("-", rest));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
    let mut text = sign.to_owned();
    for (at, digit) in whole.char_indices() {
        let left = whole.len() - at;
        if at > 0 && left >= 3 && (left - 3).is_multiple_of(size) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: f64, in_thousands: &str, in_lakhs: &str) {
        let value = FluentValue::from(number);
        assert_eq!(grouped(&value, 3).as_deref(), Some(in_thousands));
        assert_eq!(grouped(&value, 2).as_deref(), Some(in_lakhs));
    }

    #[test]
    fn numbers_are_grouped_by_language() {
        check(0.0, "0", "0");
        check(999.0, "999", "999");
        check(1_000.0, "1,000", "1,000");
        check(1_234_567.5, "1,234,567.5", "12,34,567.5");
        check(-100_000.0, "-100,000", "-1,00,000");
    }
}
