/**
 * Which files of a unit are modules that get installed, and what they are called.
 *
 * Where packages lie is up to build backends. What they share: a folder that is configured or called `src`
 * holds nothing but packages; otherwise packages lie beside tests and documentation, and the folders that
 * setuptools' automatic discovery leaves out are left out here.
 * https://setuptools.pypa.io/en/latest/userguide/package_discovery.html
 */
import type { Place } from "../../kind.ts";
import { MANIFESTS, type PythonProject, readProject } from "./project.ts";

export interface PythonFile {
  readonly path: string;
  /** Dotted. */
  readonly name: string;
  readonly package: boolean;
  readonly stub: boolean;
}

const BESIDE = new Set(
  "ci bin debian doc docs documentation manpages news newsfragments changelog test tests unit_test unit_tests example examples scripts tools util utils python build benchmark benchmarks exercise exercises htmlcov dist node_modules tasks fabfile site_scons".split(
    " ",
  ),
);
const NO_MODULE =
  /^(?:setup|conftest|tests?|test_.*|.*_test|examples?|build|toxfile|noxfile|pavement|dodo|tasks|fabfile|manage|docs_conf)$/;

/** Manifests first, then modules by path. */
export function findPython(place: Place): readonly string[] {
  const files = pythonFiles(place);
  if (files.length === 0) return [];
  const prefix = place.folder === "" ? "" : `${place.folder}/`;
  const manifests = MANIFESTS.map((name) => prefix + name).filter((path) => place.paths.includes(path));
  return [...manifests, ...typedMarkers(place, files), ...files.map(({ path }) => path)];
}

export function pythonFiles(place: Place): readonly PythonFile[] {
  const { folder, paths } = place;
  const inside = (path: string): string => (folder === "" ? path : path.slice(folder.length + 1));
  const sources = paths.map(inside).filter((path) => /\.pyi?$/.test(path));
  if (sources.length === 0) return [];
  const known = new Set(paths.map(inside));
  const python = MANIFESTS.some((name) => known.has(name));
  // The scripts of a project in another language.
  if (!python && ["package.json", "go.mod", "Cargo.toml", "pom.xml"].some((name) => known.has(name))) return [];
  const project = python ? readProject(place) : undefined;
  const roots = rootsOf(sources, project?.roots ?? []);
  const loose = looseModules(sources, known, project);
  const spaces = namespaces(sources, project);
  const files = sources.flatMap((path) => fileOf(path, roots, known, { loose, spaces }, folder));
  const named = new Map<string, PythonFile>();
  // A stub speaks for the module beside it.
  for (const file of files) {
    const other = named.get(file.name);
    if (
      other === undefined ||
      (file.stub && !other.stub) ||
      (file.package && !other.package && file.stub === other.stub)
    )
      named.set(file.name, file);
  }
  return [...named.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Configured folders, else `src` or `lib` where packages lie in it, else the unit's own. */
function rootsOf(sources: readonly string[], configured: readonly string[]): readonly string[] {
  const given = configured
    .map((root) => root.replace(/^\.\//, "").replace(/\/+$/, ""))
    .filter((root) => sources.some((path) => path.startsWith(`${root}/`)));
  // Below `src` a folder without `__init__.py` is a namespace; below `lib` it may be anything.
  const usual = [
    ...(sources.some((path) => /^src\/[^/]+\//.test(path)) ? ["src"] : []),
    ...(sources.some((path) => /^lib\/[^/]+\/__init__\.pyi?$/.test(path)) ? ["lib"] : []),
  ];
  const found = [...new Set([...given, ...usual])].filter((root) => !sources.includes(`${root}/__init__.py`));
  return found.length > 0 ? found : [""];
}

function fileOf(
  path: string,
  roots: readonly string[],
  known: ReadonlySet<string>,
  flatNames: FlatNames,
  folder: string,
): PythonFile[] {
  const root = roots.filter((one) => one === "" || path.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0];
  if (root === undefined) return [];
  const parts = (root === "" ? path : path.slice(root.length + 1)).replace(/\.pyi?$/, "").split("/");
  const stub = path.endsWith(".pyi");
  const isPackage = parts.at(-1) === "__init__" && parts.length > 1;
  if (isPackage) parts.pop();
  const [top = ""] = parts;
  const flat = root === "";
  if (flat && parts.length > 1 && (BESIDE.has(top) || !(hasInit(top, known) || flatNames.spaces.has(top)))) return [];
  if (flat && isPackage && BESIDE.has(top)) return [];
  if (parts.length === 1 && !isPackage && (top === "__init__" || (flat && !flatNames.loose.has(top)))) return [];
  if (parts.some((part) => !/^[\p{L}_][\p{L}\p{N}_]*(?:-stubs)?$/u.test(part))) return [];
  if (parts.at(-1) === "__main__") return [];
  const name = [top.replace(/-stubs$/, ""), ...parts.slice(1)].join(".");
  return [
    {
      path: folder === "" ? path : `${folder}/${path}`,
      name,
      package: isPackage,
      stub: stub || top.endsWith("-stubs"),
    },
  ];
}

function hasInit(top: string, known: ReadonlySet<string>): boolean {
  return known.has(`${top}/__init__.py`) || known.has(`${top}/__init__.pyi`);
}

/** What counts in the unit's own folder. */
interface FlatNames {
  readonly loose: ReadonlySet<string>;
  readonly spaces: ReadonlySet<string>;
}

/** A folder without `__init__.py` is a package, if the project is called like it or like a part of it. */
function namespaces(sources: readonly string[], project: PythonProject | undefined): ReadonlySet<string> {
  const name = plain(project?.name ?? "");
  const tops = sources.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/")));
  return new Set(tops.filter((top) => name === plain(top) || name.startsWith(`${plain(top)}-`)));
}

/**
 * Modules beside no package that get installed: those that are configured, the one called like the project,
 * the only one. Others beside it are scripts, more often than not.
 */
function looseModules(
  sources: readonly string[],
  known: ReadonlySet<string>,
  project: PythonProject | undefined,
): ReadonlySet<string> {
  const given = new Set(project?.modules);
  const packages = [...known].some(
    (path) => /^[^/]+\/__init__\.pyi?$/.test(path) && !BESIDE.has(path.slice(0, path.indexOf("/"))),
  );
  if (packages || given.size > 0) return given;
  const found = sources.filter((path) => !path.includes("/")).map((path) => path.replace(/\.pyi?$/, ""));
  const modules = [...new Set(found)].filter((name) => !NO_MODULE.test(name));
  const called = modules.filter((name) => plain(name) === plain(project?.name ?? ""));
  if (called.length > 0) return new Set(called);
  return new Set(project === undefined || modules.length === 1 ? modules : []);
}

/** As the packaging specification compares names. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

function typedMarkers({ paths }: Place, files: readonly PythonFile[]): string[] {
  const folders = new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1)));
  return paths.filter((path) => path.endsWith("py.typed") && folders.has(path.slice(0, path.lastIndexOf("/") + 1)));
}

/** Tests that are installed along promise nothing; neither does what begins with an underscore. */
export function isPublicModule(name: string): boolean {
  return !name
    .split(".")
    .some((part) => (part.startsWith("_") && part !== "__init__") || /^(?:tests?|conftest|test_\w+)$/.test(part));
}
