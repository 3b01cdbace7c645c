/** What an address is a source of, and where a secret is. */
import { homedir } from "node:os";
import { resolve } from "node:path";
import { text as read } from "node:stream/consumers";
import { Failure } from "@freehold/engine";
import { InvalidArgumentError } from "commander";

type Kind = "github" | "gitlab" | "git" | "folder";

/** What is no address of the web is a folder, or an address of git. Throws a `Failure` where that can't be told. */
export function kindOf(
  address: string,
  given: Kind | undefined,
  cwd: string,
): { readonly kind: Kind; readonly url: string } {
  const kind = given ?? guess(address);
  if (kind === "folder") return { kind, url: resolve(cwd, address.replace(/^~(?=\/|$)/, homedir())) };
  return { kind, url: address };
}

function guess(address: string): Kind {
  if (!URL.canParse(address)) return /^[\w.-]+@[\w.-]+:/.test(address) ? "git" : "folder";
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return "git";
  if (pathname.endsWith(".git")) return "git";
  const parts = pathname.split("/").filter((part) => part !== "");
  if (hostname === "github.com") return parts.length > 1 ? "git" : "github";
  if (hostname === "gitlab.com") return "gitlab";
  throw new Failure(
    "sources/unknown-kind",
    `${address} may be many things`,
    "Say what it is: --kind github, gitlab or git.",
  );
}

/** Gives the secret as the API takes it. */
export type SecretPlace = () => Promise<string | { readonly environment: string } | { readonly file: string }>;

/** `env:NAME` and `file:NAME` are the server's; `-` is read here. */
export function secretPlace(value: string): SecretPlace {
  const [, where, name = ""] = /^(env|file):(.+)$/.exec(value) ?? [];
  if (where === "env") return async () => ({ environment: name });
  if (where === "file") return async () => ({ file: name });
  if (value === "-") return async () => (await read(process.stdin)).trim();
  throw new InvalidArgumentError("Write env:FREEHOLD_CREDENTIAL_…, file:NAME, or - for standard input.");
}
