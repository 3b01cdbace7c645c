/** The elements of a distribution: public modules, their names, the members of classes; other names of the same. */
import type { Json, ShapedElement } from "../../kind.ts";
import { hash } from "../../containment/lowering.ts";
import { element } from "../../promise.ts";
import type { PyClass, PyModel, PyName, PyPlace } from "./model.ts";
import { isPublicName, World } from "./world.ts";

/** Carries what comparing needs; promises nothing itself. */
export const DECLARATIONS = "declarations";

type Places = ReadonlyMap<string, PyPlace>;

export function elementsOf(model: PyModel, places: Places, project: Project): ShapedElement[] {
  const world = new World(model);
  const found: ShapedElement[] = [declarations(model, places), ...projectElements(model, places, project)];
  for (const module of world.publicModules()) {
    const place = places.get(module);
    if (place === undefined) continue;
    found.push(shown(module, "module", module, place, `module ${module}`));
    for (const [name, resolved] of [...world.exports(module)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = `${module}#${name}`;
      const at = places.get(path) ?? place;
      if (resolved.kind !== "definition") {
        const target = resolved.kind === "outside" ? resolved.name : module;
        found.push(shown(path, "name", name, at, target === `${module}.${name}` ? name : `${name} = ${target}`));
      } else if (world.publicPath(resolved.id) === path)
        found.push(...definition(path, name, resolved.id, resolved.entry, places, at));
      else {
        const of = world.publicPath(resolved.id) ?? resolved.id;
        found.push({ ...shown(path, "name", name, at, `${name} = ${of.replace("#", ".")}`), of });
      }
    }
  }
  return found;
}

function declarations(model: PyModel, places: Places): ShapedElement {
  const evidence = { rule: "python.module", path: [...places.values()][0]?.path ?? "" };
  const structure = model as unknown as Json;
  return {
    id: DECLARATIONS,
    kind: DECLARATIONS,
    name: DECLARATIONS,
    structure,
    shape: hash(JSON.stringify(model)),
    stability: "stable",
    evidence,
  };
}

interface Project {
  readonly name: string;
  /** Its manifest, if it has one. */
  readonly path: string | undefined;
}

function projectElements({ requires, commands, typed }: PyModel, places: Places, project: Project): ShapedElement[] {
  const path = project.path ?? [...places.values()][0]?.path ?? "";
  const plain = (id: string, kind: string, signature: string, structure: Json): ShapedElement =>
    element({
      id,
      kind,
      name: id.slice(id.indexOf("#") + 1),
      signature,
      structure,
      rule: "python.project",
      path,
      detail: project.name,
    });
  return [
    ...(requires === null ? [] : [plain("requires#python", "requirement", `python ${requires}`, requires)]),
    ...commands.map((command) => plain(`command#${command}`, "command", command, command)),
    ...typed.map((one) => plain(`typed#${one}`, "marker", `${one}/py.typed`, one)),
  ];
}

function shown(
  id: string,
  kind: string,
  name: string,
  place: PyPlace,
  signature: string,
  entry?: PyName,
): ShapedElement {
  return element({
    id,
    kind,
    name,
    signature,
    structure: entry === undefined ? signature : hash(JSON.stringify(entry)),
    doc: place.doc,
    stability: place.deprecated ? "deprecated" : place.provisional ? "beta" : "stable",
    rule: `python.${kind}`,
    path: place.path,
    line: place.line,
  });
}

/** `id` is where it is defined, `path` its public name. */
function definition(
  path: string,
  name: string,
  id: string,
  entry: PyName,
  places: Places,
  otherwise: PyPlace,
): ShapedElement[] {
  const place = places.get(id) ?? otherwise;
  const kind = kindOf(entry);
  const one = shown(
    path,
    kind,
    name,
    place,
    place.signature === "" ? name : place.signature,
    entry.kind === "class" ? { ...entry, members: {} } : entry,
  );
  return entry.kind === "class" ? [one, ...members(path, name, id, entry, places, place)] : [one];
}

function members(
  path: string,
  name: string,
  id: string,
  entry: PyClass,
  places: Places,
  otherwise: PyPlace,
): ShapedElement[] {
  return Object.entries(entry.members)
    .filter(([member, { kind }]) => isPublicMember(member) && kind !== "import")
    .flatMap(([member, one]) =>
      definition(`${path}.${member}`, `${name}.${member}`, `${id}.${member}`, one, places, otherwise),
    );
}

function kindOf(entry: PyName): string {
  if (entry.kind === "attribute") return entry.property === null ? "attribute" : "property";
  return entry.kind === "function" && entry.binding !== "function" ? "method" : entry.kind;
}

const UNSEEN = new Set([
  "__slots__",
  "__doc__",
  "__module__",
  "__annotations__",
  "__dict__",
  "__weakref__",
  "__qualname__",
  "__match_args__",
]);

export function isPublicMember(name: string): boolean {
  return isPublicName(name) && !UNSEEN.has(name);
}
