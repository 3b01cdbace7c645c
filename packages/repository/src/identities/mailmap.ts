/** `.mailmap`: what the people of a repository say about their own names. See gitmailmap(5). */
import type { RawIdentity } from "../history.ts";
import { normalEmail } from "./name.ts";

interface Entry {
  readonly line: number;
  readonly name: string | undefined;
  readonly email: string | undefined;
}

export interface Mailmap {
  /** The proper identity and the line that says so; undefined when nothing is said of it. */
  resolve(identity: RawIdentity): { readonly identity: RawIdentity; readonly line: number } | undefined;
}

export function parseMailmap(text: string): Mailmap {
  const byEmail = new Map<string, Entry>();
  const byBoth = new Map<string, Entry>();
  for (const [index, raw] of text
    .slice(0, 1 << 22)
    .split("\n")
    .entries()) {
    const line = raw.startsWith("#") ? "" : raw.slice(0, 2_000);
    const match = /^([^<]*)<([^<>]*)>(?:([^<]*)<([^<>]*)>)?/.exec(line);
    if (match === null) continue;
    const name = (match[1] ?? "").trim();
    const first = (match[2] ?? "").trim();
    const commitName = (match[3] ?? "").trim();
    const commitEmail = match[4] === undefined ? first : match[4].trim();
    const entry = {
      line: index + 1,
      name: name === "" ? undefined : name,
      email: match[4] === undefined ? undefined : first,
    };
    if (commitName === "") byEmail.set(normalEmail(commitEmail), entry);
    else byBoth.set(keyOf(commitName, commitEmail), entry);
  }
  return {
    resolve(identity) {
      const entry = byBoth.get(keyOf(identity.name, identity.email)) ?? byEmail.get(normalEmail(identity.email));
      if (entry === undefined) return undefined;
      return {
        identity: { name: entry.name ?? identity.name, email: entry.email ?? identity.email },
        line: entry.line,
      };
    },
  };
}

function keyOf(name: string, email: string): string {
  return `${name.trim().toLowerCase()} <${normalEmail(email)}>`;
}
