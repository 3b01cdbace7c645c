import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanePoint } from "../src/api/queries.ts";
import { formatScore } from "../src/assessment/words.ts";
import { frameOf, pointsNear, pointsOf } from "../src/plane/scene.ts";

const size = { width: 600, height: 500 };

function row(slug: string, value: number, simplicity: number): PlanePoint {
  return { product: `prd_${slug}`, slug, name: slug, steady: false, action: "unknown", value, simplicity };
}

describe("the scene", () => {
  it("has value upwards and simplicity to the right", () => {
    const rows = [row("low", 0, 0), row("high", 1, 1)];
    const [low, high] = pointsOf(rows, rows, size);
    const frame = frameOf(size);
    expect(low).toMatchObject({ x: frame.left, y: frame.top + frame.height });
    expect(high).toMatchObject({ x: frame.left + frame.width, y: frame.top });
  });
  it("keeps those that do not fit, behind those that do, and out of reach", () => {
    const [fits, other] = [row("fits", 0.5, 0.5), row("other", 0.5, 0.5)];
    const points = pointsOf([fits, other], [fits], size);
    expect(points.map(({ row: one }) => one.slug)).toEqual(["other", "fits"]);
    const at = points[0] ?? { x: 0, y: 0 };
    expect(pointsNear(points, at.x, at.y, 9).map(({ row: one }) => one.slug)).toEqual(["fits"]);
  });
  it("keeps every point in its frame, whatever the size", () =>
    fc.assert(
      fc.property(share(), share(), fc.nat(3000), fc.nat(3000), (value, simplicity, width, height) => {
        const rows = [row("a", value, simplicity)];
        const frame = frameOf({ width, height });
        for (const { x, y } of pointsOf(rows, rows, { width, height })) {
          expect(x).toBeGreaterThanOrEqual(frame.left);
          expect(x).toBeLessThanOrEqual(frame.left + frame.width + 1e-6);
          expect(y).toBeGreaterThanOrEqual(frame.top - 1e-6);
          expect(y).toBeLessThanOrEqual(frame.top + frame.height + 1e-6);
        }
      }),
    ));
});

function share(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, noNaN: true });
}

it.each([
  [undefined, undefined, "–"],
  [0.64, 0.64, "64"],
  [0.64, 0.66, "64–66"],
  [0.641, 0.644, "64"],
  [0, undefined, "0"],
])("a score of %s, possibly %s, is written %s", (score, possible, text) =>
  expect(formatScore(score, possible)).toBe(text),
);
