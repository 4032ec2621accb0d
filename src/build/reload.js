// Reloads the page when Trunk has built it anew. Trunk's own script can't stay: its server writes the address into it,
// so no hash of it could stand in the policy.
{
  const address = location.origin.replace(/^http/, "ws") + "/.well-known/trunk/ws";
  const listen = (again) => {
    const socket = new WebSocket(address);
    // A server that is back after a pause has built what this page doesn't show.
    if (again) socket.onopen = () => location.reload();
    socket.onmessage = (event) => {
      const message = JSON.parse(event.data);
      if (message.type === "reload") location.reload();
      else console.error("The build failed:", message.data?.reason);
    };
    socket.onclose = () => setTimeout(listen, 2000, true);
  };
  listen(false);
}
