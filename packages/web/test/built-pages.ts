/** Builds the pages as for people, once for all test files that open them in a browser. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built pages. */
    readonly webRoot: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const webRoot = await mkdtemp(join(tmpdir(), "freehold-web-"));
  await build({
    configFile: join(import.meta.dirname, "../vite.config.ts"),
    logLevel: "error",
    build: { outDir: webRoot, emptyOutDir: true },
  });
  provide("webRoot", webRoot);
  return async () => await rm(webRoot, { recursive: true, force: true });
}
