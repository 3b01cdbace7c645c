import fc from "fast-check";
import { expect, test } from "vitest";
import { commonJsFacts } from "../../../src/languages/typescript/commonjs.ts";
import { parsePlain, parseScript } from "../../../src/languages/typescript/parse.ts";
import type { ParsedScript } from "../../../src/languages/typescript/parse.ts";

const statement = fc.constantFrom(
  `import a, { b as c, type D } from "x";`,
  `import * as ns from "é";`,
  `export { default as e, f } from "y";`,
  `export * from "z"; export * as all from "z";`,
  `export default class {}`,
  `export const g = 1, [h] = i;`,
  `const { j } = require("k");`,
  `require.resolve("l"); require("m").n;`,
  `exports.o = 1; module.exports = { p, q: 2 };`,
  `import r = require("s");`,
  `type T = import("u").V;`,
  `import("w");`,
  `// 𝒳 comment`,
  `syntax error (`,
);

function facts(text: string, parsed: ParsedScript) {
  const { imports, exports, dynamicImports } = parsed;
  const all = {
    imports,
    exports,
    dynamicImports,
    commonJs: commonJsFacts(text, parsed),
    wrong: parsed.trouble.length > 0,
  };
  parsed.dispose();
  return all;
}

test("both ways of parsing agree", () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      const text = statements.join("\n");
      const plain = facts(text, parsePlain(text, "tsx"));
      expect(facts(text, parseScript(text, "tsx"))).toEqual(plain);
    }),
  );
});
