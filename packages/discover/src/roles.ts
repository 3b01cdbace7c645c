/**
 * What a unit is there for: source, or an example, fixture, test, template, vendored or generated copy.
 *
 * Folder names are conventions, not proof: `packages/template` may be the template library. So a name
 * alone decides only where the structure does not speak against it:
 * - a published member of a workspace whose own folder has such a name is source;
 * - a member that source units need at run time is source, wherever it lies;
 * and a package inside a member of a workspace that is itself no member, unpublished and used by
 * nothing is data of that member, whatever its folder is called.
 */
import type { Evidence, UnitRole } from "@freehold/model";
import type { FoundUnit, RoledUnit } from "./units/draft.ts";

type OtherRole = Exclude<UnitRole, "source">;

export interface ConventionalRole {
  readonly role: OtherRole;
  /** The folder whose name says so. */
  readonly folder: string;
}

/** Whole folder names. */
const BY_NAME: ReadonlyMap<string, OtherRole> = new Map<string, OtherRole>([
  ...named("vendored", ["node_modules", "vendor", "vendored", "_vendor", "third_party", "third-party", "thirdparty"]),
  ...named("vendored", ["bower_components", ".yarn"]),
  ...named("fixture", ["testdata", "mocks", "__mocks__"]),
  ...named("test", ["__tests__", "e2e", "fuzz"]),
  ...named("generated", ["generated", "__generated__", "dist"]),
]);

/** First or last word of a folder name: `test-fixtures`, `template-react`, `e2e-tests`. */
const BY_WORD: ReadonlyMap<string, OtherRole> = new Map<string, OtherRole>([
  ...named("fixture", ["fixture", "fixtures"]),
  ...named("template", ["template", "templates", "boilerplate", "scaffold", "scaffolds"]),
  ...named("test", ["test", "tests", "e2e", "bench", "benches", "benchmark", "benchmarks"]),
  ...named("example", ["example", "examples", "demo", "demos", "sample", "samples", "playground", "playgrounds"]),
  ...named("example", ["tutorial", "tutorials"]),
]);

/** `testprojects`, `testapps`, `exampleapps`: a word of those above, written together with what there are several of. */
const JOINED =
  /^(test|example|sample|demo)s?(?:projects?|apps?|packages?|workspaces?|repos?|modules|cases|suites?|resources|programs)$/;

/** A copy of something else is that, whatever it is a copy for. */
const PRECEDENCE: readonly OtherRole[] = ["vendored", "fixture", "generated", "template", "example", "test"];

/** Folders whose names are known not to say what they seem to. */
interface Exceptions {
  /** Only this folder's own name. */
  readonly own: ReadonlySet<string>;
  /** Its name and those of all folders above it. */
  readonly through: ReadonlySet<string>;
}

const NO_EXCEPTIONS: Exceptions = { own: new Set(), through: new Set() };

/** The role that the names of the folders above a path suggest. */
export function conventionalRole(path: string, except: Exceptions = NO_EXCEPTIONS): ConventionalRole | undefined {
  let best: ConventionalRole | undefined;
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    const folder = path.slice(0, slash);
    if (except.through.has(folder)) best = undefined;
    const role = roleOfName(folder.slice(folder.lastIndexOf("/") + 1));
    if (role === undefined || except.own.has(folder) || except.through.has(folder)) continue;
    if (best === undefined || PRECEDENCE.indexOf(role) < PRECEDENCE.indexOf(best.role)) best = { role, folder };
  }
  return best;
}

/** The same for a folder, from the role of the folder around it: O(1) where many folders are asked for. */
export function roleOfFolder(around: UnitRole | undefined, name: string): UnitRole | undefined {
  const own = roleOfName(name);
  if (own === undefined || around === undefined || around === "source") return own ?? around;
  return PRECEDENCE.indexOf(own) < PRECEDENCE.indexOf(around) ? own : around;
}

/** The role of every unit, in the order given. `members` are the folders that some workspace declares. */
export function assignRoles(units: readonly FoundUnit[], members: ReadonlySet<string>): readonly RoledUnit[] {
  const own = ownFoldersOfMembers(units, members);
  const through = new Set<string>();
  for (;;) {
    const roled = units.map((unit) => roleOf(unit, { own, through }));
    const needed = neededMembers(roled, members).filter((folder) => !through.has(folder));
    if (needed.length === 0) return markData(roled, members);
    for (const folder of needed) through.add(folder);
  }
}

/** `packages/test`, published and declared a member, is a product about tests; with members of its own, a folder of them. */
function ownFoldersOfMembers(units: readonly FoundUnit[], members: ReadonlySet<string>): ReadonlySet<string> {
  const published = units.filter(
    ({ draft }) => draft.published === true && draft.workspaces === undefined && members.has(draft.path),
  );
  return new Set(published.map(({ draft }) => draft.path));
}

function roleOf({ ecosystem, draft }: FoundUnit, except: Exceptions): RoledUnit {
  if (draft.kind === "submodule")
    return withRole("vendored", "units.submodule", draft.path, "code of another repository");
  if (/\{\{|<%|\$\{|^%/.test(draft.name))
    return withRole("template", "units.placeholder", draft.path, `named ${draft.name}`);
  const suspect = conventionalRole(`${draft.path}/`, except);
  if (suspect === undefined) return { ecosystem, draft, role: "source" };
  return withRole(suspect.role, "units.folder-name", suspect.folder, "by the name of the folder");

  function withRole(role: OtherRole, rule: string, path: string, detail: string): RoledUnit {
    const reason: Evidence = { rule, path, detail };
    return { ecosystem, draft, role, reason };
  }
}

/** Source that is neither declared nor published nor used, inside a member: what evaluations and snapshots leave. */
function markData(units: readonly RoledUnit[], members: ReadonlySet<string>): readonly RoledUnit[] {
  const used = new Set(units.flatMap(({ draft }) => draft.consumes.map(({ id }) => id)));
  const packages = new Set(units.map(({ ecosystem, draft }) => `${ecosystem}:${draft.path}`));
  return units.map((unit) => {
    const { ecosystem, draft, role } = unit;
    if (role !== "source" || draft.kind !== "package" || draft.published === true || members.has(draft.path))
      return unit;
    if (draft.workspaces !== undefined || draft.provides.some(({ id }) => used.has(id))) return unit;
    const around = ancestors(draft.path).find((folder) => packages.has(`${ecosystem}:${folder}`));
    if (around === undefined || !members.has(around)) return unit;
    const detail = "inside a member of a workspace; itself no member, unpublished and used by nothing";
    return { ...unit, role: "fixture", reason: { rule: "units.undeclared-in-member", path: around, detail } };
  });
}

/** The folders above a path, deepest first, without the root. */
function ancestors(path: string): readonly string[] {
  const folders: string[] = [];
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1))
    folders.push(path.slice(0, slash));
  return folders;
}

/** Folders of members that a source unit needs at run time, where nothing else goes by that name. */
function neededMembers(units: readonly RoledUnit[], members: ReadonlySet<string>): readonly string[] {
  const needed = new Set<string>();
  for (const { role, draft } of units) {
    if (role !== "source") continue;
    for (const { id, scope } of draft.consumes) if (scope === "runtime" || scope === "peer") needed.add(id);
  }
  const providers = Map.groupBy(
    units.flatMap((unit) => unit.draft.provides.map(({ id }) => ({ id, unit }))),
    ({ id }) => id,
  );
  const found: string[] = [];
  for (const { role, draft } of units) {
    if (role === "source" || role === "vendored" || !members.has(draft.path)) continue;
    if (draft.provides.some(({ id }) => needed.has(id) && providers.get(id)?.length === 1)) found.push(draft.path);
  }
  return found;
}

/** Few names, many folders: a bounded memory, since the names are those of whatever is scanned. */
const REMEMBERED = 10_000;
const remembered = new Map<string, OtherRole | undefined>();

function roleOfName(name: string): OtherRole | undefined {
  if (remembered.has(name)) return remembered.get(name);
  if (remembered.size >= REMEMBERED) remembered.clear();
  const role = BY_NAME.get(name) ?? roleOfWords(name);
  remembered.set(name, role);
  return role;
}

function roleOfWords(name: string): OtherRole | undefined {
  if (name.includes("{{")) return "template";
  const words = name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase()
    .split(/[-_. ]+/)
    .filter((word) => word !== "");
  // jscodeshift's `__testfixtures__`, `htmlfixtures`: the word is joined to another.
  if (words.at(-1)?.endsWith("fixtures") === true) return "fixture";
  const joined = JOINED.exec(words.at(-1) ?? "")?.[1];
  return BY_WORD.get(words.at(-1) ?? "") ?? BY_WORD.get(words[0] ?? "") ?? BY_WORD.get(joined ?? "");
}

function named(role: OtherRole, names: readonly string[]): [string, OtherRole][] {
  return names.map((name) => [name, role]);
}
