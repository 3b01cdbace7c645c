/** Snapshots of one product for tests: everything that a test does not name is ordinary and passes nothing by itself. */
import type {
  CheckOutcome,
  Document,
  Product,
  ProductFacts,
  RepositoryFacts,
  Snapshot,
  Unit,
  Violation,
} from "@freehold/model";
import { assess, shippedStandard } from "../src/index.ts";

export interface Sample {
  readonly product?: Partial<Product>;
  readonly unit?: Partial<Unit>;
  readonly facts?: Partial<ProductFacts> | null;
  readonly repository?: Partial<RepositoryFacts>;
  readonly violations?: readonly Violation[];
  readonly others?: readonly Product[];
  readonly otherUnits?: readonly Unit[];
  /** Address of its repository. */
  readonly url?: string;
  /** Documents of `prd_w`, the product around it. */
  readonly wholeFacts?: ProductFacts["documents"];
  readonly otherFacts?: readonly { readonly product: string; readonly license: string }[];
}

export const NOW = "2026-06-01T00:00:00.000Z";

export function sampleDocument(overrides: Partial<Document> = {}): Document {
  return {
    path: "README.md",
    role: "readme",
    bytes: 100,
    words: 20,
    headings: [],
    code: [],
    commands: [],
    links: [],
    inner: 0,
    dead: [],
    ...overrides,
  };
}

export function sampleProduct(overrides: Partial<Product> = {}): Product {
  return {
    id: "prd_a",
    slug: "lamp",
    aliases: [],
    name: "Lamp",
    kind: "product",
    provenance: "inferred",
    confidence: 1,
    repositories: ["acme/lamp"],
    units: ["u1"],
    paths: ["acme/lamp:"],
    reasons: [{ rule: "test" }],
    ownership: { declared: [], ranked: [], findings: [] },
    ...overrides,
  };
}

export function sampleUnit(overrides: Partial<Unit> = {}): Unit {
  return {
    id: "u1",
    repository: "acme/lamp",
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name: "lamp",
    path: "",
    manifest: "package.json",
    provides: [{ id: "pkg:npm/lamp", evidence: [] }],
    consumes: [],
    evidence: [],
    ...overrides,
  };
}

export function sampleSnapshot(sample: Sample = {}): Snapshot {
  const product = sampleProduct(sample.product);
  const facts: ProductFacts = {
    product: product.id,
    documents: [],
    manifests: [],
    size: {
      files: 3,
      bytes: 900,
      sourceFiles: 2,
      sourceBytes: 700,
      testFiles: 0,
      exampleFiles: 0,
      languages: {},
      largest: [{ path: "a.ts", bytes: 500 }],
    },
    releases: [],
    releaseCount: 0,
    ...sample.facts,
  };
  const others = (sample.otherFacts ?? []).map((one): ProductFacts => ({
    ...facts,
    product: one.product,
    documents: [],
    manifests: [{ unit: "v1", path: "p/package.json", license: one.license }],
  }));
  return {
    format: "freehold.snapshot",
    version: 1,
    generator: { name: "test", version: "0" },
    createdAt: NOW,
    repositories: [
      {
        id: "acme/lamp",
        name: "lamp",
        ...(sample.url === undefined ? {} : { url: sample.url }),
        committedAt: NOW,
        worktree: false,
        files: 3,
        bytes: 900,
        commits: 9,
        shallow: false,
        missingObjects: 0,
      },
    ],
    units: [sampleUnit(sample.unit), ...(sample.otherUnits ?? [])],
    people: [],
    products: [product, ...(sample.others ?? [])],
    repositoryFacts: [
      {
        repository: "acme/lamp",
        documents: [],
        pipelines: [],
        tasks: [],
        lockfiles: [],
        branches: [],
        tags: [],
        tagCount: 0,
        ...sample.repository,
      },
    ],
    productFacts:
      sample.facts === null
        ? []
        : [
            facts,
            ...others,
            ...(sample.wholeFacts === undefined ? [] : [{ ...facts, product: "prd_w", documents: sample.wholeFacts }]),
          ],
    violations: [...(sample.violations ?? [])],
    problems: [],
  };
}

/** What a check says of a sample's first product. */
export function outcomeOf(check: string, sample: Sample): CheckOutcome {
  const { products } = assess(sampleSnapshot(sample), shippedStandard(), {
    products: new Set([sample.product?.id ?? "prd_a"]),
  });
  const found = products[0]?.characteristics.flatMap(({ checks }) => checks).find((one) => one.check === check);
  if (found === undefined) throw new Error(`no check ${check}`);
  return found;
}
