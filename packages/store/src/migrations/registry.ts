/** Every migration, oldest first. One file and one line each; a released one is never changed or removed. */
import { up as portfolio } from "./0001-portfolio.ts";
import { up as work } from "./0002-work.ts";
import { up as text } from "./0003-text.ts";
import { up as accounts } from "./0004-accounts.ts";
import { up as pages } from "./0005-pages.ts";
import { up as sources } from "./0006-sources.ts";
import { up as trigrams } from "./0007-trigrams.ts";
import { up as groups } from "./0008-groups.ts";
import { up as mail } from "./0009-mail.ts";
import { up as gone } from "./0010-gone.ts";
import { up as packs } from "./0011-packs.ts";
import type { Migrating } from "./table.ts";

export interface Migration {
  readonly name: string;
  readonly up: (migrating: Migrating) => Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  { name: "0001-portfolio", up: portfolio },
  { name: "0002-work", up: work },
  { name: "0003-text", up: text },
  { name: "0004-accounts", up: accounts },
  { name: "0005-pages", up: pages },
  { name: "0006-sources", up: sources },
  { name: "0007-trigrams", up: trigrams },
  { name: "0008-groups", up: groups },
  { name: "0009-mail", up: mail },
  { name: "0010-gone", up: gone },
  { name: "0011-packs", up: packs },
];
