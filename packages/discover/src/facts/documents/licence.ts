/** The SPDX identifier of a licence text, by sentences that only this licence has (https://spdx.org/licenses). */

const SENTENCES: readonly (readonly [string, RegExp])[] = [
  ["Apache-2.0", /apache license,? version 2\.0/],
  ["MIT", /permission is hereby granted, free of charge, to any person obtaining a copy of this software/],
  ["AGPL-3.0-only", /gnu affero general public license version 3/],
  ["LGPL-3.0-only", /gnu lesser general public license version 3/],
  ["LGPL-2.1-only", /gnu lesser general public license version 2\.1/],
  ["GPL-3.0-only", /gnu general public license version 3/],
  ["GPL-2.0-only", /gnu general public license version 2/],
  ["MPL-2.0", /mozilla public license,? version 2\.0/],
  ["EPL-2.0", /eclipse public license - v 2\.0/],
  ["BSD-3-Clause", /neither the name of [\s\S]{1,200} may be used to endorse or promote products/],
  [
    "ISC",
    /permission to use, copy, modify,? and\/or distribute this software for any purpose with or without fee is hereby granted, provided that/,
  ],
  [
    "0BSD",
    /permission to use, copy, modify,? and\/or distribute this software for any purpose with or without fee is hereby granted\. the software/,
  ],
  ["Unlicense", /this is free and unencumbered software released into the public domain/],
  ["CC0-1.0", /cc0 1\.0 universal/],
  ["CC-BY-SA-4.0", /attribution-sharealike 4\.0 international/],
  ["CC-BY-4.0", /attribution 4\.0 international/],
  ["BSL-1.1", /business source license 1\.1/],
  ["Zlib", /this software is provided 'as-is', without any express or implied warranty/],
];
const BSD = /redistribution and use in source and binary forms, with or without modification, are permitted/;

/** Every licence found in a text; empty for one that is not known here. */
export function spdxOf(source: string): string[] {
  const declared = /SPDX-License-Identifier:\s*([\w.+\- ()]{2,100})/.exec(source.slice(0, 2000))?.[1]?.trim();
  if (declared !== undefined) return [declared];
  const text = source
    .slice(0, 40_000)
    .toLowerCase()
    .replace(/[^\S\n]*\n[^\S\n]*/g, " ")
    .replace(/[^\p{L}\p{N}.,()'/ -]+/gu, " ")
    .replace(/\s+/g, " ");
  const found = SENTENCES.filter(([, sentence]) => sentence.test(text)).map(([id]) => id);
  if (BSD.test(text) && !found.includes("BSD-3-Clause")) found.push("BSD-2-Clause");
  // The head of a licence says what it is; the GNU licences name one another further down.
  const first = found.filter((id) => /^(?:A|L)?GPL/.test(id));
  return first.length < 2 ? found : [...found.filter((id) => !first.includes(id)), earliest(text, first)];
}

function earliest(text: string, ids: readonly string[]): string {
  const at = (id: string) => text.search(SENTENCES.find(([known]) => known === id)?.[1] ?? /$/);
  return ids.toSorted((a, b) => at(a) - at(b))[0] ?? "";
}
