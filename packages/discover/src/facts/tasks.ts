/** Targets of task runners: what `make <target>`, `just <recipe>` and `task <name>` know. */
import { at, fields } from "../ecosystems/reading/node.ts";
import { readYaml } from "../ecosystems/reading/yaml.ts";

const MOST_NAMES = 200;

export function isTaskFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^(?:GNUm|M|m)akefile$|^\.?[jJ]ustfile$|^Taskfile\.ya?ml$/.test(name);
}

/** Names in the order of the file; patterns and variables left out. */
export function taskNames(path: string, source: string): string[] {
  if (/\.ya?ml$/.test(path)) return [...fields(at(readYaml(source, "tasks").root, "tasks"))].map(([name]) => name);
  const names = new Set<string>();
  for (const line of source.split("\n")) {
    const head = /^([A-Za-z0-9_][\w./ -]*?)(?:\s+[\w="'$*+{}]+)*\s*:(?![=:])/.exec(line)?.[1];
    if (head === undefined) continue;
    for (const name of head.split(/\s+/)) names.add(name);
  }
  return [...names].slice(0, MOST_NAMES);
}
