/** What a dependency's range points at: a version of the package, another name, a folder, or a repository. */
export type Target =
  | { readonly kind: "registry"; readonly name: string }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "catalog"; readonly catalog: string }
  | { readonly kind: "git"; readonly repository: string };

const HOSTS: Readonly<Record<string, string>> = {
  github: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
};

/** https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies and the protocols of pnpm and yarn. */
export function targetOf(name: string, range: string): Target {
  const colon = range.indexOf(":");
  const protocol = colon === -1 ? "" : range.slice(0, colon);
  const rest = range.slice(colon + 1);
  if (protocol === "npm") return { kind: "registry", name: withoutVersion(rest) };
  if (protocol === "workspace") return workspaceTarget(name, rest);
  if (protocol === "file" || protocol === "link" || protocol === "portal")
    return { kind: "folder", path: rest.replace(/^\/\/(?=\.)/, "") };
  if (protocol === "catalog") return { kind: "catalog", catalog: rest === "" ? "default" : rest };
  if (protocol === "patch") return { kind: "registry", name: withoutVersion(decodeName(rest)) || name };
  const host = HOSTS[protocol];
  if (host !== undefined) return { kind: "git", repository: `${host}/${repositoryPath(rest)}` };
  const address = /^(?:git\+|git:|ssh:|https?:)/.test(range) ? gitAddress(range) : undefined;
  if (address !== undefined) return { kind: "git", repository: address };
  if (/^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(range) && !range.startsWith(".")) {
    return { kind: "git", repository: `github.com/${repositoryPath(range)}` };
  }
  return { kind: "registry", name };
}

/** `workspace:^`, `workspace:../folder` or `workspace:other@*`. */
function workspaceTarget(name: string, rest: string): Target {
  if (rest.startsWith(".")) return { kind: "folder", path: rest };
  const other = withoutVersion(rest);
  return { kind: "registry", name: other === rest || other === "" ? name : other };
}

/** `@scope/name@^1` without what follows the second `@`. */
function withoutVersion(specification: string): string {
  const end = specification.indexOf("@", 1);
  return end === -1 ? specification : specification.slice(0, end);
}

function decodeName(text: string): string {
  return text.replaceAll(/%40/gi, "@").replaceAll(/%2f/gi, "/");
}

/** Addresses of archives are no repositories. */
function gitAddress(range: string): string | undefined {
  const match = /^(?:git\+)?(?:https?|ssh|git|file):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?[/:]([^#?]+)/.exec(range);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  if (!range.startsWith("git") && !range.startsWith("ssh") && !/\.git(?:#|$)/.test(range)) return undefined;
  return `${match[1]}/${repositoryPath(match[2])}`;
}

function repositoryPath(text: string): string {
  return text
    .replace(/#.*$/, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
}
