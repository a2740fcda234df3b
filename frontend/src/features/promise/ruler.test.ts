import { expect, it } from "vitest";
import { layOutRuler } from "./ruler.ts";

const at = (hour: number, day = 1) => Date.UTC(2026, 5, day, hour);
const span = (from: number, to: number, day = 1) => ({
  from: new Date(at(from, day)).toISOString(),
  to: new Date(at(to, day)).toISOString(),
});

it("open hours are as long as they are, the night is short", () => {
  const { stretches, place } = layOutRuler(at(15), at(11, 2), [span(9, 17), span(9, 17, 2)]);
  expect(stretches.map((one) => one.open)).toEqual([true, false, true]);
  const [today, night, tomorrow] = stretches;
  expect(today?.to).toBeCloseTo((tomorrow?.to ?? 0) - (tomorrow?.from ?? 0));
  expect((night?.to ?? 1) - (night?.from ?? 0)).toBeLessThan(0.2);
  expect(place(at(15))).toBe(0);
  expect(place(at(11, 2))).toBe(1);
});

it("what lies beyond it has no place on it", () => {
  expect(layOutRuler(at(9), at(12), [span(9, 17)]).place(at(13))).toBeNull();
});

it("a moment in closed hours stands on a closed stretch", () => {
  const { stretches, place } = layOutRuler(at(20), at(22), []);
  expect(stretches).toEqual([{ begins: at(20), ends: at(22), open: false, from: 0, to: 1 }]);
  expect(place(at(21))).toBeCloseTo(0.5);
});
