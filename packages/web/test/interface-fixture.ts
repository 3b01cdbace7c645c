/** The organisation of `fixture.ts` with its interfaces read, and what changed in them since an earlier snapshot. */
import {
  type Comparison,
  comparisonSchema,
  type Consume,
  type Element,
  type Snapshot,
  snapshotSchema,
  type SymbolUse,
  type Unit,
} from "@freehold/model";
import { acmeSnapshot } from "./fixture.ts";

const SCHEMA = "pkg:npm/%40acme/schema";

/** `schema` promises something, `auth` and `billing` use part of it, and `mailer` something past it. */
export function readSnapshot(): Snapshot {
  const snapshot = acmeSnapshot();
  const uses: Readonly<Record<string, readonly SymbolUse[]>> = {
    unit_auth: [used("Money", 3, "packages/auth/src/price.ts", 7)],
    unit_billing: [
      used("Money", 1, "services/billing/src/index.ts", 2),
      used("parseMoney", 2, "services/billing/src/sum.ts", 4),
    ],
    unit_mailer: [used("secret", 1, "services/mailer/src/index.ts", 9)],
  };
  return snapshotSchema.parse({ ...snapshot, units: snapshot.units.map((unit) => read(unit, uses[unit.id])) });
}

function read(unit: Unit, uses: readonly SymbolUse[] | undefined): Unit {
  const interfaces = unit.id === "unit_schema" ? [{ id: SCHEMA, kind: "typescript", elements: schemaElements() }] : [];
  if (unit.id === "unit_legacy-reports") return unit;
  return { ...unit, interfaces, consumes: unit.consumes.map((consume) => naming(consume, uses)) };
}

/** Whoever is not listed names nothing of `schema`, and relies on nothing of it here. */
function naming(consume: Consume, uses: readonly SymbolUse[] | undefined): Consume {
  if (consume.id !== SCHEMA) return consume;
  return { ...consume, symbolUses: [...(uses ?? [])] };
}

function used(symbol: string, uses: number, path: string, line: number): SymbolUse {
  return { symbol, from: "@acme/schema", uses, places: [{ path, line }] };
}

function schemaElements(): Element[] {
  return [
    element("Money", "interface", "interface Money", { doc: "An amount with its currency." }),
    element("Money.amount", "property", "readonly amount: bigint"),
    element("Money.currency", "property", "readonly currency: string"),
    element("parseMoney", "function", "function parseMoney(text: string, locale?: string): Money | undefined"),
    element("formatMoney", "function", "function formatMoney(money: Money): string", { stability: "deprecated" }),
    element("Ledger", "class", "class Ledger<TEntry extends object>", { stability: "beta" }),
    element("convert", "function", "function convert(money: Money, rate: Rate): any", {}),
  ];
}

export function element(name: string, kind: string, signature: string, overrides: Partial<Element> = {}): Element {
  return {
    id: `.#${name}`,
    kind,
    name,
    signature,
    ...(signature.includes("any") ? {} : { shape: `hash of ${signature}` }),
    stability: "stable",
    evidence: { rule: "typescript.declaration", path: "packages/schema/src/money.ts", line: 12 },
    ...overrides,
  };
}

/** As many elements as asked for in one product. */
export function wideSnapshot(count: number): Snapshot {
  const snapshot = readSnapshot();
  const elements = Array.from({ length: count }, (_, place) =>
    element(`thing${place}`, place % 3 === 0 ? "type" : "function", `function thing${place}(input: string): number`),
  );
  const units = snapshot.units.map((unit) =>
    unit.id === "unit_schema" ? { ...unit, interfaces: [{ id: SCHEMA, kind: "typescript", elements }] } : unit,
  );
  return { ...snapshot, units };
}

/** One break that hits somebody, one unknown, one addition, and a version that says too little. */
export function acmeComparison(judged: Comparison["judged"] = "sources"): Comparison {
  const before = element("parseMoney", "function", "function parseMoney(text: string): Money");
  return comparisonSchema.parse({
    base: {
      label: "before.json",
      revision: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
      createdAt: "2026-10-01T09:00:00Z",
    },
    head: { label: "after.json", createdAt: "2026-11-22T09:00:00Z" },
    judged,
    unchanged: 3,
    problems: [],
    products: [
      {
        product: { id: "prd_schema", slug: "schema", name: "schema" },
        added: 1,
        changed: 2,
        removed: 1,
        breaking: 2,
        unknown: 1,
        waived: 0,
        units: [
          {
            unit: "unit_schema",
            name: "@acme/schema",
            path: "packages/schema",
            kinds: ["typescript"],
            version: {
              before: "2.4.1",
              after: "2.5.0",
              required: "major",
              certain: true,
              taken: "minor",
              verdict: "too-small",
              next: "3.0.0",
            },
            changes: [
              {
                rule: "typescript/return-type",
                class: "breaking",
                effect: "changed",
                element: ".#parseMoney",
                message: "parseMoney may return undefined",
                before,
                after: schemaElements()[3],
                hits: [
                  {
                    product: "billing",
                    unit: "unit_billing",
                    symbols: ["parseMoney"],
                    uses: 2,
                    places: [
                      { repository: "code.example/acme/platform", path: "services/billing/src/sum.ts", line: 4 },
                    ],
                  },
                ],
              },
              {
                rule: "typescript/type-removed",
                class: "breaking",
                effect: "removed",
                element: ".#Currency",
                message: "Currency is gone",
                before: element("Currency", "type", 'type Currency = "EUR" | "USD"'),
                hits: [],
              },
              {
                rule: "typescript/shape-changed",
                class: "unknown",
                effect: "changed",
                element: ".#convert",
                message: "convert may have changed: its shape is not known",
                before: element("convert", "function", "function convert(money: Money): any"),
                after: schemaElements()[6],
                hits: [],
              },
              {
                rule: "typescript/class-added",
                class: "compatible",
                effect: "added",
                element: ".#Ledger",
                message: "new: class Ledger<TEntry extends object>",
                after: schemaElements()[5],
                hits: [],
              },
            ],
          },
        ],
      },
    ],
  } satisfies Comparison);
}
