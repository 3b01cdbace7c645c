/** Sources of a distribution to its elements. */
import type { Extraction, Place, Source } from "../../kind.ts";
import { tooDeep, unreadElement } from "../../syntax/unread.ts";
import { elementsOf } from "./elements.ts";
import { pythonFiles } from "./find.ts";
import type { PyModel, PyModule, PyPlace } from "./model.ts";
import { isProvisional } from "./nodes.ts";
import { readModule } from "./read-module.ts";
import { readProject } from "./project.ts";

export function extract(sources: readonly Source[], place: Place): Extraction {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const files = pythonFiles({ ...place, read: (path) => texts.get(path) });
  const tops = new Set(files.map(({ name }) => name.split(".")[0]));
  const modules: Record<string, PyModule> = {};
  const places = new Map<string, PyPlace>();
  const unread: Source[] = [];
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = texts.get(file.path);
    if (text === undefined) continue;
    const read = readModule({ ...file, text }, (module) => tops.has(module.split(".")[0]));
    if (read === undefined) {
      unread.push({ path: file.path, text });
      continue;
    }
    modules[file.name] = read.module;
    const provisional = isProvisional(read.doc);
    places.set(file.name, {
      path: file.path,
      line: 1,
      doc: read.doc,
      deprecated: false,
      provisional,
      signature: `module ${file.name}`,
    });
    for (const [name, one] of read.places)
      places.set(`${file.name}#${name}`, { ...one, provisional: provisional || one.provisional });
  }
  const opaque = unread.map((source) => unreadElement("python", source));
  const problems = unread.map((source) => tooDeep("python", source));
  if (Object.keys(modules).length === 0) return { elements: opaque, problems };
  const { requires, commands, name } = readProject({ ...place, read: (path) => texts.get(path) });
  const manifest = sources.find(({ path }) => /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py))$/.test(path))?.path;
  const typed = sources
    .filter(({ path }) => path.endsWith("py.typed"))
    .map(({ path }) => path.slice(0, -"/py.typed".length));
  const packages = files.filter(
    (file) => file.package && typed.some((folder) => file.path.startsWith(`${folder}/__init__.`)),
  );
  const model: PyModel = { modules, requires, commands, typed: packages.map((file) => file.name).sort() };
  return { elements: [...elementsOf(model, places, { name, path: manifest }), ...opaque], problems };
}
