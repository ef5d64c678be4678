//! Lists of names in several languages, by which learning and ranking are measured.

/// A table of names: a row is one bearer, a column one language.
///
/// ```
/// # use tippani_core::names::NameList;
/// let list = NameList::parse("id\ten\thi\n# a note\n1\tVaranasi|Banaras\tवाराणसी\n2\tGoa\t\n");
/// assert_eq!(list.rows("en").len(), 2);
/// assert_eq!(list.rows("en")[0].1, ["Varanasi", "Banaras"]);
/// assert_eq!(list.rows("hi").len(), 1, "a row without a name in that language is none");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameList {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl NameList {
    /// Reads tab-separated values: a header that names the columns, `|` between spellings, `#` before notes.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let fields = |line: &str| line.split('\t').map(|field| field.trim().to_owned()).collect::<Vec<_>>();
        let columns = lines.next().map(fields).unwrap_or_default();
        Self { columns, rows: lines.map(fields).collect() }
    }

    /// The names of the columns.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What stands in a column of a row; empty if nothing does.
    #[must_use]
    pub fn field(&self, row: usize, column: &str) -> &str {
        let place = self.columns.iter().position(|known| known == column);
        place.and_then(|place| self.rows.get(row)?.get(place)).map_or("", String::as_str)
    }

    /// The spellings in a column, with the row of each; rows that have none are left out.
    #[must_use]
    pub fn rows(&self, column: &str) -> Vec<(usize, Vec<&str>)> {
        let spellings = |row| {
            let parts = self.field(row, column).split('|').map(str::trim);
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>()
        };
        (0..self.rows.len()).map(|row| (row, spellings(row))).filter(|(_, parts)| !parts.is_empty()).collect()
    }
}
