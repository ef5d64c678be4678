//! Connected components.

/// Things by number, in connected components that grow together (union–find).
#[derive(Debug)]
pub(super) struct Components {
    /// Of each thing another of its group, of one in each group itself.
    parents: Vec<u32>,
}

impl Components {
    /// So many things, each by itself.
    pub(super) fn new(count: usize) -> Self {
        Self { parents: (0..count as u32).collect() }
    }

    /// The thing that stands for the group of this one.
    pub(super) fn root(&mut self, thing: usize) -> usize {
        let mut at = thing as u32;
        loop {
            let parent = self.parents[at as usize];
            if parent == at {
                return at as usize;
            }
            let above = self.parents[parent as usize];
            self.parents[at as usize] = above;
            at = above;
        }
    }

    /// Makes the groups of two things one; gives what stands for it, and what stood for the group that went into it, where
    /// they were two.
    pub(super) fn join(&mut self, one: usize, other: usize) -> (usize, Option<usize>) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return (one, None);
        }
        // The first stands for all, so that groups do not depend on the order in which they grew.
        let (kept, gone) = (one.min(other), one.max(other));
        self.parents[gone] = kept as u32;
        (kept, Some(gone))
    }

    /// Members by component, each given with the thing whose component it belongs to: components in the order of their first
    /// members, members in the order given.
    pub(super) fn groups<T>(&mut self, members: impl IntoIterator<Item = (usize, T)>) -> Vec<Vec<T>> {
        let mut numbers: Vec<Option<usize>> = vec![None; self.parents.len()];
        let mut groups: Vec<Vec<T>> = Vec::new();
        for (thing, member) in members {
            let number = *numbers[self.root(thing)].get_or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            groups[number].push(member);
        }
        groups
    }
}
