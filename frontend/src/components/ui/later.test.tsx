import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { useShortcuts } from "../../lib/shortcuts.ts";
import { fetchAhead, later, laterDialog } from "./later.tsx";

const Words = ({ said }: { said: string }) => <p>{said}</p>;

it("fetches a part when it is first shown", async () => {
  const fetch = vi.fn(async () => Words);
  const Part = later(fetch);
  expect(fetch).not.toHaveBeenCalled();
  render(<Part said="here it is" />);
  expect(await screen.findByText("here it is")).toBeVisible();
});

it("shows a part at once that was fetched ahead", async () => {
  const Part = later(async () => Words);
  await fetchAhead();
  render(<Part said="at once" />);
  expect(screen.getByText("at once")).toBeVisible();
});

it("a part that cannot be fetched says so, and can be tried again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const fetch = vi.fn(async () => Words);
  fetch.mockRejectedValueOnce(new Error("no network"));
  const Part = later(fetch);
  render(<Part said="now it came" />);
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("now it came")).toBeVisible();
});

it("letters typed before a dialog is here are no keys of the page below", async () => {
  let fetched = () => {};
  const Asks = laterDialog(
    () =>
      new Promise<typeof Words>((found) => {
        fetched = () => found(Words);
      }),
  );
  const resolve = vi.fn();
  const Page = ({ asking }: { asking: boolean }) => {
    useShortcuts({ e: resolve });
    return asking ? <Asks said="here it is" /> : null;
  };
  const view = render(<Page asking={false} />);
  await userEvent.keyboard("e");
  expect(resolve).toHaveBeenCalledOnce();
  view.rerender(<Page asking />);
  await userEvent.keyboard("e");
  fetched();
  await screen.findByText("here it is");
  expect(resolve).toHaveBeenCalledOnce();
  view.rerender(<Page asking={false} />);
  await userEvent.keyboard("e");
  expect(resolve).toHaveBeenCalledTimes(2);
});
