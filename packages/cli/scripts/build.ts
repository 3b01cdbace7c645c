/**
 * Bundles the command: `npm run build -w @freehold/cli`, into `dist` or the folder given. Commands and kinds stay
 * chunks that load when they are asked for.
 *
 * What is native or serves the web stays a package beside: it loads where it is used, and its own files stay together.
 */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { rolldown } from "rolldown";
import { filesBeside } from "./files-beside.ts";

const PACKAGE = dirname(import.meta.dirname);
const ROOT = join(PACKAGE, "..", "..");
const OUT = resolve(process.argv[2] ?? join(PACKAGE, "dist"));
/** Those of them that start-up needs: faster in the bundle. */
const BUNDLED = ["yaml", "zod"];

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Whether a package can be found from the bundle: what npm keeps inside of the package that wants it can't be. */
function isBeside(name: string): boolean {
  return existsSync(join(ROOT, "node_modules", name));
}

/** Packages that are not bundled: native ones, and those of serving and storing. */
function packagesBeside(): readonly string[] {
  const serving = ["server", "store"].flatMap((name) => {
    const text = readFileSync(join(ROOT, "packages", name, "package.json"), "utf8");
    return Object.keys((JSON.parse(text) as Manifest).dependencies);
  });
  const own = serving.filter((name) => !name.startsWith("@freehold/") && !BUNDLED.includes(name) && isBeside(name));
  return [...own, "oxc-parser", "oxc-transform", "typescript-6"];
}

rmSync(OUT, { recursive: true, force: true });
const beside = packagesBeside();
const files = filesBeside(ROOT, OUT);
const read = new Set<string>();
const bundle = await rolldown({
  // The program apart too, by a name that tests can load it by.
  input: { main: join(PACKAGE, "src", "main.ts"), program: join(PACKAGE, "src", "program.ts") },
  platform: "node",
  external: (id) => beside.some((name) => id === name || id.startsWith(`${name}/`)),
  // Some packages have a form for bundlers, and another that calls `require` in ways that no bundler follows.
  resolve: { mainFields: ["module", "main"] },
  onLog(level, log, write) {
    // Would be found only when somebody runs it.
    if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
    write(level, log);
  },
  plugins: [
    files.plugin,
    // Those that leave nothing in the bundle too: what only exports again, for one.
    {
      name: "made-of",
      transform(_code, id) {
        read.add(id);
      },
    },
  ],
});
await bundle.write({
  dir: OUT,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
});
await bundle.close();

// What the launcher compares: beside a bundle that is older than its sources, those run.
const inputs = [...read, ...files.copy()];
const own = inputs.filter((id) => id.startsWith(`${ROOT}/`) && !id.includes("/node_modules/"));
const stamps = [...own, join(ROOT, "package-lock.json")].flatMap((path) => {
  const info = statSync(path);
  return info.isFile() ? [[relative(dirname(OUT), path), info.mtimeMs, info.size]] : [];
});
writeFileSync(join(OUT, "made-of.json"), JSON.stringify(stamps));
