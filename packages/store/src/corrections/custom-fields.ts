/** Fields that an organisation adds to its products: few, thin, and never read from code. */
import type { Engine } from "../engines/engine.ts";
import { locateProduct } from "../queries/find-product.ts";
import { type Author, revise } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";

const MOST_FIELDS = 50;
const MOST_LENGTH = 1000;

export interface CustomField {
  readonly name: string;
  /** Absent: the field is removed. */
  readonly value?: string;
}

/** Throws `store/not-found`, `store/invalid`. */
export async function setCustomField(
  engine: Engine,
  org: number,
  author: Author,
  product: string,
  { name, value }: CustomField,
  now?: () => number,
): Promise<void> {
  await revise(
    engine,
    org,
    author,
    "product.field",
    async (revision) => {
      const located = await locateProduct(revision, product);
      if (located === undefined) throw new StoreError("store/not-found", `there is no product "${product}"`);
      const fields = await customFields(revision, located.key);
      const before = fields[name] ?? null;
      if (name.trim() === "" || name.length > 100 || (value ?? "").length > MOST_LENGTH) {
        throw new StoreError("store/invalid", `a field has a name of 1 to 100 and at most ${MOST_LENGTH} characters`);
      }
      if (value !== undefined && before === null && Object.keys(fields).length >= MOST_FIELDS) {
        throw new StoreError("store/invalid", `a product has at most ${MOST_FIELDS} fields of your own`);
      }
      const { db } = revision;
      if (value === undefined) {
        await db.deleteFrom("custom_field").where("product", "=", located.key).where("name", "=", name).execute();
      } else {
        await db
          .insertInto("custom_field")
          .values({ product: located.key, name, value })
          .onConflict((conflict) => conflict.columns(["product", "name"]).doUpdateSet({ value }))
          .execute();
      }
      const row = await db.selectFrom("product").select("id").where("key", "=", located.key).executeTakeFirstOrThrow();
      const change = { kind: "product", subject: row.id, product: located.key, action: "changed" };
      await revision.record([{ ...change, fields: [[name, before, value ?? null]] }]);
    },
    now,
  );
}

/** Of one product, by name. */
async function customFields({ db }: Scope, product: number): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom("custom_field")
    .select(["name", "value"])
    .where("product", "=", product)
    .orderBy("name")
    .execute();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Undefined where there is no such product. */
export async function customFieldsOf(scope: Scope, product: string): Promise<Record<string, string> | undefined> {
  const located = await locateProduct(scope, product);
  return located === undefined ? undefined : await customFields(scope, located.key);
}
