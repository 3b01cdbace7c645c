/**
 * Protocol Buffers and gRPC: messages, fields, enums, services, as `.proto` files describe them.
 *
 * Sources of the rules: "Updating A Message Type" of the protobuf language guides and the breaking rules
 * of buf (buf.build/docs/breaking/rules). What breaks is told apart: wire, json, source.
 * docs/interfaces-protobuf.md states the rules.
 */
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";

export const protobuf: InterfaceKind = {
  ...about,
  find: ({ paths }) => paths.filter((path) => path.endsWith(".proto")),
  extract,
  compare,
};
