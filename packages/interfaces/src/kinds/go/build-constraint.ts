/**
 * Which builds a file belongs to: `//go:build` lines, older `// +build` lines and names such as `x_linux.go`.
 * https://pkg.go.dev/cmd/go#hdr-Build_constraints
 *
 * The interface is read as one usual build sees it (Linux on amd64, with cgo); what other builds add or
 * declare otherwise is kept beside it, under its constraint.
 */

export interface BuildConstraint {
  /** `` for every build. */
  readonly text: string;
  /** Holds in the usual build. */
  readonly usual: boolean;
}

const SYSTEMS = new Set(
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos".split(
    " ",
  ),
);
const MACHINES = new Set(
  "386 amd64 amd64p32 arm arm64 arm64be armbe loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm".split(
    " ",
  ),
);
const USUAL = new Set(["linux", "amd64", "unix", "gc", "cgo"]);

export function constraintOf(path: string, text: string): BuildConstraint {
  const parts = [...fromName(path), ...fromHead(text)];
  const joined = parts.map((part) => (/[|]/.test(part) && parts.length > 1 ? `(${part})` : part)).join(" && ");
  return { text: joined, usual: parts.every(holdsUsually) };
}

function fromName(path: string): string[] {
  const words = path
    .slice(path.lastIndexOf("/") + 1, -3)
    .split("_")
    .slice(1);
  const [before = "", last = ""] = [words.at(-2), words.at(-1)];
  if (MACHINES.has(last)) return SYSTEMS.has(before) ? [`${before} && ${last}`] : [last];
  return SYSTEMS.has(last) ? [last] : [];
}

/** Only what stands before the package clause counts. */
function fromHead(text: string): string[] {
  const end = /^package\b/m.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  const line = /^\/\/go:build\s+(.+)$/m.exec(head)?.[1];
  if (line !== undefined) return [line.trim()];
  return Array.from(head.matchAll(/^\/\/\s*\+build\s+(.+)$/gm), (match) =>
    (match[1] ?? "")
      .trim()
      .split(/\s+/)
      .map((option) => option.split(",").join(" && "))
      .join(" || "),
  );
}

/** Unknown tags are off, as they are for who does not set them; a version of Go is on. */
function holdsUsually(expression: string): boolean {
  const tokens = expression.match(/&&|\|\||[!()]|[\w.]+/g) ?? [];
  let at = 0;
  return either(0);

  function either(depth: number): boolean {
    let holds = every(depth);
    while (tokens[at] === "||") {
      at++;
      holds = every(depth) || holds;
    }
    return holds;
  }

  function every(depth: number): boolean {
    let holds = one(depth);
    while (tokens[at] === "&&") {
      at++;
      holds = one(depth) && holds;
    }
    return holds;
  }

  function one(depth: number): boolean {
    const token = tokens[at++] ?? "";
    if (token === "!" && depth < 100) return !one(depth + 1);
    if (token !== "(" || depth >= 100) return USUAL.has(token) || /^go1(?:\.|$)/.test(token);
    const holds = either(depth + 1);
    at++;
    return holds;
  }
}
