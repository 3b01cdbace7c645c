/** Who is let in, on both sides. */
import { canonical } from "../../containment/json.ts";
import type { Json } from "../../kind.ts";
import { report } from "./judge.ts";
import type { Report } from "./judge.ts";
import type { Operation, Requirement } from "./structure.ts";

/** Whoever was let in must still be: each old way must meet all that some new way asks for. */
export function compareSecurity(
  to: Report,
  before: Pick<Operation, "security">,
  after: Pick<Operation, "security">,
): void {
  if (canonical(before.security as unknown as Json) === canonical(after.security as unknown as Json)) return;
  const lost = before.security.filter((way) => !after.security.some((other) => meets(way, other)));
  for (const way of lost)
    report(
      to,
      "security-tightened",
      "breaking",
      `${namesOf(way)} no longer suffices; now: ${after.security.map(namesOf).join(" or ")}`,
    );
  const doubtful = before.security.flatMap((way) => (lost.includes(way) ? [] : doubtAbout(way, after.security)));
  for (const message of doubtful) report(to, "security-elsewhere", "unknown", message);
  if (lost.length === 0 && doubtful.length === 0)
    report(to, "security-relaxed", "compatible", "security changed; everyone who was let in still is");
}

function meets(way: readonly Requirement[], asked: readonly Requirement[]): boolean {
  return asked.every(({ definition, scheme, scopes }) =>
    way.some(
      (given) =>
        (given.scheme === scheme || given.definition !== "") &&
        given.definition === definition &&
        scopes.every((scope) => given.scopes.includes(scope)) &&
        (given.scheme === scheme || !definition.includes("oauth2")),
    ),
  );
}

/** The request looks the same; whether the credentials in it are still the right ones can't be told. */
function doubtAbout(way: readonly Requirement[], now: readonly (readonly Requirement[])[]): string[] {
  const ways = now.filter((other) => meets(way, other));
  const named = ways.filter((other) => other.every(({ scheme }) => way.some((given) => given.scheme === scheme)));
  if (named.length === 0)
    return [`${namesOf(way)} is ${ways.map(namesOf).join(" or ")} now, which is sent alike and may be another account`];
  const moved = named.every((other) =>
    other.some(({ scheme, issuers = {} }) => {
      const old = way.find((given) => given.scheme === scheme)?.issuers ?? {};
      return Object.entries(old).some(([what, address]) => issuers[what] !== address);
    }),
  );
  return moved ? [`${namesOf(way)}: credentials are had from another address now`] : [];
}

function namesOf(way: readonly Requirement[]): string {
  const names = way.map(({ scheme, scopes }) => (scopes.length > 0 ? `${scheme} (${scopes.join(", ")})` : scheme));
  return names.length > 0 ? names.join(" and ") : "no credentials";
}
