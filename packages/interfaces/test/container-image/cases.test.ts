/** Pairs after the Dockerfile reference: what each instruction means for whoever runs or extends the image. */
import { describe, expect, test } from "vitest";
import { containerImage } from "../../src/kinds/container-image/kind.ts";
import { elementsIn, type Pair, testPairs } from "../pairs.ts";

const image = (...lines: readonly string[]): string => ["FROM node:24", ...lines].join("\n");

const PAIRS: readonly Pair[] = [
  ["port added", image(), image("EXPOSE 80"), "compatible", "breaking"],
  ["port changed", image("EXPOSE 80"), image("EXPOSE 8080"), "breaking", "breaking"],
  ["tcp is what a port is", image("EXPOSE 80"), image("EXPOSE 80/tcp"), "none", "none"],
  ["port of udp", image("EXPOSE 53"), image("EXPOSE 53/udp"), "breaking", "breaking"],
  ["two ports in one line", image("EXPOSE 80 443"), image("EXPOSE 443", "EXPOSE 80"), "none", "none"],
  ["volume added", image(), image("VOLUME /data"), "unknown", "breaking"],
  ["volume in the other form", image("VOLUME /data"), image('VOLUME ["/data"]'), "none", "none"],
  ["entry point added", image('CMD ["serve"]'), image('ENTRYPOINT ["serve"]', 'CMD ["serve"]'), "breaking", "breaking"],
  ["entry point changed", image('ENTRYPOINT ["serve"]'), image('ENTRYPOINT ["server"]'), "unknown", "unknown"],
  ["command changed", image('CMD ["a"]'), image('CMD ["b"]'), "unknown", "unknown"],
  ["shell form is another entry point", image("ENTRYPOINT serve"), image('ENTRYPOINT ["serve"]'), "unknown", "unknown"],
  ["environment added", image(), image("ENV PORT=80"), "compatible", "unknown"],
  ["environment changed", image("ENV PORT=80"), image("ENV PORT=81"), "unknown", "unknown"],
  ["environment in the old form", image("ENV PORT 80"), image("ENV PORT=80"), "none", "none"],
  ["not root any more", image("USER root"), image("USER node"), "breaking", "unknown"],
  ["folder of work changed", image("WORKDIR /a"), image("WORKDIR /b"), "unknown", "unknown"],
  ["base of another version", "FROM node:24", "FROM node:26", "unknown", "unknown"],
  ["base of another kind", "FROM debian:12", "FROM alpine:3", "breaking", "breaking"],
  ["base by its long name", "FROM node:24", "FROM docker.io/library/node:24", "unknown", "unknown"],
  [
    "what an earlier stage exposes is not the image's",
    "FROM a AS build\nEXPOSE 1\nFROM b",
    "FROM a AS build\nEXPOSE 2\nFROM b",
    "none",
    "none",
  ],
  [
    "what the stage below exposes is",
    "FROM a AS low\nEXPOSE 1\nFROM low",
    "FROM a AS low\nEXPOSE 2\nFROM low",
    "breaking",
    "breaking",
  ],
  ["build argument gets a default", image("ARG X"), image("ARG X=1"), "compatible", "unknown"],
  ["commands of the build", image("RUN a"), image("RUN b", "COPY . ."), "none", "none"],
  ["port by a variable", image("ENV P=80", "EXPOSE ${P}"), image("ENV P=80", "EXPOSE 80"), "none", "none"],
  ["port by a build argument", image("ARG P=80", "EXPOSE $P"), image("ARG P=80", "EXPOSE 80"), "none", "none"],
  [
    "port by a variable changed",
    image("ENV P=80", "EXPOSE $P"),
    image("ENV P=81", "EXPOSE $P"),
    "breaking",
    "breaking",
  ],
  ["ports as a range", image("EXPOSE 8000-8002"), image("EXPOSE 8000 8001 8002"), "none", "none"],
  ["range shortened", image("EXPOSE 8000-8002"), image("EXPOSE 8000-8001"), "breaking", "compatible"],
  ["root by its number", image("USER root"), image("USER 0"), "none", "none"],
  ["trigger for images built on it", image(), image("ONBUILD COPY . /app"), "unknown", "unknown"],
  ["lower case", image("expose 80"), image("EXPOSE 80"), "none", "none"],
  ["label", image("LABEL a=b"), image("LABEL a=c"), "none", "none"],
  ["the last command counts", image('CMD ["a"]', 'CMD ["b"]'), image('CMD ["b"]'), "none", "none"],
  ["commands in a here-document", image("RUN <<EOF\nEXPOSE 80\nEOF"), image(), "none", "none"],
  ["signal to stop", image("STOPSIGNAL SIGTERM"), image("STOPSIGNAL SIGINT"), "unknown", "unknown"],
];

describe("container-image", () => {
  testPairs(containerImage, "Dockerfile", PAIRS);

  test("elements name the instruction and its line", () => {
    const elements = elementsIn(containerImage, image("EXPOSE 80", "USER node"), "Dockerfile");
    expect(elements.map(({ id, signature, evidence }) => [id, signature, evidence.line])).toEqual([
      ["base", "FROM node:24", 1],
      ["port 80/tcp", "EXPOSE 80", 2],
      ["user", "USER node", 3],
    ]);
  });
});
