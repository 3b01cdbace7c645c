/**
 * CODEOWNERS as GitHub reads it: the last matching line wins, a line without owners clears them.
 * Unlike .gitignore there is no negation, no `[a-z]`, and `docs/*` does not reach below its children.
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
import type { Problem } from "@freehold/model";
import { parseGlob } from "../glob.ts";
import type { DeclaredFile, DeclaredFormat, DeclaredRule } from "../rule.ts";
import { type OwnerLine, readOwners, splitLine } from "./codeowners-lines.ts";

const SYNTAX = { relativeAnywhere: false, folderWithoutSlash: true };

export const codeownersGithub: DeclaredFormat = {
  id: "codeowners-github",
  title: "CODEOWNERS (GitHub)",
  matches: (path) => /^(?:\.github\/|docs\/)?CODEOWNERS$/.test(path),
  parse(file) {
    const rules: DeclaredRule[] = [];
    const problems: Problem[] = [];
    for (const [index, text] of file.text.split(/\r?\n/).entries()) {
      const line = splitLine(text, index + 1);
      if (line === undefined) continue;
      const problem = unsupported(file, line);
      if (problem === undefined) rules.push(ruleOf(file, line, problems));
      else problems.push(problem);
    }
    return { rules, problems };
  },
};

function ruleOf(file: DeclaredFile, line: OwnerLine, problems: Problem[]): DeclaredRule {
  const { owners, invalid } = readOwners(line.tokens);
  for (const token of invalid) {
    problems.push({
      code: "codeowners/invalid-owner",
      severity: "warning",
      path: file.path,
      line: line.line,
      message: `"${token}" is no owner`,
      hint: "Write @login, @organisation/team or an address",
    });
  }
  return {
    format: "codeowners-github",
    path: file.path,
    line: line.line,
    group: file.path,
    order: line.line,
    glob: parseGlob(line.pattern, SYNTAX),
    pattern: line.pattern,
    owners,
  };
}

function unsupported(file: DeclaredFile, line: OwnerLine): Problem | undefined {
  const what = line.pattern.startsWith("!")
    ? "negation with !"
    : /[[\]]/.test(line.pattern)
      ? "a range in [ ]"
      : undefined;
  if (what === undefined) return undefined;
  return {
    code: "codeowners/unsupported-pattern",
    severity: "warning",
    path: file.path,
    line: line.line,
    message: `GitHub ignores "${line.pattern}": it has ${what}`,
    hint: "Write one line for each path; the last matching line wins",
  };
}
