/** Functions that the linker sees (`#[no_mangle]`, `#[export_name]`), wherever in the crate they lie. */
import { childOf } from "../../syntax/node.ts";
import { type Draft, signatureOf } from "./draft.ts";
import { functionShape } from "./function.ts";
import type { Crate } from "./modules.ts";
import type { Names } from "./names.ts";
import type { PublicView } from "./public-items.ts";

export function symbolElements({ modules }: Crate, names: Names, view: PublicView): Draft[] {
  return modules.flatMap((module) =>
    module.items.flatMap((item): Draft[] => {
      const { node, file, attributes, cfg, doc } = item;
      if (node.name !== "FunctionItem" || attributes.symbol === undefined || view.ids.has(item)) return [];
      const scope = { names, module, generics: new Map<string, string>() };
      const shape = functionShape(node, file, attributes, scope, { inTrait: false });
      const body = childOf(node, "Block");
      return [
        {
          id: `symbol ${attributes.symbol || item.name}`,
          kind: "symbol",
          signature: signatureOf(file.text.slice(node.from, body?.from ?? node.to)),
          shape,
          cfg,
          hidden: attributes.hidden,
          deprecated: attributes.deprecated,
          doc,
          file,
          line: file.lineOf(node.from),
        },
      ];
    }),
  );
}
