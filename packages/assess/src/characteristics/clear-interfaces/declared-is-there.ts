import type { Check } from "../../check.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

/** Kinds that charters write in words of their own. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  library: ["typescript", "go", "rust", "python", "java"],
  api: ["openapi", "graphql", "protobuf"],
  http: ["openapi"],
  "command-line": ["cli"],
  command: ["cli"],
  image: ["container-image"],
  action: ["github-action"],
  event: ["asyncapi", "json-schema"],
  file: ["json-schema"],
};

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
    const declared = (charter?.interfaces ?? []).filter(
      ({ kind }) => !/^(?:ui|page|web|process|human|mail|chat)/i.test(kind),
    );
    if (declared.length === 0) return notApplicable("Its charter declares no interface that could be looked for.");
    if (everyUnit.every(({ interfaces }) => interfaces === undefined))
      return unknown("Its interfaces were not read; scan with them.");
    const kinds = new Set(everyUnit.flatMap(({ interfaces = [] }) => interfaces.map(({ kind }) => kind)));
    const absent = declared.filter(
      ({ kind }) => ![kind, ...(SAME[kind.toLowerCase()] ?? [])].some((one) => kinds.has(one)),
    );
    const names = absent.map(({ kind, path }) => (path === undefined ? kind : `${kind} at ${path}`));
    return absent.length === 0
      ? passed(`All ${declared.length} declared interfaces were found.`, [charterAt("interfaces")])
      : failed(`Not found: ${names.join(", ")}. Found: ${[...kinds].join(", ") || "nothing"}.`, [
          charterAt("interfaces"),
        ]);
  },
};
