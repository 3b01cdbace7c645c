/**
 * The database as better-auth sees it. A session is looked up for every request, and on SQLite the one
 * writing connection is taken for as long as a snapshot comes in; so reads go to the reader.
 */
import type { Kysely } from "kysely";
import type { Engine } from "../engines/engine.ts";

export function splitAccounts({ read, write }: Engine): Kysely<never> {
  const split = new Proxy(write, {
    get(target, property) {
      const source = property === "selectFrom" ? read : target;
      const value: unknown = Reflect.get(source, property, source);
      return typeof value === "function" ? value.bind(source) : value;
    },
  });
  return split as unknown as Kysely<never>;
}
