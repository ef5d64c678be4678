//! Dashes and dots along a line, as far as they are in sight: a line may be a hundred screens long.

use egui::{Pos2, Rect};

/// The dashes of a line through these points that touch `sight`, in points. They do not move when the sight does.
pub(super) fn dashes(points: &[Pos2], sight: Rect, dash: f32, gap: f32) -> Vec<[Pos2; 2]> {
    let mut all = Vec::new();
    let step = dash + gap;
    each_in_sight(points, sight, |part, before, seen| {
        let mut number = ((before + seen.0) / step).floor();
        while number * step < before + seen.1 {
            let start = (number * step - before).max(0.0);
            let end = (number * step + dash - before).min(part.length);
            if start < end && end > seen.0 {
                all.push([part.at(start), part.at(end)]);
            }
            number += 1.0;
        }
    });
    all
}

/// The middles of dots of a line that are in `sight`, so far from each other along it.
pub(super) fn dots(points: &[Pos2], sight: Rect, step: f32) -> Vec<Pos2> {
    let mut all = Vec::new();
    each_in_sight(points, sight, |part, before, seen| {
        let mut number = ((before + seen.0) / step).ceil();
        while number * step < before + seen.1 {
            all.push(part.at(number * step - before));
            number += 1.0;
        }
    });
    all
}

/// A straight part of a line.
struct Part {
    from: Pos2,
    to: Pos2,
    length: f32,
}

impl Part {
    /// The point so far from its beginning.
    fn at(&self, far: f32) -> Pos2 {
        self.from.lerp(self.to, far / self.length)
    }

    /// From where to where it is in sight, as distances from its beginning; nothing where it is not.
    fn seen(&self, sight: Rect) -> Option<(f32, f32)> {
        let way = self.to - self.from;
        let (mut first, mut last) = (0.0_f32, 1.0_f32);
        for (at, way, sight) in [(self.from.x, way.x, sight.x_range()), (self.from.y, way.y, sight.y_range())]
        {
            if way == 0.0 {
                if !sight.contains(at) {
                    return None;
                }
                continue;
            }
            let (one, other) = ((sight.min - at) / way, (sight.max - at) / way);
            first = first.max(one.min(other));
            last = last.min(one.max(other));
        }
        (first < last).then_some((first * self.length, last * self.length))
    }
}

/// Calls `draw` with each part in sight, the length of all before it, and from where to where it is seen.
fn each_in_sight(points: &[Pos2], sight: Rect, mut draw: impl FnMut(&Part, f32, (f32, f32))) {
    let mut before = 0.0;
    for two in points.windows(2) {
        let part = Part { from: two[0], to: two[1], length: two[0].distance(two[1]) };
        if part.length > 0.0
            && let Some(seen) = part.seen(sight)
        {
            draw(&part, before, seen);
        }
        before += part.length;
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::{Pos2, Rect, dashes, dots};

    const LINE: [Pos2; 4] = [pos2(0.0, 0.0), pos2(30.0, 0.0), pos2(30.0, 9000.0), pos2(80.0, 9000.0)];

    /// What touches the sight of all that is drawn where everything is seen.
    fn check(sight: Rect) {
        let all = Rect::from_min_max(pos2(-10.0, -10.0), pos2(10_000.0, 10_000.0));
        let touches = |dash: &[Pos2; 2]| sight.expand(0.01).intersects(Rect::from_two_pos(dash[0], dash[1]));
        let expected: Vec<_> = dashes(&LINE, all, 7.0, 4.0).into_iter().filter(touches).collect();
        assert_eq!(dashes(&LINE, sight, 7.0, 4.0), expected, "{sight:?}");
        let expected: Vec<_> = dots(&LINE, all, 5.0).into_iter().filter(|dot| sight.contains(*dot)).collect();
        assert_eq!(dots(&LINE, sight, 5.0), expected, "{sight:?}");
    }

    #[test]
    fn only_what_is_in_sight_is_drawn_and_it_stays_where_it_is() {
        for (left, top) in [(-5.5, -5.5), (10.3, 100.4), (29.2, 4000.1), (20.7, 8950.6), (500.0, 500.0)] {
            check(Rect::from_min_max(pos2(left, top), pos2(left + 60.0, top + 333.3)));
        }
        let whole = Rect::from_min_max(pos2(-10.0, -10.0), pos2(10_000.0, 10_000.0));
        assert_eq!(dots(&LINE, whole, 5.0).len(), 9080 / 5);
    }
}
