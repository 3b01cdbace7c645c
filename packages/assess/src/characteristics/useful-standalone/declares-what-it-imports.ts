import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** What is imported and not declared is there by accident: beside its neighbours it works, elsewhere not. */
export const declaresWhatItImports: Check = {
  name: "declares-what-it-imports",
  title: "It declares everything that it imports",
  looksAt: "Imports in its source, tests left out, against what its manifests declare.",
  mend: "Add what is imported to the manifest, or remove the import.",
  source: "Doctrine D3. An undeclared import is what package managers with strict layouts reject.",
  thresholds: { imports: "Undeclared identifiers at most." },
  effort: "minutes",
  run({ units, threshold, at }) {
    const imported = units.flatMap(({ consumes, manifest, path }) =>
      consumes
        .filter((one) => one.imported && one.scope !== "test" && one.scope !== "development")
        .map((one) => ({ ...one, place: manifest ?? path })),
    );
    if (imported.length === 0)
      return notApplicable("Its source imports nothing from outside, or is in a language whose imports are not read.");
    const undeclared = imported.filter(({ declared, typeOnly }) => !declared && typeOnly !== true);
    const evidence = (undeclared.length > 0 ? undeclared : imported.slice(0, 3))
      .slice(0, 8)
      .map(({ id, evidence: [first], place }) => at(first?.path ?? place, first?.line, id));
    const detail = `${undeclared.length} of ${imported.length} imported things are not declared.`;
    return atMost(undeclared.length, threshold("imports"), detail, evidence);
  },
};
