/** A mail server on a port of this machine that keeps what it is handed. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Sink extends AsyncDisposable {
  readonly url: string;
  /** Tests empty it. */
  readonly received: { readonly from: string; readonly to: readonly string[]; readonly message: string }[];
}

/** `answer`: what the server says to a mail: undefined takes it. */
export async function startSink(
  answer: (count: number) => { readonly code: number } | undefined = () => undefined,
): Promise<Sink> {
  const received: Sink["received"] = [];
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      let message = "";
      stream.on("data", (chunk: Buffer) => (message += chunk.toString()));
      stream.on("end", () => {
        const refused = answer(++count);
        if (refused !== undefined) {
          done(Object.assign(new Error("not now"), { responseCode: refused.code }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push({ from, to: rcptTo.map(({ address }) => address), message });
        done();
      });
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: async () => await new Promise<void>((done) => server.close(() => done())),
  };
}
