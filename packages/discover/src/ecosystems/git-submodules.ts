/**
 * Git submodules: folders that hold another repository. The unit stands for the folder and consumes
 * that repository; the unit around it consumes the folder.
 */
import type { Problem } from "@freehold/model";
import type { Assembled, Ecosystem, LooseConsume, Manifest, Parsed, PathIndex, UnitDraft } from "./ecosystem.ts";
import { declared, provided } from "./reading/claims.ts";
import { identifyPlace, identifyRepository } from "./reading/identify.ts";
import { baseOf, folderOf, resolveIn } from "./reading/paths.ts";

interface Submodule {
  readonly name: string;
  readonly path?: string;
  readonly url?: string;
  readonly line: number;
}

interface SubmoduleFacts {
  readonly submodules: readonly Submodule[];
}

export const gitSubmodules: Ecosystem<SubmoduleFacts> = {
  id: "git-submodules",
  title: "Git submodules",
  version: 1,
  extensions: [],
  matches: (path) => path === ".gitmodules",
  parse: ({ text }) => parse(text),
  assemble,
};

/** The format of git's configuration: sections with a quoted name, and `key = value`. */
function parse(text: string): Parsed<SubmoduleFacts> {
  const submodules: { name: string; path?: string; url?: string; line: number }[] = [];
  let current: (typeof submodules)[number] | undefined;
  let line = 0;
  for (const raw of text.split(/\r?\n/)) {
    line++;
    const section = /^\s*\[\s*submodule\s+"((?:[^"\\]|\\.)*)"\s*\]/i.exec(raw)?.[1];
    if (section !== undefined) {
      current = { name: section.replaceAll(/\\(.)/g, "$1"), line };
      submodules.push(current);
    } else if (/^\s*\[/.test(raw)) current = undefined;
    const pair = /^\s*(path|url)\s*=\s*(.*)$/i.exec(raw);
    const value = pair?.[2]
      ?.replace(/\s[#;].*$/, "")
      .trim()
      .replaceAll(/^"|"$/g, "");
    if (current === undefined || value === undefined || value === "") continue;
    if (pair?.[1]?.toLowerCase() === "path") current.path = value;
    else current.url = value;
  }
  return { facts: { submodules }, problems: [] };
}

function assemble(manifests: readonly Manifest<SubmoduleFacts>[], paths: PathIndex): Assembled {
  const units: UnitDraft[] = [];
  const loose: LooseConsume[] = [];
  const problems: Problem[] = [];
  const described = new Set<string>();
  for (const { path: manifest, facts } of manifests) {
    for (const submodule of facts.submodules) {
      const folder = submodule.path === undefined ? undefined : resolveIn("", submodule.path);
      if (folder === undefined || described.has(folder) || !paths.submodules.has(folder)) continue;
      described.add(folder);
      const draft = unitOf(submodule, folder, manifest, paths);
      units.push(draft);
      if (draft.consumes.length === 0) problems.push(unknownAddress(submodule, manifest));
      loose.push({ folder: folderOf(folder), consume: use(folder, manifest, submodule.line, paths) });
    }
  }
  for (const folder of paths.submodules.keys()) if (!described.has(folder)) problems.push(undescribed(folder));
  return { units, loose, problems };
}

function unitOf(submodule: Submodule, folder: string, manifest: string, paths: PathIndex): UnitDraft {
  const repository = submodule.url === undefined ? undefined : repositoryOf(submodule.url, paths.repository);
  const source = {
    rule: "git-submodules.url",
    path: manifest,
    line: submodule.line,
    detail: paths.submodules.get(folder),
  };
  return {
    kind: "submodule",
    name: repository === undefined ? baseOf(folder) : baseOf(repository),
    path: folder,
    manifest,
    published: false,
    provides: [
      provided(identifyPlace(paths.repository, folder), {
        rule: "git-submodules.path",
        path: manifest,
        line: submodule.line,
      }),
    ],
    consumes: repository === undefined ? [] : [declared(identifyRepository(repository), "runtime", source)],
  };
}

function use(folder: string, manifest: string, line: number, paths: PathIndex) {
  return declared(identifyPlace(paths.repository, folder), "runtime", {
    rule: "git-submodules.path",
    path: manifest,
    line,
  });
}

/** `host/owner/name`; an address that begins with `./` or `../` is relative to this repository's own. */
function repositoryOf(url: string, own: string): string | undefined {
  if (/^\.{1,2}\//.test(url)) {
    const resolved = own.includes("/") ? resolveIn(own, url) : undefined;
    return resolved === undefined || !resolved.includes("/") ? undefined : cleaned(resolved);
  }
  const address = /^(?:[a-z][a-z0-9+.-]*:\/\/)(?:[^/@]*@)?(\[[^\]]*\]|[^/:]+)(?::\d+)?\/(.+)$/i.exec(url);
  const short = address ?? /^(?:[^/@:]+@)?([^/:@]+):(?!\/\/)(.+)$/.exec(url);
  return short?.[1] === undefined || short[2] === undefined
    ? undefined
    : cleaned(`${short[1].toLowerCase()}/${short[2]}`);
}

function cleaned(repository: string): string {
  return repository
    .replaceAll(/\/{2,}/g, "/")
    .replace(/\/$/, "")
    .replace(/\.git$/, "");
}

function unknownAddress(submodule: Submodule, path: string): Problem {
  return {
    code: "git-submodules/unknown-address",
    severity: "info",
    message: `the repository of submodule "${submodule.name}" is not known from ${submodule.url === undefined ? "a missing url" : `"${submodule.url}"`}`,
    hint: "Relative addresses need this repository's own remote.",
    path,
    line: submodule.line,
    column: 1,
  };
}

function undescribed(path: string): Problem {
  return {
    code: "git-submodules/undescribed",
    severity: "warning",
    message: "a submodule that .gitmodules does not describe",
    hint: "Add it with `git submodule add`, or remove it with `git rm --cached`.",
    path,
  };
}
