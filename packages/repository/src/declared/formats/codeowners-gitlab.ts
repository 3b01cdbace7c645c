/**
 * CODEOWNERS as GitLab reads it: sections, each of which answers by itself with its last matching line;
 * `^[Optional]`, `[Name][2]` approvals, default owners behind a section's name, `!` exclusions for good.
 * https://docs.gitlab.com/user/project/codeowners/reference/
 */
import type { Problem } from "@freehold/model";
import { parseGlob } from "../glob.ts";
import type { DeclaredOwner } from "../owner.ts";
import type { DeclaredFile, DeclaredFormat, DeclaredRule } from "../rule.ts";
import { readOwners, splitLine } from "./codeowners-lines.ts";

const SYNTAX = { relativeAnywhere: true, folderWithoutSlash: false };
const SECTION = /^(\^)?\[([^\]]{1,200})\](?:\[(\d{1,4})\])?(?=\s|$)(.*)$/;

interface Section {
  readonly name: string;
  readonly optional: boolean;
  readonly approvals: number | undefined;
  readonly defaults: readonly DeclaredOwner[];
}

export const codeownersGitlab: DeclaredFormat = {
  id: "codeowners-gitlab",
  title: "CODEOWNERS (GitLab)",
  matches: (path) => /^(?:\.gitlab\/|docs\/)?CODEOWNERS$/.test(path),
  recognises: (text) =>
    /^\s*\^?\[[^\]\n]+\](?:\[\d+\])?(?:\s|$)/m.test(text) ||
    /^\s*[^#\n]*\s@@(?:developer|maintainer|owner)s?\b/m.test(text),
  parse(file) {
    const rules: DeclaredRule[] = [];
    const problems: Problem[] = [];
    let section: Section | undefined;
    for (const [index, text] of file.text.split(/\r?\n/).entries()) {
      const header = SECTION.exec(text.trim());
      if (header) section = sectionOf(header, file, index + 1, problems);
      else pushRule(file, text, index + 1, section, rules, problems);
    }
    return { rules, problems };
  },
};

function sectionOf(header: RegExpExecArray, file: DeclaredFile, line: number, problems: Problem[]): Section {
  const [, optional, name = "", approvals, rest = ""] = header;
  const { owners, invalid } = readOwners(splitLine(`* ${rest}`, line)?.tokens ?? []);
  problems.push(...invalid.map((token) => invalidOwner(file, line, token)));
  return {
    name,
    optional: optional !== undefined,
    approvals: approvals === undefined ? undefined : Number(approvals),
    defaults: owners,
  };
}

function pushRule(
  file: DeclaredFile,
  text: string,
  line: number,
  section: Section | undefined,
  rules: DeclaredRule[],
  problems: Problem[],
): void {
  const split = splitLine(text, line);
  if (split === undefined) return;
  const exclude = split.pattern.startsWith("!");
  const { owners, invalid } = readOwners(split.tokens);
  problems.push(...invalid.map((token) => invalidOwner(file, line, token)));
  rules.push({
    format: "codeowners-gitlab",
    path: file.path,
    line,
    // Sections of one name are one section, however they are written.
    group: `${file.path}#${section?.name.toLowerCase() ?? ""}`,
    order: line,
    glob: parseGlob(exclude ? split.pattern.slice(1) : split.pattern, SYNTAX),
    pattern: split.pattern,
    owners: split.tokens.length === 0 ? (section?.defaults ?? []) : owners,
    ...(section === undefined ? {} : { section: section.name, optional: section.optional }),
    ...(section?.approvals === undefined ? {} : { approvals: section.approvals }),
    ...(exclude ? { exclude } : {}),
  });
}

function invalidOwner(file: DeclaredFile, line: number, token: string): Problem {
  return {
    code: "codeowners/invalid-owner",
    severity: "warning",
    path: file.path,
    line,
    message: `"${token}" is no owner`,
    hint: "Write @login, @group/subgroup, @@role or an address",
  };
}
