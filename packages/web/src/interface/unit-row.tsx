/** What one unit promises beside what is used of it, in figures that each lead to their list. */
import type { InterfaceUnit } from "@freehold/model";
import { formatCount, formatQuantity } from "../format/format.ts";
import type { Entry, UseState } from "./entry.ts";
import { USE_STATES } from "./words.ts";

interface UnitRowProps {
  readonly unit: InterfaceUnit;
  readonly entries: readonly Entry[];
  readonly onChoose: (state: UseState) => void;
}

const PROMISED: readonly UseState[] = ["used", "perhaps", "own", "unseen", "unused"];

export function UnitRow({ unit, entries, onChoose }: UnitRowProps) {
  const counts = new Map<UseState, number>();
  for (const { state } of entries) counts.set(state, (counts.get(state) ?? 0) + 1);
  const promised = entries.filter(({ element }) => element !== undefined && element.stability !== "internal").length;
  return (
    <div className="boundary">
      <p className="boundary-name">
        <strong>{unit.name}</strong>
        {unit.version !== undefined && <span className="muted">{unit.version}</span>}
        <span className="muted">promises {formatQuantity(promised, "element")}, members counted</span>
      </p>
      <div className="boundary-bar" aria-hidden="true">
        {PROMISED.filter((state) => counts.has(state)).map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: counts.get(state) ?? 0 }} />
        ))}
      </div>
      <ul className="boundary-legend">
        {[...PROMISED, "undeclared" as const]
          .filter((state) => (counts.get(state) ?? 0) > 0)
          .map((state) => (
            <li key={state}>
              <button type="button" title={USE_STATES[state].meaning} onClick={() => onChoose(state)}>
                <span className="boundary-mark" data-state={state} aria-hidden="true" />
                {USE_STATES[state].label} <strong>{formatCount(counts.get(state) ?? 0)}</strong>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
