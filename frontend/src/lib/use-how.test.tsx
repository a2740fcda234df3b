import { render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useHow } from "./use-how.ts";

function Hint({ said }: { said: string }) {
  return <p>{useHow()(said)}</p>;
}

afterEach(() => vi.restoreAllMocks());

it("says with keys what to do, and on a phone what to touch", () => {
  const said = "No teams yet. [Press N|Tap New team] to make one[, by hand|].";
  const { unmount } = render(<Hint said={said} />);
  expect(screen.getByText("No teams yet. Press N to make one, by hand.")).toBeVisible();
  unmount();

  vi.spyOn(window, "matchMedia").mockImplementation(
    (query) =>
      ({
        matches: query.startsWith("(max-width: 719"),
        media: query,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }) as unknown as MediaQueryList,
  );
  render(<Hint said={said} />);
  expect(screen.getByText("No teams yet. Tap New team to make one.")).toBeVisible();
});
