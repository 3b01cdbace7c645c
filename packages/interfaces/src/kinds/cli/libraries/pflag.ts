/** pflag without cobra: `pflag.StringP("name", "n", default, usage)`. Source: pflag's documentation. */
import { callsOf } from "../../../syntax/value.ts";
import { chainReader } from "../chains.ts";
import { defineFlag } from "../pflag-methods.ts";
import { startCommand } from "../program.ts";

const ID = "pflag";

export const pflag = chainReader({
  id: ID,
  language: "go",
  mentions: /"github\.com\/spf13\/pflag"/,
  telling: new Set([]),
  start(chain, file, program) {
    if (file.imports.get(chain.base)?.module !== "github.com/spf13/pflag" || callsOf(chain).length === 0)
      return undefined;
    // One set of flags for the program of each folder.
    const folder = file.source.path.slice(0, Math.max(0, file.source.path.lastIndexOf("/")));
    const command = program.shared(`${ID} ${folder}`, () =>
      startCommand(program, file, ID, chain.from, { root: true }),
    );
    return { command, calls: 0 };
  },
  methods: {},
  otherwise: defineFlag,
});
