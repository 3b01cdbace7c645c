/** better-auth's own routes: sign in and out, sessions, passwords, the providers' callbacks. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AUTH_PATH } from "../auth.ts";
import type { Known } from "../authenticate.ts";
import { checkCookieOrigin } from "../origin.ts";
import { publicHost } from "../public-host.ts";
import { webHeaders } from "../signed-in.ts";

const MOST_BYTES = 64 * 1024;

export async function betterAuthRoutes(app: FastifyInstance, { auth, origin }: Known): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: MOST_BYTES }, (_request, body, done) => {
      done(null, body);
    });
    scope.route({
      method: ["GET", "POST"],
      url: `${AUTH_PATH}/*`,
      handler: async (request, reply) => {
        // better-auth checks origins too, but not in every environment; what changes something is judged here first.
        checkCookieOrigin(request, origin);
        return await send(reply, await auth.handler(webRequest(request, origin)));
      },
    });
  });
}

function webRequest(request: FastifyRequest, origin: string | undefined): Request {
  const url = new URL(request.url, origin ?? `http://${publicHost(request)}`);
  const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? { body: new Uint8Array(request.body) } : {};
  return new Request(url, { method: request.method, headers: webHeaders(request), ...body });
}

/** Cookies are several headers of one name, which a plain object of headers would lose. */
async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const [name, value] of response.headers) if (name !== "set-cookie") void reply.header(name, value);
  void reply.header("set-cookie", response.headers.getSetCookie()).header("cache-control", "no-store");
  return reply.code(response.status).send(Buffer.from(await response.arrayBuffer()));
}
