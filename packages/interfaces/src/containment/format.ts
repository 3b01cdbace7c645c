/**
 * Formats, as far as certain. `loose` holds for every string of the format, so what it refuses is
 * surely not of the format; the examples surely are. Between the two nothing is claimed.
 */
import type { Truth } from "./json.ts";

interface Format {
  readonly loose: RegExp;
  readonly examples: readonly string[];
}

/** No nested quantifiers over the same characters: these run on any string. */
const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    "date-time",
    { loose: /^\d{4}-\d\d-\d\d[Tt ].{8,}$/, examples: ["2020-01-01T00:00:00Z", "2021-12-31T23:59:59.5+01:00"] },
  ],
  ["date", { loose: /^\d{4}-\d\d-\d\d$/, examples: ["2020-01-01", "2021-12-31"] }],
  ["time", { loose: /^\d\d:\d\d:\d\d/, examples: ["00:00:00Z", "12:30:00Z"] }],
  ["duration", { loose: /^P/, examples: ["P1D", "PT1H"] }],
  ["email", { loose: /@/, examples: ["a@example.com", "b@example.org"] }],
  ["idn-email", { loose: /@/, examples: ["a@example.com", "b@example.org"] }],
  ["hostname", { loose: /^[A-Za-z0-9]/, examples: ["example.com", "a.example.org"] }],
  ["ipv4", { loose: /^\d{1,3}(\.\d{1,3}){3}$/, examples: ["127.0.0.1", "10.0.0.1"] }],
  ["ipv6", { loose: /^[0-9A-Fa-f:.%]+$/, examples: ["::1", "fe80::1"] }],
  [
    "uuid",
    {
      loose: /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/,
      examples: ["00000000-0000-4000-8000-000000000000", "123e4567-e89b-12d3-a456-426614174000"],
    },
  ],
  ["uri", { loose: /^[A-Za-z][A-Za-z0-9+.-]*:/, examples: ["https://example.com/", "urn:a:b"] }],
  ["iri", { loose: /^[A-Za-z][A-Za-z0-9+.-]*:/, examples: ["https://example.com/", "urn:a:b"] }],
  ["uri-reference", { loose: /^[^\s"<>\\^`{|}]*$/, examples: ["https://example.com/", "a/b", ""] }],
  ["json-pointer", { loose: /^(\/|$)/, examples: ["", "/a"] }],
  ["byte", { loose: /^[A-Za-z0-9+/=_\s-]*$/, examples: ["", "YQ=="] }],
]);

/** Whether a string is of a format; undefined where that is not certain. */
export function isOfFormat(name: string, text: string): Truth {
  const format = FORMATS.get(name);
  if (format === undefined) return undefined;
  if (format.examples.includes(text)) return true;
  return format.loose.test(text) ? undefined : false;
}

export function formatExamples(name: string): readonly string[] {
  return FORMATS.get(name)?.examples ?? [];
}
