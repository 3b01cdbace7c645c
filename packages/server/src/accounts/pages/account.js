// Signing in and following an invitation. Texts are only ever set as text.
const joining = location.pathname === "/join";
const secret = location.hash.slice(1);
const element = (id) => document.getElementById(id);

element("title").textContent = joining ? "Join Freehold" : "Sign in to Freehold";
element("send").textContent = joining ? "Join" : "Sign in";
for (const only of document.querySelectorAll("[data-only=join]")) only.hidden = !joining;
if (joining) element("form").elements.password.autocomplete = "new-password";

element("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = Object.fromEntries(new FormData(event.target));
  // An invitation names the address itself; an account that is signed in needs nothing but the invitation.
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const answer = joining
    ? await send("/api/v1/join", { secret, ...filled })
    : await send("/api/auth/sign-in/email", { email: given.email, password: given.password });
  if (answer.ok) location.assign("/api/");
  else element("message").textContent = await reason(answer);
});

if (!joining) await offerProviders();

async function offerProviders() {
  const ways = await (await fetch("/api/v1/sign-in")).json();
  for (const [provider, name] of [
    ["github", "GitHub"],
    ["oidc", "your organisation"],
  ]) {
    if (!ways[provider]) continue;
    const button = document.createElement("button");
    button.textContent = `Sign in with ${name}`;
    button.addEventListener("click", () => signInWith(provider));
    element("providers").append(button);
  }
}

async function signInWith(provider) {
  const answer = await send("/api/auth/sign-in/social", { provider, callbackURL: "/api/" });
  const { url } = await answer.json();
  if (typeof url === "string") location.assign(url);
  else element("message").textContent = "This way of signing in does not work at the moment.";
}

async function send(path, body) {
  const headers = { "content-type": "application/json" };
  return await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function reason(answer) {
  const { detail, message } = await answer.json().catch(() => ({}));
  return detail ?? message ?? `The server answered ${answer.status}.`;
}
