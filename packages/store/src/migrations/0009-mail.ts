/** E-mail that waits to be sent, and who wants to be told what happens to a product. */
import { createIndex, createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  await createTable(migrating, "mail", {
    columns: {
      org: "int",
      id: "text",
      recipient: "text",
      kind: "text",
      payload: "text?",
      state: "text",
      attempts: "int",
      due: "big",
      lease: "text?",
      error: "text?",
      at: "big",
    },
    primary: ["org", "id"],
  });
  await createIndex(migrating, "mail", ["due"], { where: "state = 'pending'" });
  await createTable(migrating, "subscription", {
    columns: {
      org: "int",
      user_id: "text",
      product: "text",
      email: "text",
      mode: "text",
      told: "int",
      due: "big?",
      created: "big",
    },
    primary: ["org", "user_id", "product"],
  });
  await createIndex(migrating, "subscription", ["due"], { where: "due is not null" });
}
