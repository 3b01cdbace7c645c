/** What a route of the API is: one file each, listed in the registry. All of them only read. */
import type { PortfolioView } from "@freehold/engine";
import type { FastifyReply, FastifyRequest } from "fastify";

export interface Route {
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly answer: (view: PortfolioView, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
}
