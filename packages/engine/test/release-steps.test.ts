import type { InterfaceChange, Release } from "@freehold/model";
import { expect, test } from "vitest";
import { consecutiveReleases } from "../src/assess/consecutive-releases.ts";
import { promisesNothing, removedElements } from "../src/assess/removed-elements.ts";

/** Newest first, a day apart. */
const releases = (...versions: string[]): Release[] =>
  versions.map((version, index) => ({
    version,
    tag: `v${version}`,
    commit: `c${version}`,
    releasedAt: new Date(Date.UTC(2026, 5, 30 - index)).toISOString(),
  }));
const pairs = (...versions: string[]) =>
  consecutiveReleases(releases(...versions), 3).map(({ from, to }) => `${from.version} ${to.version}`);

test("a release follows the highest lower version of its day: lines side by side, and no pre-releases", () => {
  expect(pairs("2.0.1", "1.4.1", "2.0.0", "1.4.0")).toEqual(["2.0.0 2.0.1", "1.4.0 1.4.1", "1.4.0 2.0.0"]);
  expect(pairs("2.0.0", "2.0.0-rc.1", "2.0.0-rc.0", "1.0.0")).toEqual(["1.0.0 2.0.0"]);
  expect(pairs("1.2", "not-one", "1.1")).toEqual(["1.1 1.2"]);
});

const removal = (element: string, kind = "function", rule = "typescript.export"): InterfaceChange => ({
  rule: "removed",
  class: "breaking",
  effect: "removed",
  element,
  message: `${element} is gone`,
  before: { id: element, kind, name: element, evidence: { rule } } as InterfaceChange["before"],
  hits: [],
});

test("what goes with its whole counts once, and what has no place for a mark not at all", () => {
  const found = removedElements([
    removal("./old", "entry"),
    removal("./old#dim"),
    removal(".#Lamp", "class"),
    removal(".#Lamp.dim", "method"),
    removal("variable LAMP", "variable", "environment.read"),
    { ...removal("Lamp#outer()"), class: "compatible" },
  ]);
  expect(found.map(({ element }) => element)).toEqual([".#Lamp"]);
});

test("a package called internal, and what is provisional by its own words, promise nothing", () => {
  expect(promisesNothing(removal("com.acme.lamp.internal.Wire#cut()"), "1.0.0")).toBe(true);
  expect(promisesNothing(removal("com.acme.lamp.Internals#internal.cut()"), "1.0.0")).toBe(false);
  const { before, ...rest } = removal("lamp.types#Tag");
  if (before === undefined) throw new Error("there is one");
  const provisional: InterfaceChange = { ...rest, before: { ...before, stability: "beta" } };
  expect(promisesNothing(provisional, "1.0.0")).toBe(true);
  expect(promisesNothing(provisional, "0.9.0")).toBe(false);
});
