/** A repository's address and id, from the URL of its remote; credentials never get through. */

export interface Remote {
  /** `host/owner/name`. */
  readonly id: string;
  /** Without user, password, query and fragment. */
  readonly url: string;
}

/** Undefined for anything that is not an address on another host, such as a local path or a remote helper. */
export function parseRemote(text: string): Remote | undefined {
  const url = text.trim();
  if (url.includes("::")) return undefined;
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? fromUrl(url) : fromScp(url);
}

function fromUrl(text: string): Remote | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!/^(?:https?|ssh|git|git\+ssh|git\+https|ftps?):$/.test(url.protocol) || url.hostname === "") return undefined;
  const path = cleanPath(url.pathname);
  if (path === undefined) return undefined;
  return { id: `${url.hostname.toLowerCase()}/${path}`, url: `${url.protocol}//${url.host.toLowerCase()}/${path}` };
}

/** `[user@]host:path`, what ssh users write; a single letter before the colon is a drive. */
function fromScp(text: string): Remote | undefined {
  const match = /^(?:[^@/\s]+@)?([a-z0-9][a-z0-9.-]+):(?!\/\/)(.+)$/i.exec(text);
  const path = cleanPath(match?.[2] ?? "");
  if (match?.[1] === undefined || path === undefined) return undefined;
  const host = match[1].toLowerCase();
  return { id: `${host}/${path}`, url: `ssh://${host}/${path}` };
}

function cleanPath(path: string): string | undefined {
  const clean = path
    .replace(/[?#].*$/s, "")
    .replace(/^\/+|\/+$/g, "")
    .replace(/\.git$/, "");
  return clean === "" || /\s/.test(clean) ? undefined : clean;
}
