// Leads home from wherever a host shows this page: the site's root is the nearest folder above that has the site's manifest.
{
  const isRoot = async (folder) => {
    const answer = await fetch(`${folder}MANIFEST`);
    return answer.ok && "start_url" in (await answer.json());
  };
  const look = async (folder) => {
    if (await isRoot(folder).catch(() => false)) document.querySelector("[data-part=home]").href = folder;
    else if (folder !== "/") await look(folder.replace(/[^/]*\/$/, ""));
  };
  look(location.pathname.replace(/[^/]*$/, ""));
}
