/** The scan of one repository into a snapshot file, with what only its host knows. */
import { scan, withImported, writeSnapshot } from "@freehold/engine/scan";
import { type HostedFacts, IMPORTED_FORMAT, IMPORTED_VERSION } from "@freehold/model";

export interface ScanOrder {
  readonly path: string;
  /** Where the snapshot is written. */
  readonly out: string;
  readonly hosted: HostedFacts;
}

export interface ScanProgress {
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
}

export interface Scan {
  /** That was read; a plain folder has none. */
  readonly revision?: string;
  /** Its id in the snapshot. */
  readonly repository?: string;
}

/** Throws `Failure`. */
export async function scanOne(
  { path, out, hosted }: ScanOrder,
  onProgress: (progress: ScanProgress) => void,
): Promise<Scan> {
  const { snapshot } = await scan([path], {
    history: true,
    worktree: false,
    cache: true,
    interfaces: true,
    onProgress: ({ stage, done, total }) => onProgress({ stage, done, ...(total === undefined ? {} : { total }) }),
  });
  const repositories = snapshot.repositories.map(({ id }) => ({ repository: id, ...hosted }));
  const imported = { format: IMPORTED_FORMAT, version: IMPORTED_VERSION, repositories, products: [] } as const;
  const known = Object.keys(hosted).length > 0;
  await writeSnapshot(out, known ? withImported(snapshot, { ...imported, repositories, products: [] }) : snapshot);
  const { revision, id: repository } = snapshot.repositories[0] ?? {};
  return { ...(revision === undefined ? {} : { revision }), ...(repository === undefined ? {} : { repository }) };
}
