/** What types gain by deriving. */
import type { Condition } from "./cfg.ts";
import type { Draft } from "./draft.ts";
import { NO_GENERICS, readGenerics } from "./generics.ts";
import type { ImplContext } from "./impl-elements.ts";
import type { Item } from "./modules.ts";
import { implId } from "./public-names.ts";
import type { RustShape } from "./structure.ts";
import { tokensOf } from "./tokens.ts";
import { renderTokens, type Scope } from "./type-text.ts";

/** `#[derive(Clone)]` is an impl that demands the trait of every type parameter. */
export function derivedElements(item: Item, cfg: Condition, { names, view }: ImplContext): Draft[] {
  const owner = view.ids.get(item);
  if (owner === undefined) return [];
  const outer: Scope = { names, module: item.module, generics: new Map() };
  const { generics } = readGenerics(item.node, item.file, outer, "$");
  const parameters = generics.parameters.map((_, at) => `$${at}`);
  const self = `${item.module.path}::${item.name}${parameters.length === 0 ? "" : `<${parameters.join(",")}>`}`;
  return item.attributes.derives.map((path) => {
    const trait = derivedTrait(path, outer);
    // A derive of another crate is named for its trait, but need not be it.
    const standardTrait = trait.startsWith("std::");
    const own = {
      ...generics,
      parameters: generics.parameters.map((one) => ({ ...one, default: null })),
    };
    const bound = own.parameters.map((one) =>
      one.of === "type" ? { ...one, bounds: [...new Set([...one.bounds, trait])].sort() } : one,
    );
    const shape: RustShape = {
      of: "impl",
      generics: standardTrait ? { ...own, parameters: bound } : NO_GENERICS,
      blanket: false,
      negative: false,
      types: {},
      items: [],
      deprecated: false,
    };
    const id = implId(trait, self, false, view);
    return {
      id: standardTrait ? id : id.replace(/^impl/, "derive"),
      kind: standardTrait ? "impl" : "derive",
      signature: `#[derive(${path})] ${item.name}`,
      shape,
      cfg,
      hidden: owner.hidden,
      deprecated: false,
      doc: undefined,
      file: item.file,
      line: item.file.lineOf(item.node.from),
    };
  });
}

function derivedTrait(path: string, scope: Scope): string {
  return DERIVED.get(path) ?? renderTokens(tokensOf(path), scope);
}

const DERIVED = new Map([
  ["Debug", "std::fmt::Debug"],
  ["Hash", "std::hash::Hash"],
]);
