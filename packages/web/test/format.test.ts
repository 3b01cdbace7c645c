import { describe, expect, it } from "vitest";
import { formatAgo, formatBytes, formatConfidence, formatQuantity } from "../src/format/format.ts";
import { readable } from "../src/format/words.ts";

const now = new Date("2026-11-22T12:00:00Z");

describe("formats", () => {
  it("never rounds a doubt away", () => {
    expect(formatConfidence(0.999)).toBe("99%");
    expect(formatConfidence(0.001)).toBe("1%");
    expect(formatConfidence(1)).toBe("100%");
    expect(formatConfidence(0)).toBe("0%");
  });
  it("counts things in words", () => {
    expect(formatQuantity(1, "use")).toBe("1 use");
    expect(formatQuantity(1200, "use")).toBe("1,200 uses");
  });
  it("tells times in the largest unit", () => {
    expect(formatAgo("2026-11-22T11:59:40Z", now)).toBe("just now");
    expect(formatAgo("2026-11-21T11:00:00Z", now)).toBe("yesterday");
    expect(formatAgo("2024-11-01T00:00:00Z", now)).toBe("2 years ago");
    expect(formatAgo("2027-01-01T00:00:00Z", now)).toBe("just now");
  });
  it("tells sizes", () => {
    expect([0, 999, 1000, 18_400_000, 5e12].map(formatBytes)).toEqual(["0 B", "999 B", "1.0 kB", "18 MB", "5000 GB"]);
  });
  it("shows identifiers as people write them", () => {
    expect(readable("pkg:npm/%40acme/auth")).toBe("pkg:npm/@acme/auth");
    expect(readable("pkg:generic/100%")).toBe("pkg:generic/100%");
  });
});
