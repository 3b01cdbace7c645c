/** `freehold next`: what raises a product most, and the drafts that can be made honestly. */
import { type CompiledStandard, openAssessor, shippedStandard, type StepDraft, writeDrafts } from "@freehold/assess";
import { type Next, NEXT_FORMAT, NEXT_VERSION, type Product, type Snapshot } from "@freehold/model";
import { findProduct } from "../assess/find-product.ts";
import { Failure } from "../failure.ts";
import type { ScanOptions } from "../scan/options.ts";
import { scan } from "../scan/scan.ts";
import { driftPatch } from "./drift-patches.ts";
import { patchOf } from "./patch.ts";
import { openReader, type Reader } from "./read-files.ts";

export interface NextOptions extends Omit<ScanOptions, "history" | "interfaces"> {
  /** Slug, id, name or alias; default: the only product that is part of no other. */
  readonly product?: string;
  /** Ids of the steps to draft; default: every step that a failed check asks for. */
  readonly steps?: readonly string[];
  readonly standard?: CompiledStandard;
}

/** Throws a `Failure` when the product can't be told. Nothing is written. */
export async function next(paths: readonly string[], options: NextOptions): Promise<Next> {
  const { snapshot } = await scan(paths, { ...options, history: true, interfaces: true });
  const product = options.product === undefined ? onlyProduct(snapshot) : findProduct(snapshot, options.product);
  const assessor = openAssessor(snapshot, options.standard ?? shippedStandard());
  const assessment = assessor.product(product.id);
  const steps = assessment?.next ?? [];
  const wanted = options.steps ?? steps.map(({ step }) => step);
  const repository = product.repositories[0] ?? "";
  const reader = await openReader(paths, repository, options);
  const drafts = await drafted(reader, (read) => writeDrafts(assessor.context, product.id, wanted, read));
  return {
    format: NEXT_FORMAT,
    version: NEXT_VERSION,
    product: { id: product.id, slug: product.slug, name: product.name },
    repository,
    ...(assessment?.score === undefined ? {} : { score: assessment.score }),
    steps,
    drift: (assessment?.drift ?? []).map(({ subject, declared, observed, mend }) => ({
      subject,
      declared,
      observed,
      mend,
    })),
    driftPatch: await driftPatch(assessment?.drift ?? [], reader),
    drafts: drafts.map(({ step, files, questions }) => ({
      step,
      files: files.map(({ path }) => path),
      questions: [...questions],
    })),
    patch: patchOf(lastOf(drafts).map(({ path, text }) => ({ path, before: reader.read(path), after: text }))),
  };
}

/** Drafts ask for texts as they need them: what was asked for is read, and they are written again. */
export async function drafted(
  reader: Reader,
  write: (read: (path: string) => string | undefined) => readonly StepDraft[],
): Promise<readonly StepDraft[]> {
  for (;;) {
    const drafts = write((path) => reader.read(path));
    if (!(await reader.load())) return drafts;
  }
}

/** Of a file that several steps change, how it is after the last. */
function lastOf(drafts: readonly StepDraft[]) {
  return [...new Map(drafts.flatMap(({ files }) => files.map((file) => [file.path, file] as const))).values()];
}

function onlyProduct({ products }: Snapshot): Product {
  const visible = products.filter(({ hidden, partOf }) => hidden !== true && partOf === undefined);
  const [first, second] = visible;
  if (first !== undefined && second === undefined) return first;
  const choices = visible
    .slice(0, 10)
    .map(({ slug }) => slug)
    .join(", ");
  throw new Failure(
    "next/which-product",
    visible.length === 0 ? "no product was found here" : `there are ${visible.length} products here`,
    visible.length === 0 ? "Begin one: freehold start" : `Name one: freehold next <product>, such as ${choices}`,
  );
}
