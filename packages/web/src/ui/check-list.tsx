/** A button that opens a list of choices, any number of which may hold. */
import { Checkbox, Popover } from "@mantine/core";
import { useState } from "react";
import { formatCount } from "../format/format.ts";
import { Icon } from "./icon.tsx";

export interface CheckOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface CheckListProps {
  readonly label: string;
  readonly options: readonly CheckOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** More choices than this get a field to find one. */
const MANY = 12;

export function CheckList({ label, options, chosen, onChange }: CheckListProps) {
  const [find, setFind] = useState("");
  const shown = options.filter((option) => option.label.toLowerCase().includes(find.toLowerCase())).slice(0, 200);
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus transitionProps={{ duration: 80 }}>
      <Popover.Target>
        <button type="button" className="chip" data-active={chosen.length > 0 || undefined}>
          {label}
          {chosen.length > 0 && <span className="chip-value">{summary(options, chosen)}</span>}
          <Icon name="chevron" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="menu" aria-label={label}>
        {options.length > MANY && (
          <input
            className="menu-find"
            aria-label={`Find in ${label.toLowerCase()}`}
            placeholder="Find…"
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        )}
        <ul className="menu-list">
          {shown.map((option) => (
            <li key={option.value}>
              <Checkbox
                size="xs"
                label={option.label}
                checked={chosen.includes(option.value)}
                onChange={() => onChange(toggled(chosen, option.value))}
              />
              <span className="menu-count">{formatCount(option.count)}</span>
            </li>
          ))}
        </ul>
        {chosen.length > 0 && (
          <button type="button" className="menu-clear" onClick={() => onChange([])}>
            Clear
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function summary(options: readonly CheckOption[], chosen: readonly string[]): string {
  const [first] = chosen;
  if (chosen.length > 1 || first === undefined) return String(chosen.length);
  return options.find(({ value }) => value === first)?.label ?? first;
}

function toggled(chosen: readonly string[], value: string): readonly string[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
