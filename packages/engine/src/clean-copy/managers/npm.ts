import { type Manager, nearest, type Place, within } from "./manager.ts";
import { packageJson, scriptPlan, workspaceFiles } from "./package-json.ts";

const LOCKS = ["package-lock.json", "npm-shrinkwrap.json"];

/** npm, where no lock file says that another manager is used. */
export const npm: Manager = {
  id: "npm",
  manages: (folder, has) => has(within(folder, "package.json")),
  around(folder, paths) {
    const known = new Set(paths);
    const root = nearest(folder, LOCKS, (path) => known.has(path)) ?? folder;
    return workspaceFiles(
      root,
      paths,
      /^(?:package-lock\.json|npm-shrinkwrap\.json|\.npmrc|\.nvmrc|\.node-version|tsconfig[^/]*\.json)$/,
    );
  },
  plan(place) {
    const root = rootOf(place);
    const quiet = ["--no-audit", "--no-fund", "--no-update-notifier"] as const;
    const member = root === undefined || root === place.folder ? undefined : relativeTo(root, place.folder);
    const only = member === undefined ? [] : [`--workspace=${member}`, "--include-workspace-root"];
    return scriptPlan(place, {
      program: "npm",
      install: "Install Node.js, which brings npm.",
      root: root ?? place.folder,
      installing: ["npm", root === undefined ? "install" : "ci", ...only, ...quiet],
    });
  },
};

/** A lock file further up is that of a workspace, or of something else. */
function rootOf({ folder, has, read }: Place): string | undefined {
  const found = nearest(folder, LOCKS, has);
  return found === undefined || found === folder || packageJson(found, read).hasWorkspaces ? found : undefined;
}

function relativeTo(root: string, folder: string): string {
  return root === "" ? folder : folder.slice(root.length + 1);
}
