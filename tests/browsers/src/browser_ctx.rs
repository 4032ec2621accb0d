//! A reader: someone with a browser who comes to the site.

use crate::{
    engine::Engine,
    expect::TestResult,
    files,
    page::{Page, View},
    server::Server,
    server_config::ServerConfig,
    session::Session,
    settings::Settings,
};

/// The file with the whole explainer, which has every figure.
pub const SINGLE_FILE: &str = "csto-explainer.html";

/// A browser, and the built site as the settings say.
#[derive(Debug)]
pub struct BrowserCtx<'a> {
    session: &'a Session,
    settings: &'a Settings,
}

impl<'a> BrowserCtx<'a> {
    pub(crate) fn new(session: &'a Session, settings: &'a Settings) -> Self {
        Self { session, settings }
    }

    /// The reader's engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.session.engine()
    }

    /// Opens `path`, relative to the site's root, in a window of 1280 by 800 pixels.
    ///
    /// # Errors
    /// When the server or the browser fails.
    pub fn visit(&self, site: ServerConfig, path: &str) -> TestResult<Page<'a>> {
        self.open(site, path, View::Window)
    }

    /// Opens `path` in a view of `width` CSS pixels, narrower or wider than windows can be.
    ///
    /// # Errors
    /// When the server or the browser fails.
    pub fn visit_at(&self, site: ServerConfig, path: &str, width: u32) -> TestResult<Page<'a>> {
        let page = self.open(site, path, View::Frame)?;
        page.widen(width)?;
        Ok(page)
    }

    /// Opens `path` in a frame of the page `host` as publishers have it, see `hosts/`; `options` are pairs of a query that
    /// the page understands. The view is the page around the frame.
    ///
    /// # Errors
    /// When the server or the browser fails.
    pub fn visit_in(&self, host: &str, site: ServerConfig, path: &str, options: &str) -> TestResult<Page<'a>> {
        self.session.reset()?;
        let server = self.serve(site)?;
        self.session.open(&server.hosted(host, path, options))?;
        let page = Page::new(self.session, server, View::Window);
        page.until("the host page", "document.querySelector('main') && document.readyState === 'complete'")?;
        Ok(page)
    }

    fn serve(&self, site: ServerConfig) -> TestResult<Server> {
        Server::start(&self.settings.dist, site, self.settings.late)
    }

    fn open(&self, site: ServerConfig, path: &str, view: View) -> TestResult<Page<'a>> {
        self.session.reset()?;
        let page = Page::new(self.session, self.serve(site)?, view);
        page.go_to(path)?;
        Ok(page)
    }

    /// Opens `path` in a frame of a page on another host.
    ///
    /// # Errors
    /// When the server or the browser fails.
    pub fn visit_elsewhere(&self, site: ServerConfig, path: &str) -> TestResult<Page<'a>> {
        self.session.reset()?;
        let page = Page::new(self.session, self.serve(site)?, View::Frame);
        page.frame_elsewhere(path)?;
        Ok(page)
    }

    /// Opens a built file from disk.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn visit_from_disk(&self, path: &str) -> TestResult<Page<'a>> {
        self.session.reset()?;
        let file = self.settings.dist.join(path).canonicalize().map_err(|e| format!("{path}: {e}"))?;
        let page = Page::new(self.session, self.serve(ServerConfig::whole())?, View::Window);
        // Nothing may be asked of any host.
        page.go_offline();
        self.session.open(&format!("file://{}", file.display()))?;
        page.until("the file", "location.protocol === 'file:' && document.readyState === 'complete'")?;
        Ok(page)
    }

    /// The text of a built file.
    ///
    /// # Errors
    /// When there is none.
    pub fn file(&self, path: &str) -> TestResult<String> {
        std::fs::read_to_string(self.settings.dist.join(path)).map_err(|e| format!("{path}: {e}").into())
    }

    /// The paths of all documents that are to be read; those of named states, `embed/ID/NAME/`, only lead on.
    #[must_use]
    pub fn documents(&self) -> Vec<String> {
        let leads_on = |path: &String| path.starts_with("embed/") && path.matches('/').count() == 3;
        files::documents(&self.settings.dist, "").into_iter().filter(|path| !leads_on(path)).collect()
    }

    /// The path of the page, that of one figure's own page, and that of the single file, which has every figure: enough for
    /// what all such pages share.
    #[must_use]
    pub fn samples(&self) -> Vec<String> {
        self.pages().into_iter().take(2).chain([SINGLE_FILE.to_owned()]).collect()
    }

    /// The paths of the page, of every embed, and of the pages of the record beside the page.
    #[must_use]
    pub fn all_pages(&self) -> Vec<String> {
        self.pages().into_iter().chain(self.reference_pages()).collect()
    }

    /// The paths of the pages of the record: ledger, treaty, sources, the list of figures, and each figure.
    #[must_use]
    pub fn reference_pages(&self) -> Vec<String> {
        ["ledger/", "treaty/", "sources/", "figures/"].into_iter().map(str::to_owned).chain(self.figure_pages()).collect()
    }

    /// The paths of the pages of the record that show one figure each, with the program of such pages.
    #[must_use]
    pub fn figure_pages(&self) -> Vec<String> {
        files::folders(&self.settings.dist, "figures").into_iter().map(|id| format!("figures/{id}/")).collect()
    }

    /// The paths of the page and of every embed.
    #[must_use]
    pub fn pages(&self) -> Vec<String> {
        let embeds = files::folders(&self.settings.dist, "embed").into_iter().map(|id| format!("embed/{id}/"));
        std::iter::once(String::new()).chain(embeds).collect()
    }
}
