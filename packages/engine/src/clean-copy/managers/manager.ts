/** What a package manager needs to install, build and test a product by its own declared ways. One file each. */
import type { CleanCopyStep } from "@freehold/model";
import type { Command } from "../run-bounded.ts";

/** Files of the repository by path; `read` answers for those that were copied. */
export interface Place {
  /** The product's folder, `` for the root of the repository. */
  readonly folder: string;
  /** Folders of units of this repository that its manifests declare to need, the ones needed by others first. */
  readonly neighbours: readonly string[];
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string | undefined;
  /** A folder outside of the copy for what is made on the way. */
  readonly work: string;
}

export interface PlannedStep {
  readonly step: CleanCopyStep["step"];
  readonly command: Command;
  /** Folder of the repository to run it in. */
  readonly folder: string;
  /** Of a neighbour: where it fails, nothing is known of the product itself. */
  readonly prepares?: boolean;
}

export interface Plan {
  /** The program that has to be there, and how to get it. */
  readonly program: string;
  readonly install: string;
  /** How it says its version, and which one the repository asks for: another may not understand its files. */
  readonly version?: { readonly command: Command; readonly wanted?: string };
  readonly steps: readonly PlannedStep[];
  /** Why a step has no command. */
  readonly without: Readonly<
    Partial<Record<CleanCopyStep["step"], { readonly result: "not-applicable" | "unknown"; readonly detail: string }>>
  >;
}

export interface Manager {
  readonly id: string;
  /** It looks after this folder. Pure over paths. */
  manages(folder: string, has: (path: string) => boolean): boolean;
  /** Files outside of the product's folder that it needs to begin at all: roots of workspaces, locks. Pure over paths. */
  around(folder: string, paths: readonly string[]): readonly string[];
  plan(place: Place): Plan;
}

export function within(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** A folder and those above it, nearest first. */
function upward(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== ""; folders.push(at)) at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : "";
  return folders;
}

/** The nearest folder from here upwards that has one of these files. */
export function nearest(folder: string, names: readonly string[], has: (path: string) => boolean): string | undefined {
  return upward(folder).find((above) => names.some((name) => has(within(above, name))));
}

export function isBelow(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
