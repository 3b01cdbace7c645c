import { type Manager, nearest, within } from "./manager.ts";
import { scriptPlan, workspaceFiles } from "./package-json.ts";

const LOCK = "pnpm-lock.yaml";

export const pnpm: Manager = {
  id: "pnpm",
  manages: (folder, has) => has(within(folder, "package.json")) && nearest(folder, [LOCK], has) !== undefined,
  around(folder, paths) {
    const known = new Set(paths);
    const root = nearest(folder, [LOCK], (path) => known.has(path)) ?? folder;
    return workspaceFiles(
      root,
      paths,
      /^(?:pnpm-lock\.yaml|pnpm-workspace\.yaml|\.npmrc|\.pnpmfile\.cjs|\.nvmrc|\.node-version|tsconfig[^/]*\.json|patches\/.*)$/,
    );
  },
  plan(place) {
    const root = nearest(place.folder, [LOCK], place.has) ?? place.folder;
    // With what it needs of the workspace.
    const only =
      root === place.folder ? [] : ["--filter", `{${place.folder.slice(root === "" ? 0 : root.length + 1)}}...`];
    return scriptPlan(place, {
      program: "pnpm",
      install: "Install pnpm: npm install --global pnpm",
      root,
      installing: ["pnpm", "install", "--frozen-lockfile", ...only],
    });
  },
};
