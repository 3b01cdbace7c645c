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
  /** Asked for while the list is open: counting costs more than showing. Undefined while it is counted. */
  readonly options: () => readonly CheckOption[] | undefined;
  readonly onOpen?: () => void;
  readonly labelOf: (value: string) => string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function CheckList({ label, options, onOpen, labelOf, chosen, onChange }: CheckListProps) {
  const [first] = chosen;
  return (
    <Popover
      {...(onOpen === undefined ? {} : { onOpen })}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <button type="button" className="chip" data-active={chosen.length > 0 || undefined}>
          {label}
          {first !== undefined && (
            <span className="chip-value">{chosen.length > 1 ? chosen.length : labelOf(first)}</span>
          )}
          <Icon name="chevron" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="menu" aria-label={label}>
        <Choices label={label} options={options} chosen={chosen} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** More choices than this get a field to find one. */
const MANY = 12;

/** Nobody reads on; the field finds the others. */
const SHOWN = 200;

function Choices({ label, options, chosen, onChange }: Omit<CheckListProps, "labelOf" | "onOpen">) {
  const [find, setFind] = useState("");
  const counted = options();
  const all = counted ?? [];
  const shown = all.filter((option) => option.label.toLowerCase().includes(find.toLowerCase())).slice(0, SHOWN);
  return (
    <>
      {all.length > MANY && (
        <input
          className="menu-find"
          aria-label={`Find in ${label.toLowerCase()}`}
          placeholder="Find…"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      )}
      {counted === undefined && <p className="menu-count">Counting…</p>}
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
    </>
  );
}

function toggled(chosen: readonly string[], value: string): readonly string[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
