/** The names under which a reader gets hold of a product from a registry. */
import type { ProductContext } from "../../context/product-context.ts";

export interface OfferedName {
  readonly name: string;
  /** The type of its package URL. */
  readonly type: string;
}

/** Every Go module can be got by its address, programs that nobody imports too: those are left out. */
const REGISTRIES: ReadonlySet<string> = new Set([
  "npm",
  "cargo",
  "pypi",
  "maven",
  "gem",
  "nuget",
  "composer",
  "helm",
  "githubactions",
]);

/** What its published units provide, as a command line would write it. */
export function offeredNames({ units }: Pick<ProductContext, "units">): OfferedName[] {
  return units
    .filter(({ published }) => published === true)
    .flatMap(({ provides }) => provides.flatMap(({ id }) => nameOf(id)));
}

function nameOf(id: string): OfferedName[] {
  const [, type = "", name = ""] = /^pkg:([a-z]+)\/(.+)$/.exec(id) ?? [];
  if (!REGISTRIES.has(type)) return [];
  try {
    return [{ type, name: decodeURIComponent(name) }];
  } catch {
    return [{ type, name }];
  }
}
