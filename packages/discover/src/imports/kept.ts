/**
 * What the sources of each unit import, kept from scan to scan.
 *
 * It depends on those sources, on what is known of all units, on the configurations that resolving reads, on our code
 * (all of which make its key), and on which paths there are. The last would change with every file that is added: so
 * what was asked about paths is kept with the answers, and asked again.
 */
import { createHash, hash } from "node:crypto";
import type { Cache, TreeFile } from "@freehold/repository";
import type { UnitsInfo } from "../imports.ts";
import type { Chosen } from "./choose.ts";
import { codeStamp } from "./code-stamp.ts";
import type { CollectedUnit } from "./collect.ts";
import type { Answers, PathsNow } from "./looked-at.ts";
import type { KnownUnits } from "./project.ts";
import type { UnitImports } from "./unit-imports.ts";

const SHELF = "imports.units@1";

interface Kept extends UnitImports {
  readonly answers: Answers;
}

/** A unit's sources: by extractor, path and content. */
export type Sources = ReadonlyMap<string, readonly (readonly [extractor: string, file: TreeFile])[]>;

/** Key by id of the unit. O(sources). */
export function unitKeys(sources: Sources, world: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(sources, ([unit, files]) => {
      const text = files.map(([extractor, { path, blob }]) => `${extractor}\0${path}\0${blob}`).join("\n");
      return [unit, hash("sha256", `${world}\0${unit}\n${text}`, "hex")];
    }),
  );
}

/** Digest of everything but paths and the unit's own sources that resolving and adding up depend on. */
export function worldOf(info: UnitsInfo, { units }: KnownUnits, { configurations }: Chosen): string {
  const digest = createHash("sha256").update(codeStamp());
  const provides = new Map(info.units.map((unit) => [unit.id, unit]));
  for (const unit of units) {
    const { provides: provided = [], manifest = "" } = provides.get(unit.id) ?? {};
    // Who owns a file is told by who owns the folders and the manifests of units.
    const owners = [info.unitOf(unit.path === "" ? "." : `${unit.path}/.`), info.unitOf(manifest)];
    digest.update(JSON.stringify([unit, provided.map(({ id }) => id), owners]));
  }
  for (const [language, files] of configurations)
    digest.update(JSON.stringify([language.id, language.version, ...files.map(({ path, blob }) => [path, blob])]));
  return digest.digest("hex");
}

/** By id of the unit: what holds still. */
export async function loadKept(
  keys: ReadonlyMap<string, string>,
  now: PathsNow,
  cache: Cache,
): Promise<ReadonlyMap<string, UnitImports>> {
  const found = await cache.getMany(SHELF, [...keys.values()]);
  const kept = new Map<string, UnitImports>();
  for (const [unit, key] of keys) {
    const value = found.get(key);
    if (isKept(value) && now.same(value.answers)) kept.set(unit, value);
  }
  return kept;
}

export async function keep(
  collected: ReadonlyMap<string, CollectedUnit>,
  keys: ReadonlyMap<string, string>,
  now: PathsNow,
  cache: Cache,
): Promise<void> {
  const entries = new Map<string, Kept>();
  for (const [unit, { imports, looked, indexed, incomplete }] of collected) {
    const key = keys.get(unit);
    if (key !== undefined && !incomplete) entries.set(key, { ...imports, answers: now.answers(looked, indexed) });
  }
  await cache.putMany(SHELF, entries);
}

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && "answers" in value && "edges" in value;
}
