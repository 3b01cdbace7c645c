/** What the published schema of SARIF 2.1.0 says of a document; it comes with Microsoft's SDK, unchanged. */
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Draft04 from "ajv-draft-04";

const formats = {
  uri: (text: string) => URL.canParse(text),
  "uri-reference": (text: string) => URL.canParse(text, "https://base.example/"),
  "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
};

const validate = new Draft04.default({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);

/** Empty where the document is valid. */
export function sarifProblems(document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}
