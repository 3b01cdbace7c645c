/**
 * Python projects. The files of one folder (pyproject.toml, setup.cfg, setup.py) describe one unit;
 * requirements files describe what the unit around them needs.
 */
import type { Ecosystem, Parsed } from "../ecosystem.ts";
import { baseOf } from "../reading/paths.ts";
import { assemblePython } from "./assemble.ts";
import type { PythonFacts } from "./facts.ts";
import { parsePyproject } from "./pyproject.ts";
import { isRequirementsFile, parseRequirementsFile, requirementsScopeName } from "./requirements-file.ts";
import { parseSetupCfg } from "./setup-cfg.ts";
import { parseSetupPy } from "./setup-py.ts";

const PROJECT_FILES = new Set(["pyproject.toml", "setup.cfg", "setup.py"]);

export const python: Ecosystem<PythonFacts> = {
  id: "python",
  title: "Python projects",
  version: 1,
  extensions: [".py", ".pyi", ".pyx"],
  matches: (path) => PROJECT_FILES.has(baseOf(path)) || isRequirementsFile(path),
  dialect: (path) => (PROJECT_FILES.has(baseOf(path)) ? baseOf(path) : `requirements.${scopeKey(path)}`),
  parse,
  assemble: assemblePython,
};

function parse({ path, text }: { readonly path: string; readonly text: string }): Parsed<PythonFacts> {
  const name = baseOf(path);
  if (name === "pyproject.toml") return parsePyproject(text);
  if (name === "setup.cfg") return parseSetupCfg(text);
  if (name === "setup.py") return parseSetupPy(text);
  return parseRequirementsFile(text, scopeKey(path));
}

/** The scope is all that the name of a requirements file decides. */
function scopeKey(path: string): string {
  return requirementsScopeName(path).replaceAll(/[^a-z]+/g, "-");
}
