/**
 * setup.py is a program and is never run: what stands in it as plain literals is read, the rest is
 * not known, and the problem says so.
 */
import type { Problem } from "@freehold/model";
import type { Parsed } from "../ecosystem.ts";
import { lineTable } from "../reading/lines.ts";
import type { ProjectFacts, Requirement } from "./facts.ts";
import { parseRequirement } from "./requirement.ts";

export function parseSetupPy(text: string): Parsed<ProjectFacts> {
  const call = text.search(/\bsetup\s*\(/);
  const lines = lineTable(text);
  const name = literal(text, "name", Math.max(0, call));
  const version = literal(text, "version", Math.max(0, call));
  const facts: ProjectFacts = {
    kind: "setup.py",
    project: call !== -1,
    ...(name !== undefined && { name: { text: name.value, line: lines.at(name.offset).line } }),
    ...(version !== undefined && { version: version.value }),
    private: false,
    people: [],
    commands: [],
    requirements: requirementsOf(text, lines),
    files: [],
  };
  return { facts, problems: call === -1 ? [] : [notExecuted(lines.at(call).line)] };
}

function literal(text: string, key: string, from: number): { value: string; offset: number } | undefined {
  const pattern = new RegExp(`[\\s(,]${key}\\s{0,9}=\\s{0,9}(["'])([^"'\\n{}]+)\\1\\s{0,9}[,)\\n]`, "g");
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match?.[2] === undefined ? undefined : { value: match[2], offset: match.index + 1 };
}

/** `install_requires=["a", "b>=1"]`, in the call or as a list of that name; the list ends at the first bracket. */
function requirementsOf(text: string, lines: ReturnType<typeof lineTable>): Requirement[] {
  const list = /\binstall_requires\s{0,9}=\s{0,9}\[/i.exec(text);
  if (list === null) return [];
  const start = list.index + list[0].length;
  const end = text.indexOf("]", start);
  const inside = text.slice(start, end === -1 ? start : end);
  return [...inside.matchAll(/"([^"\n]+)"|'([^'\n]+)'/g)].flatMap((match) => {
    const line = lines.at(start + match.index).line;
    return parseRequirement(match[1] ?? match[2] ?? "", "runtime", line) ?? [];
  });
}

function notExecuted(line: number): Problem {
  return {
    code: "python/not-executed",
    severity: "info",
    message: "setup.py is a program and was not run; only its plain literals were read",
    hint: "Move the metadata to pyproject.toml: https://packaging.python.org/en/latest/guides/modernize-setup-py-project/",
    line,
    column: 1,
  };
}
