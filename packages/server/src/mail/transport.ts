/** How mail leaves: by SMTP where the settings say so, else it is only noted in the log. */
import type { Settings } from "../config/settings.ts";
import type { ComposedMail } from "./compose.ts";

export interface Transport {
  /** Whether anybody gets what is sent. */
  readonly real: boolean;
  /** Throws where it was not taken. `id` is the same for every attempt. */
  send(recipient: string, id: string, mail: ComposedMail): Promise<void>;
  close(): void;
}

export type Note = (said: { readonly recipient: string; readonly subject: string }) => void;

const PATIENCE = 20_000;

/** What a mail says is never logged: links in it let people in. */
export async function openTransport(settings: Settings, note: Note): Promise<Transport> {
  const { "mail.smtp": smtp, "mail.from": from } = settings;
  if (smtp === undefined || from === undefined) {
    return { real: false, send: async (recipient, _id, { subject }) => note({ recipient, subject }), close: () => {} };
  }
  // Loaded where it is used: most servers send nothing.
  const { createTransport } = await import("nodemailer");
  const waits = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
  const url = new URL(smtp);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (url.protocol === "smtps:" ? 465 : 587),
    secure: url.protocol === "smtps:",
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }, requireTLS: true }),
    ...waits,
    // No mail may name a file or an address to be sent along.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.split("@")[1]?.replace(/>$/, "") ?? "localhost";
  return {
    real: true,
    async send(recipient, id, mail) {
      await transport.sendMail({
        from,
        to: { name: "", address: recipient },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${id.replaceAll(/[^\w.-]/g, "_")}@${host}>`,
        headers: {
          "Auto-Submitted": "auto-generated",
          "X-Auto-Response-Suppress": "All",
          ...listHeaders(mail, host),
        },
      });
    },
    close: () => transport.close(),
  };
}

/** RFC 2369 and RFC 8058: one POST, without signing in. */
function listHeaders({ unsubscribe, list }: ComposedMail, host: string): Record<string, string> {
  return {
    ...(unsubscribe === undefined
      ? {}
      : { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    ...(list === undefined ? {} : { "List-Id": `<${list.replaceAll(/[^\w-]/g, "-")}.${host}>` }),
  };
}
