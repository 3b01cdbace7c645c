import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// What Node has compiled once, types taken off, is not compiled again by each process that a test starts. Kept by
// content, so that it is never stale.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "node_modules/.cache/freehold-compiled");

const pages = ["packages/web/test/pages.test.ts", "packages/web/test/*-pages.test.ts"];

/** One project after the other, since only files of the same one share a process; the slowest of each first. */
class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return ["pages", "cli", "node", "web"].flatMap((name) => sorted.filter(({ project }) => project.name === name));
  }
}

export default defineConfig({
  test: {
    // Ends what hangs; with room for a machine that does other things beside.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Loading the packages takes longer than most files of tests.
    isolate: false,
    setupFiles: join(import.meta.dirname, "tests/own-environment.ts"),
    restoreMocks: true,
    unstubEnvs: true,
    sequence: { sequencer: ByProject },
    // Node runs the sources as it does for people; only those of the web need Vite.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      { extends: true, test: { name: "pages", include: pages, globalSetup: "packages/web/test/built-pages.ts" } },
      {
        extends: true,
        test: { name: "cli", include: ["packages/cli/test/**/*.test.ts"], globalSetup: "packages/cli/test/bundled.ts" },
      },
      {
        extends: true,
        test: {
          name: "node",
          include: ["packages/*/test/**/*.test.ts", "tests/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: ["packages/{web,cli}/**", "**/node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "web",
          include: ["packages/web/test/*.test.ts"],
          exclude: pages,
          experimental: { viteModuleRunner: true },
        },
      },
    ],
  },
});
