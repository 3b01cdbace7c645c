/** Sources of a distribution to its elements. */
import { contributionsOf } from "../../contributions.ts";
import type { Extraction, Place } from "../../kind.ts";
import { tooDeep, type Unread, unreadElement } from "../../syntax/unread.ts";
import { moduleFiles } from "./contribution.ts";
import { elementsOf } from "./elements.ts";
import { findPython, pythonFiles } from "./find.ts";
import type { PyModel, PyModule, PyPlace } from "./model.ts";
import { isProvisional } from "./nodes.ts";
import { readProject } from "./project.ts";

export function extract(place: Place): Extraction {
  const files = [...pythonFiles(place)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { requires, commands, name: project } = readProject(place);
  const modules: Record<string, PyModule> = {};
  const places = new Map<string, PyPlace>();
  const unread: Unread[] = [];
  const paths = files.map(({ path }) => path);
  for (const file of contributionsOf(moduleFiles(files), paths, place)) {
    if ("digest" in file) {
      unread.push(file);
      continue;
    }
    const { path, name, module, doc } = file;
    const provisional = isProvisional(doc);
    modules[name] = module;
    places.set(name, { path, line: 1, doc, deprecated: false, provisional, signature: `module ${name}` });
    for (const [of, one] of file.places)
      places.set(`${name}#${of}`, { ...one, provisional: provisional || one.provisional });
  }
  const opaque = unread.map((one) => unreadElement("python", one));
  const problems = unread.map((one) => tooDeep("python", one));
  if (Object.keys(modules).length === 0) return { elements: opaque, problems };
  const found = findPython(place);
  const manifest = found.find((path) => /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py))$/.test(path));
  const typed = found.filter((path) => path.endsWith("py.typed")).map((path) => path.slice(0, -"/py.typed".length));
  const packages = files.filter(
    (file) => file.package && typed.some((folder) => file.path.startsWith(`${folder}/__init__.`)),
  );
  const model: PyModel = { modules, requires, commands, typed: packages.map((file) => file.name).sort() };
  return { elements: [...elementsOf(model, places, { name: project, path: manifest }), ...opaque], problems };
}
