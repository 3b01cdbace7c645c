/** A file itself: others import it by its path, and its options decide what generated code is called. */
import type { Stability } from "@freehold/model";
import type { ShapedElement } from "../../kind.ts";
import { element } from "../../promise.ts";
import type { ProtoFile } from "./extract.ts";

/** Options that change generated code, with what holds where nothing is said. https://protobuf.dev/reference/protobuf/google.protobuf#fileoptions */
const OPTIONS: Readonly<Record<string, string>> = {
  cc_enable_arenas: "true",
  cc_generic_services: "false",
  csharp_namespace: "",
  go_package: "",
  java_generic_services: "false",
  java_multiple_files: "false",
  java_outer_classname: "",
  java_package: "",
  objc_class_prefix: "",
  optimize_for: "SPEED",
  php_class_prefix: "",
  php_metadata_namespace: "",
  php_namespace: "",
  py_generic_services: "false",
  ruby_package: "",
  swift_prefix: "",
};

export function fileElement(
  { path, root, syntax, packageName, plain }: ProtoFile,
  stability: Stability,
): ShapedElement {
  // The parser puts some options on the package and some on the root; as written they all begin a line.
  const written = new Map(
    [...plain.matchAll(/\boption\s+([a-z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.]+))\s*;/g)].map(
      ([, key = "", a, b, c]) => [key, a ?? b ?? c ?? ""],
    ),
  );
  const given = (key: string): string => {
    const value: unknown = root.options?.[key];
    return written.get(key) ?? (value === undefined ? (OPTIONS[key] ?? "") : text(value));
  };
  return element({
    id: `file ${path}`,
    kind: "file",
    name: path,
    signature: `import "${path}"`,
    structure: {
      package: packageName,
      syntax,
      options: Object.fromEntries(Object.keys(OPTIONS).map((key) => [key, given(key)])),
    },
    stability,
    rule: "protobuf.file",
    path,
    line: 1,
  });
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
