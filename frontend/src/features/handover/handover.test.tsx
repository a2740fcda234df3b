import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app?.end());

async function begin() {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  // By label: asking the whole page for roles computes what of it is hidden, again and again while it loads.
  await screen.findByLabelText("Timeline");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await app.user.keyboard("h");
  return within(await screen.findByLabelText("Hand over to another channel"));
}

it("one key and one choice show what proves it, and the arrival is a chapter the moment it happens", async () => {
  const dialog = await begin();
  expect(await dialog.findByRole("button", { name: /Email/ })).toHaveTextContent("We write to eva.lindeman@posteo.nl.");
  expect(dialog.getByText("Telegram")).toBeInTheDocument();
  await app.user.click(dialog.getByRole("button", { name: /Phone/ }));
  expect(await dialog.findByText("482 193")).toBeInTheDocument();
  await fetch("/mock/arrive/o-1", { method: "POST" });

  expect(await dialog.findByText(/is there, in phone/)).toBeInTheDocument();
  expect(dialog.queryByText("482 193")).toBeNull();
  expect(await screen.findByText("continued, code 482 193")).toBeInTheDocument();
  expect(screen.getByText("chat → phone")).toBeInTheDocument();
});

it("a channel they wish for, and the quiet they wish for, are said before anything is sent", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.wishes = { wished: true, quietUntil: new Date(2026, 10, 27, 8, 0).toISOString() };
  });
  await screen.findByLabelText("Timeline");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await app.user.keyboard("h");
  const dialog = within(await screen.findByLabelText("Hand over to another channel"));
  const sms = await dialog.findByRole("button", { name: /SMS/ });
  expect(sms).toHaveTextContent("As they wish.");
  expect(sms).toHaveTextContent("They wish for quiet until 08:00: telling them now disturbs them.");
  expect(dialog.getByRole("button", { name: /Email/ })).not.toHaveTextContent("quiet");
});

it("a way nobody can take now is struck through, and why is said once", async () => {
  const dialog = await begin();
  const off = await dialog.findByText(/^Not connected:/);
  expect(off).toHaveTextContent("Not connected: Telegram, Messenger");
  expect(dialog.getByText(/^Switched off:/)).toHaveTextContent("Switched off: Instagram");
});

it("a customer who cannot be told where they are is told by whoever reads the dialog", async () => {
  const dialog = await begin();
  app.world.unreachable = true;
  await app.user.click(await dialog.findByRole("button", { name: /Phone/ }));
  expect(await dialog.findByText(/we cannot write. Read it to them: they call \+31 970/)).toBeInTheDocument();
  expect(dialog.queryByText(/was told/)).toBeNull();
});

it("of an address that is none it is said beside it, in our words, and nothing is sent", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.unproven = true;
  });
  await screen.findByLabelText("Timeline");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await app.user.keyboard("h");
  const dialog = within(await screen.findByLabelText("Hand over to another channel"));
  await app.user.click(await dialog.findByRole("button", { name: /Email/ }));
  const field = await dialog.findByRole("textbox", { name: "Their mail address" });
  await app.user.clear(field);
  await app.user.type(field, "eva@{Enter}");
  expect(field).toHaveAccessibleDescription("This is not a whole email address, such as name@example.com.");
  expect(dialog.getByText(/This is not a whole email address/)).toBeVisible();
  expect(field).toHaveFocus();
  await app.user.type(field, "posteo.nl");
  expect(dialog.queryByText(/This is not a whole email address/)).toBeNull();
  await app.user.keyboard("{Enter}");
  await waitFor(async () =>
    expect(await (await fetch("/api/v1/conversations/k-eva/handovers")).json()).toMatchObject({
      items: [{ to: "email", address: "eva@posteo.nl" }],
    }),
  );
});

it("WhatsApp is shown as a picture to scan, and the link can be copied", async () => {
  const dialog = await begin();
  await app.user.click(await dialog.findByRole("button", { name: /WhatsApp/ }));
  expect(await dialog.findByRole("img", { name: "Picture to go on in WhatsApp" })).toBeInTheDocument();
  await app.user.click(dialog.getByRole("button", { name: "Copy the link" }));
  expect(await dialog.findByRole("button", { name: "Copied" })).toBeInTheDocument();
});

it("what no open way carries leads the customer, by one key, to a channel that does", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    const options = world.options.bind(world);
    world.options = (id) =>
      options(id).map((one) =>
        one.channel === "sms"
          ? { ...one, available: true, reason: null, to: { kind: "phone", value: "+31628419017" } }
          : { ...one, available: false, reason: "no-address", to: null },
      );
  });
  await screen.findByLabelText("Timeline");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await app.user.click(await screen.findByLabelText("Your answer"));
  await app.user.paste("x".repeat(1601));
  expect(await screen.findByText(/^SMS carries 1600 characters in a message/)).toBeInTheDocument();
  await app.user.keyboard("{Escape}");
  await screen.findByRole("button", { name: /^Hand over to email/ });
  await app.user.keyboard("{Shift>}H{/Shift}");
  await waitFor(async () =>
    expect(await (await fetch("/api/v1/conversations/k-eva/handovers")).json()).toMatchObject({
      items: [{ to: "email", topic: "t-eva" }],
    }),
  );
});

it("what another open way carries is sent there, by one choice", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    const options = world.options.bind(world);
    world.options = (id) =>
      options(id).map((one) =>
        one.channel === "email" ? { ...one, capabilities: { ...one.capabilities, maxLength: 5 } } : one,
      );
  });
  await screen.findByLabelText("Timeline");
  await app.user.click(await screen.findByLabelText("Your answer"));
  await app.user.paste("Too long for this");
  await app.user.click(await screen.findByText("Send by chat instead"));
  expect(screen.queryByText(/characters in a message/)).toBeNull();
  await waitFor(() => expect(screen.getByText("Chat", { selector: "[role=radio]" })).toBeChecked());
});
