/** The elements of one crate: its manifest's, and what can be reached from the root of its library. */
import type { Problem } from "@freehold/model";
import { contributionsOf } from "../../contributions.ts";
import type { Extraction, Place, ShapedElement } from "../../kind.ts";
import { element } from "../../promise.ts";
import { RUST_TEXT } from "./contribution.ts";
import { type Draft, finish } from "./draft.ts";
import { derivedElements } from "./derived-impls.ts";
import { findRust } from "./find.ts";
import { implElements } from "./impl-elements.ts";
import { publicPaths } from "./public-names.ts";
import { itemElements } from "./item-elements.ts";
import { manifestElements, readManifest } from "./manifest.ts";
import { type Crate, type Module, readCrate } from "./modules.ts";
import { resolveNames } from "./names.ts";
import { type PublicPath, type PublicView, viewFromOutside } from "./public-items.ts";
import { symbolElements } from "./symbols.ts";
import { joinTokens, tokensOf } from "./tokens.ts";
import { standard } from "./type-text.ts";

export function extract(place: Place): Extraction {
  const manifest = readManifest(place);
  if (manifest?.root === undefined) return { elements: [], problems: [] };
  const sources = findRust(place).filter((path) => path.endsWith(".rs"));
  const texts = new Map(contributionsOf(RUST_TEXT, sources, place).map((text) => [text.path, text]));
  const crate = readCrate(manifest.root, (path) => texts.get(path));
  const names = resolveNames(crate, manifest.edition2015);
  const view = viewFromOutside(crate, names);
  const context = { names, view };
  const drafts = view.items.flatMap((found) => [
    ...itemElements(found, view, names, manifest.procedural),
    ...derivedElements(found.item, found.cfg, context),
  ]);
  const impls = crate.modules.flatMap((module) => module.impls.flatMap((one) => implElements(one, context)));
  const paths = view.paths.map(pathDraft);
  const elements = [
    ...manifestElements(manifest, crate.noStd),
    ...finish([...drafts, ...impls, ...paths, ...symbolElements(crate, names, view)], (text) =>
      publicPaths(text, view),
    ),
    ...opaqueElements(crate, view),
  ];
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : 1)), problems: problemsOf(crate) };
}

function pathDraft({ id, target: written, outside, cfg, hidden, file, line }: PublicPath): Draft {
  const target = outside ? standard(written) : written;
  const shape = { of: "re-export", target, outside, deprecated: false } as const;
  const signature = `pub use ${target}`;
  return {
    id,
    kind: "re-export",
    signature,
    shape,
    cfg,
    hidden,
    deprecated: false,
    doc: undefined,
    file,
    line,
  };
}

/** What a macro makes can't be seen: its call stands for it, and any change of that is unknown. */
function opaqueElements(crate: Crate, view: PublicView): ShapedElement[] {
  const found = new Map<string, ShapedElement>();
  const promised = new Set([...view.ids.keys()].map(({ name }) => name));
  for (const module of crate.modules) {
    const id = view.modules.get(module);
    // A macro makes impls for types wherever it stands, public items only where they can be reached.
    for (const { name, text, file, line } of module.opaque) {
      const shown = joinTokens(tokensOf(text));
      if (id === undefined && !concerns(text, promised)) continue;
      const place = id ?? module.path;
      const first = `${place === "" ? "" : `${place}::`}${name} ${keyOf(shown)}`;
      if (found.has(first)) continue;
      found.set(
        first,
        element({
          id: first,
          kind: "opaque",
          name: first,
          signature: shown,
          rule: "rust.opaque",
          path: file.path,
          line,
        }),
      );
    }
  }
  return [...found.values()];
}

/** It makes items that may be passed on, or impls; or it is given something that is promised. */
function concerns(text: string, promised: ReadonlySet<string>): boolean {
  return /\bpub\b|\bimpl\b/.test(text) || (text.match(/\b[A-Z]\w+/g) ?? []).some((name) => promised.has(name));
}

/** The first names that a call is given tell it from its neighbours. */
function keyOf(text: string): string {
  return (text.match(/[A-Z]\w+|\bfn \w+/g) ?? text.match(/\w+/g) ?? []).slice(0, 3).join(" ");
}

function problemsOf({ modules }: { readonly modules: readonly Module[] }): Problem[] {
  return modules.flatMap(({ opaque }) =>
    opaque
      .filter(({ name }) => !name.endsWith("!"))
      .map(({ text, file, line }) => ({
        code: "rust/syntax",
        severity: "info" as const,
        message: `can't read ${JSON.stringify(text.slice(0, 60))}`,
        hint: "What it declares is not known; a change of it is reported as unknown.",
        path: file.path,
        line,
      })),
  );
}
