import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "graphql",
  title: "GraphQL",
  version: 3,
  looksAt: (path) => /\.(?:graphqls?|gql)$/i.test(path),
};
