//! What is taken for the same, one switch each.

/// One way in which two writings are taken for the same.
///
/// The canonical order and composition of characters never matters, whatever the switches say: it cannot be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoldRule {
    /// Capital and small letters, `ß` and `SS`, the two small sigmas, `İ` and `i`.
    Case,
    /// Any white space, and any amount of it within a paragraph.
    Blanks,
    /// Joiners, soft hyphens and bidi controls are not there; between Arabic letters ZWNJ is a blank, or nothing.
    Joiners,
    /// Curly, straight and foreign quotation marks and apostrophes.
    Quotes,
    /// Hyphens, dashes, the minus sign, maqaf.
    Dashes,
    /// Letters of Latin, Greek and Cyrillic with and without marks: `Erdoğan`, `Ёлка`, `đ`, `ł`; й and ї are letters of their own.
    Diacritics,
    /// Full and half width, ligatures, presentation forms, superscripts (Unicode compatibility decomposition).
    Forms,
    /// Decimal digits of every script.
    Digits,
    /// The dot below of Devanagari, Gujarati and Gurmukhi: फ़ and फ. That of Bengali and Odia makes another letter.
    Nukta,
    /// Chandrabindu and anusvara, and anusvara and the nasal of the next letter's class: हँसी, हंसी; सम्बन्ध, संबंध.
    Nasals,
    /// Letters without a vowel that have a sign of their own: chillus of Malayalam, khanda ta.
    Chillu,
    /// Vowel signs and other points of Arabic and Syriac.
    Tashkeel,
    /// Hamza and madda on or under their seat: أ, إ, آ and ا; ؤ and و.
    Hamza,
    /// Letters that Arabic, Persian and Urdu keyboards encode differently: ي ى ی, ك ک, ه ہ ة.
    ArabicLetters,
    /// The stretching sign of Arabic is not there.
    Tatweel,
    /// Points and accents of Hebrew.
    Niqqud,
}

impl FoldRule {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 16] = [
        Self::Case,
        Self::Diacritics,
        Self::Quotes,
        Self::Dashes,
        Self::Blanks,
        Self::Joiners,
        Self::Forms,
        Self::Digits,
        Self::Nukta,
        Self::Nasals,
        Self::Chillu,
        Self::Tashkeel,
        Self::Hamza,
        Self::ArabicLetters,
        Self::Tatweel,
        Self::Niqqud,
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Which rules are in force; by default all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Folding(u16);

impl Folding {
    /// Puts one rule in force, or out of it.
    #[must_use]
    pub const fn with(self, rule: FoldRule, is_on: bool) -> Self {
        if is_on { Self(self.0 | rule.bit()) } else { Self(self.0 & !rule.bit()) }
    }

    /// Whether a rule is in force.
    #[must_use]
    pub const fn has(self, rule: FoldRule) -> bool {
        self.0 & rule.bit() != 0
    }
}

impl Default for Folding {
    fn default() -> Self {
        Self(u16::MAX)
    }
}
