/**
 * Elements of a linked library: one for each exported name, member, entry point, command, engine, peer.
 *
 * The element `declarations` promises nothing: it carries what comparing needs, and its shape is the
 * digest of all declarations, so that equal means unchanged.
 */
import type { Stability } from "@freehold/model";
import type { Json, ShapedElement } from "../../kind.ts";
import { closuresOf, declarationsHash, type Closure } from "./closure.ts";
import { exportedNames } from "./exported.ts";
import type { Exported } from "./exported.ts";
import { hashOf } from "./hash.ts";
import type { Library, LibraryFile } from "./library.ts";
import { linker } from "./link.ts";
import type { Linker } from "./link.ts";
import { manifestElements } from "./manifest-elements.ts";
import { printDeclaration, printMember, printSignature } from "./print.ts";
import { shaped } from "./shaped.ts";
import type { Declaration, Member, Meta } from "./structure.ts";

export const CARRIER = "declarations";

interface Made {
  readonly library: Library;
  readonly path: string;
  readonly elements: readonly ShapedElement[];
}

/** The last few results: a revision and its neighbour are often asked for again. */
const recent: Made[] = [];

const RECENT = 4;

/** Every element of a library whose manifest lies at `path`. */
export function elementsOf(library: Library, path: string): readonly ShapedElement[] {
  const known = recent.find((made) => made.path === path && sameLibrary(made.library, library));
  if (known !== undefined) return known.elements;
  const elements = makeElements(library, path);
  recent.unshift({ library, path, elements });
  recent.length = Math.min(recent.length, RECENT);
  return elements;
}

/** The very same digests, kept by content, linked the same way. */
function sameLibrary(a: Library, b: Library): boolean {
  if (a.hash !== b.hash || a.files.size !== b.files.size) return false;
  for (const [path, { digest, source }] of a.files) {
    const other = b.files.get(path);
    // A source that was not at hand yet makes it another library.
    if (other?.digest !== digest || other.source !== source) return false;
  }
  return JSON.stringify([a.manifest, a.entries]) === JSON.stringify([b.manifest, b.entries]);
}

function makeElements(library: Library, path: string): readonly ShapedElement[] {
  const links = linker(library);
  const exported = exportedNames(links);
  const closures = closuresOf(links, exported);
  const zero = /^0\.\d/.test(library.manifest.version ?? "");
  const elements: ShapedElement[] = manifestElements(library, path);
  for (const item of exported) elements.push(...exportElements(item, links, closures, zero, path));
  elements.push(carrier(library, path));
  return elements;
}

function exportElements(
  item: Exported,
  links: Linker,
  closures: ReadonlyMap<string, Closure>,
  zero: boolean,
  manifestPath: string,
): ShapedElement[] {
  const { target, declarations } = item;
  const name = item.name.slice(item.name.lastIndexOf(".") + 1);
  if (target.kind !== "local" || declarations.length === 0) return [otherExport(item, manifestPath)];
  const file = links.library.files.get(target.file);
  const unknown = declarations.some((declaration) => declaration.inferred === true);
  const first = declarations[0];
  const meta = declarations.find((declaration) => declaration.meta?.doc !== undefined)?.meta ?? first?.meta;
  const stability = stabilityOf(
    declarations.flatMap((declaration) => declaration.meta?.tags ?? []),
    zero,
  );
  // JavaScript without types has names and no shapes.
  const { hash: closure = "", shows = [] } = closures.get(item.id) ?? {};
  const shape: Json | undefined = file?.digest.untyped === true ? undefined : structureOf(item, closure);
  const place = (at: Meta | undefined, detail?: string): ShapedElement["evidence"] => ({
    rule: "typescript.export",
    path: target.file,
    ...(at !== undefined && at.line > 0 && { line: at.line }),
    ...(detail !== undefined && { detail }),
  });
  const elements = [
    shaped(
      {
        id: item.id,
        kind: kindOf(declarations),
        name: item.name,
        signature: declarations.map((declaration) => printDeclaration(name, declaration)).join("; "),
        ...(shape !== undefined && { structure: shape }),
        stability,
        ...(shows.length > 0 && { shows: [...shows] }),
        ...(meta?.doc !== undefined && { doc: meta.doc }),
        evidence: place(first?.meta, unknown ? "the compiler has to infer its shape" : undefined),
      },
      exportHash(item, closure),
    ),
  ];
  for (const { id, kind, signature, structure, hash, at } of memberParts(item)) {
    elements.push(
      shaped(
        {
          id,
          kind,
          name: id.slice(id.indexOf("#") + 1),
          signature,
          ...(shape !== undefined && !unknown && { structure }),
          stability: stabilityOf(at?.tags ?? [], zero, stability),
          ...(at?.doc !== undefined && { doc: at.doc }),
          evidence: place(at ?? first?.meta),
        },
        hash,
      ),
    );
  }
  return elements;
}

function otherExport(item: Exported, path: string): ShapedElement {
  const { target } = item;
  const source =
    target.kind === "external"
      ? `${target.name} from ${JSON.stringify(target.from)}`
      : target.kind === "module"
        ? "module"
        : "unknown";
  const common = {
    id: item.id,
    name: item.name,
    stability: "stable" as const,
    evidence: { rule: "typescript.export", path: target.kind === "module" ? target.file : path },
  };
  if (target.kind === "global") return { ...common, kind: "unknown", signature: item.name };
  const structure: Json = target.kind === "external" ? { from: target.from, name: target.name } : { module: true };
  return shaped({
    ...common,
    kind: target.kind === "module" ? "namespace" : "re-export",
    signature: `export ${item.name} = ${source}`,
    structure,
    ...(target.kind === "external" && { shows: [`${target.from}#${target.name}`] }),
  });
}

/** The declarations themselves; the `meta` in them is where they stand, and no part of the shape. */
function structureOf(item: Exported, closure: string): Json {
  return {
    declarations: item.declarations as unknown as Json,
    ...(item.typeOnly && { typeOnly: true }),
    ...(closure !== "" && { uses: closure }),
  };
}

function exportHash(item: Exported, closure: string): string {
  const own = declarationsHash(item.declarations);
  return closure === "" && !item.typeOnly ? own : hashOf(`${own} ${closure} ${item.typeOnly}`);
}

interface Part {
  readonly id: string;
  readonly kind: string;
  readonly signature: string;
  readonly structure: Json;
  readonly hash?: string;
  readonly at: Meta | undefined;
}

/** The id of a member: below the prototype for what instances have, below the class itself for statics. */
export function memberId(owner: string, declaration: Declaration, member: Pick<Member, "name" | "static">): string {
  return declaration.kind === "class" && member.static !== true
    ? `${owner}.prototype.${member.name}`
    : `${owner}.${member.name}`;
}

function memberParts(item: Exported): Part[] {
  const parts = new Map<string, Part>();
  for (const declaration of item.declarations) {
    const body = declaration.kind === "alias" ? declaration.object : declaration;
    if (body?.kind === "enum") {
      for (const member of body.members) {
        const id = `${item.id}.${member.name}`;
        const signature = `${member.name}${member.value === undefined ? "" : ` = ${member.value}`}`;
        parts.set(id, {
          id,
          kind: "enum-member",
          signature,
          structure: { value: member.value ?? null },
          at: member.meta,
        });
      }
    }
    if (body?.kind !== "class" && body?.kind !== "interface") continue;
    for (const member of body.members) {
      const id = memberId(item.id, body, member);
      const kind = member.signatures === undefined ? "property" : "method";
      parts.set(id, {
        id,
        kind,
        signature: printMember(member),
        structure: member as unknown as Json,
        ...(member.meta?.hash !== undefined && { hash: member.meta.hash }),
        at: member.meta,
      });
    }
    if (body.kind !== "class" || body.constructors.length === 0) continue;
    const id = `${item.id}.constructor`;
    const signature = body.constructors.map((constructor) => `new ${printSignature(constructor, true)}`).join("; ");
    parts.set(id, {
      id,
      kind: "constructor",
      signature,
      structure: body.constructors as unknown as Json,
      at: body.meta,
    });
  }
  return [...parts.values()];
}

function kindOf(declarations: readonly Declaration[]): string {
  const order = ["class", "enum", "function", "variable", "interface", "alias", "namespace"] as const;
  const kind =
    order.find((candidate) => declarations.some((declaration) => declaration.kind === candidate)) ?? "variable";
  return kind === "alias" ? "type" : kind;
}

function stabilityOf(tags: readonly string[], zero: boolean, inherited: Stability = "stable"): Stability {
  if (tags.includes("internal") || tags.includes("private")) return "internal";
  if (tags.includes("deprecated")) return "deprecated";
  if (tags.some((tag) => tag === "beta" || tag === "alpha" || tag === "experimental")) return "beta";
  if (inherited !== "stable") return inherited;
  return zero ? "beta" : "stable";
}

const libraries = new WeakMap<object, Library>();

function carrier(library: Library, path: string): ShapedElement {
  const structure = {
    manifest: library.manifest,
    entries: library.entries,
    files: [...library.files.values()],
    hash: library.hash,
  } as unknown as { readonly [key: string]: Json };
  libraries.set(structure, library);
  return {
    id: CARRIER,
    kind: "declarations",
    name: CARRIER,
    shape: library.hash,
    structure,
    stability: "internal",
    evidence: { rule: "typescript.declarations", path },
  };
}

/** The library that elements came from. */
export function libraryOf(elements: readonly ShapedElement[]): Library | undefined {
  const structure = elements.find((element) => element.id === CARRIER)?.structure;
  if (typeof structure !== "object" || structure === null) return undefined;
  const known = libraries.get(structure);
  if (known !== undefined) return known;
  const plain = structure as unknown as Pick<Library, "manifest" | "entries" | "hash"> & {
    readonly files: readonly LibraryFile[];
  };
  const library: Library = {
    manifest: plain.manifest,
    entries: plain.entries,
    hash: plain.hash,
    files: new Map(plain.files.map((file) => [file.path, file])),
    problems: [],
  };
  libraries.set(structure, library);
  return library;
}
