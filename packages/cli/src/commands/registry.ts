/** Every command, in the order that help lists them. */
import { affectedCommand } from "./affected.ts";
import { assessCommand } from "./assess.ts";
import { checkCommand } from "./check.ts";
import type { CommandDefinition } from "./command.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { findCommand } from "./find.ts";
import { initCommand } from "./init.ts";
import { nextCommand } from "./next.ts";
import { openCommand } from "./open.ts";
import { scanCommand } from "./scan.ts";
import { standardCommand } from "./standard.ts";
import { startCommand } from "./start.ts";

export const commands: readonly CommandDefinition[] = [
  scanCommand,
  openCommand,
  explainCommand,
  findCommand,
  assessCommand,
  standardCommand,
  nextCommand,
  startCommand,
  initCommand,
  checkCommand,
  diffCommand,
  affectedCommand,
];
