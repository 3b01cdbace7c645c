import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "protobuf",
  title: "Protocol Buffers",
  version: 2,
  looksAt: (path) => path.endsWith(".proto"),
};
