/** Addresses that were made to reach what only the server can, or to make git run something. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openClones, openSource, openWeb, parsePlace, PlaceRefused, type Reach } from "../src/index.ts";
import { startForge } from "./forge-server.ts";

// Repositories are made, served and fetched for real; busy machines take their time.
vi.setConfig({ testTimeout: 120_000 });

const MIB = 1024 * 1024;
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "freehold-abuse-"))));
afterAll(async () => await rm(folder, { recursive: true, force: true }));

describe("an address of git", () => {
  const mark = join(tmpdir(), `freehold-mark-${process.pid}`);

  test.each([
    `ext::sh -c "touch ${mark}"`,
    `ext::sh%20-c%20touch%20${mark}`,
    "fd::17/foo",
    "transport::https://git.example.org/app.git",
    `--upload-pack=touch ${mark}`,
    `--upload-pack=touch${mark}`,
    "-oProxyCommand=touch",
    "ssh://-oProxyCommand=touch%20x/app.git",
    "ssh://-oProxyCommand=x@git.example.org/app.git",
    "git@-oProxyCommand=x:app.git",
    "-u@git.example.org:app.git",
    "file:///etc",
    "FILE:///etc/passwd",
    "file://localhost/etc",
    "/etc",
    "../other",
    "https://user:secret@git.example.org/app.git",
    "https://token@git.example.org/app.git",
    "ftp://git.example.org/app.git",
    "https://git.example.org/app.git\nProxyCommand x",
    "https://git.example.org/app .git",
    "https://git.example.org/\u0000",
    `https://git.example.org/${"a".repeat(2000)}`,
  ])("%s is refused", (address) => {
    expect(() => parsePlace("git", address, { local: false })).toThrow(PlaceRefused);
    expect(existsSync(mark)).toBe(false);
  });

  test.each([
    ["https://2130706433/app.git", "127.0.0.1"],
    ["https://0177.0.0.1/app.git", "127.0.0.1"],
    ["https://0x7f.1/app.git", "127.0.0.1"],
    ["https://127.1/app.git", "127.0.0.1"],
    ["https://127%2e0.0.1/app.git", "127.0.0.1"],
    ["https://[::ffff:7f00:1]/app.git", "[::ffff:7f00:1]"],
    ["https://[::ffff:169.254.169.254]/app.git", "[::ffff:a9fe:a9fe]"],
    ["ssh://git@2130706433/app.git", "127.0.0.1"],
    ["ssh://git@0x7f000001/app.git", "127.0.0.1"],
    ["git@2130706433:app.git", "127.0.0.1"],
    ["git://0177.1/app.git", "127.0.0.1"],
    ["git://127.0.0.1./app.git", "127.0.0.1"],
  ])("%s is judged as what it stands for", async (address, judged) => {
    const place = parsePlace("git", address, { local: false });
    const asked: string[] = [];
    const reach: Reach = async ({ hostname }) => {
      asked.push(hostname);
      return await Promise.reject(new Error("is no public address"));
    };
    const clones = openClones({ folder, mostBytes: MIB, mostBytesEach: MIB, reach });
    if (place.kind !== "git") throw new Error("no address of git");
    const wanted = { owner: ["acme", "src"], url: place.url, signal: AbortSignal.timeout(20_000) };
    const looked = clones.look({ ...wanted, credential: { kind: "none" } });
    await expect(looked).rejects.toThrow("is no public address");
    expect(asked).toEqual([judged]);
  });
});

/** Names that no resolver knows: only what goes to the address that was judged arrives. */
const NAME = "repositories.invalid";

function wanted(url: string) {
  return {
    owner: ["acme", "src_1"],
    url,
    credential: { kind: "none" } as const,
    signal: AbortSignal.timeout(30_000),
  };
}

/** Leads to this machine when it is asked first, then to another of its addresses. */
function rebinding() {
  let asked = 0;
  const reach: Reach = async () => ({ address: asked++ === 0 ? "127.0.0.1" : "127.0.0.2", family: 4 });
  return { reach, asked: () => asked };
}

describe("a name that leads elsewhere once it was judged", () => {
  test("is fetched from the address that was judged, by http", async () => {
    await using forge = await startForge();
    const commit = forge.commit("app", { "a.txt": "1" });
    const { reach, asked } = rebinding();
    const clones = openClones({ folder, mostBytes: 100 * MIB, mostBytesEach: 10 * MIB, reach });
    const url = `http://${NAME}:${new URL(forge.url).port}/acme/app.git`;
    expect(await clones.look(wanted(url))).toMatchObject({ commit });
    expect(asked(), "one name, one answer, for all connections of one run").toBe(1);
    await expect(clones.look(wanted(url))).rejects.toMatchObject({ code: "source/git" });
  });

  test("is fetched from the address that was judged, by git's own protocol, and asked for by its name", async () => {
    await using forge = await startForge();
    const commit = forge.commit("app", { "a.txt": "1" });
    await using daemon = await startDaemon(forge.root);
    const { reach } = rebinding();
    const clones = openClones({ folder, mostBytes: 100 * MIB, mostBytesEach: 10 * MIB, reach });
    const url = `git://${NAME}:${daemon.port}/acme/app.git`;
    expect(await clones.look(wanted(url))).toMatchObject({ commit });
    await expect(clones.look(wanted(url))).rejects.toMatchObject({ code: "source/git" });
  });

  test("is listed from the address that was judged", async () => {
    await using forge = await startForge();
    forge.commit("app", {});
    const { reach } = rebinding();
    const web = openWeb(reach);
    const api = `http://${NAME}:${new URL(forge.url).port}`;
    const place = parsePlace("github", `${api}/acme`, { api, local: false });
    const { lister } = await openSource(place, { kind: "none" }, { web, now: Date.now });
    expect(await lister.page(undefined)).toMatchObject({ repositories: [{ id: "acme/app" }] });
    await web.close();
  });

  test("does not lead git through a redirect", async () => {
    await using forge = await startForge();
    forge.commit("app", {});
    const redirecting = createHttpServer((request, response) =>
      response.writeHead(302, { location: `${forge.url}${request.url}` }).end(),
    );
    await new Promise<void>((done) => redirecting.listen(0, "127.0.0.1", done));
    const { reach } = rebinding();
    const clones = openClones({ folder, mostBytes: MIB, mostBytesEach: MIB, reach });
    const url = `http://${NAME}:${(redirecting.address() as AddressInfo).port}/acme/app.git`;
    await expect(clones.look(wanted(url))).rejects.toThrow("302");
    redirecting.close();
  });
});

/** git's own server, on a port that is free. */
async function startDaemon(root: string) {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  const flags = [`--base-path=${root}`, "--export-all", "--listen=127.0.0.1", `--port=${port}`, "--reuseaddr"];
  const child = spawn("git", ["daemon", ...flags], { stdio: "ignore", detached: true });
  const answers = async () =>
    await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        done(true);
      });
      socket.once("error", () => done(false));
    });
  await expect.poll(answers, { timeout: 10_000 }).toBe(true);
  return {
    port,
    async [Symbol.asyncDispose]() {
      const ended = new Promise((done) => child.once("close", done));
      if (child.pid !== undefined) process.kill(-child.pid);
      await ended;
    },
  };
}
