/** The parts of a product's page, one line each. */
import type { ProductDetail } from "@freehold/model";
import type { ComponentType } from "react";
import { CorrectionsTab } from "../corrections/corrections-tab.tsx";
import { FindingsTab } from "./findings-tab.tsx";
import { DependenciesTab, DependentsTab } from "./links-tab.tsx";
import { CharacteristicsTab } from "../assessment/characteristics-tab.tsx";
import { DriftTab } from "../assessment/drift-tab.tsx";
import { NextTab } from "../assessment/next-tab.tsx";
import { InterfaceTab } from "../interface/interface-tab.tsx";
import { OverviewTab } from "./overview-tab.tsx";
import { ProvidesTab } from "./provides-tab.tsx";
import { UnitsTab } from "./units-tab.tsx";

export interface Tab {
  readonly id: string;
  readonly name: string;
  /** Undefined: not known. */
  readonly count?: (detail: ProductDetail) => number | undefined;
  readonly Content: ComponentType<{ readonly detail: ProductDetail }>;
  /** Only where the portfolio is kept; its address says elsewhere why it is not there. */
  readonly kept?: true;
}

export const tabs: readonly Tab[] = [
  { id: "overview", name: "Overview", Content: OverviewTab },
  { id: "characteristics", name: "Characteristics", Content: CharacteristicsTab },
  { id: "next", name: "Next steps", Content: NextTab },
  { id: "drift", name: "Drift", Content: DriftTab },
  { id: "interface", name: "Interface", count: elementsOf, Content: InterfaceTab },
  { id: "dependents", name: "Relied on by", count: ({ dependents }) => dependents.length, Content: DependentsTab },
  {
    id: "dependencies",
    name: "Relies on",
    count: ({ dependencies, externals }) => dependencies.length + externals.length,
    Content: DependenciesTab,
  },
  { id: "provides", name: "Provides", count: ({ provides }) => provides.length, Content: ProvidesTab },
  { id: "units", name: "Units", count: ({ units }) => units.length, Content: UnitsTab },
  {
    id: "findings",
    name: "Findings",
    count: ({ violations, problems }) => violations.length + problems.length,
    Content: FindingsTab,
  },
  { id: "corrections", name: "Corrections", Content: CorrectionsTab, kept: true },
];

function elementsOf({ units }: ProductDetail): number | undefined {
  const read = units.flatMap(({ elements }) => elements ?? []);
  return read.length === 0 ? undefined : read.reduce((sum, elements) => sum + elements, 0);
}
