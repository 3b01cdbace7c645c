import { describe, expect, it } from "vitest";
import type { ActionContext } from "../src/actions/action.ts";
import { chordOf, isPlain, matchKeys } from "../src/actions/keys.ts";
import { paletteEntries } from "../src/actions/palette-entries.ts";
import { rank } from "../src/actions/rank.ts";
import { actions } from "../src/actions/registry.ts";

function press(key: string, modifiers: Partial<Parameters<typeof chordOf>[0]> = {}) {
  return chordOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...modifiers });
}

describe("keys", () => {
  it("takes control and command alike", () => {
    expect(press("k", { ctrlKey: true })).toBe("mod+k");
    expect(press("K", { metaKey: true, shiftKey: true })).toBe("mod+shift+k");
  });
  it("takes a sign as it was typed", () => expect(press("?", { shiftKey: true })).toBe("?"));
  it("waits while only a modifier is down", () => expect(press("Shift", { shiftKey: true })).toBeUndefined());
  it("waits for the second key of a sequence", () => expect(matchKeys(actions, ["g"]).kind).toBe("prefix"));
  it("finds the action of a sequence", () =>
    expect(matchKeys(actions, ["g", "p"])).toMatchObject({ action: { id: "go.products" } }));
  it("knows no action for other keys", () => expect(matchKeys(actions, ["q"]).kind).toBe("none"));
  it("can switch single letters off and not the others", () => {
    expect(isPlain("g p")).toBe(true);
    expect(isPlain("mod+k")).toBe(false);
  });
});

describe("registry of actions", () => {
  it("has each id and each shortcut once", () => {
    const ids = actions.map(({ id }) => id);
    const keys = actions.flatMap(({ keys }) => keys ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it("has no shortcut that begins another", () => {
    const keys = actions.flatMap(({ keys }) => keys ?? []);
    expect(keys.filter((one) => keys.some((other) => other.startsWith(`${one} `)))).toEqual([]);
  });
});

describe("palette", () => {
  const context = { path: "/products" } as ActionContext;
  const names = (query: string) => paletteEntries({ query, products: [], recent: [], context }).map(({ name }) => name);

  it("offers every visible action without a query", () => expect(names("")).toContain("Map"));
  it("leaves out what the page does not have", () => expect(names("")).not.toContain("Show this product on the map"));
  it("finds an action by letters in order", () => expect(names("kbd")).toEqual(["Keyboard guide"]));
  it("ranks a start before a word before the inside", () => {
    expect(rank(["my-auth", "reauth", "auth-kit", "auth"], "auth", (name) => name, 9)).toEqual([
      "auth",
      "auth-kit",
      "my-auth",
      "reauth",
    ]);
  });
});
