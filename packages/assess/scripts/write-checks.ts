/** Writes docs/checks.md from the checks, the shipped standard and the false alarms counted; a test compares. */
import { writeFileSync } from "node:fs";
import { checksDocument } from "../src/index.ts";

writeFileSync(new URL("../../../docs/checks.md", import.meta.url), checksDocument());
