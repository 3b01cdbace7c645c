/** Chooses the product in the middle, by name. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { rank } from "../actions/rank.ts";
import { productsQuery } from "../api/queries.ts";
import { Icon } from "../ui/index.ts";

interface FocusFieldProps {
  readonly focus: string | undefined;
  readonly onFocus: (slug: string | undefined) => void;
}

export function FocusField({ focus, onFocus }: FocusFieldProps) {
  const { data: products = [] } = useQuery(productsQuery);
  const [text, setText] = useState("");
  const focused = products.find(({ slug }) => slug === focus);
  const offered = rank(products, text, ({ name }) => name, 50);
  const choose = (name: string) => {
    setText(name);
    const product = products.find((row) => row.name === name || row.slug === name);
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
          {offered.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      </label>
      {focus !== undefined && (
        <button type="button" className="chip" data-active onClick={() => onFocus(undefined)}>
          Around <span className="chip-value">{focused?.name ?? focus}</span> ×
        </button>
      )}
    </>
  );
}
