/** An owner as a file writes it, before anybody knows which person of the history it is. */

/**
 * `user`: a login, without `@`; `team`: a group such as `@acme/core`, as written; `email`: an address;
 * `name`: a person known by name alone.
 */
export interface DeclaredOwner {
  readonly kind: "user" | "team" | "email" | "name";
  readonly text: string;
  /** The name that stands beside an address. */
  readonly name?: string;
  /** Reviewers advise, emeritus owners have left; neither is an owner. */
  readonly role: "owner" | "reviewer" | "emeritus";
  /** The alias it was reached through, with its file and line. */
  readonly via?: { readonly alias: string; readonly path: string; readonly line: number };
}

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_])?$/;
const ADDRESS = /^[^\s@<>()]{1,128}@[^\s@<>()]{1,190}$/;

/** An owner of a CODEOWNERS line: `@login`, `@group/team`, `@@role` or an address; undefined for anything else. */
export function parseOwner(token: string): DeclaredOwner | undefined {
  if (!token.startsWith("@")) return ADDRESS.test(token) ? { kind: "email", text: token, role: "owner" } : undefined;
  const name = token.slice(1);
  if (name.startsWith("@") || name.includes("/")) return { kind: "team", text: token, role: "owner" };
  return LOGIN.test(name) ? { kind: "user", text: name, role: "owner" } : undefined;
}

/** A bare login, as in OWNERS files; a leading `@` is forgiven. */
export function parseLogin(token: string): DeclaredOwner | undefined {
  const trimmed = token.trim();
  return parseOwner(trimmed.startsWith("@") || trimmed.includes("@") ? trimmed : `@${trimmed}`);
}

/** `Name <address> (url)`, `address`, `@login` or `Name`, as manifests and MAINTAINERS files write people. */
export function parsePerson(text: string): DeclaredOwner | undefined {
  const plain = text.slice(0, 400).trim();
  const inBrackets = /<([^<>\s]{3,320})>/.exec(plain);
  const name = plain
    .replace(/<[^<>]*>|\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/[,;:]+$/, "")
    .trim();
  const address = inBrackets?.[1] ?? (ADDRESS.test(name) ? name : undefined);
  if (address !== undefined && ADDRESS.test(address)) {
    return { kind: "email", text: address, role: "owner", ...(name !== "" && name !== address ? { name } : {}) };
  }
  if (plain.startsWith("@")) return parseOwner(plain.split(/\s/, 1)[0] ?? "");
  return /\p{L}/u.test(name) && name.length <= 80 ? { kind: "name", text: name, role: "owner" } : undefined;
}
