//! A file whose reading ends when it is cancelled.

use std::io::{self, Read};

use super::cancel::CancelToken;

/// Reads another reader until it is cancelled; then it fails with [`Cancelled`](super::Cancelled).
///
/// It goes below a buffer: so it is asked once a buffer, and not for each byte.
#[derive(Debug)]
pub(super) struct Cancelable<'c, R> {
    inner: R,
    cancel: &'c CancelToken,
}

impl<'c, R: Read> Cancelable<'c, R> {
    pub(super) const fn new(inner: R, cancel: &'c CancelToken) -> Self {
        Self { inner, cancel }
    }
}

impl<R: Read> Read for Cancelable<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.cancel.check().map_err(io::Error::other)?;
        self.inner.read(buffer)
    }
}
