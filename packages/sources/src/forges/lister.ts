/** The list of a source, page by page: what every kind of source gives. */

export interface ListedRepository {
  /** What the source calls it: `acme/app`. */
  readonly id: string;
  /** Where it is cloned from, or where it lies on this machine. */
  readonly url: string;
  readonly name?: string;
  /** Its page on the web. */
  readonly web?: string;
  readonly branch?: string;
  readonly description?: string;
  readonly homepage?: string;
  readonly topics?: readonly string[];
  readonly archived?: boolean;
  readonly fork?: boolean;
  /** Changes of other people count here too: GitHub counts them as issues. */
  readonly openIssues?: number;
  /** Words that change with every push, and only then. */
  readonly pushed?: string;
  readonly kilobytes?: number;
}

export interface ListedPage {
  readonly repositories: readonly ListedRepository[];
  /** The page after it; absent: it is the last one. */
  readonly next?: string;
  /** By which the same page is asked for again, and costs nothing where it is as it was. */
  readonly tag?: string;
}

export interface Lister {
  /** One page, the first where none is named; `unchanged` where it is as it was with this tag. Throws `SourceFailure`. */
  page(page: string | undefined, tag?: string): Promise<ListedPage | "unchanged">;
}

/** How somebody says who they are. Made anew for every look, since some end. */
export type Credential =
  | { readonly kind: "none" }
  | { readonly kind: "token"; readonly token: string; readonly user?: string }
  | { readonly kind: "app"; readonly app: string; readonly privateKey: string; readonly installation?: number }
  | { readonly kind: "key"; readonly privateKey: string; readonly knownHosts: string };
