/**
 * Runs the Dockerfile without docker: `node deploy/rehearse.ts [folder]`. The commit is laid out in an empty folder,
 * RUN lines run there by a shell, then the entry point with its command, its settings and its health check, and at last
 * the signal to end. What needs another system (packages of Debian, its users) is named and left out.
 *
 * Ends with 0 where every step did what it should. Takes minutes and asks the registry of npm.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** Of Debian's packages, and of users that a machine may lack. */
const OF_THE_SYSTEM = /^(?:apt-get|mkdir \/data && chown)/;
const PORT = "4017";

const root = join(import.meta.dirname, "..");
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), "freehold-image-"));
const data = join(folder, "data");
const app = join(folder, "app");
for (const each of [data, app]) mkdirSync(each, { recursive: true });

const steps = readFileSync(join(import.meta.dirname, "Dockerfile"), "utf8")
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ word: line.slice(0, line.indexOf(" ")), text: line.slice(line.indexOf(" ") + 1) }));

const told = Object.fromEntries(
  textsOf("ENV")
    .flatMap((text) => text.split(" "))
    .map((pair) => pair.replaceAll("/data", data).split("=", 2)),
) as Record<string, string>;
/** The image has one Node; here it is the one that runs this. */
const PATH = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;
/** How this machine reaches the registry: certificates, proxies, settings of npm. */
const REACH =
  /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|https?_proxy|no_proxy|npm_config_(?:registry|cafile|userconfig))$/i;
const reach = Object.fromEntries(Object.entries(process.env).filter(([name]) => REACH.test(name)));
const environment = { PATH, HOME: join(folder, "home"), ...reach, ...told };

for (const { word, text } of steps) {
  if (word === "COPY") copied();
  if (word === "RUN") ran(text);
}
await served([...listIn("ENTRYPOINT"), ...listIn("CMD")]);
if (process.argv[2] === undefined) rmSync(folder, { recursive: true });

/** As `COPY . .` does with Dockerfile.dockerignore: what git has, without the benchmarks. */
function copied(): void {
  const archive = execFileSync("git", ["archive", "HEAD", "--", ".", ":!bench"], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync("tar", ["-x", "-C", app], { input: archive });
  say("COPY", `the commit, to ${app}`);
}

function ran(text: string): void {
  if (OF_THE_SYSTEM.test(text)) {
    say("left out", `RUN ${text}`);
    return;
  }
  say("RUN", text);
  const { status } = spawnSync("sh", ["-c", text], { cwd: app, env: environment, stdio: "inherit" });
  if (status !== 0) fail(`RUN ended with ${status}`);
}

async function served([program = "", ...args]: readonly string[]): Promise<void> {
  say("CMD", [program, ...args].join(" "));
  // In the container it listens for everybody, which needs an address that people open, as compose.yaml gives it.
  const settings = {
    FREEHOLD_PORT: PORT,
    FREEHOLD_PUBLIC_URL: "https://freehold.example.org",
    FREEHOLD_HOST: "127.0.0.1",
  };
  const child = spawn(program, args, { cwd: app, env: { ...environment, ...settings }, stdio: "inherit" });
  const ended = once(child, "exit");
  // However this ends, no server is left to answer the next run in the place of its own.
  process.on("exit", () => child.kill("SIGKILL"));
  const [check, ...rest] = healthCheck();
  for (let attempt = 0; !healthy(check ?? "", rest); attempt++) {
    if (attempt === 60 || child.exitCode !== null) fail("it did not become healthy");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const page = await fetch(`http://127.0.0.1:${PORT}/`, { headers: { accept: "text/html" } });
  const text = await page.text();
  if (!page.ok || !text.includes("<script")) fail(`the page is not served: ${page.status} ${text.slice(0, 200)}`);
  say("healthy", "and serves its page");
  child.kill(textsOf("STOPSIGNAL")[0] as NodeJS.Signals);
  const [code]: unknown[] = await ended;
  if (code !== 0) fail(`told to end, it ended with ${String(code)}`);
  say("ended", "by its signal, with 0");
}

function healthy(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { env: environment }).status === 0;
}

/** On the port of this run. */
function healthCheck(): string[] {
  const [text = ""] = textsOf("HEALTHCHECK");
  return (JSON.parse(text.slice(text.indexOf("["))) as string[]).map((part) => part.replace("4000", PORT));
}

function textsOf(word: string): string[] {
  return steps.filter((step) => step.word === word).map(({ text }) => text);
}

function listIn(word: string): string[] {
  return JSON.parse(textsOf(word)[0] ?? "[]") as string[];
}

function say(what: string, text: string): void {
  console.log(`== ${what}: ${text}`);
}

function fail(why: string): never {
  console.error(`== FAILED: ${why} (left in ${folder})`);
  process.exit(1);
}
