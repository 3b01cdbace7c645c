import type { Evidence } from "@freehold/model";
import type { DriftSubject } from "../subject.ts";

/** Files that code hosts ask reviews by. */
const OWNERSHIP_FILE = /(?:^|\/)CODEOWNERS$/;
const WRITABLE = /^@[\w./-]+$|^[^\s@]+@[^\s@]+$/;

/** A host that asks somebody else than the charter names asks the wrong one. */
export const codeowners: DriftSubject = {
  id: "codeowners",
  lines({ product, charter, charterAt }) {
    const said = charter?.owners ?? [];
    if (said.length === 0 || product.charter === undefined) return [];
    const inFile = product.ownership.declared.filter(({ evidence }) => evidence.some(isInFile));
    const inCharter = product.ownership.declared.filter(({ evidence }) =>
      evidence.some(({ rule }) => rule === "declared.charter"),
    );
    if (inFile.length === 0 || inCharter.length === 0) return [];
    // Somebody whom both name is enough: a host may ask more people, or fewer.
    if (inFile.some(({ value }) => inCharter.some((one) => one.value.id === value.id))) return [];
    const places = inFile.flatMap(({ evidence }) => evidence.filter(isInFile));
    const file = places[0]?.path ?? "CODEOWNERS";
    const folder =
      product.paths.find((path) => path.startsWith(`${product.repositories[0] ?? ""}:`))?.split(":")[1] ?? "";
    const owners = said.filter((one) => WRITABLE.test(one));
    // The last line that matches decides; of the whole repository it would overrule every other line.
    const writable = folder !== "" && owners.length > 0 && /^[\w./-]+$/.test(folder);
    return [
      {
        declared: said.join(", "),
        observed: `${file} asks ${inFile.map(({ value }) => value.name).join(", ")}`,
        evidence: [charterAt("owners", said.join(", ")), ...places.slice(0, 5)],
        mend: `Let ${file} name ${said.join(", ")} for ${folder === "" ? "its files" : `/${folder}/`}, or correct \`owners\` in ${product.charter}.`,
        ...(writable ? { edit: { kind: "append", file, text: `/${folder}/ ${owners.join(" ")}` } } : {}),
      },
    ];
  },
};

function isInFile({ path = "" }: Evidence): boolean {
  return OWNERSHIP_FILE.test(path);
}
