// The token stands behind `#`, so that no server and no log sees it before it is used.
const token = location.hash.slice(1);
const form = document.querySelector("form");
const status = document.querySelector("[role=status]");
history.replaceState(null, "", location.pathname);

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const newPassword = form.querySelector("input").value;
  const response = await fetch("/api/auth/reset-password", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, newPassword }),
  });
  if (response.ok) {
    form.hidden = true;
    status.textContent = "Done. You are signed out everywhere; sign in with the new password.";
    return;
  }
  const { message } = await response.json().catch(() => ({}));
  status.textContent = message ?? "That did not work. Ask for another link.";
});
