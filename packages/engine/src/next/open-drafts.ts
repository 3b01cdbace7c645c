/** Drafts of any product of a scan, made when somebody asks: a patch for each next step, and for what drifts. */
import { type Assessor, type CompiledStandard, openAssessor, shippedStandard, writeDrafts } from "@freehold/assess";
import type { Product, ProductDrafts, Snapshot, StepPatch } from "@freehold/model";
import { driftPatches } from "./drift-patches.ts";
import { drafted } from "./next.ts";
import { patchOf } from "./patch.ts";
import { openReader, type Reader } from "./read-files.ts";

export interface DraftSource {
  /** Against the files that were scanned. Steps that nothing can be drafted of are left out. */
  of(product: Product): Promise<ProductDrafts>;
}

export interface DraftSourceOptions {
  readonly worktree: boolean;
  readonly standard?: CompiledStandard | undefined;
}

/** `paths` are those that the snapshot was made of. */
export function openDrafts(snapshot: Snapshot, paths: readonly string[], options: DraftSourceOptions): DraftSource {
  let opened: Assessor | undefined;
  const made = new Map<string, ReturnType<DraftSource["of"]>>();
  const assessor = () => (opened ??= openAssessor(snapshot, options.standard ?? shippedStandard()));

  async function make(product: Product): ReturnType<DraftSource["of"]> {
    const { id, repositories } = product;
    const home = repositories[0] ?? "";
    const assessment = assessor().product(id);
    const steps = (assessment?.next ?? []).filter(({ draft }) => draft).map(({ step }) => step);
    // The repository may have moved on since: a draft is one of what is shown.
    const rev = snapshot.repositories.find((repository) => repository.id === home)?.revision;
    const scanned = options.worktree || rev === undefined ? { worktree: options.worktree } : { worktree: false, rev };
    const reader = await openReader(paths, home, scanned);
    const drafts: StepPatch[] = [];
    for (const step of steps) drafts.push(...(await patchesOf(assessor(), id, step, reader)));
    return { drafts, drift: await driftPatches(assessment?.drift ?? [], reader) };
  }

  return {
    of(product) {
      const known = made.get(product.id) ?? make(product);
      made.set(product.id, known);
      return known;
    },
  };
}

async function patchesOf(assessor: Assessor, product: string, step: string, reader: Reader): Promise<StepPatch[]> {
  const drafts = await drafted(reader, (read) => writeDrafts(assessor.context, product, [step], read));
  return drafts.flatMap(({ files, questions }) => {
    const patch = patchOf(files.map(({ path, text }) => ({ path, before: reader.read(path), after: text })));
    return patch === "" ? [] : [{ step, files: files.map(({ path }) => path), questions: [...questions], patch }];
  });
}
