//! The assignment problem: which edges between two sides weigh most together.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

/// Weights are compared as whole numbers of this part of one.
pub(super) const WEIGHT_SCALE: f64 = 1e12;

/// An edge between two sides: a node of the first, a node of the second, and a weight of at least 0.
pub(super) type Edge = (usize, usize, f64);

/// The edges of highest total weight in which no node stands twice (Kuhn 1955, Munkres 1957), by number, in the order of the
/// nodes of the side that has fewer.
pub(super) fn best_assignment(edges: &[Edge]) -> Vec<usize> {
    let (mut rows, mut columns) = (nodes(edges, |edge| edge.0), nodes(edges, |edge| edge.1));
    let is_turned = rows.len() > columns.len();
    if is_turned {
        std::mem::swap(&mut rows, &mut columns);
    }
    let mut numbers: Matrix<Option<usize>> = Matrix::new(rows.len(), columns.len(), None);
    let mut weights = Matrix::new(rows.len(), columns.len(), 0i64);
    for (number, (one, other, weight)) in edges.iter().enumerate() {
        let (row, column) = if is_turned { (other, one) } else { (one, other) };
        let at = rows.binary_search(row).ok().zip(columns.binary_search(column).ok());
        let weight = (weight * WEIGHT_SCALE) as i64;
        if let Some(at) = at
            && weight >= weights[at]
        {
            (numbers[at], weights[at]) = (Some(number), weight);
        }
    }
    let (_, chosen) = kuhn_munkres(&weights);
    chosen.into_iter().enumerate().filter_map(|at| numbers[at]).collect()
}

/// How many nodes the side with fewer has.
pub(super) fn smaller_side(edges: &[Edge]) -> usize {
    nodes(edges, |edge| edge.0).len().min(nodes(edges, |edge| edge.1).len())
}

fn nodes(edges: &[Edge], end: impl Fn(&Edge) -> usize) -> Vec<usize> {
    let mut nodes: Vec<usize> = edges.iter().map(end).collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}
