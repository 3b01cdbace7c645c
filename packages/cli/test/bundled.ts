/** Bundles the command for the tests that run it, unless the bundle of an earlier run is of the same sources. */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

const PACKAGE = join(import.meta.dirname, "..");
const ROOT = join(PACKAGE, "../..");
/** Below the workspace, where the packages are found that stay beside the bundle. */
const HIDDEN = join(ROOT, ".freehold");
const PLACE = join(HIDDEN, "tested");

declare module "vitest" {
  interface ProvidedContext {
    /** A folder with the bundle in `dist` and its launcher in `bin`, for reading only. */
    readonly bundled: string;
  }
}

export default function setup({ provide }: TestProject): void {
  if (!isCurrent()) replace();
  provide("bundled", PLACE);
}

/** The launcher knows: of a bundle that is older it runs the sources, and those beside this one end at once. */
function isCurrent(): boolean {
  return spawnSync(process.execPath, [join(PLACE, "bin/freehold.js"), "--version"]).status === 0;
}

/** Made beside it, so that there is a whole one or none. */
function replace(): void {
  if (!existsSync(join(ROOT, "packages/web/dist/index.html")))
    execFileSync("npm", ["run", "build", "-w", "@freehold/web"], { cwd: ROOT, stdio: "inherit" });
  mkdirSync(HIDDEN, { recursive: true });
  const making = mkdtempSync(join(HIDDEN, "bundle-"));
  for (const folder of ["bin", "src"]) mkdirSync(join(making, folder));
  execFileSync(process.execPath, [join(PACKAGE, "scripts/build.ts"), join(making, "dist")], { stdio: "inherit" });
  copyFileSync(join(PACKAGE, "bin/freehold.js"), join(making, "bin/freehold.js"));
  writeFileSync(join(making, "package.json"), '{ "type": "module" }\n');
  writeFileSync(
    join(making, "src/main.ts"),
    'throw new Error("A source changed since the command was bundled: run the tests again.");\n',
  );
  rmSync(PLACE, { recursive: true, force: true });
  renameSync(making, PLACE);
}
