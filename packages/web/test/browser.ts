/** A real browser for tests: the one that npm brings, else one of the system. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
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
          { path: bundled, args: PLAIN, env: withLibraries(env) },
        ]),
    ...installed.map((path) => ({ path, args: PLAIN, env })),
  ];
}

/**
 * The package unpacks the libraries it brings only where it believes to run on Amazon Linux; saying so
 * before it is loaded makes it unpack them, for machines that have none of their own.
 */
async function bundledChromium(): Promise<string | undefined> {
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs24.x";
  const libraries = process.env["LD_LIBRARY_PATH"];
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return await chromium.executablePath();
  } catch {
    return undefined;
  } finally {
    // The system's libraries are the better ones where they exist; see `withLibraries`.
    if (libraries === undefined) delete process.env["LD_LIBRARY_PATH"];
    else process.env["LD_LIBRARY_PATH"] = libraries;
  }
}

function withLibraries(env: Record<string, string>): Record<string, string> {
  return { ...env, LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib"), FONTCONFIG_PATH: join(tmpdir(), "fonts") };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
