import type { GraphResource } from "@freehold/model";
import { describe, expect, it } from "vitest";
import { depthOf } from "../src/map/map-search.ts";
import { caption, neighboursOf, pictureOf } from "../src/map/visible.ts";

const node = (slug: string) => ({
  id: slug,
  slug,
  name: slug,
  kind: "product" as const,
  reach: 0,
  dependents: 0,
  dependencies: 0,
  violations: 0,
});
const edge = (from: string, to: string, development = false) => ({ from, to, uses: 1, development, violation: false });

const resource: GraphResource = {
  nodes: ["app", "api", "kit", "lone"].map(node),
  edges: [edge("app", "api"), edge("app", "kit", true)],
  total: 4,
  shown: "all",
};

describe("map", () => {
  it("draws what ships and lists the rest", () => {
    const { nodes, alone } = pictureOf(resource, {});
    expect(nodes.map(({ slug }) => slug)).toEqual(["app", "api"]);
    expect(alone.map(({ slug }) => slug)).toEqual(["kit", "lone"]);
  });
  it("draws development too when asked", () => expect(pictureOf(resource, { scope: "all" }).nodes).toHaveLength(3));
  it("draws the product in focus even alone", () =>
    expect(pictureOf(resource, { focus: "lone" }).nodes).toContainEqual(node("lone")));
  it("knows both sides of a product", () =>
    expect(neighboursOf(resource.edges, "api")).toEqual({ above: ["app"], below: [] }));
  it("says what it leaves out", () => {
    expect(caption(resource, 2)).toBe("2 of 4 products; the others stand alone");
    expect(caption({ ...resource, shown: "most-relied-on", total: 900 }, 4)).toContain("4 of 900");
  });
  it("reads a depth of one to three", () =>
    expect(["2", "9", "-1", "x"].map((depth) => depthOf({ depth }))).toEqual([2, 3, 1, 1]));
});
