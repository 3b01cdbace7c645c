/** The entry points that a package.json declares: what an importer may write behind the name. */
import { at, fields, type Node, text } from "../reading/node.ts";

type RawEntry = readonly [subpath: string, target: string];

/** Fields that name what `import "the-package"` gives, in one environment or another. */
const MAIN_FIELDS = ["main", "module", "types", "typings", "browser", "react-native", "source"];

/** More than any package has; a hostile map is cut there. */
const MAX_ENTRIES = 2000;

/** `exports` alone where there is one, as Node has it; otherwise the fields that came before it. */
export function entriesOf(root: Node): readonly RawEntry[] {
  const declared = at(root, "exports");
  const found = declared === undefined ? mainsOf(root) : exportsOf(declared);
  const unique = new Map(found.map((entry) => [entry.join("\n"), entry]));
  return [...unique.values()].slice(0, MAX_ENTRIES);
}

function mainsOf(root: Node): readonly RawEntry[] {
  const mains = MAIN_FIELDS.map((field) => text(at(root, field))).filter((target) => target !== undefined);
  return (mains.length === 0 ? ["index.js"] : mains).map((target) => [".", target]);
}

function exportsOf(node: Node): readonly RawEntry[] {
  const keys = [...fields(node)];
  if (!keys.some(([key]) => key.startsWith("."))) return targetsOf(node).map((target) => [".", target]);
  return keys.flatMap(([subpath, value]) => targetsOf(value).map((target): RawEntry => [subpath, target]));
}

/** Every target under whatever conditions: which one applies is the importer's business. */
function targetsOf(node: Node): readonly string[] {
  const target = text(node);
  if (target !== undefined) return [target];
  if (node.kind === "list") return node.items.flatMap(targetsOf);
  return [...fields(node)].flatMap(([, value]) => targetsOf(value));
}
