//! The program of the figures where it stands inside a figure's own page: what befalls its file befalls it there.

use crate::server_config::Fault;

/// How its file ends where it is one.
pub(crate) const FILE: &str = ".wasm";

/// Where the server holds back an empty answer until a gate opens.
pub(crate) const GATE_PATH: &str = "/__gate";

/// Lets no program start before that answer has come.
pub(crate) const WAITS: &str = "if (window.WebAssembly) {
  const opened = fetch(\"/__gate\");
  for (const name of [\"instantiate\", \"instantiateStreaming\"]) {
    const start = WebAssembly[name];
    if (start) WebAssembly[name] = (...given) => opened.then(() => start.apply(WebAssembly, given));
  }
}";

/// How the program begins in a page; its module stands before it.
pub const PROGRAM: &str = "<script type=\"text/plain\" id=\"program\">";
/// How it ends.
const END: &str = "</script>";

/// `html` with the program in it as `fault` has it. Where the line breaks, the page ends: drivers wait for ever for one of
/// which more was promised.
pub(crate) fn inside(html: &str, fault: &Fault) -> String {
    let Some((before, rest)) = html.split_once(PROGRAM) else { return html.into() };
    let Some((letters, after)) = rest.split_once(END) else { return html.into() };
    let half: String = letters.chars().take(letters.chars().count() / 2).collect();
    match fault {
        Fault::Missing => [before, PROGRAM, END, after].concat(),
        Fault::Half => [before, PROGRAM, &half, END, after].concat(),
        Fault::CutOff => [before, PROGRAM, &half].concat(),
        _ => html.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_in_a_page_meets_the_fate_of_its_file() {
        let page = |letters: &str| format!("<p>a</p>{}{letters}</script></body>", PROGRAM);
        let html = page("abčd");
        assert_eq!(inside(&html, &Fault::Missing), page(""));
        assert_eq!(inside(&html, &Fault::Half), page("ab"));
        assert_eq!(inside(&html, &Fault::CutOff), html[..html.find("čd").unwrap()]);
        assert_eq!(inside("<p>a</p>", &Fault::Half), "<p>a</p>");
    }
}
