import { InvalidArgumentError } from "commander";

export function portNumber(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError("Write a number from 0 to 65535.");
}
