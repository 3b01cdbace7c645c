/** What each parser library's own way of declaring comes to: the elements, in the words of a command line. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cli } from "../../src/kinds/cli/kind.ts";
import { libraries } from "../../src/kinds/cli/libraries.ts";
import { elementsIn, type Files, verdict } from "../pairs.ts";

/** `id: signature` of every element but the root. */
function read(files: Files, name: string): string[] {
  return elementsIn(cli, files, name)
    .filter(({ id, kind }) => kind !== "program" && id !== "command")
    .map(({ id, signature, stability }) => `${id}: ${signature}${stability === "stable" ? "" : ` (${stability})`}`);
}

function change(before: string, after: string, name: string) {
  return verdict(cli.compare(elementsIn(cli, before, name), elementsIn(cli, after, name)));
}

test("every file of libraries/ is registered, and nothing else is", () => {
  const files = readdirSync(new URL("../../src/kinds/cli/libraries/", import.meta.url)).map((name) =>
    name.replace(/\.ts$/, ""),
  );
  expect(libraries.map(({ id }) => id).sort()).toEqual(files.sort());
});

describe("commander", () => {
  test("chains, sub-commands, built options", () => {
    const text = `
      const { program, Option } = require("commander");
      program.name("shop").version("1.0.0").option("-q, --quiet");
      program.command("add <item> [count]", { hidden: false }).alias("a").requiredOption("--to <cart>", "which")
        .addOption(new Option("-f, --format <f>").choices(["json", "text"]).default("text")).action(() => {});
      program.command("install", "a program of its own").command("list");`;
    expect(read(text, "cli.js")).toMatchInlineSnapshot(`
      [
        "argument add 1: <item>",
        "argument add 2: [count]",
        "command add: add <item> [count]",
        "command install: install",
        "command list: list",
        "option --quiet: -q, --quiet",
        "option --version: -V, --version",
        "option add --format: -f, --format <json|text> = "text"",
        "option add --to: --to <string> (required)",
      ]
    `);
  });

  test("createCommand, and the class by its module's name", () => {
    const text = `import * as commander from "commander";\nconst cmd = new commander.Command();\ncmd.option("--all").parse();`;
    expect(read(text, "cli.mjs")).toMatchInlineSnapshot(`
      [
        "option --all: --all",
      ]
    `);
  });
});

test("yargs: builders as functions, as objects, and options of the program", () => {
  const text = `
    import yargs from "yargs";
    import { hideBin } from "yargs/helpers";
    yargs(hideBin(process.argv))
      .command(["serve [port]", "s"], "starts", (y) => y.positional("port", { type: "number", default: 80 }).option("open", { alias: "o", type: "boolean" }))
      .command({ command: "build <entry>", builder: { outDir: { type: "string", demandOption: true }, define: { array: true }, mode: { choices: ["dev", "prod"] } } })
      .option("config", { alias: "c", type: "string", describe: "the file" })
      .options({ verbose: { type: "count" } })
      .alias("v", "version")
      .demandCommand(1)
      .parse();`;
  expect(read(text, "cli.ts")).toMatchInlineSnapshot(`
    [
      "argument build 1: <entry>",
      "argument serve 1: [port]",
      "command build: build <entry>",
      "command serve: serve [port]",
      "option --config: --config, -c <string>",
      "option --verbose: --verbose",
      "option --version: -v, --version [string]",
      "option build --define: --define <string...>",
      "option build --mode: --mode [dev|prod]",
      "option build --out-dir: --out-dir <string> (required)",
      "option serve --open: --open, -o",
    ]
  `);
});

test("cac: commands, global options, a default command", () => {
  const text = `
    import { cac } from "cac";
    const cli = cac("vite");
    cli.option("-c, --config <file>", "the file");
    cli.command("[root]", "serves").alias("dev").option("--port <port>", "where", { default: 80 });
    cli.command("build [root]").option("--no-minify", "as it is").option("--outDir <dir>", "where to");
    cli.help();
    cli.parse();`;
  expect(read(text, "cli.ts")).toMatchInlineSnapshot(`
    [
      "argument 1: [root]",
      "argument build 1: [root]",
      "command build: build [root]",
      "option --config: -c, --config <string>",
      "option --help: -h, --help",
      "option --port: --port <string> = 80",
      "option build --no-minify: --no-minify",
      "option build --out-dir: --out-dir <string>",
    ]
  `);
});

test("sade: options belong to the command that was named last", () => {
  const text = `
    const sade = require("sade");
    const prog = sade("my-cli");
    prog.version("1.0.0").option("--global, -g", "for all");
    prog.command("build <src> [dest]").describe("Builds").option("-o, --output", "name", "bundle.js");
    prog.option("-m, --minify", "small");
    prog.parse(process.argv);`;
  expect(read(text, "cli.js")).toMatchInlineSnapshot(`
    [
      "argument build 1: <src>",
      "argument build 2: [dest]",
      "command build: build <src> [dest]",
      "option --global: --global, -g [string]",
      "option build --minify: -m, --minify [string]",
      "option build --output: -o, --output <string> = "bundle.js"",
    ]
  `);
});

test("meow: flags of a record", () => {
  const text = `
    import meow from "meow";
    const cli = meow(\`Usage\`, { importMeta: import.meta, flags: {
      rainbow: { type: "boolean", shortFlag: "r" }, outFile: { type: "string", isRequired: true }, tag: { type: "string", isMultiple: true, choices: ["a", "b"] } } });`;
  expect(read(text, "cli.js")).toMatchInlineSnapshot(`
    [
      "argument 1: [input...]",
      "option --out-file: --out-file <string> (required)",
      "option --rainbow: --rainbow, -r",
      "option --tag: --tag <a|b>",
    ]
  `);
});

test("node:util: parseArgs", () => {
  const text = `
    import { parseArgs } from "node:util";
    const { values } = parseArgs({ allowPositionals: true, options: {
      out: { type: "string", short: "o", default: "dist" }, all: { type: "boolean" }, tag: { type: "string", multiple: true } } });`;
  expect(read(text, "cli.ts")).toMatchInlineSnapshot(`
    [
      "argument 1: [arguments...]",
      "option --all: --all",
      "option --out: --out, -o <string> = "dist"",
      "option --tag: --tag <string>",
    ]
  `);
  expect(
    read(
      `import { parseArgs } from "node:util"; parseArgs({ options: { ...shared, a: { type: "boolean" } } });`,
      "cli.ts",
    ),
  ).toMatchInlineSnapshot(`
    [
      "further options: options that only running it would tell (source FzAkUtnS)",
      "option --a: --a",
    ]
  `);
});

test("oclif: static fields, the path from the file", () => {
  const files = {
    "src/commands/app/create.ts": `
      import { Args, Command, Flags } from "@oclif/core";
      export default class Create extends Command {
        static summary = "Creates an app";
        static aliases = ["app:new"];
        static override args = { name: Args.string({ required: true, description: "its name" }) };
        static override flags = { type: Flags.string({ char: "t", options: ["a", "b"], required: true }), json: Flags.boolean({ allowNo: true, hidden: true }),
          size: Flags.integer({ default: 3 }), fleet: Flags.option({ multiple: true, options: ["x"] as const })() };
        async run() {}
      }`,
    "src/commands/index.ts": `export default class Main extends Command { static description = "main"; static flags = { ...Base.flags }; }`,
    "src/base.ts": `export abstract class Base extends Command { static flags = { a: Flags.boolean() }; }`,
  };
  expect(read(files, "")).toMatchInlineSnapshot(`
    [
      "argument app create 1: <name>",
      "command app create: app create <name>",
      "further options: options that only running it would tell (source WvHiIY8y)",
      "option app create --fleet: --fleet <x>",
      "option app create --json: --json, --no-json (deprecated)",
      "option app create --size: --size <integer> = 3",
      "option app create --type: --type, -t <a|b> (required)",
    ]
  `);
});

test("argparse: parsers, sub-parsers, groups, parents", () => {
  const text = `
import argparse

common = argparse.ArgumentParser(add_help=False)
common.add_argument("--debug", action="store_true")

def add_files(parser):
    parser.add_argument("files", nargs="+", help="what to read")

def main():
    parser = argparse.ArgumentParser(prog="tool", description="Does it", parents=[common])
    parser.add_argument("-v", "--verbose", action="count", default=0)
    sub = parser.add_subparsers(dest="command", required=True)
    run = sub.add_parser("run", aliases=["r"], help="runs")
    add_files(run)
    group = run.add_mutually_exclusive_group()
    group.add_argument("--level", type=int, choices=[1, 2], required=True)
    group.add_argument("--tag", action="append", help=argparse.SUPPRESS)
    run.add_argument("--color", action=argparse.BooleanOptionalAction)
    run.add_argument("out", nargs="?", default="out")
    args = parser.parse_args()
`;
  expect(read(text, "tool.py")).toMatchInlineSnapshot(`
    [
      "argument run 1: <files...>",
      "argument run 2: [out]",
      "command run: run <files...> [out]",
      "option --debug: --debug",
      "option --verbose: -v, --verbose = 0",
      "option run --color: --color, --no-color",
      "option run --level: --level <1|2> (required)",
      "option run --tag: --tag <string> (deprecated)",
    ]
  `);
  expect(change(text, text.replace("type=int", "type=float"), "tool.py")).toBe("compatible");
  expect(change(text, text.replace(", required=True)\n    group", ")\n    group"), "tool.py")).toBe("compatible");
});

test("click: decorators, groups, and what is added elsewhere", () => {
  const text = `
import click
from click import option

@click.group()
@click.option("--debug/--no-debug", default=False)
@click.version_option()
def cli(debug):
    """The program."""

@cli.command("sync", short_help="syncs")
@click.argument("src", type=click.Path(exists=True))
@click.argument("dest", nargs=-1)
@option("-n", "--count", "number", default=1, show_default=True)
@option("--mode", type=click.Choice(["fast", "safe"]), required=True, multiple=True)
@click.pass_context
def sync_files(ctx, src, dest, number, mode):
    pass

@click.command()
@custom_options
def drop_it():
    pass

cli.add_command(drop_it, "drop")
`;
  expect(read(text, "tool.py")).toMatchInlineSnapshot(`
    [
      "argument sync 1: <src>",
      "argument sync 2: [dest...]",
      "command drop: drop",
      "command sync: sync <src> [dest...]",
      "further options drop: options that only running it would tell (source bYBIZi8m)",
      "option --debug: --debug, --no-debug = false",
      "option --version: --version",
      "option sync --count: -n, --count <integer> = 1",
      "option sync --mode: --mode <fast|safe> (required)",
    ]
  `);
  expect(change(text, text.replace('["fast", "safe"]', '["fast"]'), "tool.py")).toBe("breaking");
});

test("typer: parameters, with and without annotations", () => {
  const text = `
from typing import Annotated, Optional
import typer

app = typer.Typer()
users = typer.Typer(help="people")
app.add_typer(users, name="users")

@users.command("create")
def create(name: str, age: int = typer.Option(18, "--age", "-a", help="how old"), admin: bool = False):
    """Creates one."""

@app.command()
def delete_all(names: list[str], force: Annotated[bool, typer.Option("--force/--no-force")] = False, where: Annotated[Optional[str], typer.Option(help="place")] = None, token: str = typer.Option(...)):
    pass
`;
  expect(read(text, "tool.py")).toMatchInlineSnapshot(`
    [
      "argument delete-all 1: <names...>",
      "argument users create 1: <name>",
      "command delete-all: delete-all <names...>",
      "command users: users",
      "command users create: users create <name>",
      "option delete-all --force: --force, --no-force = false",
      "option delete-all --token: --token <string> (required)",
      "option delete-all --where: --where <string>",
      "option users create --admin: --admin, --no-admin = false",
      "option users create --age: --age, -a <integer> = 18",
    ]
  `);
  expect(read(`import typer\ndef main(name: str, loud: bool = False):\n    pass\ntyper.run(main)\n`, "tool.py"))
    .toMatchInlineSnapshot(`
    [
      "argument 1: <name>",
      "option --loud: --loud, --no-loud = false",
    ]
  `);
});

test("cobra: literals, flags of another file, commands of another package", () => {
  const files = {
    "cmd/flags.go": `package cmd\nfunc init() { rootCmd.PersistentFlags().StringVarP(&cfg, "config", "c", "app.yaml", "the file"); rootCmd.AddCommand(serve.NewCommand()) }`,
    "cmd/root.go": `package cmd
import "github.com/spf13/cobra"
var rootCmd = &cobra.Command{Use: "app", Short: "An app"}
func Execute() error { return rootCmd.Execute() }`,
    "serve/serve.go": `package serve
import "github.com/spf13/cobra"
func NewCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "serve [flags] <dir>", Aliases: []string{"s"}, Args: cobra.RangeArgs(1, 2), RunE: run}
	cmd.Flags().IntP("port", "p", 80, "where")
	cmd.Flags().StringSlice("tag", nil, "tags")
	cmd.Flags().Bool("open", false, "opens")
	cmd.Flags().String("to", "", "must be said")
	cmd.MarkFlagRequired("to")
	cmd.Flags().MarkDeprecated("open", "use --tag")
	return cmd
}`,
  };
  expect(read(files, "")).toMatchInlineSnapshot(`
    [
      "argument 1: [argument...]",
      "argument serve 1: <dir>",
      "argument serve 2: [dir]",
      "command serve: serve <dir> [dir]",
      "option --config: --config, -c <string> = "app.yaml"",
      "option serve --open: --open (deprecated)",
      "option serve --port: --port, -p <integer> = 80",
      "option serve --tag: --tag <string>",
      "option serve --to: --to <string> (required)",
    ]
  `);
});

test("clap: derived structs and enums, across files", () => {
  const files = {
    "src/main.rs": `
use clap::Parser;
/// A tool
#[derive(Parser, Debug)]
#[command(name = "tool", version)]
struct Cli {
    /// How much is said
    #[arg(short, long, action = clap::ArgAction::Count)]
    verbose: u8,
    #[arg(long, global = true, default_value = "auto")]
    color: Color,
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}
#[derive(clap::ValueEnum, Clone)]
enum Color { Auto, Always, #[value(name = "off")] Never }
#[derive(clap::Args)]
struct Common { #[arg(long = "dry-run")] dry: bool }`,
    "src/command.rs": `
#[derive(clap::Subcommand)]
pub enum Command {
    /// Adds
    Add { path: PathBuf, #[arg(short = 'n', long, alias = "number")] count: Option<u32> },
    #[command(name = "rm", visible_alias = "remove")]
    Remove(RemoveArgs),
    ListAll,
}
#[derive(Args)]
pub struct RemoveArgs { files: Vec<String>, #[arg(long)] reason: String }`,
  };
  expect(read(files, "")).toMatchInlineSnapshot(`
    [
      "argument add 1: <path>",
      "argument rm 1: [files...]",
      "command add: add <path>",
      "command list-all: list-all",
      "command rm: rm [files...]",
      "option --color: --color <auto|always|off> = "auto"",
      "option --dry-run: --dry-run",
      "option --verbose: --verbose, -v",
      "option --version: --version, -V",
      "option add --count: --count, -n, --number <integer>",
      "option rm --reason: --reason <string> (required)",
    ]
  `);
});

test("cobra: flags kept in a variable", () => {
  const text = `package main
import "github.com/spf13/cobra"
func main() {
	cmd := &cobra.Command{Use: "app", Args: cobra.NoArgs}
	flags := cmd.PersistentFlags()
	flags.String("to", "here", "where")
	cmd.Execute()
}`;
  const [option] = elementsIn(cli, text, "main.go").filter(({ kind }) => kind === "option");
  expect(option).toMatchObject({ signature: '--to <string> = "here"', structure: { inherited: true } });
});

test("flag of Go's standard library: one dash or two", () => {
  const text = `package main
import (
	"flag"
)
var port = flag.Int("port", 80, "where")
func main() {
	flag.BoolVar(&all, "all", false, "everything")
	flag.Parse()
}`;
  expect(read(text, "main.go")).toEqual([
    "option --all: --all, -all [boolean]",
    "option --port: --port, -port <integer> = 80",
  ]);
});

test("a parser that an object keeps", () => {
  const text = `
import argparse
class Tool:
    def __init__(self):
        self.parser = argparse.ArgumentParser()
        self.parser.add_argument("--json", action="store_true")
    def more(self):
        self.parser.add_argument("file")
`;
  expect(read(text, "tool.py")).toContain("option --json: --json");
});

test("clap by calls is known to be there, and not read", () => {
  const text = `use clap::{Arg, Command};\nfn main() { Command::new("x").arg(Arg::new("y")).get_matches(); }`;
  expect(elementsIn(cli, text, "src/main.rs").map(({ id }) => id)).toEqual([
    "command",
    "further arguments",
    "further commands",
    "further options",
  ]);
});

test("clap by calls is one program, and a command of the standard library is none", () => {
  const files = {
    "src/cli.rs": `use clap::{crate_version, Arg, Command};\nfn build() -> Command { Command::new("lamp").version("1").about("Lights a room.").arg(Arg::new("y")) }`,
    "src/more.rs": `use clap::Command;\npub fn more() -> Command { Command::new("dim") }`,
    "src/run.rs": `use std::process::Command;\nuse clap::ArgMatches;\nfn run() { Command::new("sh"); }`,
  };
  const commands = elementsIn(cli, files, "src/main.rs").filter(({ kind }) => kind === "command");
  expect(commands.map(({ id, doc, evidence }) => [id, doc, evidence.path])).toEqual([
    ["command", "Lights a room.", "src/cli.rs"],
  ]);
});

test("pflag without cobra", () => {
  const text = `package main\nimport flag "github.com/spf13/pflag"\nvar n = flag.IntP("count", "n", 3, "how many")\nfunc main() { flag.Parse() }`;
  expect(read(text, "main.go")).toEqual(["option --count: --count, -n <integer> = 3"]);
});

test("typer: an application with one command is that command", () => {
  const text = `import typer\napp = typer.Typer()\n@app.command()\ndef main(name: str, n: int = 1):\n    pass\n`;
  expect(read(text, "tool.py")).toEqual(["argument 1: <name>", "option --n: --n <integer> = 1"]);
  const more = `${text}@app.callback()\ndef all():\n    pass\n`;
  expect(read(more, "tool.py")).toContain("option main --n: --n <integer> = 1");
});

test("cobra: commands of one function", () => {
  const text = `package main\nimport "github.com/spf13/cobra"\nfunc main() {\n\troot := &cobra.Command{Use: "a"}\n\tvar sub = &cobra.Command{Use: "sub", Args: cobra.NoArgs}\n\troot.AddCommand(sub)\n}`;
  expect(read(text, "main.go")).toEqual(["argument 1: [argument...]", "command sub: sub"]);
});
