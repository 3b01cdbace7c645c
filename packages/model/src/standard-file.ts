/** Reading `freehold-standard.yaml`: problems point at line and column, and a misspelt field is an error. */
import { type Standard, STANDARD_FILE, standardSchema } from "./standard.ts";
import { parseYamlFile, type ParsedYaml, type YamlFormat } from "./yaml-file.ts";

const STANDARD_FORMAT: YamlFormat<typeof standardSchema> = {
  area: "standard",
  noun: "a standard",
  schema: standardSchema,
  fields: Object.keys(standardSchema.shape),
};

/** The standard in a text, or the problems with their places. What its checks mean is for `assess` to say. */
export function parseStandard(text: string, path: string = STANDARD_FILE): ParsedYaml<Standard> {
  return parseYamlFile(text, path, STANDARD_FORMAT);
}
