// The panel for sharing comes when it is first asked for; as a classic script, so that it comes into a sandbox, too. Where
// something keeps the script away, that is said, with the address to copy.
{
  const said = document.createElement("p");
  said.className = "fig-alert";
  said.setAttribute("role", "alert");
  const ask = ({ target }) => {
    const pressed = target.closest?.("[data-part=share]");
    if (!pressed) return;
    removeEventListener("click", ask);
    said.remove();
    const script = document.createElement("script");
    script.src = "SHARE";
    script.onload = () => pressed.click();
    script.onerror = () => {
      const { dataset, id } = pressed.closest("figure");
      const { search, hash } = location;
      const place = (dataset.state ? `?${dataset.state}` : search) + (id ? `#${id}` : hash);
      said.textContent = `${FAILED} ${new URL(place || ".", location.href)}`;
      pressed.closest("p").after(said);
      addEventListener("click", ask);
    };
    document.head.append(script);
  };
  addEventListener("click", ask);
}
