/** Paging as the store takes it: what was not asked for is absent. */
interface Asked {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export function pageOptions({ limit, cursor }: Asked): { readonly limit?: number; readonly cursor?: string } {
  return { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
}
