/**
 * What a type's name means, by the scoping rules of protobuf: the innermost scope first. A name that no
 * file here declares (an import from elsewhere) stays as it is written.
 */
import protobufjs from "protobufjs";
import type { Namespace } from "protobufjs";
import type { ProtoFile } from "./extract.ts";

export interface Names {
  resolve(
    name: string,
    scope: string,
  ): { readonly name: string; readonly of: "message" | "enum" | "group" | "unknown" };
}

export function openNames(files: readonly ProtoFile[]): Names {
  const known = new Map<string, "message" | "enum" | "group">();
  const collect = (namespace: Namespace, depth: number): void => {
    if (depth > 32) return;
    for (const one of namespace.nestedArray) {
      const name = one.fullName.replace(/^\./, "");
      if (one instanceof protobufjs.Type) known.set(name, "group" in one && one.group === true ? "group" : "message");
      else if (one instanceof protobufjs.Enum) known.set(name, "enum");
      if (one instanceof protobufjs.Namespace) collect(one, depth + 1);
    }
  };
  for (const { root } of files) collect(root, 0);
  return {
    resolve(name, scope) {
      if (name.startsWith(".")) return { name: name.slice(1), of: known.get(name.slice(1)) ?? "unknown" };
      for (let at = scope; ; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
        const full = at === "" ? name : `${at}.${name}`;
        const of = known.get(full);
        if (of !== undefined) return { name: full, of };
        if (at === "") return { name, of: "unknown" };
      }
    },
  };
}
