/** D2. Where it ends and the world begins is defined, and changes are considered and published. */
import type { Characteristic } from "../../check.ts";
import { elementsDocumented } from "./elements-documented.ts";

export const clearInterfaces: Characteristic = {
  id: "clear-interfaces",
  title: "Clear interfaces",
  checks: [elementsDocumented],
};
