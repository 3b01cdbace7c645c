/** A field to search with. What is typed shows at once; the address of the page follows. */
import { type Ref, useState } from "react";
import { Icon } from "./icon.tsx";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** Of several on a page one only is found by its key. */
  readonly second?: boolean;
}

export function SearchField({ label, value, onChange, ref, second = false }: SearchFieldProps) {
  const [text, setText] = useState(value);
  // While somebody types, the address lags behind and must not take back what was typed since.
  const [typing, setTyping] = useState(false);
  const shown = typing ? text : value;
  const change = (next: string) => {
    setText(next);
    onChange(next);
  };
  return (
    <label className="search">
      <Icon name="search" />
      <span className="visually-hidden">{label}</span>
      <input
        ref={ref}
        type="search"
        data-search-field={second ? undefined : ""}
        placeholder={label}
        value={shown}
        onFocus={() => {
          setText(value);
          setTyping(true);
        }}
        onBlur={() => setTyping(false)}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (shown === "") event.currentTarget.blur();
          else change("");
        }}
      />
      {!second && <kbd aria-hidden="true">/</kbd>}
    </label>
  );
}
