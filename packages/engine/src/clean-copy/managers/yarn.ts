import { type Manager, nearest, within } from "./manager.ts";
import { packageJson, scriptPlan, workspaceFiles } from "./package-json.ts";

const LOCK = "yarn.lock";

/** yarn: 1 has `--frozen-lockfile`, from 2 on it is `--immutable`. */
export const yarn: Manager = {
  id: "yarn",
  manages: (folder, has) => has(within(folder, "package.json")) && nearest(folder, [LOCK], has) !== undefined,
  around(folder, paths) {
    const known = new Set(paths);
    const root = nearest(folder, [LOCK], (path) => known.has(path)) ?? folder;
    return workspaceFiles(
      root,
      paths,
      /^(?:yarn\.lock|\.yarnrc(?:\.yml)?|\.npmrc|\.pnp\.cjs|\.nvmrc|\.node-version|tsconfig[^/]*\.json|\.yarn\/(?:releases|plugins|patches)\/.*)$/,
    );
  },
  plan(place) {
    const root = nearest(place.folder, [LOCK], place.has) ?? place.folder;
    const { packageManager = "" } = packageJson(root, place.read);
    const modern = /^yarn@(?:[2-9]|\d\d)/.test(packageManager) || place.has(within(root, ".yarnrc.yml"));
    return scriptPlan(place, {
      program: "yarn",
      install: "Install yarn: npm install --global yarn (or corepack, for the version that the repository names)",
      root,
      installing: ["yarn", "install", modern ? "--immutable" : "--frozen-lockfile"],
    });
  },
};
