/** requirements*.txt: a line format of requirements and options. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
import type { Parsed } from "../ecosystem.ts";
import { baseOf } from "../reading/paths.ts";
import { type Requirement, type RequirementsFacts, scopeOfGroup } from "./facts.ts";
import { parseRequirement } from "./requirement.ts";

/** `requirements.txt`, `dev-requirements.txt`, `requirements/test.txt`. */
export function isRequirementsFile(path: string): boolean {
  return /(?:^|\/)[^/]*requirements?[^/]*\.(?:txt|in)$|(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path);
}

/** The part of the path that its scope is read from. */
export function requirementsScopeName(path: string): string {
  return baseOf(path)
    .replaceAll(/requirements?|\.(?:txt|in)$/g, " ")
    .toLowerCase()
    .trim();
}

export function parseRequirementsFile(text: string, scopeName: string): Parsed<RequirementsFacts> {
  const scope = scopeOfGroup(scopeName, "runtime");
  const requirements: Requirement[] = [];
  let number = 0;
  let continued = false;
  for (const raw of text.split(/\r?\n/)) {
    number++;
    const wasContinued = continued;
    continued = raw.endsWith("\\");
    const line = raw
      .replace(/(?:^|\s)#.*$/, "")
      .replace(/\\$/, "")
      .trim();
    if (line === "" || wasContinued) continue;
    const requirement = line.startsWith("-")
      ? editable(line, scope, number)
      : parseRequirement(withoutOptions(line), scope, number);
    if (requirement !== undefined) requirements.push(requirement);
  }
  return { facts: { kind: "requirements", requirements }, problems: [] };
}

/** `--hash=…` and other options of one requirement. */
function withoutOptions(line: string): string {
  const option = line.search(/\s--?[a-z]/);
  return option === -1 ? line : line.slice(0, option);
}

/** `-e ./folder`, or `-e git+…#egg=name`. */
function editable(line: string, scope: Requirement["scope"], number: number): Requirement | undefined {
  const target = /^(?:-e|--editable)[\s=]+(\S+)/.exec(line)?.[1];
  if (target === undefined) return undefined;
  const egg = /#egg=([\w.-]+)/.exec(target)?.[1];
  if (egg !== undefined) return { name: egg, scope, line: number, url: target };
  return /^(?:\w+\+|https?:)/.test(target)
    ? undefined
    : { name: "", scope, line: number, folder: target.replace(/\[.*$/, "") };
}
