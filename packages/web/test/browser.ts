/** A real browser for tests: the one that npm brings, else one of the system. */
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";

/** Asked for by name first; `@sparticuz/chromium` needs libraries that a bare machine may lack. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of await candidates()) {
    try {
      return await playwright.launch({
        executablePath: candidate.path,
        args: candidate.args,
        headless: true,
        env: candidate.env,
      });
    } catch (error) {
      failures.push(
        `${candidate.path}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
      );
    }
  }
  throw new Error(`No browser starts. Set FREEHOLD_CHROMIUM to one that does.\n${failures.join("\n")}`);
}

interface Candidate {
  readonly path: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const PLAIN = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

async function candidates(): Promise<Candidate[]> {
  const env = environment();
  const named = [process.env["FREEHOLD_CHROMIUM"]].filter((path) => path !== undefined);
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].filter((path) =>
    existsSync(path),
  );
  const bundled = await bundledChromium();
  return [
    ...named.map((path) => ({ path, args: PLAIN, env })),
    ...(bundled === undefined
      ? []
      : [
          { path: bundled, args: PLAIN, env },
          { path: bundled, args: PLAIN, env: withLibraries(env, bundled) },
        ]),
    ...installed.map((path) => ({ path, args: PLAIN, env })),
  ];
}

/**
 * Unpacked once, into a folder of its own that appears complete or not at all. The package unpacks the
 * libraries it brings only where it believes to run on Amazon Linux, and always where `TMPDIR` says.
 */
async function bundledChromium(): Promise<string | undefined> {
  const folder = join(import.meta.dirname, "../node_modules/.cache/chromium");
  const path = join(folder, "chromium");
  if (existsSync(path)) return path;
  const unpacking = `${folder}-${process.pid}`;
  const before = { TMPDIR: process.env["TMPDIR"], LD_LIBRARY_PATH: process.env["LD_LIBRARY_PATH"] };
  try {
    await mkdir(unpacking, { recursive: true });
    process.env["TMPDIR"] = unpacking;
    process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs24.x";
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    await rename(unpacking, folder);
  } catch {
    await rm(unpacking, { recursive: true, force: true });
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  return existsSync(path) ? path : undefined;
}

/** For machines without the libraries of a desktop; where the system has its own, those are the better ones. */
function withLibraries(env: Record<string, string>, browser: string): Record<string, string> {
  const folder = dirname(browser);
  return { ...env, LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
