export { assess, type AssessOptions, type Assessor, openAssessor } from "./assess.ts";
export { characteristics } from "./characteristics/registry.ts";
export { checksDocument } from "./checks-document.ts";
export type { Characteristic, Check, CheckContext, Outcome, Sight } from "./check.ts";
export { GOOD } from "./plane/plane.ts";
export type { CompiledResult } from "./standard/compile.ts";
export type { CompiledCharacteristic, CompiledCheck, CompiledStandard } from "./standard/compiled.ts";
export { loadStandard, shippedStandard } from "./standard/shipped.ts";
export { type StepDraft, writeDrafts } from "./next/write-drafts.ts";
