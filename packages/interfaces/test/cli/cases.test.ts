/**
 * Pairs of sources with the class that a change has for whoever types the command, or keeps it in a script.
 * Each library's own spelling of the same declarations is in libraries.test.ts.
 */
import { describe, expect, test } from "vitest";
import { cli } from "../../src/kinds/cli/kind.ts";
import { elementsIn, extractFrom, type Pair, testPairs } from "../pairs.ts";

const program = (...lines: readonly string[]): string =>
  [
    `import { Command, Option, Argument } from "commander";`,
    `const program = new Command();`,
    ...lines,
    "program.parse();",
  ].join("\n");
const options = (...chain: readonly string[]): string => program(`program.command("build")${chain.join("")};`);
const bin = (value: unknown): Record<string, string> => ({
  "package.json": JSON.stringify({ name: "tool", bin: value }),
  "cli.ts": program('program.option("-v");'),
});

const PAIRS: readonly Pair[] = [
  ["command added", program(), program('program.command("build");'), "compatible", "breaking"],
  [
    "command renamed",
    program('program.command("build");'),
    program('program.command("make");'),
    "breaking",
    "breaking",
  ],
  [
    "command with a required argument added",
    program(),
    program('program.command("build <file>");'),
    "compatible",
    "breaking",
  ],
  [
    "command of a command added",
    options(),
    program('const b = program.command("build");', 'b.command("all");'),
    "compatible",
    "breaking",
  ],
  ["alias added", options(), options('.alias("b")'), "compatible", "breaking"],
  ["alias changed", options('.alias("b")'), options('.alias("c")'), "breaking", "breaking"],
  ["option added", options(), options('.option("-w, --watch")'), "compatible", "breaking"],
  ["required option added", options(), options('.requiredOption("--to <place>")'), "breaking", "breaking"],
  [
    "required option with a default added",
    options(),
    options('.requiredOption("--to <place>", "where", "here")'),
    "compatible",
    "breaking",
  ],
  [
    "option made required",
    options('.option("--to <x>")'),
    options('.requiredOption("--to <x>")'),
    "breaking",
    "compatible",
  ],
  [
    "long name changed",
    options('.option("-w, --watch")'),
    options('.option("-w, --watching")'),
    "breaking",
    "breaking",
  ],
  ["short name removed", options('.option("-w, --watch")'), options('.option("--watch")'), "breaking", "compatible"],
  ["flag takes a value now", options('.option("--log")'), options('.option("--log <level>")'), "breaking", "breaking"],
  [
    "flag may take a value now",
    options('.option("--log")'),
    options('.option("--log [level]")'),
    "unknown",
    "breaking",
  ],
  [
    "value may be left out now",
    options('.option("--log <level>")'),
    options('.option("--log [level]")'),
    "compatible",
    "breaking",
  ],
  [
    "value takes all that follow now",
    options('.option("--log <level>")'),
    options('.option("--log <level...>")'),
    "unknown",
    "breaking",
  ],
  [
    "default changed",
    options('.option("--log <level>", "how much", "info")'),
    options('.option("--log <level>", "how much", "warn")'),
    "unknown",
    "unknown",
  ],
  [
    "choice added",
    options('.addOption(new Option("--log <l>").choices(["a"]))'),
    options('.addOption(new Option("--log <l>").choices(["a", "b"]))'),
    "compatible",
    "breaking",
  ],
  [
    "choices in another order",
    options('.addOption(new Option("--log <l>").choices(["a", "b"]))'),
    options('.addOption(new Option("--log <l>").choices(["b", "a"]))'),
    "none",
    "none",
  ],
  [
    "choices where any text was taken",
    options('.addOption(new Option("--log <l>"))'),
    options('.addOption(new Option("--log <l>").choices(["a"]))'),
    "breaking",
    "compatible",
  ],
  [
    "text must be a number now",
    options('.option("--port <n>")'),
    options('.option("--port <n>", "where", Number)'),
    "breaking",
    "compatible",
  ],
  [
    "read by code of its own",
    options('.option("--port <n>")'),
    options('.option("--port <n>", "where", (text) => check(text))'),
    "unknown",
    "compatible",
  ],
  [
    "negation added",
    options('.option("--color")'),
    options('.option("--color").option("--no-color")'),
    "compatible",
    "breaking",
  ],
  ["required argument added", options(), options('.argument("<file>")'), "breaking", "breaking"],
  ["optional argument added", options(), options('.argument("[file]")'), "compatible", "breaking"],
  ["argument made optional", options('.argument("<file>")'), options('.argument("[file]")'), "compatible", "breaking"],
  ["argument takes many", options('.argument("<file>")'), options('.argument("<file...>")'), "compatible", "breaking"],
  ["argument called otherwise", options('.argument("<file>")'), options('.argument("<path>")'), "none", "none"],
  [
    "arguments in the command's usage",
    options('.argument("<file>")'),
    program('program.command("build <file>");'),
    "none",
    "none",
  ],
  ["description and action", options(), options('.description("Builds")', ".action(() => run())"), "none", "none"],
  [
    "hidden option still works",
    options('.addOption(new Option("--x"))'),
    options('.addOption(new Option("--x").hideHelp())'),
    "none",
    "none",
  ],
  [
    "order and comments",
    options('.option("--a")', '.option("--b")'),
    options("/* first */", '.option("--b")', '.option("--a")'),
    "none",
    "none",
  ],
  [
    "flags from a constant",
    options('.option("--log")'),
    program('const FLAGS = "--log";', 'program.command("build").option(FLAGS);'),
    "none",
    "none",
  ],
  [
    "options made in a loop",
    options('.option("--a")'),
    program('const build = program.command("build");', "for (const one of all) build.option(one.flags);"),
    "unknown",
    "unknown",
  ],
  [
    "a loop that changed somewhere",
    program("for (const one of all()) program.option(one.flags);"),
    program("for (const one of all(1)) program.option(one.flags);"),
    "unknown",
    "unknown",
  ],
  [
    "a comment in code that is no declaration",
    program("// --old is not an option"),
    program("// --new is not an option"),
    "none",
    "none",
  ],
  ["program renamed", bin({ tool: "cli.ts" }), bin({ utility: "cli.ts" }), "breaking", "breaking"],
  ["program in the short form", bin({ tool: "cli.ts" }), bin("./cli.ts"), "none", "none"],
  ["second program", bin({ tool: "cli.ts" }), bin({ tool: "cli.ts", more: "more.ts" }), "compatible", "breaking"],
  [
    "script of Python's package removed",
    { "pyproject.toml": '[project]\nname = "tool"\n[project.scripts]\ntool = "tool:main"\nextra = "tool:extra"\n' },
    { "pyproject.toml": '[project]\nname = "tool"\n[project.scripts]\ntool = "tool:main"\n' },
    "breaking",
    "compatible",
  ],
];

describe("cli", () => {
  testPairs(cli, "cli.ts", PAIRS);

  test("elements say what is written on the command line, and where it is declared", () => {
    const elements = elementsIn(
      cli,
      options('\n  .option("-p, --port <number>", "where to listen", parseInt, 80)'),
      "cli.ts",
    );
    expect(elements.map(({ id, signature, doc, evidence }) => [id, signature, doc, evidence.line])).toEqual([
      ["command", "program", undefined, 2],
      ["command build", "build", undefined, 3],
      ["option build --port", "-p, --port <integer> = 80", "where to listen", 4],
    ]);
  });

  test("commands of other files are attached where they are added", () => {
    const files = {
      "main.ts": `import { Command } from "commander";\nimport { serve } from "./serve.js";\nconst remote = new Command("remote");\nremote.addCommand(serve);\nnew Command().addCommand(remote).parse();`,
      "serve.ts": `import { Command } from "commander";\nexport const serve = new Command("serve").option("--port <n>");`,
    };
    expect(elementsIn(cli, files, "").map(({ id }) => id)).toEqual([
      "command",
      "command remote",
      "command remote serve",
      "option remote serve --port",
    ]);
  });

  test("a function of the file that is handed a command declares on it", () => {
    const text = program(
      'function common(cmd) { cmd.option("--json"); }',
      'common(program.command("a"));',
      'const b = program.command("b");',
      "common(b);",
      "common(program);",
    );
    expect(elementsIn(cli, text, "cli.ts").map(({ id }) => id)).toContain("option b --json");
    expect(elementsIn(cli, text, "cli.ts").map(({ id }) => id)).toContain("option --json");
  });

  test("a package that installs no program has no command line; tests have none either", () => {
    const source = program('program.option("--x");');
    expect(elementsIn(cli, { "package.json": "{}", "cli.ts": source }, "")).toEqual([]);
    expect(elementsIn(cli, { "test/cli.ts": source, "cli.test.ts": source }, "")).toEqual([]);
  });

  test("where scripts are declared, programs beside their package are tools of those who work on it", () => {
    const source = 'import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--x")\n';
    const files = {
      "pyproject.toml": '[project.scripts]\ntool = "tool.cli:main"\n',
      "tool/cli.py": source,
      "script/release.py": source,
    };
    expect(elementsIn(cli, files, "").map(({ id, evidence }) => `${id} ${evidence.path}`)).toEqual([
      "command tool/cli.py",
      "option --x tool/cli.py",
      "program tool pyproject.toml",
    ]);
  });

  test("hostile nesting and endless chains end", () => {
    const deep = `import { program } from "commander"; program.option(${"[".repeat(20_000)}${"]".repeat(20_000)});`;
    const long = `import { program } from "commander"; program${'.option("--a")'.repeat(2000)};`;
    expect(extractFrom(cli, deep, "cli.ts").elements.length).toBeGreaterThan(0);
    expect(elementsIn(cli, long, "cli.ts").map(({ id }) => id)).toContain("option --a");
  });
});
