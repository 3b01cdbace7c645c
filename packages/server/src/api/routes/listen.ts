import { type EventPlace, type OrganisationStore, steadyNow } from "@freehold/store";
import * as z from "zod";
import { openListener } from "../../events/stream/listener.ts";
import { readPlace } from "../../events/stream/place.ts";
import { problem } from "../problems.ts";
import { KEPT } from "../pruning.ts";
import { defineStream } from "../route.ts";
import { eventSchema } from "../schemas/event.ts";
import { name } from "../schemas/parameters.ts";

export const listenRoute = defineStream({
  method: "GET",
  path: "/api/v1/organisations/{organisation}/events",
  operation: "listen",
  tag: "Events",
  summary: "What happens, as it happens: server-sent events, taken up again where they broke off",
  right: "read",
  stream: true,
  params: z.strictObject({ organisation: name.describe("Id of the organisation, the one of who asks") }),
  query: z.strictObject({
    after: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .describe("Begin after this revision; default: now. `Last-Event-ID` goes before it"),
  }),
  answer: eventSchema,
  problems: [404],
  async handle({ store, organisation, actor, params, query, request, judgeAgain, listening }) {
    const known = (await store.organisations()).find(({ id }) => id === params.organisation);
    if (known === undefined || known.id !== actor.organisation) {
      throw problem("not-found", `There is no organisation "${params.organisation.slice(0, 100)}" of yours.`);
    }
    const lastEvent = String(request.headers["last-event-id"] ?? "");
    const asked = lastEvent === "" ? afterOf(query.after) : placeOf(lastEvent);
    const missed = asked !== undefined && !(await isKept(organisation, asked, known.revision));
    const from = asked === undefined || missed ? { revision: known.revision } : asked;
    const listener = openListener({ organisation: known.id, who: actor.id, from, missed, judgeAgain });
    const leave = listening.join(listener);
    if (leave === undefined) {
      listener.stream.destroy();
      throw problem("too-many-requests", "Too many listen already, or you do; end a stream before you begin another.");
    }
    listener.stream.once("close", leave);
    return listener.stream;
  },
});

function afterOf(revision: number | undefined): EventPlace | undefined {
  return revision === undefined ? undefined : { revision };
}

function placeOf(text: string): EventPlace {
  const place = readPlace(text);
  if (place !== undefined) return place;
  const detail = `Last-Event-ID is "${text.slice(0, 80)}"; send the id of an event: 7.3`;
  throw problem("invalid-input", detail, { errors: [{ in: "header", pointer: "/Last-Event-ID", detail: "no id" }] });
}

/** Whether every event after it is still there. A place that this database does not know is of an earlier one of it. */
async function isKept({ events }: OrganisationStore, place: EventPlace, newest: number): Promise<boolean> {
  if (place.revision === newest) return true;
  const next = await events.timeOf(place.revision + 1);
  return next !== undefined && next > steadyNow() - KEPT;
}
