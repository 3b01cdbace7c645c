/** The engines that the API is tested on; SQLite in memory, since nothing has to outlive a test. */
import { ENGINES, type TestDatabase } from "../../../../tests/databases.ts";

interface NamedEngine {
  readonly engine: "sqlite" | "postgres";
  readonly make: () => Promise<TestDatabase>;
}

const inMemory = async (): Promise<TestDatabase> => ({ at: ":memory:", remove: async () => {} });

export const DATABASES: readonly NamedEngine[] = ENGINES.map(({ name, make }) => ({
  engine: name,
  make: name === "sqlite" ? inMemory : make,
}));
