//! Hashes that are the same in every version of the program and on every machine: what they decide is decided for good.

const FNV_OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a of bytes, begun from a seed; seed 0 gives the standard hash.
///
/// The last bytes do not reach all of its bits: whoever needs them to spreads it, as [`stable_rank`] does.
///
/// ```
/// # use tippani_core::analysis::stable_hash;
/// assert_eq!(stable_hash(0, "".bytes()), 0xcbf2_9ce4_8422_2325);
/// assert_eq!(stable_hash(0, "foobar".bytes()), 0x8594_4171_f739_67e8);
/// assert_ne!(stable_hash(1, "foobar".bytes()), stable_hash(0, "foobar".bytes()));
/// ```
#[must_use]
pub fn stable_hash(seed: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(FNV_OFFSET_BASIS ^ seed.wrapping_mul(FNV_PRIME), |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
    })
}

/// A number to shuffle texts by: [`stable_hash`] without a seed, with its halves exchanged and spread once more, since its upper
/// half depends on all bytes alike.
#[must_use]
pub fn stable_rank(bytes: impl IntoIterator<Item = u8>) -> u64 {
    stable_hash(0, bytes).rotate_left(32).wrapping_mul(FNV_PRIME)
}
