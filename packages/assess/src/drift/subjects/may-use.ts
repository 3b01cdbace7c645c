import type { DriftSubject } from "../subject.ts";

/** A list of what it may use that is longer in fact than in the charter is no rule. */
export const mayUse: DriftSubject = {
  id: "relies on",
  lines({ charter, product, dependencies, portfolio, charterAt, missing }) {
    const allowed = charter?.mayUse;
    if (allowed === undefined || product.charter === undefined) return [];
    const file = product.charter;
    const known = new Set(allowed.flatMap((one) => portfolio.named.get(one)?.id ?? []));
    const own = new Set([product.id, product.partOf]);
    const more = dependencies().filter(({ id, partOf }) => !known.has(id) && !own.has(id) && partOf !== product.id);
    return more.map(({ slug }) => ({
      declared: `may use ${allowed.join(", ") || "nothing"}`,
      observed: `relies on ${slug}`,
      evidence: [charterAt("mayUse"), missing(`relies on ${slug}`)],
      mend: `Stop using ${slug}, or add it to \`mayUse\` in ${file} on purpose.`,
      edit: { kind: "charter", file, op: "add", at: ["mayUse"], value: slug },
    }));
  },
};
