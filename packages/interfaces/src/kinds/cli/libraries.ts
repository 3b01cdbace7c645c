/** Every library of command lines that is read, one line each. A test compares this list with the folder `libraries`. */
import { argparse } from "./libraries/argparse.ts";
import { cac } from "./libraries/cac.ts";
import { clap } from "./libraries/clap.ts";
import { click } from "./libraries/click.ts";
import { cobra } from "./libraries/cobra.ts";
import { commander } from "./libraries/commander.ts";
import { goFlag } from "./libraries/go-flag.ts";
import { meow } from "./libraries/meow.ts";
import { oclif } from "./libraries/oclif.ts";
import { parseArguments } from "./libraries/node-parse-args.ts";
import { pflag } from "./libraries/pflag.ts";
import { sade } from "./libraries/sade.ts";
import { typer } from "./libraries/typer.ts";
import { yargs } from "./libraries/yargs.ts";
import type { CliLibrary } from "./program.ts";

export const libraries: readonly CliLibrary[] = [
  argparse,
  cac,
  clap,
  click,
  cobra,
  commander,
  goFlag,
  meow,
  oclif,
  parseArguments,
  pflag,
  sade,
  typer,
  yargs,
];
