/** Every ecosystem; a test compares this list with the folder. Order decides ties over who owns a folder. */
import type { Ecosystem } from "./ecosystem.ts";
import { npm } from "./npm/index.ts";

export const ecosystems: readonly Ecosystem[] = [npm];
