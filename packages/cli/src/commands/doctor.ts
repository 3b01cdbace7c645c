import { checkup, type Checked } from "@freehold/server";
import { databasePlace } from "../database-place.ts";
import { ExitCode } from "../exit-code.ts";
import { addSettingsOptions, serverConfiguration, type SettingsFlags } from "../server-settings.ts";
import { styled, type Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";

interface Flags extends SettingsFlags {
  readonly json?: true;
}

/** `freehold doctor`: whether a server would run here. */
export const doctorCommand: CommandDefinition = {
  name: "doctor",
  define: (command, terminal) => {
    addSettingsOptions(command)
      .summary("check whether a server would run here")
      .description(
        "Checks Node, git, the settings, the database with its migrations, and the disk. Changes nothing. " +
          "Exit code 1 where something would keep a server from running, 2 where the settings do not fit.",
      )
      .option("--json", "as JSON on standard output")
      .addHelpText(
        "after",
        examples([
          ["freehold doctor", "with the settings of this folder"],
          ["freehold doctor --db postgres://freehold@localhost/freehold", "with another database"],
        ]),
      )
      .action(async (flags: Flags) => {
        const { settings } = await serverConfiguration(flags, terminal);
        const checked = await checkup({ settings, database: databasePlace(settings.database, terminal.cwd) });
        terminal.out(flags.json === true ? `${JSON.stringify(checked, null, 2)}\n` : lines(checked, terminal));
        if (checked.some(({ state }) => state === "failed")) process.exitCode = ExitCode.findings;
      });
  },
};

const COLOURS = { fine: "green", warning: "yellow", failed: "red" } as const;

function lines(checked: readonly Checked[], terminal: Terminal): string {
  return checked
    .map(({ name, state, found, todo }) => {
      const hint = todo === undefined ? "" : `\n           ${todo}`;
      return `${styled(terminal, COLOURS[state], state.padEnd(9))}${name}: ${found}${hint}\n`;
    })
    .join("");
}
