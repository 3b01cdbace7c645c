import fc from "fast-check";
import { expect, test } from "vitest";
import { createSelection } from "../../src/owners/selection.ts";

const segment = fc.constantFrom("a", "b", "a-b", "a.b", "0");
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));

function isBelow(folder: string): (path: string) => boolean {
  return (path) => path.startsWith(`${folder}/`);
}

test("chooses what lies below folders, less what lies below others", () => {
  fc.assert(
    fc.property(fc.uniqueArray(path), path, path, (paths, folder, except) => {
      const chosen = createSelection(paths)({ folders: [folder], except: [except] }).map((at) => paths[at]);
      const expected = paths.filter(isBelow(folder)).filter((one) => !isBelow(except)(one));
      expect(new Set(chosen)).toEqual(new Set(expected));
      expect(chosen).toHaveLength(expected.length);
    }),
  );
});

test("files and the root", () => {
  const select = createSelection(["b", "a/x"]);
  expect(select({ folders: [""] })).toHaveLength(2);
  expect(select({ files: ["b", "missing"] })).toEqual([0]);
});
