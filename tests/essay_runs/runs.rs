//! Runs of words, and the numbers that stand for them: shared by the test and by the example that makes its list.

/// How many words in a row make a run.
pub(crate) const LENGTH: usize = 8;

/// The runs of `text`: its words without case and punctuation, each run with one space between them.
pub(crate) fn runs(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(LENGTH).map(|run| run.join(" ")).collect()
}

/// The number of a run: FNV-1a in 64 bits. It says whether two runs are the same, and cannot be read back.
pub(crate) fn number(run: &str) -> u64 {
    run.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
