import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { makeShop, temporaryFolder } from "./repository-maker.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

test("open serves the products of a repository on this machine until it is told to end", async () => {
  const shop = makeShop(join(folder.path, "shop"));
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const env = { ...process.env, XDG_CACHE_HOME: join(folder.path, "cache") };
  const child = spawn(process.execPath, [main, "open", shop.path, "--no-open"], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "exit");
  try {
    const address = await addressOf(child.stdout);
    expect(new URL(address).hostname).toBe("127.0.0.1");
    const summary: unknown = await (await fetch(new URL("/api/v1/summary", address))).json();
    expect(summary).toMatchObject({ products: 3, repositories: [{ name: "shop" }] });
    expect((await fetch(address)).headers.get("content-type")).toContain("text/html");
  } finally {
    child.kill("SIGTERM");
  }
  expect(await ended).toEqual([0, null]);
});

async function addressOf(out: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: out })) {
    const found = /^Open (http\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("the command ended without an address");
}
