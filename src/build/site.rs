//! The whole site: reads the content, builds every file, writes them into one folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    assets, builder,
    code::Code,
    context::BuildContext,
    document::{Body, Document, Kind},
    downloads, embed, embed_documents, embed_script, epub, figure_data,
    fonts::{Delivery, Fonts},
    head::{self, Head},
    hosting, links, loader, manifest, not_found, offline,
    output::{DATA, OutputFile},
    page_picture, programs, reference, share_picture, share_script, single, sitemap, static_image,
};
use crate::{
    content::{Content, checks, error::Diagnostic, files, load, validate},
    figures::{figure::Figure, for_content::FIGURES, map, registry, states::NamedState},
    page::{
        appendix, article,
        offline_copies::{self, Sizes},
    },
    ui::rendered::Rendered,
    walk::{cover, stages, steps},
};

/// The language that stands at the root of the site; its folder in `src/content/`.
const LANGUAGE: &str = "en";

/// Builds the site of the project in `project` and writes it into `out`; returns the files of the site. `compiled` is the
/// folder of the programs that `cargo xtask build` compiles beside Trunk's.
///
/// # Errors
/// All faults found, each with its file and its remedy.
pub fn write(project: &Path, out: &Path, public_url: Option<&str>, compiled: Option<&Path>) -> Result<Vec<PathBuf>, Vec<Diagnostic>> {
    let content = read(project)?;
    let own = compiled.map(programs::of_embeds).transpose()?.unwrap_or_default();
    compiled.map(|from| programs::adopt(from, out)).transpose()?;
    let styles = project.join("style");
    let tokens = assets::styles(&styles, &["tokens.css"])?;
    let game = cover::style(&content)?;
    let embed_styles = registry::ALL.iter().map(|figure| {
        let game = if figure.id == cover::FIGURE { &*game } else { "" };
        Ok((figure.id, assets::styles(&styles, &assets::embed_styles(figure))? + game))
    });
    let reference_styles = assets::reference_styles().into_iter().map(|(path, names)| Ok((path, assets::styles(&styles, &names)?)));
    let mut assets = assets::find(out)?;
    // What changes each minute is not worth it.
    if !assets.live_reload {
        assets.program = assets.program.map(|program| programs::settle_page(out, &program)).transpose()?;
    }
    let icon = project.join("public/icon.svg");
    let context = BuildContext {
        code: match compiled {
            Some(from) => Some(programs::whole(from)?),
            None => assets.program.as_ref().map(|p| Code::read(&out.join(&p.script), &out.join(&p.wasm))).transpose()?,
        },
        own,
        icon: fs::read_to_string(&icon).map_err(|e| Diagnostic::of_file(&icon, format!("cannot be read ({e})"), "restore it"))?,
        fonts: Fonts::read(&styles)?,
        assets,
        page_style: assets::styles(&styles, &assets::page_styles(&appendix::shown(&content)))? + &game,
        reference_styles: reference_styles.collect::<Result<_, Diagnostic>>()?,
        alone_style: assets::styles(&styles, &assets::alone_styles())? + &game,
        plain_style: assets::styles(&styles, &assets::PLAIN_STYLES)?,
        builder_style: assets::styles(&styles, &assets::BUILDER_STYLES)?,
        named_state_style: assets::styles(&styles, &["named-state.css"])?,
        share_style: assets::styles(&styles, &["share.css"])?,
        embed_styles: embed_styles.collect::<Result<_, Diagnostic>>()?,
        news_style: assets::styles(&styles, &["offline.css"])?,
        bars: head::bars(&tokens)?,
        public_url: public_url.map(absolute).transpose()?,
    };
    let alone = links::inside(article::alone(&content)?)?;
    let drawings = assets::styles(&styles, map::FIGURE.built.styles)?;
    let style = assets::styles(&styles, &["epub.css"])? + &drawings;
    let page_picture = page_picture::picture(&content, &tokens)?;
    let book = links::inside(article::book(&content)?)?;
    let epub = epub::file(&content, &book.html, &style, &tokens, &page_picture)?;
    let named = named(&content)?;
    let outputs = outputs(&content, &alone, &named, epub.len(), &context)?;
    let mut written = put_all(out, &outputs)?;
    put(&out.join(offline_copies::EPUB), &epub)?;
    written.push(out.join(offline_copies::EPUB));
    let page = |figure: &Figure| {
        let path = [&embed::path(figure.id), "index.html"].concat();
        outputs.iter().find(|output| output.path == path).map(|output| output.text.as_str())
    };
    let mut pictures = share_picture::all(&content, page, &drawings, &tokens)?;
    pictures.push((head::PICTURE.0.to_owned(), page_picture));
    pictures.extend(static_image::files(&content, &map::FIGURE, page(&map::FIGURE).unwrap_or_default(), &drawings, &tokens)?);
    let fonts = context.fonts.files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    for (path, bytes) in pictures.into_iter().chain(fonts) {
        let path = out.join(path);
        put(&path, &bytes)?;
        written.push(path);
    }
    written.extend(copy(&project.join("public"), out)?);
    let programs = context.assets.programs();
    written.extend(programs.flat_map(|program| [out.join(&program.script), out.join(&program.wasm)]));
    let workers = offline::workers(out, &relative(out, &written), context.assets.live_reload)?;
    written.extend(put_all(out, &workers)?);
    // Without a public address there are no files for oEmbed.
    let with_files = if context.public_url.is_some() { &*named } else { &[] };
    written.extend(put_all(out, &hosting::files(&outputs, &relative(out, &written), with_files))?);
    Ok(written)
}

/// Writes `outputs` into `out`.
fn put_all(out: &Path, outputs: &[OutputFile]) -> Result<Vec<PathBuf>, Diagnostic> {
    let one = |output: &OutputFile| {
        let path = out.join(&output.path);
        put(&path, output.text.as_bytes()).map(|()| path)
    };
    outputs.iter().map(one).collect()
}

/// The paths of `files` below `out`, with `/` between folders.
fn relative(out: &Path, files: &[PathBuf]) -> Vec<String> {
    let below = |file: &PathBuf| {
        let parts = file.strip_prefix(out).unwrap_or(file).components();
        parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    files.iter().map(below).collect()
}

/// The content of the project, loaded and checked.
///
/// # Errors
/// All faults of the content.
pub fn read(project: &Path) -> Result<Content, Vec<Diagnostic>> {
    let files = files::read_files(&project.join("src/content"))?;
    let content = load::load(&files, LANGUAGE, &FIGURES)?;
    let mut faults = validate::faults(&content, &FIGURES);
    faults.extend(checks::scenes::stages(&content, |scene, stage| stages::check(&content, scene, stage)));
    faults.extend(checks::scenes::figures(&content, |id| registry::in_article(id).is_some()));
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

/// Every file of text that is made from the content; `alone` is the article for a file that stands alone, `named` are the states
/// that have names, and `epub` is the size of the book, which the page says.
///
/// # Errors
/// All faults of the page, or the first of a figure or a download.
pub fn outputs(
    content: &Content,
    alone: &Rendered,
    named: &[OfFigure],
    epub: usize,
    context: &BuildContext,
) -> Result<Vec<OutputFile>, Vec<Diagnostic>> {
    let assets = &context.assets;
    let public_url = context.public_url.as_deref();
    let picture_words = page_picture::words(content);
    let page = Head {
        language: content.label("language"),
        title: content.label("headline"),
        description: content.label("description"),
        oembed: None,
        forwards_to: None,
        picture: head::PICTURE.0,
        picture_words: &picture_words,
        to_root: "./",
        path: "",
        public_url,
        bars: &context.bars,
        style: &context.page_style,
        fonts: (&context.fonts, Delivery::WithText),
        icon_inside: None,
        data: Some(head::linked_data(content, public_url)),
    };
    let data = data(content)?;
    let single = single::output(&page, alone, &data, context)?;
    let article = article::body(content, Sizes { single: single.text.len(), epub })?;
    let figures_data = figure_data::output(&article.data);
    let offline = offline::set_up(content, &context.news_style);
    let places =
        loader::Places { steps: steps::of_states(content), figures: appendix::elsewhere(content).map(|figure| figure.id).collect() };
    let scripts = loader::page(content, assets, page.to_root, &figures_data.path, &places, &offline.path);
    let document = Document {
        head: &page,
        kind: Kind::Page,
        scripts,
        body: Body::from(article),
        shows_frames: false,
        live_reload: assets.live_reload,
    };
    let mut outputs = vec![document.output()];
    outputs.push(figures_data);
    outputs.extend([offline, manifest::output(content, &context.bars[0])?]);
    outputs.extend(reference::outputs(content, &page, context)?);
    for (figure, (_, states)) in registry::ALL.iter().zip(named) {
        outputs.extend(embed_documents::outputs(content, figure, states, &page, context)?);
    }
    let script = embed_script::text(content, public_url);
    outputs.push(builder::output(content, &script, &page, context));
    outputs.push(OutputFile::new(share_script::PATH, share_script::text(content, &context.share_style, public_url.map(|_| named))));
    outputs.push(OutputFile::new(embed_script::PATH, script));
    outputs.extend(data);
    if let Some(url) = public_url {
        outputs.push(sitemap::output(content, url, &outputs));
    }
    outputs.push(not_found::output(content, &page, &context.plain_style, &context.icon));
    outputs.push(single);
    let missing = content.missing.take();
    if missing.is_empty() { Ok(outputs) } else { Err(missing) }
}

/// The id of a figure with its states that have names.
pub type OfFigure = (&'static str, Vec<NamedState>);

/// Those of each figure, in the order of the registry.
///
/// # Errors
/// What the content lacks.
pub fn named(content: &Content) -> Result<Vec<OfFigure>, Diagnostic> {
    registry::ALL.iter().map(|figure| Ok((figure.id, figure.named_states(content)?))).collect()
}

/// The data files: of each figure, and of all facts.
fn data(content: &Content) -> Result<Vec<OutputFile>, Diagnostic> {
    let mut files = Vec::new();
    for figure in registry::ALL {
        let [csv, json] = downloads::figure(content, figure)?;
        files.push(OutputFile::new(format!("{DATA}{}.csv", figure.id), csv));
        files.push(OutputFile::new(format!("{DATA}{}.json", figure.id), json));
    }
    files.push(OutputFile::new([DATA, "facts.json"].concat(), downloads::facts_json(content)?));
    Ok(files)
}

/// A public address with a `/` at its end.
fn absolute(url: &str) -> Result<String, Diagnostic> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let sound = !host.is_empty() && !host.starts_with('/') && !url.contains(['?', '#', '"', '<', '>', ' ']);
    if !sound {
        return Err(Diagnostic::unplaced(
            format!("SITE_PUBLIC_URL: `{url}` is no address of a site"),
            "write it as https://host/path/, or leave it out",
        ));
    }
    Ok([url.trim_end_matches('/'), "/"].concat())
}

/// Copies the files of `from`, with its folders, into `to`.
fn copy(from: &Path, to: &Path) -> Result<Vec<PathBuf>, Diagnostic> {
    let fault = |e: std::io::Error| Diagnostic::of_file(from, format!("cannot be read ({e})"), "restore it");
    let mut written = Vec::new();
    for entry in fs::read_dir(from).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            written.extend(copy(&source, &target)?);
        } else {
            put(&target, &fs::read(&source).map_err(|e| Diagnostic::of_file(&source, format!("cannot be read ({e})"), "restore it"))?)?;
            written.push(target);
        }
    }
    Ok(written)
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|e| Diagnostic::of_file(path, format!("cannot be written ({e})"), "choose another folder or free some space"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_ends_in_a_slash_and_must_be_one() {
        assert_eq!(absolute("https://example.org/csto"), Ok("https://example.org/csto/".into()));
        assert_eq!(absolute("http://127.0.0.1:8080/"), Ok("http://127.0.0.1:8080/".into()));
        for bad in ["", "/csto/", "example.org", "https://", "https:///x", "https://a/?b", "javascript:x"] {
            assert!(absolute(bad).is_err_and(|e| e.to_string().contains("SITE_PUBLIC_URL") && !e.help.is_empty()), "{bad}");
        }
    }
}
