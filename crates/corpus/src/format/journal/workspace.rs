//! What is known of the folder that a journal's workspace is.

use serde::{Deserialize, Serialize};

use super::JournalError;

const FORMAT: &str = "tippani/workspace-identity";

/// How a workspace is told from others on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkspaceIdentity {
    /// Where it lay when it was last opened, absolute; empty where another has taken its place.
    pub path: String,
    /// Device and file number of the folder, where the system has them.
    pub number: Option<(u64, u64)>,
    /// When the folder was made, in nanoseconds since 1970, where the system says.
    pub born_ns: Option<u64>,
}

#[derive(Serialize, Deserialize)]
struct IdentityShape {
    format: String,
    version: u64,
    path: String,
    device: Option<u64>,
    inode: Option<u64>,
    born: Option<u64>,
}

impl WorkspaceIdentity {
    /// Whether both are of one folder, wherever it lies.
    #[must_use]
    pub fn is_same_folder(&self, other: &Self) -> bool {
        self.number.is_some() && self.number == other.number && self.born_ns == other.born_ns
    }

    /// As a file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let shape = IdentityShape {
            format: FORMAT.to_owned(),
            version: 1,
            path: self.path.clone(),
            device: self.number.map(|(device, _)| device),
            inode: self.number.map(|(_, inode)| inode),
            born: self.born_ns,
        };
        // Texts and numbers are always JSON.
        serde_json::to_vec_pretty(&shape).unwrap_or_default()
    }

    /// Of a file.
    ///
    /// # Errors
    /// When it is none, or one of a later version.
    pub fn decode(bytes: &[u8]) -> Result<Self, JournalError> {
        let shape: IdentityShape = match serde_json::from_slice(bytes) {
            Ok(shape) => shape,
            Err(error) => {
                log::debug!("{error}");
                return Err(JournalError::OtherFormat);
            }
        };
        match (shape.format == FORMAT, shape.version) {
            (true, 1) => {}
            (true, other) => return Err(JournalError::OtherVersion(other)),
            (false, _) => return Err(JournalError::OtherFormat),
        }
        let number = shape.device.zip(shape.inode);
        Ok(Self { path: shape.path, number, born_ns: shape.born })
    }
}
