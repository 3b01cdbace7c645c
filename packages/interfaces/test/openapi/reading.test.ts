/** How descriptions are read: across files, in any order, and when they are at fault. */
import { describe, expect, it } from "vitest";
import { openapi } from "../../src/kinds/openapi/kind.ts";
import type { Place } from "../../src/kind.ts";
import { classOf, elementsOf, object, post, read, request } from "./descriptions.ts";

function treeFiles(type: string) {
  return {
    "api.yaml": "openapi: 3.0.0\npaths:\n  /tree:\n    $ref: parts/tree.yaml#/tree\n",
    "parts/tree.yaml":
      "tree:\n  get:\n    responses:\n      200:\n        content:\n          application/json:\n            schema: { $ref: './node.json' }\n",
    "parts/node.json": JSON.stringify(object({ value: { type }, children: { type: "array", items: { $ref: "#" } } })),
  };
}

function tree(type: string) {
  return read(treeFiles(type)).elements;
}

const limit = (required: boolean) => ({ in: "query", name: "limit", required, schema: { type: "integer" } });

describe("openapi descriptions", () => {
  it("shows a request that breaks", () => {
    const [change] = openapi.compare(
      elementsOf(request({ type: "integer", maximum: 9 })),
      elementsOf(request({ type: "integer", maximum: 5 })),
    );
    expect(change?.rule).toBe("openapi/request-body-narrowed");
    expect(change?.witness).toBeGreaterThan(5);
  });

  it("says nothing of what stayed the same", () => {
    const text = { in: "query", name: "text", schema: { type: "string" } };
    const changes = openapi.compare(
      elementsOf(post({ parameters: [text, limit(false)] })),
      elementsOf(post({ parameters: [text, limit(true)] })),
    );
    expect(changes.map(({ rule }) => rule)).toEqual(["openapi/parameter-became-required"]);
  });

  it("follows references across files and recursion", () => {
    expect(tree("integer").map((element) => element.id)).toEqual(["GET /tree", "schema parts/node.json", "servers"]);
    expect(openapi.compare(tree("integer"), tree("integer"))).toEqual([]);
    expect(classOf(openapi.compare(tree("number"), tree("integer")))).toBe("compatible");
    expect(classOf(openapi.compare(tree("integer"), tree("number")))).toBe("breaking");
  });

  it("never leaves the place", () => {
    const asked: string[] = [];
    const text =
      "openapi: 3.0.0\npaths:\n  /a:\n    $ref: ../../../../etc/passwd\n  /b:\n    $ref: https://example.com/x.yaml\n";
    const place: Place = { folder: "x", paths: ["x/api.yaml"], read: (path) => void asked.push(path) };
    const { problems } = openapi.extract([{ path: "x/api.yaml", text }], place);
    expect(asked.filter((path) => path.startsWith("/") || path.includes("..") || path.includes("://"))).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual(["openapi/missing-reference", "openapi/missing-reference"]);
  });

  it("reports what cannot be parsed, and survives circular aliases and references", () => {
    expect(read({ "a.yaml": "openapi: 3.0.0\npaths: [\n" }).problems).toMatchObject([{ code: "openapi/invalid" }]);
    expect(read({ "a.yaml": "openapi: 3.0.0\npaths: &p\n  /a: *p\n" }).elements).toBeDefined();
    expect(read({ "a.yaml": "openapi: 3.0.0\npaths:\n  /a: { $ref: '#/paths/~1a' }\n" }).problems).toHaveLength(1);
  });

  it("depends on neither order, lines nor the file's name", () => {
    const yaml =
      "openapi: 3.1.0\npaths:\n  /a: { get: { responses: { 200: { description: x } } } }\n  /b: { get: {} }\n";
    const other =
      "# moved\n\nopenapi: 3.1.0\npaths:\n  /b:\n    get: {}\n  /a:\n    get:\n      responses:\n        200: { description: y }\n";
    expect(openapi.compare(read({ "a.yaml": yaml }).elements, read({ "b.yaml": other }).elements)).toEqual([]);
  });

  it("keeps operations apart when a second description comes", () => {
    const one = read({ "v1.yaml": "openapi: 3.1.0\npaths:\n  /a: { get: {} }\n" }).elements;
    const two = read({
      "v1.yaml": "openapi: 3.1.0\npaths:\n  /a: { get: {} }\n",
      "v2.yaml": "openapi: 3.1.0\npaths:\n  /a: { get: { deprecated: true } }\n",
    }).elements;
    expect(classOf(openapi.compare(one, two))).toBe("compatible");
  });
});
