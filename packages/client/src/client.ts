/** The client: every path of the API with the types of its parameters, bodies and answers. */
import createFetch, { type Client as FetchClient } from "openapi-fetch";
import type { paths } from "./schema.ts";

export interface ClientOptions {
  /** Address of the server: `http://127.0.0.1:4000`. */
  readonly server: string;
  /** API token, where the server has accounts. */
  readonly token?: string;
  /** Default: the platform's. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export type Client = FetchClient<paths>;

/** `const { data, error } = await createClient({ server }).GET("/api/v1/products")`. */
export function createClient({ server, token, fetch }: ClientOptions): Client {
  return createFetch<paths>({
    baseUrl: server.replace(/\/+$/, ""),
    ...(fetch === undefined ? {} : { fetch }),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
}
