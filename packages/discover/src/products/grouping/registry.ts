/** The grouping rules, strongest evidence first. */
import { dominated } from "./dominated.ts";
import { nameFamily } from "./name-family.ts";
import { nested } from "./nested.ts";
import { rootTools } from "./root-tools.ts";
import type { GroupingRule } from "./rule.ts";
import { served } from "./served.ts";
import { sharedReadme } from "./shared-readme.ts";

export const groupingRules: readonly GroupingRule[] = [nested, dominated, nameFamily, sharedReadme, served, rootTools];
