/** Names and addresses of people, brought to forms that can be compared. */

/** Lower-case words of a name, without accents and punctuation. */
export function nameWords(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/\([^)]*\)|"[^"]*"|'[^']*'/g, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The form in which two spellings of a full name are the same; undefined when it is no full name. */
export function fullName(name: string): string | undefined {
  const words = nameWords(name);
  const long = words.filter((word) => word.length >= 2 && !/^\d+$/.test(word));
  if (long.length < 2 || long.some((word) => PLACEHOLDER.has(word))) return undefined;
  return words.toSorted().join(" ");
}

/** Words of names that tools and tutorials fill in: whoever has them is nobody in particular. */
const PLACEHOLDER = new Set([
  "your",
  "name",
  "user",
  "unknown",
  "root",
  "admin",
  "administrator",
  "localhost",
  "example",
  "test",
  "none",
  "null",
]);

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

export function localPart(email: string): string {
  const at = email.lastIndexOf("@");
  const local = at < 0 ? email : email.slice(0, at);
  return local.replace(/\+.*$/, "").toLowerCase();
}

/** Letters and digits alone, as logins are compared with names and local parts. */
export function compact(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** An address that a host gives out in place of the real one. */
export interface NoreplyAddress {
  readonly login: string;
  /** Number of the account, which stays when the login changes. */
  readonly account: string | undefined;
}

/** `12345+login@users.noreply.github.com`, `login@users.noreply.…`, `12345-login@users.noreply.gitlab.com`. */
export function parseNoreply(email: string): NoreplyAddress | undefined {
  const match = /^(?:(\d{1,12})[+-])?([^@\s+]{1,64})@users\.noreply\.[\w.-]{1,100}$/i.exec(email.trim());
  return match?.[2] === undefined ? undefined : { login: match[2].toLowerCase(), account: match[1] };
}

/** Addresses that name nobody: `noreply@…`, and hosts that exist nowhere. */
export function isAnonymousEmail(email: string): boolean {
  const normal = normalEmail(email);
  return (
    !normal.includes("@") ||
    /^(?:no-?reply|do-?not-?reply|none|nobody|root|unknown|email|you|user|admin|test)@/.test(normal) ||
    /@(?:localhost(?:\.localdomain)?|example\.(?:com|org|net)|none|\(none\)|unknown)$|\.local$|\.(?:localdomain|lan)$/.test(
      normal,
    )
  );
}
