/** What commands about one product understand: which product, where, and by which standard. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Failure, readStandard } from "@freehold/engine";
import { STANDARD_FILE } from "@freehold/model";
import type { Terminal } from "../terminal.ts";

/** What is there as a path is one; of the rest, one word names the product. */
export function productAndPaths(words: readonly string[], named: string | undefined, { cwd }: Terminal) {
  const paths = words.filter((word) => existsSync(resolve(cwd, word)));
  const names = words.filter((word) => !paths.includes(word));
  const product = named ?? names[0];
  if (names.length > 1 || (named !== undefined && names.length > 0)) {
    const extra = names.find((name) => name !== product) ?? "";
    throw new Failure(
      "product/too-many",
      `\`${extra}\` is no path, and a product is named already`,
      "Name one product at a time.",
    );
  }
  return { product, paths };
}

/** The standard named, else the one that lies here; undefined: Freehold's own. One with an error in it judges nobody. */
export async function standardFor(named: string | undefined, terminal: Terminal) {
  const here = resolve(terminal.cwd, STANDARD_FILE);
  const path = named === undefined ? (existsSync(here) ? here : undefined) : resolve(terminal.cwd, named);
  if (path === undefined) return undefined;
  const { standard, problems } = await readStandard(path, named ?? STANDARD_FILE);
  if (standard === undefined) {
    throw new Failure("standard/invalid", "the standard has errors", "Mend them, then try again.", problems);
  }
  return standard;
}
