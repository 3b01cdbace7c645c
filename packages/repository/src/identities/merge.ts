/**
 * Which raw identities are one person. Rules go from the surest to the least sure; the later ones look
 * at what the earlier ones found and stand back when it contradicts them.
 */
import type { RawIdentity } from "../history.ts";
import { type Clusters, createClusters } from "./clusters.ts";
import type { Mailmap } from "./mailmap.ts";
import { compact, fullName, isAnonymousEmail, localPart, nameWords, normalEmail, parseNoreply } from "./name.ts";

/** An address that more people than this write under is a shared one. */
const MAX_NAMES_OF_ADDRESS = 3;

export function mergeIdentities(identities: readonly RawIdentity[], mailmap: Mailmap | undefined): Clusters {
  const clusters = createClusters(identities.length);
  const proper = identities.map((identity) => mailmap?.resolve(identity));
  const seen = identities.map((identity, index) => proper[index]?.identity ?? identity);
  joinBy(
    clusters,
    seen,
    (identity, index) => (proper[index] === undefined ? undefined : normalEmail(identity.email)),
    "identity.mailmap",
  );
  const shared = sharedAddresses(seen);
  joinBy(clusters, seen, (identity) => personalAddress(identity.email, shared), "identity.same-address");
  joinBy(clusters, seen, (identity) => accountOf(identity.email), "identity.same-account");
  joinBy(clusters, seen, (identity) => parseNoreply(identity.email)?.login, "identity.same-login");
  joinGuarded(clusters, seen, (identity) => fullName(identity.name), "identity.same-name");
  joinGuarded(clusters, seen, handleOf, "identity.same-handle");
  return clusters;
}

type KeyOf = (identity: RawIdentity, index: number) => string | undefined;

function joinBy(clusters: Clusters, identities: readonly RawIdentity[], keyOf: KeyOf, rule: string): void {
  const first = new Map<string, number>();
  for (const [index, identity] of identities.entries()) {
    const key = keyOf(identity, index);
    if (key === undefined || key === "") continue;
    const other = first.get(key);
    if (other === undefined) first.set(key, index);
    else clusters.union(other, index, { rule, detail: key });
  }
}

/** As `joinBy`, unless the two sets have different logins: two people may well have one name. */
function joinGuarded(clusters: Clusters, identities: readonly RawIdentity[], keyOf: KeyOf, rule: string): void {
  const logins = new Map<number, Set<string>>();
  for (const [index, identity] of identities.entries()) {
    const login = parseNoreply(identity.email)?.login;
    if (login === undefined) continue;
    const root = clusters.find(index);
    logins.set(root, (logins.get(root) ?? new Set()).add(login));
  }
  const byKey = new Map<string, number[]>();
  for (const [index, identity] of identities.entries()) {
    const key = keyOf(identity, index);
    if (key === undefined) continue;
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [index]);
    else members.push(index);
  }
  for (const [key, members] of byKey) {
    const known = new Set(
      members.flatMap((member) => [...(logins.get(clusters.find(member)) ?? [])].join("/")).filter(Boolean),
    );
    if (known.size > 1) continue;
    for (const member of members.slice(1)) clusters.union(members[0] ?? member, member, { rule, detail: key });
  }
}

function sharedAddresses(identities: readonly RawIdentity[]): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const identity of identities) {
    const name = fullName(identity.name);
    if (name === undefined) continue;
    const email = normalEmail(identity.email);
    names.set(email, (names.get(email) ?? new Set()).add(name));
  }
  return new Set([...names].filter(([, of]) => of.size > MAX_NAMES_OF_ADDRESS).map(([email]) => email));
}

function personalAddress(email: string, shared: ReadonlySet<string>): string | undefined {
  const normal = normalEmail(email);
  return isAnonymousEmail(normal) || shared.has(normal) ? undefined : normal;
}

function accountOf(email: string): string | undefined {
  const noreply = parseNoreply(email);
  return noreply?.account === undefined ? undefined : `${noreply.account}@${normalEmail(email).split("@")[1] ?? ""}`;
}

/**
 * A name of one word is a handle. It stands for the same person where it is also the login or the local
 * part of the address (`jdoe <jdoe@acme.com>` and `jdoe <123+jdoe@users.noreply…>`), and long enough not to be a first name alone.
 */
function handleOf(identity: RawIdentity): string | undefined {
  const words = nameWords(identity.name);
  const noreply = parseNoreply(identity.email);
  const local = compact(noreply?.login ?? localPart(identity.email));
  const handle = compact(identity.name);
  if (isAnonymousEmail(identity.email) || local.length < 5) return undefined;
  if (handle === local) return handle;
  // `John Doe <john.doe@a>` and `jdoe42 <john.doe@b>`: a local part that holds a whole name is a name.
  const spelled = words.length >= 2 && words.every((word) => local.includes(word));
  return spelled ? words.toSorted().join(" ") : undefined;
}
