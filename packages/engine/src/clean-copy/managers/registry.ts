/** Managers in the order that they are asked: lock files say more than manifests. */
import { cargo } from "./cargo.ts";
import { go } from "./go.ts";
import type { Manager } from "./manager.ts";
import { npm } from "./npm.ts";
import { pnpm } from "./pnpm.ts";
import { python } from "./python.ts";
import { yarn } from "./yarn.ts";

export const managers: readonly Manager[] = [pnpm, yarn, npm, go, cargo, python];
