/** Every kind of interface, one line each. A contract test compares this list with the folder `kinds`. */
import type { InterfaceKind } from "./kind.ts";
import { jsonSchema } from "./kinds/json-schema/kind.ts";
import { openapi } from "./kinds/openapi/kind.ts";
import { typescript } from "./kinds/typescript/kind.ts";

export const interfaceKinds: readonly InterfaceKind[] = [jsonSchema, openapi, typescript];

/** The kind with an id. */
export function interfaceKind(id: string): InterfaceKind | undefined {
  return interfaceKinds.find((kind) => kind.id === id);
}
