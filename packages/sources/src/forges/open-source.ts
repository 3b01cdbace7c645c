/** The list of a source, whatever its kind. */
import type { HostedFacts } from "@freehold/model";
import type { Place } from "../place.ts";
import type { Web } from "../web.ts";
import { githubFacts, gitlabFacts } from "./facts.ts";
import { openFolder } from "./folder.ts";
import { openGitlab } from "./gitlab.ts";
import type { Credential, Lister } from "./lister.ts";

export interface OpenSource {
  readonly lister: Lister;
  /** What git shows to fetch. Throws `SourceFailure`. */
  readonly forGit: () => Promise<GitCredential>;
  /** What only the host knows of a repository; nothing where it knows no more. Throws `SourceFailure`. */
  readonly facts: (repository: string, branch: string | undefined) => Promise<HostedFacts>;
}

export type GitCredential =
  | { readonly kind: "none" }
  | { readonly kind: "basic"; readonly user: string; readonly password: string }
  | { readonly kind: "key"; readonly privateKey: string; readonly knownHosts: string };

interface Options {
  readonly web: Web;
  readonly now: () => number;
}

export async function openSource(place: Place, credential: Credential, options: Options): Promise<OpenSource> {
  if (place.kind === "github") {
    // Loaded where it is needed: octokit is large.
    const { openGithub } = await import("./github.ts");
    const { lister, ask, token } = await openGithub(place, credential, options);
    return {
      lister,
      async forGit() {
        const password = await token();
        return password === undefined ? { kind: "none" } : { kind: "basic", user: "x-access-token", password };
      },
      // Its GraphQL answers nobody who does not say who they are.
      facts: async (repository) =>
        credential.kind === "none" ? {} : await githubFacts(ask, repository, options.now()),
    };
  }
  if (place.kind === "gitlab") {
    const { lister, ask } = openGitlab(place, credential, options);
    return {
      lister,
      forGit: async () => basic(credential, "oauth2"),
      facts: async (repository, branch) =>
        branch === undefined ? {} : await gitlabFacts(ask, repository, branch, options.now()),
    };
  }
  const lister = place.kind === "folder" ? openFolder(place.path) : alone(place.url);
  return { lister, forGit: async () => basic(credential, "git"), facts: async () => ({}) };
}

function basic(credential: Credential, user: string): GitCredential {
  if (credential.kind === "token") return { kind: "basic", user: credential.user ?? user, password: credential.token };
  if (credential.kind === "key") return credential;
  return { kind: "none" };
}

/** One repository at an address of its own. */
function alone(url: string): Lister {
  const { pathname, host } = new URL(url);
  const path = pathname.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  const name = path.split("/").at(-1);
  const id = host === "" ? path : `${host}/${path}`;
  return {
    page: async () => ({ repositories: [{ id, url, ...(name === undefined || name === "" ? {} : { name }) }] }),
  };
}
