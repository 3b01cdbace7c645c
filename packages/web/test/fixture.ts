/**
 * A small organisation as a scan would see it: two repositories, declared and found products, an owner
 * who left, a disagreement, a circle, a bypassed entry. Checked against the schema when it is made.
 */
import {
  type Claim,
  type Consume,
  type Evidence,
  type OwnerRef,
  type Ownership,
  type Person,
  type Product,
  type Snapshot,
  snapshotSchema,
  type Unit,
} from "@freehold/model";

const MONO = "code.example/acme/platform";
const SITE = "code.example/acme/site";
const COMMIT = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

const people = [
  person("ada", "Ada Moreau", 1840, "2026-11-19T10:12:00Z"),
  person("bo", "Bo Lindqvist", 955, "2026-11-20T08:30:00Z"),
  person("chidi", "Chidi Okafor", 612, "2026-11-21T16:02:00Z"),
  person("dana", "Dana Whitfield", 488, "2024-02-11T09:00:00Z"),
  person("eun", "Eun-ji Park", 301, "2026-10-30T11:45:00Z"),
  person("farid", "Farid Haddad", 77, "2026-11-02T14:20:00Z"),
  { ...person("renovate", "renovate[bot]", 2210, "2026-11-22T03:00:00Z"), bot: true },
];

interface Sketch {
  readonly slug: string;
  readonly path: string;
  readonly repository?: string;
  readonly kind?: Product["kind"];
  readonly provenance?: Product["provenance"];
  readonly mission?: string;
  readonly owner?: string;
  readonly declared?: string;
  readonly findings?: Ownership["findings"];
  readonly partOf?: string;
  readonly uses?: readonly string[];
  readonly develops?: readonly string[];
  readonly external?: readonly string[];
}

const sketches: readonly Sketch[] = [
  {
    slug: "api-gateway",
    path: "services/gateway",
    provenance: "declared",
    declared: "bo",
    mission: "Lets every client reach every service through one door, with one way to sign in.",
    owner: "bo",
    uses: ["auth", "rate-limit", "logger", "schema"],
    external: ["pkg:npm/fastify", "pkg:npm/undici"],
  },
  {
    slug: "auth",
    path: "packages/auth",
    provenance: "declared",
    declared: "chidi",
    mission: "Answers who somebody is and what they may do.",
    owner: "chidi",
    uses: ["logger", "crypto-kit", "schema"],
    external: ["pkg:npm/jose"],
  },
  {
    slug: "billing",
    path: "services/billing",
    provenance: "declared",
    declared: "dana",
    owner: "dana",
    findings: ["owner-left"],
    mission: "Charges customers for what they used and shows them how the sum came about.",
    uses: ["ledger", "logger", "queue", "schema", "auth"],
    external: ["pkg:npm/stripe", "pkg:npm/pdf-lib"],
  },
  {
    slug: "ledger",
    path: "packages/ledger",
    owner: "dana",
    findings: ["owner-left"],
    mission: "Double-entry bookkeeping as a library.",
    uses: ["schema", "logger"],
  },
  {
    slug: "queue",
    path: "packages/queue",
    provenance: "imported",
    declared: "ada",
    findings: ["declared-disagrees"],
    owner: "ada",
    mission: "Work that survives a restart.",
    uses: ["logger", "schema"],
    external: ["pkg:npm/ioredis"],
  },
  {
    slug: "logger",
    path: "packages/logger",
    owner: "ada",
    mission: "Structured logs with one shape everywhere.",
    external: ["pkg:npm/pino"],
  },
  {
    slug: "schema",
    path: "packages/schema",
    owner: "ada",
    mission: "Shared types of everything that crosses a boundary.",
    external: ["pkg:npm/zod"],
  },
  { slug: "crypto-kit", path: "packages/crypto-kit", owner: "chidi", external: [] },
  { slug: "rate-limit", path: "packages/rate-limit", owner: "bo", uses: ["logger", "queue"] },
  {
    slug: "design-system",
    path: "packages/design-system",
    provenance: "declared",
    declared: "eun",
    owner: "eun",
    mission: "Buttons, fields and tables that look and behave alike in every app.",
    external: ["pkg:npm/react"],
  },
  {
    slug: "icons",
    path: "packages/design-system/icons",
    kind: "component",
    partOf: "design-system",
    owner: "eun",
    uses: [],
  },
  {
    slug: "dashboard",
    path: "apps/dashboard",
    owner: "eun",
    mission: "Where customers see and steer what they run.",
    uses: ["design-system", "icons", "client", "schema"],
    develops: ["test-kit"],
    external: ["pkg:npm/react", "pkg:npm/vite"],
  },
  {
    slug: "client",
    path: "packages/client",
    owner: "bo",
    mission: "The API for TypeScript.",
    uses: ["schema", "auth"],
    develops: ["test-kit"],
  },
  { slug: "test-kit", path: "packages/test-kit", kind: "component", owner: "farid", uses: ["schema"] },
  {
    slug: "importer",
    path: "services/importer",
    findings: ["unknown"],
    mission: "Takes over data from elsewhere.",
    uses: ["queue", "client", "logger"],
  },
  {
    slug: "mailer",
    path: "services/mailer",
    findings: ["unknown"],
    uses: ["queue", "logger", "schema"],
    external: ["pkg:npm/nodemailer"],
  },
  {
    slug: "release-train",
    path: ".ci/release",
    kind: "process",
    owner: "farid",
    mission: "How a release leaves the house.",
  },
  {
    slug: "website",
    path: "",
    repository: SITE,
    provenance: "declared",
    declared: "eun",
    owner: "eun",
    mission: "Tells strangers what acme does.",
    uses: ["design-system"],
    external: ["pkg:npm/astro"],
  },
  { slug: "docs-search", path: "search", repository: SITE, owner: "farid", uses: ["schema"] },
  { slug: "legacy-reports", path: "legacy/reports", owner: "dana", findings: ["owner-left"] },
];

/** The snapshot of the organisation above. */
export function acmeSnapshot(): Snapshot {
  return snapshotSchema.parse({
    format: "freehold.snapshot",
    version: 1,
    generator: { name: "freehold", version: "0.1.0" },
    createdAt: "2026-11-22T09:00:00Z",
    repositories: [repository(MONO, "platform", 4211), repository(SITE, "site", 388)],
    people,
    units: sketches.map(unitOf),
    products: sketches.map(productOf),
    violations: [
      {
        rule: "cycle",
        from: "prd_queue",
        to: "prd_rate-limit",
        message: "queue and rate-limit rely on each other: queue → rate-limit → queue.",
        hint: "Move what both need into a product of its own, or pass it in.",
        evidence: [
          seen("portfolio.cycle", "packages/queue/src/worker.ts", 12, 'import { limiter } from "@acme/rate-limit"'),
        ],
      },
      {
        rule: "entry-bypassed",
        from: "prd_dashboard",
        to: "prd_client",
        message: "dashboard imports @acme/client/src/internal/session, past the declared entry of client.",
        hint: "Export it from packages/client/src/index.ts, or use what is exported already.",
        evidence: [
          seen("typescript.imports", "apps/dashboard/src/session.ts", 3, 'from "@acme/client/src/internal/session"'),
          seen("typescript.imports", "apps/dashboard/src/login.ts", 9, 'from "@acme/client/src/internal/session"'),
        ],
      },
      {
        rule: "undeclared-dependency",
        from: "prd_importer",
        to: "prd_logger",
        message: "importer imports @acme/logger and does not declare it.",
        hint: "Add @acme/logger to the dependencies in services/importer/package.json.",
        evidence: [seen("typescript.imports", "services/importer/src/main.ts", 1, 'from "@acme/logger"')],
      },
    ],
    problems: [
      {
        code: "npm/invalid-json",
        severity: "error",
        message: 'package.json is not JSON: expected "," at "version"',
        hint: "Put a comma at the end of line 3.",
        repository: MONO,
        path: "legacy/reports/package.json",
        line: 4,
        column: 3,
        subject: "prd_legacy-reports",
      },
      {
        code: "codeowners/unknown-owner",
        severity: "warning",
        message: '"@acme/ghosts" owns /services/mailer and is no group that this history knows',
        hint: "Name a group or person that exists.",
        repository: MONO,
        path: ".github/CODEOWNERS",
        line: 18,
      },
      {
        code: "repository/shallow",
        severity: "info",
        message: "The clone of site is shallow: 388 commits were read",
        hint: "git fetch --unshallow",
        repository: SITE,
      },
    ],
  } satisfies Snapshot);
}

/** As many products as asked for, each relying on a few before it; the same for the same number. */
export function largeSnapshot(count: number): Snapshot {
  const random = seeded(7);
  const kinds: readonly Product["kind"][] = ["product", "product", "product", "component", "process"];
  const words = [
    "atlas",
    "beacon",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "grove",
    "harbor",
    "iris",
    "juniper",
    "kestrel",
    "lumen",
  ];
  const pickOne = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const made = Array.from({ length: count }, (_, index): Sketch => {
    const owner = random() < 0.85 ? pickOne(people.slice(0, 6))?.id : undefined;
    const kind = pickOne(kinds);
    return {
      slug: `${pickOne(words)}-${pickOne(words)}-${index}`,
      path: `packages/p${index}`,
      ...(kind === undefined ? {} : { kind }),
      mission: `Does thing ${index} for whoever needs it, and nothing else.`,
      provenance: random() < 0.2 ? "declared" : "inferred",
      ...(owner === undefined ? { findings: ["unknown"] } : { owner }),
    };
  });
  const linked = made.map((sketch, index): Sketch => {
    const uses = Array.from({ length: Math.floor(random() * 5) }, () => made[Math.floor(index * random() ** 2)]?.slug);
    return {
      ...sketch,
      uses: [...new Set(uses)].filter((slug) => slug !== undefined && slug !== sketch.slug) as string[],
    };
  });
  return {
    ...acmeSnapshot(),
    units: linked.map(unitOf),
    products: linked.map(productOf),
    violations: [],
  };
}

function unitOf(sketch: Sketch): Unit {
  const { slug, path, repository: where = MONO, uses = [], develops = [], external = [], mission } = sketch;
  return {
    id: `unit_${slug}`,
    repository: where,
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name: `@acme/${slug}`,
    path,
    manifest: `${path}/package.json`,
    version: "2.4.1",
    ...(mission === undefined ? {} : { description: mission }),
    published: true,
    files: 12 + slug.length * 7,
    bytes: 18_000 + slug.length * 9_100,
    languages: { TypeScript: 18_000 },
    provides: [
      {
        id: `pkg:npm/%40acme/${slug}`,
        version: "2.4.1",
        evidence: [seen("npm.name", `${path}/package.json`, 2, `"name": "@acme/${slug}"`)],
      },
    ],
    consumes: [
      ...uses.map((used) => consume(path, `pkg:npm/%40acme/${used}`, "runtime")),
      ...develops.map((used) => consume(path, `pkg:npm/%40acme/${used}`, "development")),
      ...external.map((used) => consume(path, used, "runtime")),
    ],
    evidence: [seen("npm.workspaces", "package.json", 6, '"workspaces": ["packages/*", "services/*", "apps/*"]')],
  };
}

function consume(path: string, id: string, scope: Consume["scope"]): Consume {
  return {
    id,
    scope,
    range: "^2.0.0",
    declared: true,
    imported: true,
    symbols: ["createThing", "type Options"],
    uses: 4,
    evidence: [
      seen("npm.dependencies", `${path}/package.json`, 14, `"${id}": "^2.0.0"`),
      seen("typescript.imports", `${path}/src/index.ts`, 2, `import { createThing } from "${id}"`),
    ],
  };
}

function productOf(sketch: Sketch): Product {
  const { slug, path, repository: where = MONO, kind = "product", provenance = "inferred", mission, partOf } = sketch;
  return {
    id: `prd_${slug}`,
    slug,
    aliases: [`@acme/${slug}`],
    name: slug,
    kind,
    provenance,
    confidence: provenance === "inferred" ? 0.81 : 1,
    ...(partOf === undefined ? {} : { partOf: `prd_${partOf}` }),
    ...(provenance === "declared" ? { charter: `${path}/product.yaml` } : {}),
    ...(mission === undefined
      ? {}
      : {
          mission: {
            value: mission,
            provenance: provenance === "declared" ? "declared" : "inferred",
            confidence: provenance === "declared" ? 1 : 0.7,
            evidence: [seen("readme.first-paragraph", `${path}/README.md`, 3, mission)],
          },
        }),
    repositories: [where],
    units: [`unit_${slug}`],
    paths: [`${where}:${path}`],
    reasons: [
      seen("products.published", `${path}/package.json`, 2, "It is published, so others can rely on it"),
      seen("products.consumers", undefined, undefined, "Units of several products use it"),
    ],
    ownership: ownershipOf(sketch),
  };
}

function ownershipOf({ path, owner, declared, findings = [] }: Sketch): Ownership {
  if (owner === undefined) return { declared: [], ranked: [], findings };
  const inferred = claim(owner, "inferred", 0.62 + (path.length % 7) * 0.05, [
    seen("owners.first-author", `${path}/src/index.ts`, undefined, "Wrote 64% of its files first", COMMIT),
    seen("owners.focus", path, undefined, "Most of their work is here, and most of the work here is theirs"),
  ]);
  const stated =
    declared === undefined
      ? []
      : [claim(declared, "declared", 1, [seen("codeowners", ".github/CODEOWNERS", 4, `/${path}/ @${declared}`)])];
  return {
    declared: stated,
    owner: stated[0] ?? inferred,
    founder: claim(owner, "inferred", 0.9, [
      seen("owners.founder", path, undefined, "First commit of 14 of 19 files", COMMIT),
    ]),
    steward: claim(findings.includes("declared-disagrees") ? "chidi" : owner, "inferred", 0.71, [
      seen("owners.steward", path, undefined, "9 of the last 12 commits", COMMIT),
    ]),
    ranked: people
      .slice(0, 3)
      .map(({ id }, place) => ({
        person: place === 0 ? owner : id === owner ? "ada" : id,
        confidence: [0.72, 0.18, 0.05][place] ?? 0,
        evidence: [seen("owners.lines", path, undefined, `${[64, 22, 9][place]}% of the lines added`)],
      }))
      .filter((entry, place, all) => all.findIndex(({ person }) => person === entry.person) === place),
    regime: "founder-owned",
    truckFactor: {
      value: 1,
      provenance: "inferred",
      confidence: 0.8,
      evidence: [
        seen("owners.truck-factor", path, undefined, "Without Ada more than half of the files have no author left"),
      ],
    },
    findings,
  };
}

function claim(
  id: string,
  provenance: Claim<OwnerRef>["provenance"],
  confidence: number,
  evidence: Evidence[],
): Claim<OwnerRef> {
  return {
    value: { kind: "person", id, name: people.find((other) => other.id === id)?.name ?? id },
    provenance,
    confidence,
    evidence,
  };
}

function seen(rule: string, path?: string, line?: number, detail?: string, commit?: string): Evidence {
  return {
    rule,
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
    ...(detail === undefined ? {} : { detail }),
    ...(commit === undefined ? {} : { commit }),
  };
}

function person(id: string, name: string, commits: number, lastCommit: string): Person {
  return {
    id,
    name,
    emails: [`${id}@acme.example`],
    logins: [id],
    bot: false,
    commits,
    firstCommit: "2021-03-01T09:00:00Z",
    lastCommit,
    evidence: [],
  };
}

function repository(id: string, name: string, commits: number): Snapshot["repositories"][number] {
  return {
    id,
    name,
    url: `https://${id}`,
    revision: COMMIT,
    branch: "main",
    committedAt: "2026-11-21T16:02:00Z",
    worktree: false,
    files: 2140,
    bytes: 18_400_000,
    commits,
    shallow: false,
    missingObjects: 0,
  };
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
