//! A file that is read part by part, each up to a limit: what gzip made small may be without end.

use std::cell::Cell;
use std::io::{self, BufRead, Read};

use crate::words::{say, shown};

/// No more is read at once than a sidecar may be long, in bytes: 1 GiB.
pub(super) const MAX_PART_BYTES: u64 = 1 << 30;

/// How much of a part may still come.
#[derive(Debug)]
pub(super) struct Limit {
    most: u64,
    left: Cell<u64>,
}

impl Limit {
    pub(super) const fn new(most: u64) -> Self {
        Self { most, left: Cell::new(most) }
    }

    /// Another part begins.
    pub(super) fn renew(&self) {
        self.left.set(self.most);
    }
}

/// A file whose parts have a limit: reading one that is longer is an error.
pub(super) struct Limited<'a> {
    file: &'a mut dyn BufRead,
    limit: &'a Limit,
}

impl<'a> Limited<'a> {
    pub(super) const fn new(file: &'a mut dyn BufRead, limit: &'a Limit) -> Self {
        Self { file, limit }
    }
}

impl BufRead for Limited<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let bytes = self.file.fill_buf()?;
        let left = usize::try_from(self.limit.left.get()).unwrap_or(usize::MAX);
        if left == 0 && !bytes.is_empty() {
            let mebibytes = shown(self.limit.most >> 20);
            return Err(io::Error::other(say!("format-read-too-long", mebibytes = mebibytes)));
        }
        Ok(&bytes[..bytes.len().min(left)])
    }

    fn consume(&mut self, amount: usize) {
        self.limit.left.set(self.limit.left.get().saturating_sub(amount as u64));
        self.file.consume(amount);
    }
}

impl Read for Limited<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let amount = self.fill_buf()?.read(buffer)?;
        self.consume(amount);
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, BufReader};

    use super::super::read::read_up_to;
    use super::super::{Format, ReadOptions, Source};
    use super::Limit;

    /// How many records are read of a file of so many times this text, of whose parts none may have more than 64 bytes.
    fn check(format: &str, text: &str, times: usize, expected: Result<usize, ()>) {
        let format = Format::find(format).unwrap();
        let options = ReadOptions::default();
        let source = Source { name: "x", beside: &|_| None, options: &options };
        let bytes = text.repeat(times);
        let mut records = 0;
        let mut file = BufReader::with_capacity(8, io::Cursor::new(bytes));
        let read = read_up_to(&Limit::new(64), format, &source, &mut file, &mut |reading| {
            records += reading.records.len();
        });
        let outcome = read.map(|()| records).map_err(|error| error.to_string());
        let is_told = outcome.as_ref().err().is_none_or(|error| error.contains("which is the most"));
        assert!(is_told, "{outcome:?}");
        assert_eq!(outcome.map_err(|_told| ()), expected, "{} {text}", format.id);
    }

    #[test]
    fn a_part_of_a_file_ends_and_a_file_of_many_does_not() {
        let line = "{\"text\":\"Mira\",\"label\":[[0,4,\"PER\"]]}\n";
        check("doccano", line, 20, Ok(20));
        check("doccano", &format!("{{\"text\":\"{}\"}}\n", "Mira ".repeat(20)), 1, Err(()));
        check("doccano", " ", 100, Err(()));
        check("bioc", "{\"documents\":[{\"passages\":[{\"text\":\"x\"}]}]}\n", 20, Ok(20));
        check("bioc", "[[1,2,3,4,", 30, Err(()));
        check("conll", "Mira B-PER\nsaw O\n", 30, Ok(1));
        check("conll", "Mira", 30, Err(()));
        check("webanno-tsv", "#FORMAT=WebAnno TSV 3.3\n", 1, Ok(1));
        check("webanno-tsv", "#FORMAT=WebAnno TSV 3.3\n", 3, Err(()));
        check("w3c", " ", 100, Err(()));
        check("csv", "a,b\n", 100, Ok(0));
        check("csv", "a", 100, Err(()));
        check("spacy", "x", 100, Err(()));
    }
}
