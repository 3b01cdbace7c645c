import { expect, test } from "vitest";
import { steadyClock } from "../src/steady-clock.ts";

test("the clock goes on where the machine's is set back, and follows where it is set forward", () => {
  const machine = { wall: 1_000_000, passed: 0 };
  const clock = steadyClock(
    () => machine.wall,
    () => machine.passed,
  );
  const after = (milliseconds: number, moved = 0) => {
    machine.passed += milliseconds;
    machine.wall += milliseconds + moved;
    return clock();
  };
  expect(after(10)).toBe(1_000_010);
  expect(after(10, -3_600_000)).toBe(1_000_020);
  expect(after(10)).toBe(1_000_030);
  expect(after(10, 7_200_000)).toBe(1_000_040 + 3_600_000);
  expect(after(10, -1)).toBe(1_000_050 + 3_600_000);
});
