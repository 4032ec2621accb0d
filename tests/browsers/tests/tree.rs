//! What assistive technology reads of each interactive figure, as text, against what was accepted: `snapshots/`.

use std::{collections::BTreeMap, fs, path::Path};

use browsers::{BrowserCtx, ServerConfig, TestCase, TestResult, ensure};
use serde_json::{Value, json};

pub(crate) fn cases() -> Vec<TestCase> {
    // The others give their trees to nobody over WebDriver.
    vec![TestCase::new(each_figure_is_read_out_as_accepted).in_chromium()]
}

/// Properties that are read out.
const READ: [&str; 7] = ["checked", "disabled", "expanded", "valuetext", "valuemin", "valuemax", "live"];

fn each_figure_is_read_out_as_accepted(ctx: &BrowserCtx) -> TestResult {
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-snapshots");
    let accepted = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    drop(fs::remove_dir_all(&new));
    let mut differing = Vec::new();
    for path in ctx.pages().into_iter().filter(|path| !path.is_empty()) {
        let page = ctx.visit(ServerConfig::whole(), &path)?;
        for figure in page.figures()? {
            page.wait_until_interactive(&figure)?;
            let text = read_out(&page.cdp("Accessibility.getFullAXTree", &json!({}))?);
            let file = format!("{figure}/tree.txt");
            let written = fs::create_dir_all(new.join(&figure)).and_then(|()| fs::write(new.join(&file), &text));
            written.map_err(|e| format!("{file} cannot be written: {e}"))?;
            if fs::read_to_string(accepted.join(&file)).ok().as_deref() != Some(&text) {
                differing.push(format!("tests/browsers/snapshots/{file}"));
            }
        }
    }
    let remedy = "`cargo xtask snapshots` shows old and new side by side, and with `--update` takes the new";
    ensure(differing.is_empty(), format!("{remedy}: {}", differing.join(", ")))
}

/// The figure in the tree, a line for each thing that is read out.
fn read_out(tree: &Value) -> String {
    let nodes: Vec<&Value> = tree["nodes"].as_array().into_iter().flatten().collect();
    let by_id: BTreeMap<&str, &Value> = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, *node))).collect();
    let mut lines = String::new();
    if let Some(figure) = nodes.iter().find(|node| node["role"]["value"] == "figure") {
        read_node(figure, "", 0, &by_id, &mut lines);
    }
    lines
}

fn read_node(node: &Value, parent_name: &str, depth: usize, by_id: &BTreeMap<&str, &Value>, lines: &mut String) {
    let (role, name) = (node["role"]["value"].as_str().unwrap_or_default(), node["name"]["value"].as_str().unwrap_or_default());
    if role == "InlineTextBox" {
        return;
    }
    // A text that only repeats the name of what it stands in is read out once.
    let is_blank = role == "StaticText" && name.trim().is_empty();
    let is_told =
        !is_blank && node["ignored"] != true && !matches!(role, "none" | "generic") && (role != "StaticText" || name != parent_name);
    if is_told {
        *lines += &format!("{}{role}", "  ".repeat(depth));
        if !name.is_empty() {
            *lines += &format!(" “{name}”");
        }
        if let Some(value) = node["value"]["value"].as_str().filter(|value| !value.is_empty()) {
            *lines += &format!(" = {value}");
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let (name, value) = (property["name"].as_str().unwrap_or_default(), &property["value"]["value"]);
            if READ.contains(&name) && *value != false && *value != "" && *value != "false" {
                *lines += &format!(" [{name} {value}]");
            }
        }
        lines.push('\n');
    }
    let (depth, name) = if is_told { (depth + 1, name) } else { (depth, parent_name) };
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
            read_node(child, name, depth, by_id, lines);
        }
    }
}
