//! How much room a tag has over its line.

use std::ops::RangeInclusive;

use egui::Rect;

use super::tags::BETWEEN;

/// The direction a line is read in. Places along it grow from where it begins: to the right, or to the left in negative numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub rtl: bool,
}

/// What there is over a line where a tag is wanted; lengths in points.
#[derive(Debug)]
pub(super) struct Room<'a> {
    /// Left and right of what is there already.
    pub taken: &'a [(f32, f32)],
    /// Where it is wanted, and where the next one is, along the line.
    pub at: f32,
    pub next: Option<f32>,
    /// How many more are wanted at the same place.
    pub waiting: usize,
    /// How wide it is at least.
    pub least: f32,
    /// Left and right of the page.
    pub area: RangeInclusive<f32>,
}

impl Reading {
    /// Where a tag over this begins, along the line.
    pub(super) fn start(self, rect: Rect) -> f32 {
        if self.rtl { -(rect.right() + 1.0) } else { rect.left() - 1.0 }
    }

    /// From and to along the line of what stands at left and right, and the other way round.
    const fn turned(self, (one, other): (f32, f32)) -> (f32, f32) {
        if self.rtl { (-other, -one) } else { (one, other) }
    }

    /// Left and right of a tag that is `whole` points wide where there is so much room, and at least as wide as it has to be.
    ///
    /// It begins where it is wanted, or after what is taken there; it ends before the next. The last of a line may begin earlier
    /// instead, so that it is whole before the page's edge.
    pub(super) fn stretch(self, room: &Room<'_>, whole: f32) -> Option<(f32, f32)> {
        let (begin, end) = self.turned((*room.area.start(), *room.area.end()));
        let mut taken: Vec<(f32, f32)> = room.taken.iter().map(|one| self.turned(*one)).collect();
        taken.sort_by(|one, other| one.0.total_cmp(&other.0));
        let is_free =
            |from: f32, to: f32| taken.iter().all(|(a, b)| to <= a - BETWEEN || from >= b + BETWEEN);
        let mut from = room.at.max(begin);
        for (a, b) in &taken {
            if from < b + BETWEEN && from + room.least > a - BETWEEN {
                from = b + BETWEEN;
            }
        }
        let before = taken.iter().map(|(a, _)| *a).filter(|a| *a > from).map(|a| a - BETWEEN);
        let next = room.next.map(|next| next - BETWEEN);
        let limit = before.chain(next).fold(end, f32::min);
        let kept = room.waiting as f32 * (room.least + BETWEEN);
        let width = whole.min(limit - from - kept);
        if width >= whole {
            return Some(self.turned((from, from + whole)));
        }
        let back = end - whole;
        if room.next.is_none() && room.waiting == 0 && back >= begin && is_free(back, end) {
            return Some(self.turned((back, end)));
        }
        (width >= room.least).then(|| self.turned((from, from + width)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, Room};

    const LEAST: f32 = 20.0;

    fn check(
        rtl: bool,
        taken: &[(f32, f32)],
        wanted: (f32, Option<f32>, usize),
        expected: Option<(f32, f32)>,
    ) {
        let (at, next, waiting) = wanted;
        let room = Room { taken, at, next, waiting, least: LEAST, area: 0.0..=500.0 };
        assert_eq!(Reading { rtl }.stretch(&room, 60.0), expected, "{taken:?} {wanted:?}");
    }

    #[test]
    fn a_tag_is_whole_where_there_is_room() {
        check(false, &[], (100.0, None, 0), Some((100.0, 160.0)));
        check(false, &[(20.0, 80.0)], (100.0, Some(200.0), 0), Some((100.0, 160.0)));
        check(true, &[], (-400.0, None, 0), Some((340.0, 400.0)));
    }

    #[test]
    fn a_tag_ends_before_the_next_and_is_left_out_where_no_letter_has_room() {
        check(false, &[], (100.0, Some(140.0), 0), Some((100.0, 137.0)));
        check(false, &[], (100.0, Some(115.0), 0), None);
        check(true, &[], (-400.0, Some(-360.0), 0), Some((363.0, 400.0)));
    }

    #[test]
    fn tags_of_one_place_share_it() {
        // The first leaves the second the least it needs; the second stands after it.
        check(false, &[], (100.0, Some(160.0), 1), Some((100.0, 134.0)));
        check(false, &[(100.0, 134.0)], (100.0, Some(160.0), 0), Some((137.0, 157.0)));
        check(false, &[], (100.0, Some(140.0), 1), None);
    }

    #[test]
    fn the_last_tag_of_a_line_begins_earlier_before_the_edge() {
        check(false, &[], (480.0, None, 0), Some((440.0, 500.0)));
        // Something is there: it is shortened, or left out.
        check(false, &[(430.0, 470.0)], (475.0, None, 0), Some((475.0, 500.0)));
        check(false, &[(430.0, 470.0)], (490.0, None, 0), None);
        check(true, &[], (-10.0, None, 0), Some((0.0, 60.0)));
    }
}
