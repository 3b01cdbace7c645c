/** What was sent to one webhook; what was given up can be sent again. */
import type { components } from "@freehold/client";
import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../api/client.ts";
import { useAct } from "../api/use-act.ts";
import { formatAgo } from "../format/format.ts";
import { Badge, type Tone } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { deliveriesQuery } from "./queries.ts";

type Delivery = components["schemas"]["Delivery"];

const STATES: Readonly<Record<Delivery["state"], { readonly name: string; readonly tone: Tone }>> = {
  pending: { name: "waits", tone: "info" },
  done: { name: "delivered", tone: "good" },
  dead: { name: "given up", tone: "bad" },
};

export function Deliveries({ webhook }: { readonly webhook: string }) {
  const query = useQuery(deliveriesQuery(webhook));
  const act = useAct();
  const replay = (delivery: string) =>
    act(
      async () => answered(await api.POST("/api/v1/deliveries/{delivery}/replay", { params: { path: { delivery } } })),
      { refresh: [deliveriesQuery(webhook).queryKey], done: "It is sent once more" },
    );
  return (
    <Asked query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">Nothing was sent yet: nothing that it wants happened since it was made.</p>
        ) : (
          <ul className="rows" aria-label="Deliveries">
            {items.map(({ id, event, type, state, attempts, at, status, error }) => (
              <li key={id}>
                <span className="rows-main">
                  {type ?? event} <Badge tone={STATES[state].tone}>{STATES[state].name}</Badge>
                </span>
                <span className="muted">
                  {formatAgo(at)} · {attempts} {attempts === 1 ? "attempt" : "attempts"}
                  {status === undefined ? "" : ` · answered ${status}`}
                  {error === undefined ? "" : ` · ${error}`}
                </span>
                {state !== "pending" && (
                  <button
                    type="button"
                    className="button"
                    aria-label={`Send again: ${type ?? event}`}
                    onClick={() => replay(id)}
                  >
                    Send again
                  </button>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}
