/** The interfaces that a charter promises: those that the sources show, added to it, comments and all kept. */
import { isMap, parseDocument } from "yaml";
import type { DraftContext, Drafted } from "../draft.ts";

/** Undefined without a charter to put them in, and where it says them already. */
export function interfacesDraft({ product, charter, units, read }: DraftContext): Drafted | undefined {
  const text = product.charter === undefined ? undefined : read(product.charter);
  if (product.charter === undefined || text === undefined) return undefined;
  const declared = new Set((charter?.interfaces ?? []).map(({ kind }) => kind));
  const found = new Map<string, { kind: string; path?: string }>();
  for (const { interfaces = [], manifest } of units) {
    for (const { kind, elements } of interfaces) {
      const places = elements.flatMap(({ evidence }) => evidence.path ?? []);
      const path = mostFrequent(places.filter((place) => place !== manifest)) ?? places[0] ?? manifest;
      if (!declared.has(kind) && elements.length > 0 && !found.has(kind))
        found.set(kind, { kind, ...(path === undefined ? {} : { path: relative(product.charter, path) }) });
    }
  }
  const document = parseDocument(text);
  if (found.size === 0 || document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const nodes = [...found.values()].map((one) => document.createNode(one, { flow: true }));
  if (document.has("interfaces")) for (const node of nodes) document.addIn(["interfaces"], node);
  else document.set("interfaces", document.createNode(nodes));
  return { files: [{ path: product.charter, text: document.toString({ lineWidth: 0 }) }], questions: [] };
}

/** Where most of an interface is defined; of several the first by name. */
function mostFrequent(paths: readonly string[]): string | undefined {
  const counts = Map.groupBy(paths, (path) => path);
  return [...counts].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** Paths of a charter are meant from its folder. */
function relative(charter: string, path: string): string {
  const folder = charter.slice(0, charter.lastIndexOf("/") + 1);
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
