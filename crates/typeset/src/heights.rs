//! Heights of many blocks, summed so that a place is found quickly.

/// A Fenwick tree over heights in pixels: change one, sum a prefix, or find where a sum is reached, each in
/// logarithmic time.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    tree: Vec<f64>,
    heights: Vec<f32>,
}

impl Heights {
    /// Builds the tree; linear.
    #[must_use]
    pub(super) fn new(heights: Vec<f32>) -> Self {
        let mut tree = vec![0.0; heights.len() + 1];
        for (i, height) in heights.iter().enumerate() {
            tree[i + 1] += f64::from(*height);
            let parent = (i + 1) + ((i + 1) & (i + 1).wrapping_neg());
            if parent < tree.len() {
                tree[parent] += tree[i + 1];
            }
        }
        Self { tree, heights }
    }

    /// The height of one block.
    #[must_use]
    pub(super) fn get(&self, index: usize) -> f32 {
        self.heights.get(index).copied().unwrap_or_default()
    }

    /// Sets the height of one block.
    pub(super) fn set(&mut self, index: usize, height: f32) {
        let Some(old) = self.heights.get_mut(index) else { return };
        let change = f64::from(height) - f64::from(*old);
        *old = height;
        let mut i = index + 1;
        while i < self.tree.len() {
            self.tree[i] += change;
            i += i & i.wrapping_neg();
        }
    }

    /// The sum of all heights before `index`: where that block begins.
    #[must_use]
    pub(super) fn before(&self, index: usize) -> f64 {
        let mut i = index.min(self.heights.len());
        let mut sum = 0.0;
        while i > 0 {
            sum += self.tree[i];
            i -= i & i.wrapping_neg();
        }
        sum
    }

    /// The block at a distance from the top, the last one past the end.
    #[must_use]
    pub(super) fn find(&self, mut distance: f64) -> usize {
        let mut at = 0;
        let mut step = self.heights.len().next_power_of_two();
        while step > 0 {
            if at + step < self.tree.len() && self.tree[at + step] <= distance {
                at += step;
                distance -= self.tree[at];
            }
            step /= 2;
        }
        at.min(self.heights.len().saturating_sub(1))
    }
}
