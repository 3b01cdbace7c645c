/** Replacing a forgotten password: only where mail is sent, since a link that lets somebody in belongs in no log. */
import type { Store } from "@freehold/store";
import type { Settings } from "../config/settings.ts";
import { queuePasswordMail } from "../mail/password-mail.ts";
import { publicOrigin } from "./origin.ts";

export function sendsResets(settings: Settings): boolean {
  return settings["mail.smtp"] !== undefined && publicOrigin(settings) !== undefined;
}

/** The option of better-auth; none where links can't be sent, so that asking for one is refused. */
export function passwordReset(store: Store, settings: Settings) {
  if (!sendsResets(settings)) return {};
  return {
    sendResetPassword: async ({ user, token }: { user: { id: string; email: string }; token: string }) =>
      await queuePasswordMail(store, user, `${publicOrigin(settings)}/reset-password#${token}`),
  };
}
