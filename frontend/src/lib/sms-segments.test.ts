import { expect, it } from "vitest";
import { smsSegments } from "./sms-segments.ts";

it("160 plain characters are one SMS, 161 are two", () => {
  expect(smsSegments("a".repeat(160)).parts).toBe(1);
  expect(smsSegments("a".repeat(161))).toMatchObject({ parts: 2, perPart: 153 });
});

it("the euro sign counts twice", () => {
  expect(smsSegments("€").units).toBe(2);
});

it("one character outside the alphabet leaves room for 70", () => {
  expect(smsSegments(`${"a".repeat(69)}ł`)).toMatchObject({ parts: 1, plain: false });
  expect(smsSegments(`${"a".repeat(70)}ł`)).toMatchObject({ parts: 2, perPart: 67 });
});
