/**
 * A snapshot prepared for reading: what the HTTP API answers, computed once where it is cheap to keep
 * (rows, figures) and on demand where it is not (a product with its evidence).
 */
import type { CompiledStandard } from "@freehold/assess";
import type {
  AssessmentList,
  AssessmentResource,
  Comparison,
  FindingsResource,
  GraphResource,
  OwnerRow,
  ProductDetail,
  ProductDrafts,
  ProductInterface,
  ProductRow,
  Snapshot,
  Summary,
} from "@freehold/model";
import type { DraftSource } from "../next/open-drafts.ts";
import { type AssessmentResources, openAssessments } from "./assessment-resources.ts";
import { viewContext } from "./context.ts";
import { productDetail } from "./detail.ts";
import { findingsOf } from "./findings.ts";
import { productInterface } from "./interface.ts";
import { ownerRows } from "./owners.ts";
import { type PictureOptions, pictureOf } from "./picture.ts";
import { productRows } from "./rows.ts";
import { summaryOf } from "./summary.ts";

export interface PortfolioView {
  readonly snapshot: Snapshot;
  readonly summary: Summary;
  readonly rows: readonly ProductRow[];
  /** With the snapshot or revision that was named to compare with; absent when there was none. */
  readonly comparison: Comparison | undefined;
  owners(): readonly OwnerRow[];
  findings(): FindingsResource;
  /** By slug; also by id or another name, since a slug may have changed since a link was made. */
  product(name: string): ProductDetail | undefined;
  /** What it promises beside what is used of it; by the same names. */
  interfaceOf(name: string): ProductInterface | undefined;
  /** Every visible product in the figures of its assessment. */
  assessments(): Promise<AssessmentList>;
  /** One product by its characteristics; by the same names. */
  assessmentOf(name: string): AssessmentResource | undefined;
  /** Drafts of its next steps; by the same names. */
  draftsOf(name: string): Promise<ProductDrafts | undefined>;
  picture(options: PictureOptions): GraphResource | undefined;
}

export interface ViewOptions {
  readonly comparison?: Comparison | undefined;
  /** Default: the standard that Freehold ships. */
  readonly standard?: CompiledStandard | undefined;
  /** Absent where no repository is at hand. */
  readonly drafts?: DraftSource | undefined;
}

export function buildView(snapshot: Snapshot, { comparison, standard, drafts }: ViewOptions = {}): PortfolioView {
  let opened: AssessmentResources | undefined;
  const assessed = () => (opened ??= openAssessments(snapshot, standard));
  const context = viewContext(snapshot);
  const rows = productRows(context);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const aliases = new Map(snapshot.products.flatMap((product) => product.aliases.map((alias) => [alias, product])));
  const named = (name: string) => context.bySlug.get(name) ?? context.products.get(name) ?? aliases.get(name);
  return {
    snapshot,
    summary: summaryOf(snapshot, rows, comparison),
    rows,
    comparison,
    owners: () => ownerRows(context),
    findings: () => findingsOf(context),
    product(name) {
      const product = named(name);
      const row = product === undefined ? undefined : rowOf.get(product.id);
      return product === undefined || row === undefined ? undefined : productDetail(context, product, row);
    },
    interfaceOf(name) {
      const product = named(name);
      return product === undefined ? undefined : productInterface(context, product);
    },
    assessments: () => assessed().list(),
    assessmentOf(name) {
      const product = named(name);
      return product === undefined ? undefined : assessed().product(product);
    },
    async draftsOf(name) {
      const product = named(name);
      if (product === undefined) return undefined;
      if (drafts === undefined) return { available: false, drafts: [], drift: [] };
      return { available: true, ...(await drafts.of(product)) };
    },
    picture: (options) => pictureOf(context, rows, options),
  };
}
