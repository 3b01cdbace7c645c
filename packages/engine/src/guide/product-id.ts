/** A new product's id: opaque, and so random that two never meet. */
import { randomBytes } from "node:crypto";

const LETTERS = "0123456789abcdefghijklmnopqrstuv";

/** `prd_` and 16 letters of base 32: 80 bits. */
export function newProductId(): string {
  return `prd_${[...randomBytes(16)].map((byte) => LETTERS[byte % LETTERS.length]).join("")}`;
}
