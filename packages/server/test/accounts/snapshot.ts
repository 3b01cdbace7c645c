/** Two products: `billing`, whose charter says that Bob owns it, and `orphan`, of which nobody said anything. */
const EVIDENCE = [{ rule: "npm.name", path: "package.json", line: 2 }];

export async function* snapshotBytes(name: string = "billing"): AsyncGenerator<Uint8Array> {
  const owner = { kind: "person", id: "bob@acme.example", name: "Bob" };
  const claim = { value: owner, provenance: "declared", confidence: 1, evidence: EVIDENCE };
  yield Buffer.from(
    JSON.stringify({
      format: "freehold.snapshot",
      version: 1,
      generator: { name: "test", version: "1" },
      createdAt: "2026-01-31T12:00:00.000Z",
      repositories: [
        {
          id: "acme/main",
          name: "main",
          worktree: false,
          files: 1,
          bytes: 1,
          commits: 1,
          shallow: false,
          missingObjects: 0,
        },
      ],
      units: [],
      people: [],
      products: [
        product("billing", name, { declared: [claim], owner: claim, ranked: [], findings: [] }),
        product("orphan", "orphan", { declared: [], ranked: [], findings: [] }),
      ],
      violations: [],
      problems: [],
    }),
  );
}

function product(slug: string, name: string, ownership: object) {
  return {
    id: `prd_${slug}`,
    slug,
    aliases: [],
    name,
    kind: "product",
    provenance: "inferred",
    confidence: 0.8,
    repositories: ["acme/main"],
    units: [],
    paths: [],
    reasons: [{ rule: "products.published", path: "package.json" }],
    ownership,
  };
}
