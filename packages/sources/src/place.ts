/** What the address of a source means: whose repositories, and where they are asked for. */

export const SOURCE_KINDS = ["github", "gitlab", "git", "folder"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type Place =
  /** `api` ends without a slash. */
  | { readonly kind: "github"; readonly api: string; readonly account: string }
  | { readonly kind: "gitlab"; readonly host: string; readonly group: string }
  | { readonly kind: "git"; readonly url: string }
  | { readonly kind: "folder"; readonly path: string };

interface PlaceOptions {
  /** Of a host that serves its API elsewhere. */
  readonly api?: string | undefined;
  /** Whether what lies on this machine may be read: `folder`, and `file:` addresses. */
  readonly local: boolean;
}

/** Why an address is none of a source of that kind; the text says what would be right. */
export class PlaceRefused extends Error {
  override readonly name = "PlaceRefused";
}

/** Throws `PlaceRefused`. */
export function parsePlace(kind: SourceKind, text: string, { api, local }: PlaceOptions): Place {
  if (text.length > 2000 || /[\s\p{Cc}]/u.test(kind === "folder" ? text.replaceAll(" ", "") : text)) {
    throw new PlaceRefused("an address has no spaces or line breaks, and at most 2000 characters");
  }
  if (kind === "folder") return folder(text, local);
  if (kind === "git") return { kind, url: gitAddress(text, local) };
  const { url, segments } = webAddress(text, kind);
  if (api !== undefined) webAddress(api, kind);
  if (kind === "gitlab") {
    if (segments.length === 0)
      throw new PlaceRefused("name the group: https://gitlab.com/acme, or https://gitlab.com/acme/tools");
    return { kind, host: (api ?? url.origin).replace(/\/+$/, ""), group: segments.join("/") };
  }
  const [account, ...more] = segments;
  if (account === undefined || more.length > 0) {
    throw new PlaceRefused("name the organisation or person, and nothing more: https://github.com/acme");
  }
  return { kind, api: (api ?? githubApi(url)).replace(/\/+$/, ""), account };
}

/** GitHub Enterprise Server has its API on the same host; GitHub itself, and its enterprises in the cloud, on another. */
export function githubApi(url: URL): string {
  const cloud = url.hostname === "github.com" || url.hostname.endsWith(".ghe.com");
  return cloud ? `https://api.${url.hostname}` : `${url.origin}/api/v3`;
}

function folder(path: string, local: boolean): Place {
  if (!local) {
    throw new PlaceRefused("folders of the server's machine are read only where one person uses it, without accounts");
  }
  if (!/^(?:\/|[A-Za-z]:[\\/])/.test(path))
    throw new PlaceRefused(`"${path.slice(0, 200)}" is no whole path: begin with /`);
  return { kind: "folder", path };
}

function webAddress(text: string, kind: string): { readonly url: URL; readonly segments: readonly string[] } {
  if (!URL.canParse(text))
    throw new PlaceRefused(`"${text.slice(0, 200)}" is no address, such as https://${kind}.com/acme`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new PlaceRefused(`${url.protocol} is not https`);
  refuseSecrets(url);
  return { url, segments: url.pathname.split("/").filter((segment) => segment !== "") };
}

/** A secret in an address ends in logs, lists and messages. */
function refuseSecrets(url: URL): void {
  if (url.password !== "" || (url.username !== "" && url.protocol !== "ssh:")) {
    throw new PlaceRefused("the address holds a user name or password: leave them out, and give them as credential");
  }
}

const PROTOCOLS = new Set(["https:", "http:", "ssh:", "git:"]);

/** Throws `PlaceRefused` for what is no address of a repository that may be fetched. */
function gitAddress(text: string, local: boolean): string {
  // git takes `helper::address` for a program to run, and what begins with a dash for an option.
  if (/^[\w+.-]*::/.test(text) || text.startsWith("-"))
    throw new PlaceRefused(`"${text.slice(0, 200)}" is no address of a repository`);
  const url = URL.canParse(text) && text.includes("://") ? new URL(text) : fromScp(text);
  if (url === undefined) {
    throw new PlaceRefused(
      `"${text.slice(0, 200)}" is no address, such as https://example.org/app.git or git@example.org:app.git`,
    );
  }
  if (url.protocol === "file:") {
    if (local && url.host === "") return url.href;
    throw new PlaceRefused("file: addresses are read only where one person uses the server, without accounts");
  }
  if (!PROTOCOLS.has(url.protocol)) throw new PlaceRefused(`${url.protocol} is none of https, ssh and git`);
  if (url.hostname === "" || url.hostname.startsWith("-") || url.username.startsWith("-"))
    throw new PlaceRefused("the address names no host");
  refuseSecrets(url);
  return url.href;
}

/** `git@host:path`, as ssh users write it. */
function fromScp(text: string): URL | undefined {
  const match = /^(?:([\w.-]+)@)?([A-Za-z0-9][\w.-]*):(?!\/\/)(.+)$/.exec(text);
  if (match === null) return undefined;
  const [, user, host = "", path = ""] = match;
  const address = `ssh://${user === undefined ? "" : `${user}@`}${host}/${path.replace(/^\/+/, "")}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** Where the source's credential is sent: it must not follow the source to another place. */
export function credentialHost(place: Place): string {
  if (place.kind === "github") return new URL(place.api).host;
  if (place.kind === "gitlab") return new URL(place.host).host;
  return place.kind === "git" ? new URL(place.url).host : "";
}
