/** Pairs of sources with the class that a change has for whoever runs the program. */
import { describe, expect, test } from "vitest";
import { environment } from "../../src/kinds/environment/kind.ts";
import { elementsIn, type Files, type Pair, testPairs } from "../pairs.ts";

const py = (...lines: readonly string[]): Files => ({ "app.py": ["import os, sys", ...lines].join("\n") });
const go = (...lines: readonly string[]): Files => ({
  "main.go": `package main\nimport "os"\nfunc main() {\n${lines.join("\n")}\n}`,
});
const rs = (line: string): Files => ({
  "src/main.rs": `use std::env;\nfn main() -> Result<(), E> { let x = ${line}; Ok(()) }`,
});
const java = (line: string): Files => ({ "src/A.java": `class A { void run() { ${line} } }` });
const sh = (line: string): Files => ({ "entrypoint.sh": `#!/bin/sh\nset -e\n${line}\n` });

const PAIRS: readonly Pair[] = [
  ["variable added", "run();", "run(process.env.PORT);", "compatible", "breaking"],
  ["variable renamed", "run(process.env.PORT);", "run(process.env.HTTP_PORT);", "breaking", "breaking"],
  ["left to the run time", "run(process.env.NODE_EXTRA_CA_CERTS);", "run();", "unknown", "compatible"],
  ["required variable added", "", "if (!process.env.URL) throw new Error();", "breaking", "breaking"],
  [
    "made required",
    "const url = process.env.URL;",
    "const url = process.env.URL;\nif (!url) { console.error('no'); process.exit(1); }",
    "breaking",
    "compatible",
  ],
  [
    "given a default",
    "const url = process.env.URL;\nif (url === undefined) throw no();",
    "const url = process.env.URL ?? 'http://a';",
    "compatible",
    "breaking",
  ],
  ["default changed", "run(process.env.PORT || 80)", "run(process.env.PORT || 8080)", "unknown", "unknown"],
  ["in brackets", "run(process.env.PORT)", "run(process.env['PORT'])", "none", "none"],
  ["destructured", "run(process.env.PORT ?? '80')", "const { PORT = '80' } = process.env;", "none", "none"],
  ["through a name", "run(process.env.PORT)", "import { env } from 'node:process';\nrun(env.PORT);", "none", "none"],
  ["set, not read", "", "process.env.PORT = '1'; delete process.env.OTHER;", "none", "none"],
  ["passed on as a whole", "", "spawn('a', { env: { ...process.env } });", "none", "none"],
  ["in comments and texts", "", "// process.env.A\nrun('process.env.B');", "none", "none"],
  [
    "name by name of another file",
    { "a.ts": "run(process.env.PORT)" },
    { "b.ts": "run(process.env.PORT)" },
    "none",
    "none",
  ],
  ["computed names", "", "for (const key of keys) run(process.env[key]);", "unknown", "unknown"],
  [
    "a function that reads",
    "run(process.env.A ?? 'a')",
    "function env(name: string, other?: string) { return process.env[name] ?? other; }\nrun(env('A', 'a'));",
    "none",
    "none",
  ],
  [
    "a function that demands",
    "run(process.env.A)",
    "function need(name: string) { const v = process.env[name]; if (!v) throw new Error(name); return v; }\nrun(need('A'));",
    "breaking",
    "compatible",
  ],
  ["both must be there", "", "if (!process.env.A || !process.env.B) throw new Error();", "breaking", "breaking"],
  ["one of two is enough", "", "if (!process.env.A && !process.env.B) throw new Error();", "compatible", "breaking"],
  [
    "asserted",
    "run(process.env.A)",
    "import assert from 'node:assert';\nassert(process.env.A);",
    "breaking",
    "compatible",
  ],
  [
    "or else a function that throws",
    "run(process.env.A)",
    "function fail(): never { throw new Error(); }\nrun(process.env.A ?? fail());",
    "breaking",
    "compatible",
  ],
  [
    "or else thrown at once",
    "run(process.env.A)",
    "run(process.env.A || (() => { throw new Error(); })());",
    "breaking",
    "compatible",
  ],
  ["python: asserted", py("a = os.environ.get('A')"), py("assert os.environ.get('A')"), "breaking", "compatible"],
  [
    "python: refused when not there",
    py("a = os.environ.get('A')"),
    py("if 'A' not in os.environ:", "    raise RuntimeError('A')"),
    "breaking",
    "compatible",
  ],
  ["of Vite", "run(import.meta.env.VITE_URL)", "run(import.meta.env.VITE_URL, import.meta.env.DEV)", "none", "none"],
  ["zod: demanded", "", "z.object({ URL: z.string().url() }).parse(process.env)", "breaking", "breaking"],
  [
    "zod: optional, with default",
    "",
    "const schema = z.object({ URL: z.string().optional(), PORT: z.coerce.number().default(80) });\nschema.parse(process.env);",
    "compatible",
    "breaking",
  ],
  [
    "zod: choice removed",
    "z.object({ LOG: z.enum(['a', 'b']) }).parse(process.env)",
    "z.object({ LOG: z.enum(['a']) }).parse(process.env)",
    "breaking",
    "compatible",
  ],
  ["zod: of something else", "", "z.object({ URL: z.string() }).parse(body)", "none", "none"],
  [
    "envalid",
    "import { cleanEnv, str, port } from 'envalid';\ncleanEnv(process.env, { URL: str() })",
    "import { cleanEnv, str, port } from 'envalid';\ncleanEnv(process.env, { URL: str(), PORT: port({ default: 80 }) })",
    "compatible",
    "breaking",
  ],
  ["python: brackets demand", py("a = os.environ.get('A')"), py("a = os.environ['A']"), "breaking", "compatible"],
  ["python: getenv with a default", py("a = os.getenv('A', 'x')"), py("a = os.environ.get('A', 'x')"), "none", "none"],
  ["python: or", py("a = os.getenv('A') or 'x'"), py("a = os.getenv('A', 'x')"), "none", "none"],
  [
    "python: checked",
    py("a = os.getenv('A')"),
    py("a = os.getenv('A')", "if not a:", "    sys.exit('set A')"),
    "breaking",
    "compatible",
  ],
  [
    "python: foreseen",
    py("a = os.getenv('A')"),
    py("try:", "    a = os.environ['A']", "except KeyError:", "    a = None"),
    "none",
    "none",
  ],
  [
    "go: checked",
    go(`url := os.Getenv("URL")`),
    go(`url := os.Getenv("URL")`, `if url == "" {`, `log.Fatal("no")`, `}`),
    "breaking",
    "compatible",
  ],
  [
    "go: looked up",
    go(`run(os.Getenv("A"))`),
    go(`a, ok := os.LookupEnv("A")`, `if !ok { panic("A") }`),
    "breaking",
    "compatible",
  ],
  [
    "demanded in one case only",
    "",
    "if (mode === 's3') { if (!process.env.BUCKET) throw new Error(); }",
    "unknown",
    "breaking",
  ],
  [
    "demanded in every case now",
    "if (s3) { if (!process.env.B) throw no(); }",
    "if (!process.env.B) throw no();",
    "breaking",
    "compatible",
  ],
  [
    "python: asked for first",
    py("a = os.getenv('A')"),
    py("def f():", "    if 'A' in os.environ:", "        return os.environ['A']"),
    "none",
    "none",
  ],
  [
    "go: tag of a struct",
    go(`type C struct { A string \`env:"A,required"\`; B string \`env:"B" envDefault:"x"\` }`),
    go(`type C struct { A string \`env:"A"\`; B string \`env:"B" envDefault:"x"\` }`),
    "compatible",
    "breaking",
  ],
  [
    "go: a function that demands, in one case",
    go(`run(os.Getenv("A"))`),
    {
      "main.go": `package main\nimport "os"\nfunc must(n string) string { v := os.Getenv(n)\n if v == "" { panic(n) }\n return v }\nfunc main() { if s3 { must("A") } }`,
    },
    "unknown",
    "compatible",
  ],
  ["rust: unwrapped", rs(`env::var("A").unwrap_or("x".into())`), rs(`std::env::var("A")?`), "breaking", "compatible"],
  [
    "rust: handed to the caller",
    { "src/a.rs": 'fn f() -> Option<String> { let a = std::env::var("A").ok(); a }' },
    { "src/a.rs": 'fn f() -> Result<String, E> { let a = std::env::var("A")?; Ok(a) }' },
    "unknown",
    "compatible",
  ],
  [
    "rust: of the build",
    rs("1"),
    { "src/main.rs": "fn main() {}", "build.rs": 'fn main() { std::env::var("OUT_DIR").unwrap(); }' },
    "none",
    "none",
  ],
  [
    "rust: of a build script of another name",
    { "Cargo.toml": '[package]\nname = "a"\nbuild = "build/main.rs"\n', "src/main.rs": "fn main() {}" },
    {
      "Cargo.toml": '[package]\nname = "a"\nbuild = "build/main.rs"\n',
      "src/main.rs": "fn main() {}",
      "build/main.rs": 'fn main() { std::env::var("TARGET").unwrap(); }',
      "build/probe.rs": 'fn probe() { std::env::var("RUSTC").unwrap(); }',
    },
    "none",
    "none",
  ],
  ["rust: set by Cargo", rs("1"), rs(`env::var("CARGO_MANIFEST_DIR").unwrap()`), "unknown", "unknown"],
  ["set by npm", "", "if (!process.env.npm_config_user_agent) throw new Error();", "unknown", "unknown"],
  ["set by GitHub", "", "if (!process.env.GITHUB_OUTPUT) throw new Error();", "unknown", "unknown"],
  ["handed on by a workflow", "", "if (!process.env.GITHUB_TOKEN) throw new Error();", "breaking", "breaking"],
  [
    "rust: default changed",
    rs(`env::var("A").unwrap_or_else(|_| "x".to_string())`),
    rs(`env::var("A").unwrap_or_else(|_| "y".to_string())`),
    "unknown",
    "unknown",
  ],
  [
    "java: demanded",
    java(`var a = System.getenv("A");`),
    java(`var a = System.getenv("A"); if (a == null) throw new E();`),
    "breaking",
    "compatible",
  ],
  [
    "java: or else",
    java(`var a = Optional.ofNullable(System.getenv("A")).orElse("x");`),
    java(`var a = System.getenv().getOrDefault("A", "x");`),
    "none",
    "none",
  ],
  ["shell: demanded", sh('echo "${A:-x}"'), sh('echo "${A:?must be set}"'), "breaking", "compatible"],
  ["shell: the script's own", sh(""), sh('A=1\necho "${A:-x}" # ${B:?}'), "none", "none"],
  [
    "documented",
    { "a.js": "run(process.env.A)" },
    { "a.js": "run(process.env.A)", ".env.example": "# where it is\nA=x\n" },
    "none",
    "none",
  ],
  ["documented and read elsewhere", { "a.js": "" }, { ".env.example": "B=1\n" }, "compatible", "breaking"],
  ["in a test", "", { "a.test.ts": "run(process.env.A)", "test/b.py": "import os\nos.environ['B']" }, "none", "none"],
];

describe("environment", () => {
  testPairs(environment, "main.ts", PAIRS);

  test("an element says what happens without it, where it is read, and what is written on it", () => {
    const elements = elementsIn(
      environment,
      {
        "a.ts":
          "run();\nconst port = process.env.PORT ?? '80';\nconst again = process.env.PORT ?? '81';\nif (!process.env.URL) throw new Error();",
        ".env.example": "# the port\nPORT=80\n",
      },
      "",
    );
    expect(elements.map(({ id, signature, doc, evidence }) => [id, signature, doc, evidence])).toEqual([
      [
        "variable PORT",
        'PORT = "80" or "81"',
        "the port",
        { rule: "environment.read", path: "a.ts", line: 2, detail: "read in 2 places" },
      ],
      ["variable URL", "URL (required)", undefined, { rule: "environment.read", path: "a.ts", line: 4 }],
    ]);
  });
});
