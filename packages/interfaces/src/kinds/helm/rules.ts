/** What a change of a chart breaks for those who install it with values of their own. */
import type { Json } from "../../kind.ts";
import { type ComparisonRules, fieldsOf, type Finding, shown } from "../../promise.ts";
import { compareRanges } from "../../version-ranges.ts";

export const rules: ComparisonRules = {
  kind: "helm",
  removed: ({ kind, name }) => ({
    rule: `${kind}-removed`,
    class: kind === "dependency" ? "unknown" : "breaking",
    message: kind === "value" ? `setting ${name} has no effect any more` : `the ${kind} ${name} is gone`,
  }),
  added: ({ kind, name }) => ({
    rule: `${kind}-added`,
    class: kind === "dependency" ? "unknown" : "compatible",
    message: `the ${kind} ${name} is new`,
  }),
  changed: (old, young) => {
    const [was, is] = [fieldsOf(old), fieldsOf(young)];
    if (young.kind === "value") return value(young.name, was, is);
    if (young.kind === "chart") return chart(was, is);
    return [
      { rule: "dependency-changed", class: "unknown", message: `${young.signature} in place of ${old.signature}` },
    ];
  },
};

/** A value of null says nothing of its type. */
function value(name: string, was: { readonly [key: string]: Json }, is: { readonly [key: string]: Json }): Finding[] {
  const [from, to] = [shown(was["type"]), shown(is["type"])];
  if (from !== to && from !== "any" && to !== "any")
    return [{ rule: "value-type", class: "breaking", message: `${name} is of type ${to} in place of ${from}` }];
  return [
    {
      rule: "value-default",
      class: "unknown",
      message: `${name} is ${JSON.stringify(is["default"])} by default, in place of ${JSON.stringify(was["default"])}`,
    },
  ];
}

function chart(was: { readonly [key: string]: Json }, is: { readonly [key: string]: Json }): Finding[] {
  const findings: Finding[] = [];
  if (was["name"] !== is["name"])
    findings.push({
      rule: "chart-renamed",
      class: "breaking",
      message: `the chart is called ${shown(is["name"])} in place of ${shown(was["name"])}`,
    });
  if (was["type"] !== is["type"])
    findings.push({
      rule: "chart-type",
      class: "breaking",
      message: `it is a chart of type ${shown(is["type"])} in place of ${shown(was["type"])}`,
    });
  if (was["kube"] !== is["kube"]) findings.push(kubernetes(shown(was["kube"]), shown(is["kube"])));
  return findings;
}

function kubernetes(was: string, is: string): Finding {
  const order = is === "" ? "wider" : was === "" ? "narrower" : compareRanges(plain(was), plain(is));
  const classes = { wider: "compatible", narrower: "breaking", unknown: "unknown" } as const;
  return {
    rule: "kubernetes-range",
    class: classes[order],
    message: `it needs Kubernetes ${is || "of any version"} in place of ${was || "any version"}`,
  };
}

/** `>= 1.25.0-0`, as Helm asks for pre-releases too. */
function plain(range: string): string {
  return range.replaceAll(/-0\b/g, "").replaceAll(",", " ");
}
