/** One box for everything: products, pages and actions. */
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { searchQuery } from "../api/queries.ts";
import { Badge, Dialog, Icon, Keys } from "../ui/index.ts";
import type { ActionContext } from "./action.ts";
import { type PaletteEntry, paletteEntries, PRODUCTS_SHOWN } from "./palette-entries.ts";
import { recentProducts } from "./recent.ts";

interface PaletteProps {
  readonly context: ActionContext;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function Palette({ context, opened, onClose }: PaletteProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Find a product or an action" bare>
      <PaletteBox context={context} onClose={onClose} />
    </Dialog>
  );
}

function PaletteBox({ context, onClose }: Omit<PaletteProps, "opened">) {
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const wanted = useDeferredValue(query);
  const { data: products = [] } = useQuery(searchQuery(wanted, PRODUCTS_SHOWN));
  const entries = paletteEntries({ query, products, recent: recentProducts(), context });
  const current = entries[Math.min(active, entries.length - 1)];
  const choose = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    // The dialog gives the focus back first, so that an action may move it.
    setTimeout(() => entry.perform(context), 0);
  };
  const move = (step: number) =>
    setActive((place) => (Math.min(place, entries.length - 1) + step + entries.length) % entries.length);
  return (
    <div className="palette">
      <div className="palette-field">
        <Icon name="search" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={current === undefined ? undefined : optionId(current)}
          aria-label="Find a product or an action"
          placeholder="Find a product or an action…"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") move(1);
            else if (event.key === "ArrowUp") move(-1);
            else if (event.key === "Enter") choose(current);
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <div id="palette-list" role="listbox" aria-label="Results" className="palette-list">
        {entries.map((entry, place) => (
          <div key={entry.id} role="presentation">
            {entry.section !== entries[place - 1]?.section && (
              <div className="palette-section" role="presentation">
                {entry.section}
              </div>
            )}
            <div
              id={optionId(entry)}
              role="option"
              aria-selected={entry === current}
              className="palette-option"
              ref={entry === current ? scrollNear : undefined}
              onMouseMove={() => setActive(place)}
              onClick={() => choose(entry)}
            >
              <Icon name={entry.icon} />
              <span className="palette-name">{entry.name}</span>
              {entry.note !== undefined && <span className="palette-note">{entry.note}</span>}
              {entry.kind !== undefined && <Badge>{entry.kind}</Badge>}
              {entry.keys !== undefined && <Keys keys={entry.keys} />}
            </div>
          </div>
        ))}
        {entries.length === 0 && <p className="palette-none">Nothing is called “{query}”. Try fewer letters.</p>}
      </div>
    </div>
  );
}

function optionId({ id }: PaletteEntry): string {
  return `palette-${encodeURIComponent(id)}`;
}

function scrollNear(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
