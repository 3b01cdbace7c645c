/** What a provider of tests shows, and somebody who fills it in without a browser. */
import type { IncomingMessage } from "node:http";

export function loginPage(title: string, action: string): string {
  const escaped = action.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>
<form method="post" action="${escaped}"><label>Login <input name="login"></label><button>Continue</button></form></html>`;
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

/** Signs in on a provider's page, and returns the address that it sends people on to. */
export async function signInAt(start: string, login: string): Promise<URL> {
  const { host } = new URL(start);
  const cookies = new Map<string, string>();
  let request: { url: URL; form?: URLSearchParams } = { url: new URL(start) };
  for (let step = 0; step < 10; step++) {
    if (request.url.host !== host) return request.url;
    const response = await fetch(request.url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(request.form === undefined ? {} : { method: "POST", body: request.form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const text = await response.text();
    const location = response.headers.get("location");
    if (location === null && response.status !== 200) throw new Error(`${response.status} ${text.slice(0, 500)}`);
    const action = /action="([^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    request =
      location === null
        ? { url: new URL(action ?? "", request.url), form: new URLSearchParams({ login }) }
        : { url: new URL(location, request.url) };
  }
  throw new Error(`nothing came of signing in at ${start}`);
}
