/** E-mail and who wants it. */
import type { Millis } from "./organisation.ts";

export interface MailTable {
  org: number;
  id: string;
  recipient: string;
  kind: string;
  /** JSON; null once it was sent. */
  payload: string | null;
  state: "pending" | "done" | "dead";
  attempts: number;
  due: Millis;
  lease: string | null;
  error: string | null;
  at: Millis;
}

interface SubscriptionTable {
  org: number;
  user_id: string;
  /** Id of the product. */
  product: string;
  email: string;
  mode: string;
  /** The revision up to which a digest was queued. */
  told: number;
  /** When the next digest is; null: told at once. */
  due: Millis | null;
  created: Millis;
}

export interface MailSchema {
  mail: MailTable;
  subscription: SubscriptionTable;
}
