/** The elements that the manifest promises: the package, entry points, commands, engine, peers. */
import type { Json, ShapedElement } from "../../kind.ts";
import type { Library } from "./library.ts";
import { shaped } from "./shaped.ts";

export function manifestElements(library: Library, path: string): ShapedElement[] {
  const { manifest } = library;
  const plain = (id: string, kind: string, name: string, signature: string, structure: Json): ShapedElement =>
    shaped({
      id,
      kind,
      name,
      signature,
      structure,
      stability: "stable",
      evidence: { rule: "typescript.manifest", path },
    });
  const elements = [
    plain("package", "package", manifest.name, manifest.name, { name: manifest.name, sealed: manifest.sealed }),
  ];
  for (const { subpath, point } of library.entries) {
    const signature = `${posixName(manifest.name, subpath)} [${[...point.formats, ...point.conditions.filter((name) => name !== "import" && name !== "require")].join(", ")}]`;
    elements.push(
      plain(subpath, "entry", subpath, signature, { conditions: point.conditions, formats: point.formats }),
    );
  }
  for (const name of Object.keys(manifest.bins).sort())
    elements.push(plain(`bin#${name}`, "command", name, name, { name }));
  if (manifest.node !== undefined)
    elements.push(plain("engine#node", "engine", "node", `node ${manifest.node}`, { range: manifest.node }));
  for (const [name, peer] of Object.entries(manifest.peers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const signature = `${peer.optional ? "optional " : ""}peer ${name} ${peer.range}`;
    elements.push(plain(`peer#${name}`, "peer", name, signature, { range: peer.range, optional: peer.optional }));
  }
  return elements;
}

function posixName(name: string, subpath: string): string {
  return subpath === "." ? name : `${name}${subpath.slice(1)}`;
}
