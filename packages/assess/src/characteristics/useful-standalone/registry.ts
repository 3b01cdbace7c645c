/** D3. Anyone with the use case can pick it up, outside this organisation too. */
import type { Characteristic } from "../../check.ts";
import { declaresWhatItImports } from "./declares-what-it-imports.ts";

export const usefulStandalone: Characteristic = {
  id: "useful-standalone",
  title: "Useful standalone",
  checks: [declaresWhatItImports],
};
