/** Before each file of tests: files share a process, and what one makes and sets in its environment ends with it. */
import { afterAll } from "vitest";
import { endFile } from "./after-file.ts";

const before = { ...process.env };

afterAll(async () => {
  await endFile();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
