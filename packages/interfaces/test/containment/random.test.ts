/** What must hold for any schemas: a schema contains itself, and no value ever disproves an answer. */
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../../src/containment/evaluate.ts";
import { isContained } from "../../src/containment/index.ts";
import { addDocument, openSchemas } from "../../src/containment/schemas.ts";
import type { Json } from "../../src/kind.ts";

const NAMES = ["a", "b", "xa"];
const name = fc.constantFrom(...NAMES);

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, "", "a", "ab", "xa", 0, 1, 2, 3, -1, 1.5, 6),
  fc.integer({ min: -4, max: 12 }),
);

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(name, fc.constantFrom("c", "xb", "zz")), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

const small = fc.integer({ min: 0, max: 3 });
const pattern = fc.constantFrom("^x", "a$", "^[ab]+$", "b", "^.{1,2}$");

function optional<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Json> {
  return fc.record(model, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Json>;
}

/** Keyed by text, since a record with the plain key would look like a promise. */
const THEN = ["th", "en"].join("");

const { schema } = fc.letrec<{ schema: Json }>((tie) => {
  const sub = tie("schema");
  const subs = fc.array(sub, { minLength: 1, maxLength: 3 });
  const scalars = optional({
    type: fc.constantFrom<Json>(
      "string",
      "number",
      "integer",
      "null",
      ["string", "null"],
      ["array", "object"],
      ["number", "boolean"],
    ),
    minimum: small,
    exclusiveMaximum: fc.integer({ min: 0, max: 6 }),
    multipleOf: fc.constantFrom(1, 2, 3, 0.5),
    minLength: small,
    maxLength: small,
    pattern,
  });
  return {
    schema: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      fc.oneof(
        fc.boolean(),
        scalars,
        optional({ enum: fc.array(value, { minLength: 1, maxLength: 3 }) }),
        optional({ const: value }),
      ),
      optional({
        type: fc.constant("object"),
        properties: fc.dictionary(name, sub, { maxKeys: 2, noNullPrototype: true }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: sub,
      }),
      optional({
        patternProperties: fc.dictionary(pattern, sub, { maxKeys: 2, noNullPrototype: true }),
        propertyNames: sub,
        minProperties: small,
        maxProperties: small,
      }),
      optional({
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
        dependentSchemas: fc.dictionary(name, sub, { maxKeys: 1, noNullPrototype: true }),
      }),
      optional({
        type: fc.constant("array"),
        items: sub,
        prefixItems: subs,
        minItems: small,
        maxItems: small,
        uniqueItems: fc.boolean(),
      }),
      optional({ contains: sub, minContains: small, maxContains: small, maxItems: small }),
      optional({ allOf: subs, anyOf: subs, unevaluatedProperties: sub }),
      optional({
        properties: fc.dictionary(name, sub, { maxKeys: 2, noNullPrototype: true }),
        oneOf: subs,
        unevaluatedProperties: sub,
      }),
      optional({ prefixItems: subs, anyOf: subs, unevaluatedItems: sub }),
      optional({ not: sub, if: sub, [THEN]: sub, else: sub }),
    ),
  };
});

/**
 * Strict mode off: ajv wants `minContains` only beside `contains`, and so on. It forgets what a nested
 * `unevaluatedItems` has looked at, makes code that does not run for some nested conditions, and of `uniqueItems` beside
 * typed `items` compares only items of that type, whatever `prefixItems` lets stand before them ([0, 0] is unique to it);
 * there our own evaluator judges, which the public suite of validators has checked.
 */
function validator(of: Json): (value: Json) => boolean {
  const schemas = openSchemas();
  const place = addDocument(schemas, "", of);
  const own = (one: Json) => evaluate(schemas, place, one) === true;
  const text = JSON.stringify(of);
  if (text.includes("unevaluatedItems") || (text.includes("uniqueItems") && text.includes("prefixItems"))) return own;
  const compiled = new Ajv2020({ strict: false, logger: false }).compile(of as object | boolean);
  return (one) => {
    try {
      return (compiled as (one: Json) => boolean)(one);
    } catch (error) {
      if (error instanceof ReferenceError) return own(one);
      throw error;
    }
  };
}

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 100);

it("a schema contains itself", () => {
  fc.assert(
    fc.property(schema, (a) => {
      expect(isContained(a, structuredClone(a)).kind).toBe("yes");
    }),
    { numRuns: RUNS },
  );
});

it("a schema is contained in a choice that offers it", () => {
  fc.assert(
    fc.property(schema, schema, (a, b) => {
      expect(isContained(a, { anyOf: [a, b] }).kind).not.toBe("no");
    }),
    { numRuns: RUNS },
  );
});

it("no value disproves an answer, by another validator's judgement", () => {
  fc.assert(
    fc.property(schema, schema, fc.array(value, { minLength: 20, maxLength: 30 }), (a, b, values) => {
      const answer = isContained(a, b, { budget: 20_000 });
      if (answer.kind === "unknown") return;
      const [accepts, other] = [validator(a), validator(b)];
      if (answer.kind === "no") {
        expect([accepts(answer.witness), other(answer.witness)]).toEqual([true, false]);
        return;
      }
      for (const one of values) if (accepts(one)) expect(other(one), JSON.stringify(one)).toBe(true);
    }),
    { numRuns: RUNS * 2 },
  );
  // ajv takes longer to make code than the comparison takes.
}, 600_000);
