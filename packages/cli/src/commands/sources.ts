import { type Client, createClient } from "@freehold/client";
import { Failure } from "@freehold/engine";
import { type Command, InvalidArgumentError } from "commander";
import { answered } from "../server-call.ts";
import { sourceRows, sourceText } from "../report/sources.ts";
import type { Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { kindOf, type SecretPlace, secretPlace } from "../source-input.ts";

interface ServerFlags {
  readonly server: string;
  readonly token?: string;
  readonly json?: true;
}

interface AddFlags extends ServerFlags {
  readonly kind?: "github" | "gitlab" | "git" | "folder";
  readonly api?: string;
  readonly tokenFrom?: SecretPlace;
  readonly app?: string;
  readonly appKeyFrom?: SecretPlace;
  readonly include: string[];
  readonly exclude: string[];
  readonly archived?: true;
  readonly forks?: true;
  readonly depth?: number;
  readonly every?: number;
  readonly facts: boolean;
}

const DEFAULT_SERVER = "http://127.0.0.1:4000";

/** `freehold sources`: where a server gets its repositories from. */
export const sourcesCommand: CommandDefinition = {
  name: "sources",
  define: (command, terminal) => {
    command
      .summary("say where a server gets its repositories from")
      .description(
        "A source is a GitHub organisation, a GitLab group, an address of git, or a folder. The server looks at its list\n" +
          "by schedule, fetches what changed and scans it. Secrets are never arguments: name where they are.",
      )
      .addHelpText(
        "after",
        examples([
          ["freehold sources list", "what is there, and how far it is"],
          ["freehold sources add https://github.com/acme --token-from env:FREEHOLD_CREDENTIAL_ACME", "an organisation"],
          ["freehold sources add ~/work", "a folder of this machine, to a server without accounts"],
          ["freehold sources sync src_1", "look now"],
          ["freehold sources show src_1", "its repositories, and what to do about those that fail"],
        ]),
      );
    defineList(command, terminal);
    defineAdd(command, terminal);
    defineShow(command, terminal);
    defineSync(command, terminal);
    defineRemove(command, terminal);
  },
};

function toServer(command: Command): Command {
  return command
    .option("--server <url>", "address of the server", process.env["FREEHOLD_SERVER"] ?? DEFAULT_SERVER)
    .option("--token <token>", "API token, where the server has accounts (better: FREEHOLD_TOKEN)")
    .option("--json", "print the answer as JSON");
}

function clientOf({ server, token = process.env["FREEHOLD_TOKEN"] }: ServerFlags): Client {
  return createClient({ server, ...(token === undefined ? {} : { token }) });
}

function defineList(command: Command, terminal: Terminal): void {
  toServer(command.command("list").summary("list sources, and how far each is")).action(async (flags: ServerFlags) => {
    const { items } = await answered(flags.server, async () => await clientOf(flags).GET("/api/v1/sources"));
    terminal.out(flags.json === true ? `${JSON.stringify(items)}\n` : sourceRows(items));
  });
}

function defineAdd(command: Command, terminal: Terminal): void {
  toServer(command.command("add").summary("add a source; the server looks at it at once"))
    .argument(
      "<address>",
      "https://github.com/acme, https://gitlab.com/acme/tools, https://example.org/app.git, a folder",
    )
    .option("--kind <kind>", "github, gitlab, git or folder (default: by the address)", kind)
    .option("--api <address>", "where the host serves its API, if not at the usual place")
    .option(
      "--token-from <place>",
      "env:NAME or file:NAME of the server, or - to read it here from standard input",
      secretPlace,
    )
    .option("--app <id>", "id of a GitHub App")
    .option("--app-key-from <place>", "its private key, as with --token-from", secretPlace)
    .option("--include <pattern>", "only these repositories (repeatable): billing-*", collect, [])
    .option("--exclude <pattern>", "not these (repeatable)", collect, [])
    .option("--archived", "archived ones too")
    .option("--forks", "forks too")
    .option("--depth <commits>", "how much history to fetch (default: all)", positive)
    .option("--every <hours>", "hours between two looks (default: 24)", positive)
    .option("--no-facts", "do not ask the host for what only it knows")
    .action(async (address: string, flags: AddFlags) => {
      const added = await add(address, flags, terminal);
      terminal.out(
        flags.json === true ? `${JSON.stringify(added)}\n` : `${added.id} was added; the server looks at it now.\n`,
      );
    });
}

async function add(address: string, flags: AddFlags, terminal: Terminal) {
  const found = kindOf(address, flags.kind, terminal.cwd);
  const { api, include, exclude, archived = false, forks = false, depth, every = 24, facts } = flags;
  const credential = await credentialOf(flags);
  const body = {
    ...found,
    include,
    exclude,
    archived,
    forks,
    every,
    facts,
    active: true,
    ...(api === undefined ? {} : { api }),
    ...(depth === undefined ? {} : { depth }),
    ...(credential === undefined ? {} : { credential }),
  };
  return await answered(flags.server, async () => await clientOf(flags).POST("/api/v1/sources", { body }));
}

async function credentialOf({ tokenFrom, app, appKeyFrom }: AddFlags) {
  if (app !== undefined) {
    if (appKeyFrom !== undefined) return { kind: "app" as const, app, privateKey: await appKeyFrom() };
    throw new Failure(
      "sources/no-key",
      "a GitHub App needs its private key",
      "Say where it is: --app-key-from file:acme.pem",
    );
  }
  return tokenFrom === undefined ? undefined : { kind: "token" as const, token: await tokenFrom() };
}

function defineShow(command: Command, terminal: Terminal): void {
  toServer(command.command("show").summary("show a source with its repositories"))
    .argument("<source>", "its id")
    .action(async (source: string, flags: ServerFlags) => {
      const params = { path: { source } };
      const client = clientOf(flags);
      const one = await answered(flags.server, async () => await client.GET("/api/v1/sources/{source}", { params }));
      const query = { limit: 500 };
      const { items } = await answered(
        flags.server,
        async () => await client.GET("/api/v1/sources/{source}/repositories", { params: { ...params, query } }),
      );
      terminal.out(flags.json === true ? `${JSON.stringify({ ...one, items })}\n` : sourceText(one, items, terminal));
    });
}

function defineSync(command: Command, terminal: Terminal): void {
  toServer(command.command("sync").summary("look at a source now, or scan one of its repositories"))
    .argument("<source>", "its id")
    .argument("[repository]", "what the source calls it: acme/app")
    .action(async (source: string, repository: string | undefined, flags: ServerFlags) => {
      const client = clientOf(flags);
      const job = await answered(flags.server, async () =>
        repository === undefined
          ? await client.POST("/api/v1/sources/{source}/syncs", { params: { path: { source } } })
          : await client.POST("/api/v1/sources/{source}/repositories/{repository}/syncs", {
              params: { path: { source, repository } },
            }),
      );
      terminal.out(flags.json === true ? `${JSON.stringify(job)}\n` : `${job.id} is ${job.state}.\n`);
    });
}

function defineRemove(command: Command, terminal: Terminal): void {
  toServer(command.command("remove").summary("remove a source; what it gave stays in the portfolio"))
    .argument("<source>", "its id")
    .action(async (source: string, flags: ServerFlags) => {
      const params = { path: { source } };
      const removed = await answered(
        flags.server,
        async () => await clientOf(flags).DELETE("/api/v1/sources/{source}", { params }),
      );
      terminal.out(flags.json === true ? `${JSON.stringify(removed)}\n` : `${removed.id} was removed.\n`);
    });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function kind(value: string): string {
  if (["github", "gitlab", "git", "folder"].includes(value)) return value;
  throw new InvalidArgumentError("Write github, gitlab, git or folder.");
}

function positive(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError("Write a number above 0.");
}
