//! The Content-Security-Policy of a document: only what the document holds or the site serves.

use std::{collections::BTreeSet, fmt};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// What a document holds that its policy has to allow.
#[derive(Debug, Clone)]
pub(crate) struct Policy<'a> {
    /// The hashes of its inline scripts.
    pub scripts: BTreeSet<String>,
    /// The text of its style.
    pub style: &'a str,
    /// Whether its typefaces stand in it, and do not come from the site.
    pub has_fonts_inside: bool,
    /// Whether it shows others of the site in frames.
    pub shows_frames: bool,
    /// Whether one of its scripts may lead its links from elsewhere than its address.
    pub sets_base: bool,
    /// Whether it hears from Trunk of a new build, over a connection.
    pub live_reload: bool,
    /// The site's origin, where it is to be named beside `'self'`.
    pub own: Option<&'a str>,
}

impl fmt::Display for Policy<'_> {
    /// Scripts need `'wasm-unsafe-eval'` to compile WebAssembly. Pictures may be `data:` and `blob:` because figures save
    /// themselves as pictures. A service worker falls under `script-src`. No form, and no other host.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = self.own.map_or_else(|| "'self'".to_owned(), |origin| ["'self' ", origin].concat());
        let scripts: String = self.scripts.iter().map(|hash| format!(" '{hash}'")).collect();
        let fonts = if self.has_fonts_inside { "data:" } else { &own };
        let sockets = if self.live_reload { " ws:" } else { "" };
        let frames = if self.shows_frames { " frame-src 'self';" } else { "" };
        let bases = if self.sets_base { &own } else { "'none'" };
        write!(
            out,
            "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{scripts}; style-src '{}'; font-src {fonts}; \
             img-src 'self' data: blob:; connect-src {own}{sockets}; manifest-src 'self';{frames} base-uri {bases}; form-action 'none'",
            hash(self.style)
        )
    }
}

/// `sha256-…` of an inline script or style.
pub fn hash(text: &str) -> String {
    ["sha256-", &STANDARD.encode(Sha256::digest(text.as_bytes()))].concat()
}

/// Enough of the hash of `bytes` to name a file by, in hexadecimal digits.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy<'static> {
        Policy {
            scripts: [hash("1")].into(),
            style: "a{}",
            has_fonts_inside: false,
            shows_frames: false,
            sets_base: false,
            live_reload: false,
            own: None,
        }
    }

    #[test]
    fn what_stands_in_a_document_is_allowed_by_hash() {
        let policy = policy().to_string();
        assert!(policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' '{}';", hash("1"))), "{policy}");
        assert!(policy.contains(&format!("style-src '{}';", hash("a{}"))), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("ws:") && !policy.contains("frame-src"), "{policy}");
    }

    #[test]
    fn each_directive_follows_what_the_document_does() {
        let with = |change: fn(&mut Policy<'_>)| {
            let mut policy = policy();
            change(&mut policy);
            policy.to_string()
        };
        assert!(with(|policy| policy.live_reload = true).contains("connect-src 'self' ws:;"));
        assert!(with(|policy| policy.shows_frames = true).contains(" frame-src 'self';"));
        assert!(with(|policy| policy.sets_base = true).contains("base-uri 'self';"));
        assert!(with(|policy| policy.has_fonts_inside = true).contains("font-src data:;"));
        let known = with(|policy| policy.own = Some("https://example.org"));
        assert!(known.contains("script-src 'self' https://example.org 'wasm") && known.contains("connect-src 'self' https://example.org;"));
    }

    #[test]
    fn the_hash_is_the_standards() {
        // The example of the specification, CSP level 3, section 8.3.
        assert_eq!(hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
