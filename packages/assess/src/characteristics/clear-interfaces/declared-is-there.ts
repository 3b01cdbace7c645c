import type { Check } from "../../check.ts";
import { foundKind } from "../interface-kind-text.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

const NONE: ReadonlySet<string> = new Set();

/** A declared interface that cannot be found is a promise without a place. */
export const declaredIsThere: Check = {
  name: "declared-is-there",
  title: "Every interface that its charter declares can be found",
  looksAt:
    "`interfaces` of its charter against the kinds of interface read from its files. Human processes and pages have no file and are left out.",
  mend: "Correct `kind` and `path` of the interfaces in its product.yaml, or add the file that describes them.",
  source: "Doctrine: declared against observed.",
  effort: "minutes",
  step: "interfaces",
  run({ charter, charterAt, everyUnit }) {
    const declared = (charter?.interfaces ?? []).filter(({ kind }) => foundKind(kind, NONE) !== undefined);
    if (declared.length === 0) return notApplicable("Its charter declares no interface that could be looked for.");
    if (everyUnit.every(({ interfaces }) => interfaces === undefined))
      return unknown("Its interfaces were not read; scan with them.");
    const kinds = new Set(everyUnit.flatMap(({ interfaces = [] }) => interfaces.map(({ kind }) => kind)));
    const absent = declared.filter(({ kind }) => foundKind(kind, kinds) === false);
    const names = absent.map(({ kind, path }) => (path === undefined ? kind : `${kind} at ${path}`));
    return absent.length === 0
      ? passed(`All ${declared.length} declared interfaces were found.`, [charterAt("interfaces")])
      : failed(`Not found: ${names.join(", ")}. Found: ${[...kinds].join(", ") || "nothing"}.`, [
          charterAt("interfaces"),
        ]);
  },
};
