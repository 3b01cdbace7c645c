/** Of `node:sqlite`, and of PostgreSQL. */
const SQLITE_FULL = 13;
const DISK_FULL = "53100";

/** Whether an error says that there is no room left for a change; nothing of it was kept then. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("errcode" in error && error.errcode === SQLITE_FULL) || ("code" in error && error.code === DISK_FULL);
}
