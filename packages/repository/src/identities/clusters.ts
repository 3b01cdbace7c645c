/** Sets of identities that are one person, with the reason for every union. */

interface Union {
  readonly rule: string;
  readonly detail: string;
}

export interface Clusters {
  /** The set that an identity is in, named by one of its members. */
  find(identity: number): number;
  /** Whether it joined two sets. */
  union(a: number, b: number, why: Union): boolean;
  /** Why the members of a set are together. */
  reasons(identity: number): readonly Union[];
}

export function createClusters(count: number): Clusters {
  const parent = Int32Array.from({ length: count }, (_, index) => index);
  const reasons = new Map<number, Union[]>();
  function find(identity: number): number {
    let at = identity;
    for (;;) {
      const above = parent[at] ?? at;
      if (above === at) return at;
      const next = parent[above] ?? above;
      parent[at] = next;
      at = next;
    }
  }
  return {
    find,
    union(a, b, why) {
      const [left, right] = [find(a), find(b)];
      if (left === right) return false;
      const [root, child] = left < right ? [left, right] : [right, left];
      parent[child] = root;
      reasons.set(root, [...(reasons.get(root) ?? []), ...(reasons.get(child) ?? []), why]);
      reasons.delete(child);
      return true;
    },
    reasons: (identity) => reasons.get(find(identity)) ?? [],
  };
}
