/** Chooses the product in the middle, by name. */
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { searchQuery } from "../api/queries.ts";
import { Icon } from "../ui/index.ts";

interface FocusFieldProps {
  readonly focus: string | undefined;
  /** What the focus is called, once that is known. */
  readonly name: string | undefined;
  readonly onFocus: (slug: string | undefined) => void;
}

/** Products offered while somebody types. */
const OFFERED = 20;

export function FocusField({ focus, name, onFocus }: FocusFieldProps) {
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const { data: offered = [] } = useQuery(searchQuery(wanted, OFFERED));
  const choose = (typed: string) => {
    setText(typed);
    const product = offered.find((row) => row.name === typed || row.slug === typed);
    if (product === undefined) return;
    onFocus(product.slug);
    setText("");
  };
  return (
    <>
      <label className="search">
        <Icon name="focus" />
        <span className="visually-hidden">Show the surroundings of</span>
        <input
          type="search"
          data-search-field
          list="focus-products"
          placeholder="Surroundings of…"
          value={text}
          onChange={(event) => choose(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [best] = offered;
            if (event.key === "Enter" && text !== "" && best !== undefined) choose(best.slug);
          }}
        />
        <datalist id="focus-products">
          {offered.map((product) => (
            <option key={product.id} value={product.name} />
          ))}
        </datalist>
      </label>
      {focus !== undefined && (
        <button type="button" className="chip" data-active onClick={() => onFocus(undefined)}>
          Around <span className="chip-value">{name ?? focus}</span> ×
        </button>
      )}
    </>
  );
}
