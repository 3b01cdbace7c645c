import type { Unit } from "@freehold/model";
import type { DriftSubject } from "../subject.ts";

/** What was decided against, and is used all the same, was decided again without being written down. */
export const alternatives: DriftSubject = {
  id: "alternatives",
  lines({ charter, product, shipped, charterAt, at }) {
    const file = product.charter;
    if (file === undefined) return [];
    return (charter?.alternatives ?? []).flatMap(({ name: said }, index) => {
      const used = shipped.flatMap((unit) => placeOfUse(said, unit) ?? [])[0];
      if (used === undefined) return [];
      const { unit, id, path, line } = used;
      return [
        {
          declared: `not ${said}`,
          observed: `${unit.name} needs ${id} when it runs`,
          evidence: [charterAt("alternatives", said), at(path, line, id)],
          mend: `Remove ${said} from \`alternatives\` in ${file} and record why it is used now, or stop using it.`,
          edit: { kind: "charter", file, op: "remove", at: ["alternatives", index] },
        },
      ];
    });
  },
};

function placeOfUse(said: string, unit: Unit) {
  const wanted = said.trim().toLowerCase();
  const found = unit.consumes.find(
    ({ id, scope, declared }) => declared && scope === "runtime" && nameIn(id) === wanted,
  );
  if (found === undefined) return undefined;
  const place = found.evidence[0];
  return [{ unit, id: found.id, path: place?.path ?? unit.manifest ?? unit.path, line: place?.line }];
}

/** `pkg:npm/%40acme/core` -> `@acme/core` */
function nameIn(id: string): string | undefined {
  const match = /^pkg:\w+\/(.+)$/.exec(id);
  if (match?.[1] === undefined) return undefined;
  try {
    return decodeURIComponent(match[1]).toLowerCase();
  } catch {
    return undefined;
  }
}
