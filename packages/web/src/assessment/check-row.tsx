/** One check: what it found, its evidence, how to mend it, and why it is asked. */
import type { CheckNote, CheckOutcome } from "@freehold/model";
import { useState } from "react";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { formatDay } from "../format/format.ts";
import { Icon, Prose } from "../ui/index.ts";
import { ResultMark } from "./result-mark.tsx";
import { RESULTS } from "./words.ts";

interface CheckRowProps {
  readonly check: CheckOutcome;
  readonly note: CheckNote | undefined;
}

export function CheckRow({ check, note }: CheckRowProps) {
  const [opened, setOpened] = useState(false);
  const { title, result, detail, mend, evidence, value, threshold } = check;
  return (
    <li className="check" data-result={result}>
      <div className="check-row">
        <button
          type="button"
          className="link-toggle"
          aria-expanded={opened}
          aria-label={`Why it is asked: ${title}`}
          onClick={() => setOpened(!opened)}
        >
          <Icon name="right" />
        </button>
        <ResultMark result={result} />
        <div className="check-main">
          <p className="check-title">{title}</p>
          <p className="check-detail">
            <Prose text={detail} />
          </p>
          {mend !== undefined && (
            <p className="check-mend">
              <Icon name="right" />
              <span>
                <Prose text={mend} />
              </span>
            </p>
          )}
          <Excuse check={check} />
        </div>
        <p className="check-figure">{value !== undefined && <Figure value={value} threshold={threshold} />}</p>
        <EvidenceButton claimed={{ subject: title, statement: detail, evidence }} />
      </div>
      {opened && <About check={check} note={note} />}
    </li>
  );
}

function Figure({
  value,
  threshold,
}: {
  readonly value: number | string | boolean;
  readonly threshold: number | string | undefined;
}) {
  return (
    <span title={threshold === undefined ? undefined : "What was found, and the limit that it is held to"}>
      {shown(value)}
      {threshold !== undefined && <span className="muted"> / {shown(threshold)}</span>}
    </span>
  );
}

function shown(value: number | string | boolean): string {
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 2 });
  return typeof value === "string" ? value : value ? "yes" : "no";
}

/** A person's word stands in for the result; what the check itself said stays to be seen. */
function Excuse({ check: { excused } }: { readonly check: CheckOutcome }) {
  if (excused === undefined) return null;
  return (
    <p className="check-detail">
      {excused.by === "exemption" ? "Exempted" : "Makes no sense for it"}, by {excused.path ?? "the standard"} until{" "}
      {formatDay(excused.expires)}. The check itself says: {RESULTS[excused.instead].label.toLowerCase()}.
    </p>
  );
}

function About({ check, note }: CheckRowProps) {
  return (
    <dl className="entry-opened">
      {note === undefined ? null : (
        <>
          <div>
            <dt>Looks at</dt>
            <dd>{note.looksAt}</dd>
          </div>
          <div>
            <dt>Source</dt>
            <dd>{note.source}</dd>
          </div>
          {note.limits.map(({ name, value, meaning }) => (
            <div key={name}>
              <dt>Limit</dt>
              <dd>
                <code>
                  {name}: {shown(value)}
                </code>{" "}
                <span className="muted">{meaning}</span>
              </dd>
            </div>
          ))}
        </>
      )}
      <div>
        <dt>Check</dt>
        <dd>
          <code>{check.check}</code> <span className="muted">weight {shown(check.weight)}</span>
        </dd>
      </div>
    </dl>
  );
}
