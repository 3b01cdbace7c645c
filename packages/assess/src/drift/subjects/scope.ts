import type { DriftSubject } from "../subject.ts";

const WORDS: Readonly<Record<string, string>> = { scope: "scope", inert: "inert", interfaces: "interfaces" };

/** A charter that names files which are not there speaks of a product that was. */
export const scope: DriftSubject = {
  id: "scope",
  lines({ product, facts, charter, everyUnit, charterAt }) {
    const { charter: file } = product;
    if (file === undefined) return [];
    return (facts?.charterUnmet ?? []).map(({ at, value }) => {
      const field = String(at[0]);
      const entry = at[0] === "interfaces" ? charter?.interfaces?.[Number(at[1])] : undefined;
      const instead = entry === undefined ? undefined : placeOf(entry.kind, everyUnit, file);
      const mend =
        instead === undefined
          ? `Remove \`${value}\` from ${file}, or correct it.`
          : `Write ${instead} instead of \`${value}\` in ${file}.`;
      // Without the last pattern nothing would belong to it.
      const last = at[1] === "include" && (charter?.scope?.include ?? []).length < 2;
      return {
        declared: `${WORDS[field] ?? field}: ${value}`,
        observed: "no file matches it",
        evidence: [charterAt(field, value)],
        mend,
        ...(instead !== undefined
          ? { edit: { kind: "charter", file, op: "replace", at, value: instead } as const }
          : last
            ? {}
            : {
                edit: { kind: "charter", file, op: "remove", at: entry === undefined ? at : at.slice(0, 2) } as const,
              }),
      };
    });
  },
};

/** Where an interface of this kind is defined, from the charter's folder; undefined where there is none, or several. */
function placeOf(
  kind: string,
  units: readonly {
    readonly interfaces?:
      | readonly { kind: string; elements: readonly { evidence: { path?: string | undefined } }[] }[]
      | undefined;
  }[],
  charter: string,
): string | undefined {
  const found = units.flatMap(({ interfaces = [] }) => interfaces.filter((one) => one.kind === kind));
  const paths = new Set(found.flatMap(({ elements }) => elements.flatMap(({ evidence }) => evidence.path ?? [])));
  const [only, second] = paths;
  if (only === undefined || second !== undefined) return undefined;
  const folder = charter.slice(0, charter.lastIndexOf("/") + 1);
  return only.startsWith(folder) ? only.slice(folder.length) : undefined;
}
