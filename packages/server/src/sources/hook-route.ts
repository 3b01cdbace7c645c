/**
 * Webhooks of GitHub and GitLab: a push has its repository scanned. Nobody signs in here: the secret of the source does
 * it, and whoever lacks it learns not even whether there is such a source.
 */
import { isSigned, readHook } from "@freehold/sources";
import { type Store, StoreError } from "@freehold/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { problem } from "../api/problems.ts";
import { readConfig } from "./config.ts";
import type { SourceRules } from "./rules.ts";
import { openSecrets } from "./save-source.ts";
import { listJob, scanJob } from "./source-work.ts";

/** GitHub sends at most 25 MB, of which a push needs little; longer ones are refused, and the schedule sees to them. */
const MOST_BYTES = 5 * 1024 * 1024;

interface Named {
  readonly Params: { readonly organisation: string; readonly source: string };
}

export async function hookRoute(app: FastifyInstance, store: Store, rules: SourceRules): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    scope.post<Named>("/api/v1/hooks/:organisation/:source", { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const queued = await taken(store, rules, request);
      return await reply.code(202).send({ queued });
    });
  });
}

async function taken(store: Store, rules: SourceRules, request: FastifyRequest<Named>): Promise<number> {
  const { organisation: of, source: id } = request.params;
  const organisation = await organisationOf(store, of);
  const source = await organisation?.sources.find(id);
  if (organisation === undefined || source === undefined) throw unknown();
  if (source.kind !== "github" && source.kind !== "gitlab") throw unknown();
  const { hook } = readConfig(source.config).hook ? await openSecrets({ organisation, of, rules }, id) : {};
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const received = { body, header: (name: string) => headerOf(request, name) };
  if (hook === undefined || !isSigned(source.kind, hook, received)) throw unknown();
  if (!source.active) return 0;
  const said = read(source.kind, received);
  if (said.kind === "other") return 0;
  const known = said.kind === "push" ? await organisation.sourceRepositories.find(id, said.repository) : undefined;
  if (known?.excluded !== undefined) return 0;
  // A repository that nobody knows is in the list by now.
  await organisation.jobs.enqueue(known === undefined ? listJob(id) : scanJob(id, known.id));
  return 1;
}

async function organisationOf(store: Store, id: string) {
  try {
    return await store.forOrganisation(id);
  } catch (error) {
    if (error instanceof StoreError && error.code === "store/organisation-unknown") return undefined;
    throw error;
  }
}

function read(kind: "github" | "gitlab", received: Parameters<typeof readHook>[1]) {
  try {
    return readHook(kind, received);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw problem(
        "invalid-input",
        "The body is no JSON: choose application/json as the content type of the webhook.",
      );
    }
    throw error;
  }
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** One answer for all: whoever guesses learns nothing. */
function unknown() {
  return problem("unauthenticated", "There is no source here that takes this webhook with this signature.");
}
