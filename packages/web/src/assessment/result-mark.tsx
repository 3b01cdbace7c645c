/** The result of a check, told by shape, colour and word. */
import type { CheckResult } from "@freehold/model";
import { Icon } from "../ui/index.ts";
import { RESULTS } from "./words.ts";

export function ResultMark({ result }: { readonly result: CheckResult }) {
  const { label, meaning, icon } = RESULTS[result];
  return (
    <span className="result" data-result={result} title={meaning}>
      <span className="result-mark">
        <Icon name={icon} />
      </span>
      {label}
    </span>
  );
}
