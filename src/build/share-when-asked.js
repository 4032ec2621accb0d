// The panel for sharing comes when it is first asked for; as a classic script, so that it comes into a sandbox, too.
addEventListener("click", function ask({ target }) {
  const pressed = target.closest?.("[data-part=share]");
  if (!pressed) return;
  removeEventListener("click", ask);
  const script = document.createElement("script");
  script.src = "SHARE";
  script.onload = () => pressed.click();
  script.onerror = () => addEventListener("click", ask);
  document.head.append(script);
});
