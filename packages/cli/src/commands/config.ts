import { type ShownSetting, shownSettings } from "@freehold/server";
import { addSettingsOptions, serverConfiguration, type SettingsFlags } from "../server-settings.ts";
import { type CommandDefinition, examples } from "./command.ts";

interface Flags extends SettingsFlags {
  readonly json?: true;
}

/** `freehold config`: the settings in effect, and where each comes from. */
export const configCommand: CommandDefinition = {
  name: "config",
  define: (command, terminal) => {
    addSettingsOptions(command)
      .summary("show the server's settings and where each comes from")
      .description(
        "Settings come from a file, then the environment, then flags; the later one wins. Secrets are hidden. " +
          "Exit code 2 where a setting does not fit, with every problem and its place.",
      )
      .option("--json", "as JSON on standard output")
      .addHelpText(
        "after",
        examples([
          ["freehold config", "what freehold serve would use here"],
          ["FREEHOLD_PORT=8080 freehold config", "with one from the environment"],
          ["freehold config --config deploy/freehold.config.yaml --json", "another file, for a script"],
        ]),
      )
      .action(async (flags: Flags) => {
        const shown = shownSettings(await serverConfiguration(flags, terminal));
        terminal.out(flags.json === true ? `${JSON.stringify(shown, null, 2)}\n` : table(shown));
      });
  },
};

function table(shown: readonly ShownSetting[]): string {
  const rows = shown.map(({ key, value, from, environment, about }) => {
    const text = value === undefined ? "(not set)" : typeof value === "string" ? value : JSON.stringify(value);
    return { head: `${key}: ${text}`, from: from === "default" ? `default; ${environment}` : from, about };
  });
  return rows.map(({ head, from, about }) => `${head}\n    ${about}  [${from}]\n`).join("");
}
