/** The portfolio in figures. Each figure is the length of a list, and the link to it. */
import type { Summary } from "../api/queries.ts";
import { Link, type LinkProps } from "@tanstack/react-router";
import { formatCount } from "../format/format.ts";

interface Figure {
  readonly label: string;
  readonly value: number;
  readonly hint: string;
  readonly attention?: boolean;
  readonly link: Pick<LinkProps, "to" | "search">;
}

export function SummaryStrip({ summary }: { readonly summary: Summary }) {
  return (
    <ul className="summary" aria-label="Portfolio in figures">
      {figuresOf(summary).map(({ label, value, hint, attention, link }) => (
        <li key={label}>
          <Link {...link} title={hint} data-attention={attention === true && value > 0 ? true : undefined}>
            <strong>{formatCount(value)}</strong>
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function figuresOf(summary: Summary): readonly Figure[] {
  const { products, kinds, declared, people, unowned, ownerLeft, disagreements, violations, problems } = summary;
  return [
    {
      label: "in the portfolio",
      value: products,
      hint: "Products, components and processes",
      link: { to: "/products", search: {} },
    },
    {
      label: "products",
      value: kinds.product,
      hint: "Useful on their own",
      link: { to: "/products", search: { kind: "product" } },
    },
    {
      label: "declared",
      value: declared,
      hint: "Their owners say so in a file; the others were found by rules",
      link: { to: "/products", search: { from: "declared,confirmed" } },
    },
    {
      label: "people",
      value: people,
      hint: "Everybody in the history, machines left out",
      link: { to: "/people", search: {} },
    },
    {
      label: "unowned",
      value: unowned,
      hint: "Neither files nor the history tell who owns them",
      attention: true,
      link: { to: "/products", search: { owner: "unowned" } },
    },
    {
      label: "owner left",
      value: ownerLeft,
      hint: "The owner no longer takes part",
      attention: true,
      link: { to: "/products", search: { owner: "left" } },
    },
    {
      label: "disagreements",
      value: disagreements,
      hint: "Declared owner and observed steward differ",
      attention: true,
      link: { to: "/products", search: { owner: "disagreement" } },
    },
    {
      label: "violations",
      value: violations,
      hint: "Boundaries that code does not keep",
      attention: true,
      link: { to: "/findings", search: { show: "violations" } },
    },
    {
      label: "problems",
      value: problems,
      hint: "What could not be read, or is inconsistent",
      link: { to: "/findings", search: { show: "problems" } },
    },
  ];
}
