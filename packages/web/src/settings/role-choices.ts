import type { Role } from "../account/session.ts";
import { ROLES } from "../account/words.ts";

const ALL = ["viewer", "contributor", "administrator"] as const satisfies readonly Role[];

export const ROLE_CHOICES = ALL.map((role) => ({ value: role, label: ROLES[role].name }));

export function roleOf(text: string): Role {
  return ALL.find((role) => role === text) ?? "viewer";
}
