import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

const OUTSIDE = /(?:^|[\s"'=:(])(\.\.\/[^\s"')]*)/;

/** What somebody who picked it up runs; what only keeps the repository in order may look around. */
const NEEDED = /^(?:pre|post)?(?:install|prepare|build|compile|test|start|bundle|dist|pack|publish)(?:$|[:.-])/;

/** A build that needs the folder above is no build of this product. */
export const scriptsStayInside: Check = {
  name: "scripts-stay-inside",
  title: "Its own scripts need nothing from outside its folder",
  looksAt:
    "Commands in its manifests that install, build, test, start or publish it and name a path outside its folders.",
  mend: "Move what the script needs into the product, or make it a dependency with a name.",
  source: "Doctrine D3: installs, builds and tests with nothing from outside its folder but its declared dependencies.",
  thresholds: { scripts: "Such scripts at most." },
  effort: "hours",
  run({ facts, product, threshold, at }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const folders = product.paths.map((path) => path.slice(path.indexOf(":") + 1));
    const scripts = facts.manifests.flatMap(({ path, scripts: own = {} }) =>
      Object.entries(own)
        .filter(([name]) => NEEDED.test(name))
        .map(([name, command]) => ({ path, name, command })),
    );
    if (scripts.length === 0) return notApplicable("Its manifests name no scripts that install, build or test it.");
    const reaching = scripts.flatMap(({ path, name, command }) => {
      const target = OUTSIDE.exec(command)?.[1];
      return target === undefined || !leaves(path, target, folders) ? [] : [{ path, name, target }];
    });
    const evidence = reaching.slice(0, 8).map(({ path, name, target }) => at(path, undefined, `${name}: ${target}`));
    return atMost(
      reaching.length,
      threshold("scripts"),
      `${reaching.length} of ${scripts.length} scripts name a path outside.`,
      evidence.length > 0 ? evidence : [at(scripts[0]?.path ?? "", undefined, `${scripts.length} scripts`)],
    );
  },
};

/** Whether a path from a manifest's folder leads out of all folders of the product. */
function leaves(manifest: string, target: string, folders: readonly string[]): boolean {
  const parts = manifest.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part !== "..") break;
    if (parts.pop() === undefined) return true;
  }
  const reached = parts.join("/");
  return !folders.some((folder) => folder === "" || reached === folder || reached.startsWith(`${folder}/`));
}
