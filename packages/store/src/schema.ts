/** All tables. `org` is in every one that holds something of an organisation; see `scope.ts`. */
import type { AccountSchema } from "./schema/accounts.ts";
import type { GraphSchema } from "./schema/graph.ts";
import type { MailSchema } from "./schema/mail.ts";
import type { OrganisationSchema } from "./schema/organisation.ts";
import type { PortfolioSchema } from "./schema/portfolio.ts";
import type { WorkSchema } from "./schema/work.ts";

interface MigrationTable {
  name: string;
  at: number;
}

export interface Schema
  extends OrganisationSchema, PortfolioSchema, GraphSchema, WorkSchema, AccountSchema, MailSchema {
  migration: MigrationTable;
  /** Text as it is searched: FTS5 on SQLite (rowid is the product), a tsvector on PostgreSQL. */
  product_text: ProductTextTable;
}

interface ProductTextTable {
  org: number;
  product: number;
}
