import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** What is imported and not declared is there by accident: beside its neighbours it works, elsewhere not. */
export const declaresWhatItImports: Check = {
  name: "declares-what-it-imports",
  title: "It declares everything that it imports",
  looksAt:
    "Imports in its source, tests left out, against what its manifests declare; what has the name of a platform in their `engines` comes with that.",
  mend: "Add what is imported to the manifest, or remove the import.",
  source: "Doctrine D3. An undeclared import is what package managers with strict layouts reject.",
  thresholds: { imports: "Undeclared identifiers at most." },
  effort: "minutes",
  run({ imports: imported, facts, threshold }) {
    const imports = imported();
    if (imports.length === 0)
      return notApplicable("Its source imports nothing from outside, or is in a language whose imports are not read.");
    // A path into a neighbour's folder is another check's matter.
    const platforms = new Map(facts?.manifests.map(({ unit, engines }) => [unit, engines ?? {}]));
    const undeclared = imports.filter(
      ({ consume, from, unit }) =>
        !consume.declared &&
        consume.typeOnly !== true &&
        from?.startsWith(".") !== true &&
        !isBrought(from?.split("/", 1)[0] ?? "", platforms.get(unit.id) ?? {}),
    );
    const names = new Map(undeclared.map((one) => [one.consume.id, one.sight]));
    const all = new Set(imports.map(({ consume }) => consume.id)).size;
    const evidence =
      names.size > 0
        ? [...names].map(([id, sight]) => ({ ...sight, detail: id }))
        : imports.slice(0, 3).map(({ sight }) => sight);
    return atMost(
      names.size,
      threshold("imports"),
      `${names.size} of ${counted(all, "imported thing")} are not declared.`,
      evidence.slice(0, 8),
    );
  },
};

/** By the platform itself, or by one of its kind: `cordova` by `cordova-android`. */
function isBrought(name: string, engines: Readonly<Record<string, string>>): boolean {
  return Object.keys(engines).some((engine) => engine === name || engine.startsWith(`${name}-`));
}
