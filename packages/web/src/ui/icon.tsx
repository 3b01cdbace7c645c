/** A few line icons, drawn on 16 by 16. Decoration only: whatever holds one has its words. */
const PATHS = {
  products: "M2.5 2.5h4.5v6H2.5zM9.5 2.5h4v3h-4zM2.5 11h4.5v2.5H2.5zM9.5 8h4v5.5h-4z",
  map: "M4 5.5a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM12 9.5A1.75 1.75 0 1 0 12 6a1.75 1.75 0 0 0 0 3.5zM4.5 14a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM5.6 4.4l4.8 2.5M6 11.6l4.5-3",
  people:
    "M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 2.8a2.5 2.5 0 0 1 0 4.5M12 9.8c1.5.5 2.5 1.8 2.5 3.7",
  problems: "M8 2 14.5 13.5H1.5zM8 6.5v3M8 11.5v.1",
  changes: "M5 2v9M2.5 4.5h5M11 5v9M8.5 11.5h5",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 14 14",
  chevron: "M4.5 6.5 8 10l3.5-3.5",
  right: "M6.5 4.5 10 8l-3.5 3.5",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  check: "M3 8.5 6.5 12 13 4.5",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
  moon: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z",
  auto: "M2 3h12v8H2zM6 14h4M8 11v3",
  question: "M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12v.1",
  dash: "M4 8h8",
  plane: "M2.5 2v11.5H14M5.5 10.5v.1M8 7.5v.1M11 8.5v.1M11.5 4v.1",
  close: "M4 4l8 8M12 4l-8 8",
  evidence: "M4 1.5h5.5l3 3v10H4zM9.5 1.5v3h3M6.5 8h4M6.5 11h4",
  external: "M6 3H3v10h10v-3M9 2.5h4.5V7M13.5 2.5 7.5 8.5",
  up: "M8 13V3.5M4 7l4-4 4 4",
  down: "M8 3v9.5M4 9l4 4 4-4",
  sidebar: "M2 3h12v10H2zM6 3v10",
  inbox: "M2.5 9.5 4.5 3h7l2 6.5v4h-11zM2.5 9.5h3l1 2h3l1-2h3",
  history: "M8 4.5V8l2.5 1.5M2.5 8a5.5 5.5 0 1 0 1.7-4M2.5 2.5V5H5",
  settings: "M2 4.5h6M12 4.5h2M10 3v3M2 11.5h2M8 11.5h6M6 10v3",
  account: "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.5 14c.4-2.6 2.6-4 5.5-4s5.1 1.4 5.5 4",
  leave: "M6.5 2.5h-4v11h4M6.5 8h7M10.5 5l3 3-3 3",
  focus: "M8 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
