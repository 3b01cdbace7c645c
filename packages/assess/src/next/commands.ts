/** The commands that really install, build, test and check a product: from its scripts, tasks and lock files. */
import type { ProductContext } from "../context/product-context.ts";

export interface Command {
  readonly purpose: "install" | "build" | "test" | "check" | "start";
  readonly text: string;
  /** The file that says so. */
  readonly path: string;
}

/** A package manager by its lock file: how to install everything, and how to run a script. */
const MANAGERS: readonly (readonly [lockfile: RegExp, install: string, run: string])[] = [
  [/(?:^|\/)pnpm-lock\.yaml$/, "pnpm install", "pnpm run"],
  [/(?:^|\/)yarn\.lock$/, "yarn install", "yarn run"],
  [/(?:^|\/)bun\.lockb?$/, "bun install", "bun run"],
  [/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/, "npm ci", "npm run"],
];

/** Names by convention of the package managers and of make. */
const PURPOSES: readonly (readonly [purpose: Command["purpose"], name: RegExp])[] = [
  ["build", /^(?:build|compile)$/],
  ["test", /^tests?$/],
  ["check", /^(?:lint|check|typecheck|type-check|format:check)$/],
  ["start", /^(?:start|dev|serve)$/],
];

/** What an ecosystem's own tool does without any script. */
const TOOLS: Readonly<Record<string, readonly (readonly [Command["purpose"], string])[]>> = {
  cargo: [
    ["build", "cargo build"],
    ["test", "cargo test"],
  ],
  go: [
    ["build", "go build ./..."],
    ["test", "go test ./..."],
  ],
};

/** In the order that somebody types them; each purpose may have several. */
export function commandsOf(context: ProductContext): readonly Command[] {
  const { facts, repositoryFacts, units } = context;
  const manager = managerOf(repositoryFacts?.lockfiles ?? []);
  const commands: Command[] = [];
  const scripts = (facts?.manifests ?? []).filter((manifest) => manifest.path.endsWith("package.json"));
  const [script] = scripts;
  if (script !== undefined)
    commands.push({
      purpose: "install",
      text: manager?.install ?? "npm install",
      path: manager?.lockfile ?? script.path,
    });
  for (const { path, scripts: named = {} } of scripts.slice(0, 1)) {
    for (const name of Object.keys(named)) {
      const purpose = purposeOf(name);
      if (purpose === undefined || isPlaceholder(named[name] ?? "")) continue;
      const run = name === "test" ? (manager?.run ?? "npm run").replace(/ run$/, "") : (manager?.run ?? "npm run");
      commands.push({ purpose, text: `${run} ${name}`, path });
    }
  }
  for (const unit of units.slice(0, 1)) {
    for (const [purpose, text] of TOOLS[unit.ecosystem] ?? [])
      commands.push({ purpose, text, path: unit.manifest ?? "" });
  }
  for (const { path, names } of repositoryFacts?.tasks ?? []) {
    if (!/(?:^|\/)(?:GNU)?makefile$/i.test(path) || path.includes("/")) continue;
    for (const name of names) {
      const purpose = purposeOf(name);
      if (purpose !== undefined) commands.push({ purpose, text: `make ${name}`, path });
    }
  }
  const order: readonly Command["purpose"][] = ["install", "build", "test", "check", "start"];
  return commands.sort((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose));
}

/** What `npm init` writes fails on purpose. */
function isPlaceholder(script: string): boolean {
  return script.includes("no test specified");
}

function purposeOf(name: string): Command["purpose"] | undefined {
  return PURPOSES.find(([, pattern]) => pattern.test(name))?.[0];
}

function managerOf(lockfiles: readonly string[]) {
  for (const [pattern, install, run] of MANAGERS) {
    const lockfile = lockfiles.find((path) => pattern.test(path));
    if (lockfile !== undefined) return { lockfile, install, run };
  }
  return undefined;
}

/** How somebody else takes what the product publishes; nothing where it is not published. */
export function installCommands({ units }: ProductContext): readonly string[] {
  return units.flatMap(({ ecosystem, name, published, provides }) => {
    if (published !== true) return [];
    const tools: Readonly<Record<string, string>> = {
      npm: `npm install ${name}`,
      cargo: `cargo add ${name}`,
      go: `go get ${name}`,
      python: `pip install ${name}`,
    };
    const command = tools[ecosystem];
    return command === undefined || !provides.some(({ id }) => id.startsWith("pkg:")) ? [] : [command];
  });
}
