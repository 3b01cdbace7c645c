/** Where pg-boss has its tables: apart, since other programs in the same database may use it too. */
export const JOBS_SCHEMA = "freehold_boss";
