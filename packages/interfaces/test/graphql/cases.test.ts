/**
 * Pairs after the GraphQL specification: clients break when what they ask for goes, when they may receive
 * what they don't know, or when what they send is refused. Beside each: what graphql-js says of it.
 */
import { buildSchema, findBreakingChanges } from "graphql";
import { describe, expect, test } from "vitest";
import { graphql } from "../../src/kinds/graphql/kind.ts";
import { elementsIn, extractFrom, type Files, type Pair, testPairs } from "../pairs.ts";

const schema = (...types: readonly string[]): string => types.join("\n");
const query = (fields: string, ...types: readonly string[]): string => schema(`type Query { ${fields} }`, ...types);

const PAIRS: readonly Pair[] = [
  ["field added", query("a: Int"), query("a: Int b: Int"), "compatible", "breaking"],
  ["field of another type", query("a: Int"), query("a: String"), "breaking", "breaking"],
  ["result never null", query("a: Int"), query("a: Int!"), "compatible", "breaking"],
  ["result a list", query("a: Int"), query("a: [Int]"), "breaking", "breaking"],
  ["items never null", query("a: [Int]"), query("a: [Int!]"), "compatible", "breaking"],
  ["nested lists never null", query("a: [[Int]]"), query("a: [[Int]!]!"), "compatible", "breaking"],
  ["optional argument added", query("a: Int"), query("a(x: Int): Int"), "compatible", "breaking"],
  ["required argument added", query("a: Int"), query("a(x: Int!): Int"), "breaking", "breaking"],
  ["required argument with a default added", query("a: Int"), query("a(x: Int! = 1): Int"), "compatible", "breaking"],
  ["argument made required", query("a(x: Int): Int"), query("a(x: Int!): Int"), "breaking", "compatible"],
  [
    "items of an argument made required",
    query("a(x: [Int]): Int"),
    query("a(x: [Int!]): Int"),
    "breaking",
    "compatible",
  ],
  [
    "default removed from a non-null argument",
    query("a(x: Int! = 1): Int"),
    query("a(x: Int!): Int"),
    "breaking",
    "compatible",
  ],
  [
    "default with its fields in another order",
    `${query("a(x: I = { b: [{ d: 1, e: 2 }], c: 3 }): Int")} input I { b: [I], c: Int, d: Int, e: Int }`,
    `${query("a(x: I = { c: 3, b: [{ e: 2, d: 1 }] }): Int")} input I { b: [I], c: Int, d: Int, e: Int }`,
    "none",
    "none",
  ],
  ["default changed", query("a(x: Int = 1): Int"), query("a(x: Int = 2): Int"), "unknown", "unknown"],
  ["default added to a nullable argument", query("a(x: Int): Int"), query("a(x: Int = 2): Int"), "unknown", "unknown"],
  ["argument renamed", query("a(x: Int): Int"), query("a(y: Int): Int"), "breaking", "breaking"],
  [
    "directive of the schema's own on a field",
    query("a: Int", "directive @auth on FIELD_DEFINITION"),
    query("a: Int @auth", "directive @auth on FIELD_DEFINITION"),
    "unknown",
    "unknown",
  ],
  ["deprecated", query("a: Int"), query('a: Int @deprecated(reason: "b")'), "none", "none"],
  ["type added", query("a: Int"), query("a: Int", "type B { c: Int }"), "compatible", "breaking"],
  [
    "type made an interface",
    query("a: B", "type B { c: Int }"),
    query("a: B", "interface B { c: Int }"),
    "breaking",
    "breaking",
  ],
  ["enum value received", query("a: E", "enum E { X }"), query("a: E", "enum E { X Y }"), "unknown", "breaking"],
  [
    "enum value sent",
    query("a(e: E): Int", "enum E { X }"),
    query("a(e: E): Int", "enum E { X Y }"),
    "compatible",
    "breaking",
  ],
  [
    "union member added",
    query("a: U", "union U = A", "type A { x: Int }", "type B { x: Int }"),
    query("a: U", "union U = A | B", "type A { x: Int }", "type B { x: Int }"),
    "unknown",
    "breaking",
  ],
  [
    "interface implemented",
    query("a: I", "interface I { x: Int }", "type A { x: Int }"),
    query("a: I", "interface I { x: Int }", "type A implements I { x: Int }"),
    "unknown",
    "breaking",
  ],
  [
    "optional input field added",
    query("a(i: I): Int", "input I { x: Int }"),
    query("a(i: I): Int", "input I { x: Int y: Int }"),
    "compatible",
    "breaking",
  ],
  [
    "required input field added",
    query("a(i: I): Int", "input I { x: Int }"),
    query("a(i: I): Int", "input I { x: Int y: Int! }"),
    "breaking",
    "breaking",
  ],
  [
    "input field made required",
    query("a(i: I): Int", "input I { x: Int }"),
    query("a(i: I): Int", "input I { x: Int! }"),
    "breaking",
    "compatible",
  ],
  [
    "input takes one field only",
    query("a(i: I): Int", "input I { x: Int }"),
    query("a(i: I): Int", "input I @oneOf { x: Int }"),
    "breaking",
    "compatible",
  ],
  ["scalar removed", query("a: Int", "scalar Date"), query("a: Int"), "breaking", "compatible"],
  ["directive removed", query("a: Int", "directive @d on FIELD"), query("a: Int"), "breaking", "compatible"],
  [
    "directive in fewer places",
    query("a: Int", "directive @d on FIELD | QUERY"),
    query("a: Int", "directive @d on FIELD"),
    "breaking",
    "compatible",
  ],
  [
    "directive no longer repeatable",
    query("a: Int", "directive @d repeatable on FIELD"),
    query("a: Int", "directive @d on FIELD"),
    "breaking",
    "compatible",
  ],
  [
    "directive argument required",
    query("a: Int", "directive @d on FIELD"),
    query("a: Int", "directive @d(x: Int!) on FIELD"),
    "breaking",
    "breaking",
  ],
  ["deprecated", query("a: Int"), query('a: Int @deprecated(reason: "b")'), "none", "none"],
  ["description", query("a: Int"), query('"about" a: Int'), "none", "none"],
  ["order and layout", query("a: Int b: Int"), "type Query {\n  b: Int # two\n  a: Int\n}", "none", "none"],
  [
    "extension in place of a field",
    query("a: Int b: Int"),
    query("a: Int", "extend type Query { b: Int }"),
    "none",
    "none",
  ],
  [
    "moved to another file",
    { "a.graphql": query("a: B", "type B { c: Int }") },
    { "a.graphql": query("a: B"), "b.graphql": "type B { c: Int }" },
    "none",
    "none",
  ],
  [
    "root of queries renamed",
    schema("schema { query: Q }", "type Q { a: Int }"),
    schema("schema { query: R }", "type R { a: Int }"),
    "breaking",
    "breaking",
  ],
  ["internal field removed", query("a: Int b: Int @inaccessible"), query("a: Int"), "none", "none"],
];

/** Where graphql-js has no opinion on purpose: it calls a removed default dangerous, and we a break. */
const STRICTER = new Set(["default removed from a non-null argument"]);

describe("graphql", () => {
  testPairs(graphql, "schema.graphql", PAIRS);

  const comparable = PAIRS.filter(
    ([, before, after]) =>
      typeof before === "string" && typeof after === "string" && !`${before}${after}`.includes("@inaccessible"),
  );
  test.each(comparable)("agrees with graphql-js: %s", (name, before, after) => {
    for (const [from, to] of [
      [before, after],
      [after, before],
    ] as const) {
      const theirs = findBreakingChanges(buildSchema(textOf(from)), buildSchema(textOf(to)));
      const ours = graphql.compare(
        elementsIn(graphql, from, "schema.graphql"),
        elementsIn(graphql, to, "schema.graphql"),
      );
      const breaks = ours.some((change) => change.class === "breaking");
      if (theirs.length > 0) expect(breaks, JSON.stringify(theirs)).toBe(true);
      else if (!STRICTER.has(name))
        expect(ours.filter((one) => one.class === "breaking" && !STRICTER_RULES.has(one.rule))).toEqual([]);
    }
  });

  test("documents of clients are no schema, and a fault has its place", () => {
    expect(extractFrom(graphql, { "q.graphql": "query { a }", "f.gql": "fragment F on A { b }" }, "").elements).toEqual(
      [],
    );
    const { problems } = extractFrom(graphql, "type A {", "schema.graphql");
    expect(problems).toMatchObject([{ code: "graphql/syntax-error", path: "schema.graphql", line: 1 }]);
  });

  test("elements read like the schema", () => {
    const elements = elementsIn(
      graphql,
      query('"One user." user(id: ID!): User', "type User { name: String! }"),
      "schema.graphql",
    );
    expect(elements.map(({ id, signature, doc }) => [id, signature, doc])).toEqual([
      ["Query", "type Query", undefined],
      ["Query.user", "Query.user(id: ID!): User", "One user."],
      ["Query.user(id)", "Query.user(id): ID!", undefined],
      ["User", "type User", undefined],
      ["User.name", "User.name: String!", undefined],
    ]);
  });
});

/** Rules that graphql-js has no breaking change for. */
const STRICTER_RULES = new Set<string>(["graphql/one-of-added", "graphql/root-changed"]);

function textOf(files: Files): string {
  return typeof files === "string" ? files : Object.values(files).join("\n");
}
