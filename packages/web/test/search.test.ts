import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseList, parseSearch, pick, stringifyList, stringifySearch } from "../src/app/search.ts";
import { type Column, nextSort, parseSort, stringifySort } from "../src/table/column.ts";

describe("addresses", () => {
  it("reads as people write it", () => {
    expect(stringifySearch({ kind: "product,component", sort: "-reach", q: "" })).toBe(
      "?kind=product,component&sort=-reach",
    );
    expect(parseSearch("?kind=product,component&sort=-reach")).toEqual({ kind: "product,component", sort: "-reach" });
  });
  it("is empty for nothing", () => expect(stringifySearch({ q: "", kind: undefined })).toBe(""));
  it("drops what nobody asked for", () =>
    expect(pick({ q: "a", evil: "b", kind: 3 }, ["q", "kind"])).toEqual({ q: "a" }));

  it("keeps every search through a round trip", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ minLength: 1, unit: "grapheme" })),
        (search) => {
          expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
        },
      ),
    );
  });
  it("keeps every list through a round trip", () => {
    const value = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(parseList(stringifyList(values))).toEqual(values);
      }),
    );
  });
});

const column = (id: string, number: boolean): Column<object> => ({
  id,
  header: id,
  width: "1fr",
  number,
  sortable: true,
  cell: () => null,
});

describe("order", () => {
  const columns = [column("name", false), column("reach", true)];
  const fallback = { id: "reach", descending: true };

  it("falls back where a column is unknown", () => expect(parseSort("-nonsense", columns, fallback)).toBe(fallback));
  it("reads a minus as the largest first", () =>
    expect(parseSort("-name", columns, fallback)).toEqual({ id: "name", descending: true }));
  it("leaves the usual order out of the address", () => expect(stringifySort(fallback, fallback)).toBeUndefined());
  it("asks for figures from the largest and names from the first", () => {
    expect(nextSort({ id: "name", descending: false }, column("reach", true))).toEqual(fallback);
    expect(nextSort(fallback, column("name", false))).toEqual({ id: "name", descending: false });
    expect(nextSort(fallback, column("reach", true))).toEqual({ id: "reach", descending: false });
  });
});
