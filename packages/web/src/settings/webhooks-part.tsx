/** Where events of the organisation go, and what became of each. */
import type { components } from "@freehold/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../api/client.ts";
import { useAct, useRefresh } from "../api/use-act.ts";
import { formatAgo } from "../format/format.ts";
import { Badge, ConfirmButton, Dialog, EmptyState, useNotify } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { Deliveries } from "./deliveries.tsx";
import { NewWebhook } from "./new-webhook.tsx";
import { deliveriesQuery, webhooksQuery } from "./queries.ts";
import { ShownOnce } from "./shown-once.tsx";

type Webhook = components["schemas"]["Webhook"];

export function WebhooksPart() {
  const query = useQuery(webhooksQuery);
  const [making, setMaking] = useState(false);
  const close = () => setMaking(false);
  return (
    <section>
      <div className="settings-head">
        <p className="muted">
          Events are sent signed (Standard Webhooks), tried again for three days, and kept when given up.
        </p>
        <button type="button" className="button button-primary" onClick={() => setMaking(true)}>
          New webhook
        </button>
      </div>
      <Asked query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No webhooks yet">
              Name an address of yours, and it hears of products that are found, change owner or break a promise.
            </EmptyState>
          ) : (
            <ul className="rows" aria-label="Webhooks">
              {items.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </ul>
          )
        }
      </Asked>
      <Dialog opened={making} onClose={close} title="New webhook">
        <NewWebhook onDone={close} />
      </Dialog>
    </section>
  );
}

function WebhookRow({ webhook }: { readonly webhook: Webhook }) {
  const { id, url, events, active, failing, version } = webhook;
  const [secret, setSecret] = useState<string>();
  const refresh = useRefresh();
  const notify = useNotify();
  const act = useAct();
  const keys = [webhooksQuery.queryKey];
  const params = { path: { webhook: id } };
  const test = () =>
    act(
      async () => {
        const { status, error } = answered(await api.POST("/api/v1/webhooks/{webhook}/test", { params }));
        const fine = status !== undefined && status < 300;
        notify({ text: error ?? `${url} answered ${status}`, tone: fine ? "plain" : "bad" });
      },
      { refresh: [deliveriesQuery(id).queryKey] },
    );
  const toggle = () =>
    act(
      async () => {
        const header = { "If-Match": `"${version}"` };
        const body = { url, events, active: !active };
        answered(await api.PUT("/api/v1/webhooks/{webhook}", { params: { ...params, header }, body }));
      },
      { refresh: keys, done: active ? "Switched off: nothing is sent" : "Switched on" },
    );
  const rotate = async () => {
    setSecret(answered(await api.POST("/api/v1/webhooks/{webhook}/secret", { params })).secret);
    await refresh(keys);
  };
  const remove = async () => {
    answered(await api.DELETE("/api/v1/webhooks/{webhook}", { params }));
    await refresh(keys);
  };
  return (
    <li>
      <span className="rows-main">
        {url} {!active && <Badge tone="warn">off</Badge>}
        {active && failing !== undefined && <Badge tone="bad">failing since {formatAgo(failing)}</Badge>}
      </span>
      <span className="muted">{events.length === 0 ? "all events" : events.join(", ")}</span>
      <span className="rows-actions">
        <button type="button" className="button" aria-label={`Send a test to ${url}`} onClick={test}>
          Send a test
        </button>
        <button type="button" className="button" aria-label={`Switch ${active ? "off" : "on"} ${url}`} onClick={toggle}>
          {active ? "Switch off" : "Switch on"}
        </button>
        <ConfirmButton label="New secret" named={`New secret for ${url}`} title="Make a new secret?" onConfirm={rotate}>
          <p>The present one goes on signing beside it until the next new one, so that you can change the receiver.</p>
        </ConfirmButton>
        <ConfirmButton label="Remove" named={`Remove ${url}`} title="Remove this webhook?" onConfirm={remove}>
          <p>What it still waits for is not sent. This can’t be taken back.</p>
        </ConfirmButton>
      </span>
      <details className="rows-more">
        <summary>Deliveries</summary>
        <Deliveries webhook={id} />
      </details>
      <Dialog opened={secret !== undefined} onClose={() => setSecret(undefined)} title="The new secret">
        <ShownOnce
          what="The secret"
          secret={secret ?? ""}
          hint="The receiver checks signatures with it."
          onDone={() => setSecret(undefined)}
        />
      </Dialog>
    </li>
  );
}
