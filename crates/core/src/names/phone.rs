//! Sounds, as exactly as a spelling tells them.

/// A sound as one script can tell it: that of Devanagari ट, or what an English `c` before `e` may stand for.
///
/// Spellings that leave something open (a Latin vowel, a Tamil stop, Arabic و) have phones of their own, so
/// that the costs of [`Costs`](super::Costs) can learn what each stands for. The symbol is a letter close to
/// IPA, for tables and figures only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(u8);

/// The phones: symbol, and the plain sound it is nearest to, by which unlike phones are first compared.
///
/// In capitals the aspirates of Indic scripts, long vowels and what IPA has no short letter for.
const PHONES: &[(char, Sound)] = {
    use Sound::{A, B, C, D, E, F, G, H, I, J, K, L, M, N, Nasal, O, P, R, S, T, U, V, X, Y, Z};
    &[
        // Consonants that most scripts tell apart.
        ('k', K),
        ('K', K),
        ('g', G),
        ('G', G),
        ('c', C),
        ('C', C),
        ('j', J),
        ('J', J),
        ('t', T),
        ('T', T),
        ('d', D),
        ('D', D),
        ('ʈ', T),
        ('θ', T),
        ('ɖ', D),
        ('δ', D),
        ('n', N),
        ('ɳ', N),
        ('p', P),
        ('P', F),
        ('b', B),
        ('B', B),
        ('m', M),
        ('y', Y),
        ('r', R),
        ('ɽ', R),
        ('l', L),
        ('ɭ', L),
        ('ɻ', L),
        ('v', V),
        ('S', S),
        ('X', S),
        ('s', S),
        ('h', H),
        ('f', F),
        ('z', Z),
        ('ʒ', Z),
        ('q', K),
        ('x', X),
        ('ɣ', G),
        // Vowels of Indic scripts; `a` is the one that is not written, `~` a nasal one.
        ('a', A),
        ('A', A),
        ('i', I),
        ('I', I),
        ('u', U),
        ('U', U),
        ('e', E),
        ('E', E),
        ('o', O),
        ('O', O),
        ('æ', E),
        ('ɔ', O),
        ('~', Nasal),
        ('H', H),
        // Bengali: the vowel that is not written, and ব for b and v; Gujarati ઝ for z and jh.
        ('ɐ', A),
        ('β', B),
        ('ζ', Z),
        // Diphthongs of two vowel letters: ai, au, ei.
        ('ȃ', A),
        ('ȁ', A),
        ('ȅ', E),
        // Tamil stops after a nasal, mostly voiced.
        ('ɠ', G),
        ('ʄ', J),
        ('ɗ', D),
        ('ƌ', D),
        ('ɓ', B),
        // Tamil stops, voiced or not, as they begin a word or stand beside a consonant.
        ('κ', K),
        ('χ', C),
        ('τ', T),
        ('ϑ', T),
        ('π', P),
        // The same between vowels, where they are mostly voiced.
        ('ƙ', G),
        ('ƈ', S),
        ('ƭ', D),
        ('ŧ', D),
        ('ƥ', B),
        // Endings that Tamil puts to names of others: -u, -ar, -am, -an.
        ('ŭ', U),
        ('ȓ', R),
        ('ɱ', M),
        ('ŋ', N),
        // Bengali ওয়, which is w before a vowel.
        ('ω', V),
        // Latin letters and pairs of letters.
        ('á', A),
        ('é', E),
        ('í', I),
        ('ó', O),
        ('ú', U),
        ('ý', I),
        ('è', E),
        ('à', E),
        ('ä', O),
        ('ê', I),
        ('ë', E),
        ('î', I),
        ('ô', U),
        ('ù', U),
        ('ţ', T),
        ('đ', D),
        ('þ', T),
        ('ð', D),
        ('š', S),
        ('ć', S),
        ('ğ', J),
        ('ĵ', J),
        ('č', C),
        ('ģ', G),
        ('ξ', X),
        ('ĥ', H),
        ('ŵ', V),
        ('ŷ', Y),
        ('ŕ', R),
        ('ž', Z),
        // Arabic letters that are a vowel or a consonant.
        ('W', U),
        ('Y', I),
        ('Å', A),
        ('ʕ', A),
        // At the start of a word alif is a short vowel, or bears the long one that follows it; at the end
        // heh is mostly a vowel.
        ('ă', A),
        ('ȉ', I),
        ('ȗ', U),
        ('ȧ', A),
        ('ħ', H),
        ('ş', S),
        // Before alif و and ی are mostly consonants; at the end ی is mostly a vowel.
        ('ƕ', V),
        ('ƴ', Y),
        ('ĩ', I),
        // Cyrillic.
        ('â', A),
        ('ö', O),
        ('ě', E),
        ('ø', O),
        ('ÿ', I),
        ('ĭ', I),
        ('ũ', U),
        ('ã', A),
        ('ű', U),
        ('ʦ', S),
        ('ɕ', S),
        ('ĝ', G),
    ]
};

/// How many phones there are.
pub const PHONE_COUNT: usize = PHONES.len();

/// Symbols below this are looked up in a table.
const SYMBOLS: usize = 0x400;

const NUMBERS: [u8; SYMBOLS] = {
    let mut numbers = [u8::MAX; SYMBOLS];
    let mut i = 0;
    while i < PHONE_COUNT {
        numbers[PHONES[i].0 as usize] = i as u8;
        i += 1;
    }
    numbers
};

/// A plain sound: what phones of different scripts have in common before anything is learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the sound of its letter; `Nasal` is that of a vowel")]
pub enum Sound {
    K,
    G,
    X,
    C,
    J,
    S,
    Z,
    T,
    D,
    N,
    M,
    P,
    B,
    F,
    V,
    Y,
    R,
    L,
    H,
    A,
    I,
    U,
    E,
    O,
    Nasal,
}

impl Sound {
    /// Whether it is a vowel.
    #[must_use]
    pub const fn is_vowel(self) -> bool {
        matches!(self, Self::A | Self::I | Self::U | Self::E | Self::O | Self::Nasal)
    }
}

impl Phone {
    /// The phone of a symbol.
    pub(super) const fn of(symbol: char) -> Option<Self> {
        let code = symbol as usize;
        if code < SYMBOLS && NUMBERS[code] != u8::MAX { Some(Self(NUMBERS[code])) } else { None }
    }

    /// All phones.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..PHONE_COUNT).map(|number| Self(number as u8))
    }

    /// Its place among all phones, below [`PHONE_COUNT`].
    #[must_use]
    pub const fn number(self) -> usize {
        self.0 as usize
    }

    /// Its symbol.
    #[must_use]
    pub const fn symbol(self) -> char {
        PHONES[self.0 as usize].0
    }

    /// The plain sound it is nearest to.
    #[must_use]
    pub const fn sound(self) -> Sound {
        PHONES[self.0 as usize].1
    }
}

impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.symbol())
    }
}

/// What of a sound another kind of script can tell: the cost of leaving a phone out depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScriptFamily {
    /// Latin letters.
    Latin,
    /// Devanagari, Gujarati, Gurmukhi, Odia, Telugu, Kannada, Malayalam.
    Indic,
    /// Bengali and Assamese.
    Bengali,
    /// Tamil, which does not tell voiced stops from voiceless ones.
    Tamil,
    /// Arabic and Urdu, which mostly leave short vowels out.
    Arabic,
    /// Cyrillic letters.
    Cyrillic,
}

impl ScriptFamily {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 6] =
        [Self::Latin, Self::Indic, Self::Bengali, Self::Tamil, Self::Arabic, Self::Cyrillic];
}
