/** `freehold start --from`: what it takes to make a product of a part of a repository. */
import { type Start, START_FORMAT, START_VERSION, type Snapshot } from "@freehold/model";
import { noCache, openCache } from "@freehold/repository";
import { openOne } from "../diff/revisions.ts";
import type { ScanOptions } from "../scan/options.ts";
import { readRepository, type RepositoryReading } from "../scan/repository-reading.ts";
import { snapshotOf } from "../scan/scan.ts";
import { charterText } from "./charter-text.ts";
import { whoToConsult } from "./cut/consult.ts";
import { cutThrough } from "./cut/cut.ts";
import { entryDraft } from "./cut/entry-draft.ts";
import { extractionText } from "./cut/extraction-text.ts";
import { fileImports } from "./cut/file-imports.ts";
import { planOf } from "./cut/plan.ts";
import { selectFiles } from "./cut/select.ts";
import { placesOf } from "./places.ts";
import { newProductId } from "./product-id.ts";

export interface BrownfieldOptions extends Omit<ScanOptions, "interfaces"> {
  /** Folders relative to the repository, or names of units. */
  readonly from: readonly string[];
  /** What to call it; default: as the folder is called. */
  readonly name?: string;
}

/** Throws a `Failure` when there is no such repository, folder or unit. Nothing is written. */
export async function startBrownfield(path: string, options: BrownfieldOptions): Promise<Start> {
  const { repository } = await openOne(path);
  try {
    const cache = options.cache ? openCache() : noCache;
    const reading = await readRepository(repository, options, cache);
    const imports = await fileImports(reading.tree, reading.units, cache);
    return planned(reading, snapshotOf(reading, options), imports, options);
  } finally {
    await repository.close();
  }
}

function planned(
  reading: RepositoryReading,
  snapshot: Snapshot,
  imports: Awaited<ReturnType<typeof fileImports>>,
  options: BrownfieldOptions,
): Start {
  const id = reading.repository.info.id;
  const { folders, files: inside } = selectFiles(reading.tree.files, snapshot.units, options.from);
  const [folder = ""] = folders;
  const placeOf = placesOf(snapshot.products.filter(({ hidden }) => hidden !== true));
  const around = placeOf(id, `${folder}/x`).product;
  const ranges = new Map(
    snapshot.units.flatMap(({ consumes }) =>
      consumes.flatMap(({ id: consumed, range }) => (range === undefined ? [] : [[consumed, range] as const])),
    ),
  );
  const cut = cutThrough({
    folders,
    inside,
    imports,
    productOf: (at) => placeOf(id, at).product?.slug,
    rangeOf: (identifier) => ranges.get(identifier),
  });
  const name = options.name ?? folder.slice(folder.lastIndexOf("/") + 1);
  const { ownership } = reading;
  const consult = whoToConsult({
    cut,
    around: around && { name: around.name, ownership: around.ownership },
    people: snapshot.people,
    ownershipOf: (paths) => ownership.ofFiles(paths),
    inside: [...inside.keys()],
  });
  const candidate = snapshot.products.find(({ paths }) => paths.includes(`${id}:${folder}`));
  const charter = charterText({
    id: candidate?.id ?? newProductId(),
    name,
    stage: "alpha",
    seen: [
      `Cut from ${around?.name ?? id}: ${cut.files} files, ${cut.promised.length} names used by the rest, ${cut.needed.length} needed of it.`,
      ...(candidate?.mission === undefined ? [] : [`Seen in its files: ${JSON.stringify(candidate.mission.value)}`]),
    ],
  });
  const entry = entryDraft(cut, inside, imports);
  const drafts = [{ path: `${folder}/product.yaml`, text: charter.text }, ...(entry === undefined ? [] : [entry])];
  const manifest = snapshot.units.some((unit) => folders.includes(unit.path) && unit.kind !== "folder");
  const plan = planOf({ cut, name, drafts: drafts.map((draft) => draft.path), manifest });
  const parts = { name, cut, consult, plan };
  return {
    format: START_FORMAT,
    version: START_VERSION,
    way: "brownfield",
    name,
    repository: id,
    similar: [],
    cut,
    consult,
    plan,
    files: [...drafts, { path: `${folder}/EXTRACTION.md`, text: extractionText(parts) }],
    questions: [...charter.questions],
    problems: [...reading.problems].filter(({ severity }) => severity === "error"),
  };
}
