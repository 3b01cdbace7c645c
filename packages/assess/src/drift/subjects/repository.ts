import { addressPath } from "../../characteristics/address-text.ts";
import type { DriftLine, DriftSubject } from "../subject.ts";

/** Registries show these addresses to whoever looks for the source, or wants to report something. */
const FIELDS = [
  ["repository", "repository"],
  ["homepage", "homepage"],
  ["issues", "bugs"],
] as const;

/** Of what is published, against the remote that was scanned; other pages than those of a repository are not judged. */
export const repository: DriftSubject = {
  id: "repository",
  lines({ facts, units, repository: scanned, at }) {
    const url = scanned?.url;
    if (facts === undefined || url === undefined) return [];
    const home = addressPath(url);
    const host = hostOf(url);
    const published = new Set(units.filter((unit) => unit.published === true).map(({ id }) => id));
    return facts.manifests
      .filter(({ unit }) => published.has(unit))
      .flatMap((manifest): DriftLine[] => {
        const said = manifest.repository;
        if (said === undefined || addressPath(said) === home || hostOf(said) !== host) return [];
        const old = addressPath(said);
        return FIELDS.flatMap(([field, key]) => {
          const from = manifest[field];
          const instead = from === undefined ? undefined : replaced(from, old, home);
          if (from === undefined || instead === undefined) return [];
          return [
            {
              declared: `${key} ${from}`,
              observed: `it lies in ${url}`,
              evidence: [at(manifest.path, undefined, from), { detail: `remote ${url}` }],
              mend: `Write ${instead} as \`${key}\` in ${manifest.path}.`,
              edit: { kind: "value", file: manifest.path, key, from, to: instead },
            },
          ];
        });
      });
  },
};

/** The same form of address with the other path; undefined where the old one is not in it. */
function replaced(text: string, old: string, instead: string): string | undefined {
  const start = text.toLowerCase().indexOf(old);
  return start === -1 ? undefined : text.slice(0, start) + instead + text.slice(start + old.length);
}

/** A short form, `owner/name` or `github:owner/name`, is one of GitHub. */
function hostOf(address: string): string {
  const match = /^(?:git\+)?(?:[a-z+]+:\/\/)?(?:[^@/\s]+@)?([\w-]+(?:\.[\w-]+)+)[:/]/i.exec(address);
  if (match?.[1] !== undefined) return match[1].toLowerCase();
  return /^(?:github:)?[\w.-]+\/[\w.-]+$/.test(address) ? "github.com" : "";
}
