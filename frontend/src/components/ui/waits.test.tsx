import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Waits } from "./waits.tsx";

const busy = () => document.querySelector('[aria-busy="true"]') !== null;

/** What is answered when we say so. */
function held() {
  let resolve: (words: string) => void = () => undefined;
  const promise = new Promise<string>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

it("the page is busy while something is read for the first time, or sent, and not while it is read again", async () => {
  const [read, again, sent] = [held(), held(), held()];
  const answers = [read, again];
  const client = new QueryClient();
  function Page() {
    const { data } = useQuery({ queryKey: ["words"], queryFn: () => answers.shift()?.promise ?? "" });
    const send = useMutation({ mutationFn: () => sent.promise });
    return (
      <button type="button" onClick={() => send.mutate()}>
        {data ?? "nothing"}
      </button>
    );
  }
  render(
    <QueryClientProvider client={client}>
      <Page />
      <Waits />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(busy()).toBe(true));
  read.resolve("first");
  const button = await screen.findByRole("button", { name: "first" });
  await waitFor(() => expect(busy()).toBe(false));

  const refreshed = client.invalidateQueries({ queryKey: ["words"] });
  expect(client.isFetching()).toBe(1);
  await userEvent.click(button);
  await waitFor(() => expect(busy()).toBe(true));
  sent.resolve("");
  await waitFor(() => expect(busy()).toBe(false));
  expect(client.isFetching()).toBe(1);
  again.resolve("second");
  await refreshed;
  expect(await screen.findByRole("button", { name: "second" })).toBeInTheDocument();
});
