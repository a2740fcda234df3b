import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it } from "vitest";
import { me } from "../../testing/mock/cast.ts";
import { renderApp } from "../../testing/render-app.tsx";
import type { Colleague } from "../../types/api.ts";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
  me.roles = ["agent", "administrator"];
});

const person = (id: string) => app.world.people.find((one) => one.id === id) as Colleague;
const dialog = () => within(screen.getByRole("dialog"));

it("somebody is invited, and the link is shown this once", async () => {
  app = await renderApp("/admin/people");
  const { user } = app;
  await screen.findByRole("heading", { name: "People", level: 1 });
  await user.keyboard("n");
  await user.type(await screen.findByLabelText("Name"), "Sanne Bos");
  await user.type(screen.getByLabelText("Email address"), "lotte@loper.test");
  await user.click(screen.getByRole("radio", { name: "Supervisor" }));
  await user.selectOptions(screen.getByLabelText("Add a language"), "fr");
  await user.click(screen.getByRole("button", { name: "Send the invitation" }));
  expect(await screen.findByText(/Choose where they work/)).toBeInTheDocument();
  await user.click(screen.getByRole("radio", { name: "Some queues" }));
  await user.selectOptions(screen.getByLabelText("Orders & delivery"), "Supervisor");
  await user.click(screen.getByRole("button", { name: "Send the invitation" }));
  expect(await screen.findByText("Somebody has this email address already.")).toBeInTheDocument();
  await user.clear(screen.getByLabelText("Email address"));
  await user.type(screen.getByLabelText("Email address"), "sanne@loper.test");
  await user.click(screen.getByRole("button", { name: "Send the invitation" }));
  expect(await screen.findByText(/A mail with the link is on its way to sanne@loper.test/)).toBeInTheDocument();
  expect(screen.getByLabelText("The link")).toHaveValue("https://help.example.com/welcome?token=i-1-secret");
  expect(app.world.invitations[0]).toMatchObject({
    roles: ["supervisor"],
    speaks: ["en", "fr"],
    queues: { every: false, only: { orders: "supervisor" } },
  });
  await user.click(screen.getByRole("button", { name: "Done" }));
  expect(await screen.findByText("Sanne Bos")).toBeInTheDocument();
});

it("with one queue nobody is asked where somebody works, and administrators work everywhere", async () => {
  app = await renderApp("/admin/people", (world) => {
    world.queues = { ...world.queues, items: world.queues.items.slice(0, 1) };
  });
  const { user } = app;
  await screen.findByRole("heading", { name: "People", level: 1 });
  await user.keyboard("n");
  await user.type(await screen.findByLabelText("Name"), "Sanne Bos");
  await user.type(screen.getByLabelText("Email address"), "sanne@loper.test");
  expect(screen.queryByRole("radio", { name: "Every queue" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Send the invitation" }));
  await waitFor(() => expect(app.world.invitations[0]?.queues).toEqual({ every: true, only: null }));
});

it("an invitation is sent again, and revoked only after a question", async () => {
  app = await renderApp("/admin/people", (world) => {
    world.invite({ name: "Sanne Bos", email: "sanne@loper.test", roles: ["agent"], language: "nl", speaks: [] });
  });
  const { user, world } = app;
  await user.click(await screen.findByRole("button", { name: "Send again" }));
  expect(await screen.findByLabelText("The link")).toHaveValue("https://help.example.com/welcome?token=i-1-secret");
  await user.click(screen.getByRole("button", { name: "Done" }));
  await user.click(await screen.findByRole("button", { name: "Revoke" }));
  await user.click(dialog().getByRole("button", { name: "Cancel" }));
  expect(world.invitations).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Revoke" }));
  await user.click(dialog().getByRole("button", { name: "Revoke" }));
  await waitFor(() => expect(world.invitations).toHaveLength(0));
  await waitFor(() => expect(screen.queryByText("Sanne Bos")).toBeNull());
});

it("a person's role, languages, teams, places and cover are kept when they are saved", async () => {
  app = await renderApp("/admin/people/p-bram", (world) => {
    world.teams = [{ id: "team-1", name: "Evening", members: [], version: 1 }];
  });
  const { user, world } = app;
  await user.click(await screen.findByRole("radio", { name: "Supervisor" }));
  await user.click(screen.getByRole("button", { name: "German, take away" }));
  await user.click(screen.getByRole("checkbox", { name: "Evening" }));
  await user.type(screen.getByLabelText("Chat"), "3");
  await user.selectOptions(screen.getByLabelText("Takes over when away or gone"), "Fatima Aydin");
  expect(person("p-bram").roles).toEqual(["agent"]);
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() =>
    expect(person("p-bram")).toMatchObject({
      roles: ["supervisor"],
      speaks: ["nl"],
      capacity: { chat: 3 },
      cover: "person:p-fatima",
    }),
  );
  expect(world.teams[0]?.members).toEqual(["p-bram"]);
  expect(await screen.findByText("All is saved")).toBeInTheDocument();
});

it("changes that were not saved can be undone", async () => {
  app = await renderApp("/admin/people/p-bram");
  const { user } = app;
  const name = await screen.findByLabelText("Name");
  await user.clear(name);
  await user.type(name, "Someone else");
  await user.click(screen.getByRole("button", { name: /Undo the changes/ }));
  expect(screen.getByLabelText("Name")).toHaveValue("Bram Kuipers");
  expect(person("p-bram").name).toBe("Bram Kuipers");
});

it("Escape undoes changes, and one key brings them back until something else is typed", async () => {
  app = await renderApp("/admin/people/p-bram");
  const { user } = app;
  await user.type(await screen.findByLabelText("Name"), " junior");
  await user.keyboard("{Escape}");
  expect(screen.getByLabelText("Name")).toHaveValue("Bram Kuipers");
  expect(screen.getByText("Your changes are undone.")).toBeInTheDocument();
  await user.keyboard("{Control>}z{/Control}");
  expect(screen.getByLabelText("Name")).toHaveValue("Bram Kuipers junior");
  await user.keyboard("{Escape}");
  await user.type(screen.getByLabelText("Name"), "!");
  expect(screen.queryByRole("button", { name: /Bring them back/ })).toBeNull();
});

it("whoever closes the page with unsaved changes is asked by the browser", async () => {
  app = await renderApp("/admin/people/p-bram");
  const leaves = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return !event.defaultPrevented;
  };
  const name = await screen.findByLabelText("Name");
  expect(leaves()).toBe(true);
  await app.user.type(name, " junior");
  expect(leaves()).toBe(false);
  await app.user.keyboard("{Escape}");
  expect(leaves()).toBe(true);
});

it("a link, a key and the way back ask before they leave what is not saved", async () => {
  app = await renderApp("/admin/people");
  const { user, history } = app;
  await user.click(await screen.findByRole("link", { name: "Bram Kuipers" }));
  await user.type(await screen.findByLabelText("Name"), " junior");
  await user.click(screen.getByRole("link", { name: "Queues" }));
  await user.click(dialog().getByRole("button", { name: "Stay here" }));
  expect(screen.getByLabelText("Name")).toHaveValue("Bram Kuipers junior");

  act(() => history.go(-1));
  expect(history.location.pathname).toBe("/admin/people/p-bram");
  await user.click(dialog().getByRole("button", { name: "Stay here" }));
  expect(screen.getByLabelText("Name")).toHaveValue("Bram Kuipers junior");

  screen.getByLabelText("Name").blur();
  await user.keyboard("gb");
  await user.click(dialog().getByRole("button", { name: "Stay here" }));
  expect(history.location.pathname).toBe("/admin/people/p-bram");

  act(() => history.go(-1));
  await user.click(dialog().getByRole("button", { name: "Leave without saving" }));
  expect(await screen.findByRole("link", { name: "Bram Kuipers" })).toBeInTheDocument();
  expect(history.location.pathname).toBe("/admin/people");
  expect(person("p-bram").name).toBe("Bram Kuipers");
});

it("what is saved, or undone, is left without a question", async () => {
  app = await renderApp("/admin/people/p-bram");
  const { user } = app;
  await user.type(await screen.findByLabelText("Name"), " junior");
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText("All is saved")).toBeInTheDocument();
  await user.click(screen.getByRole("link", { name: "Teams" }));
  expect(await screen.findByRole("heading", { name: "Teams", level: 1 })).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("something new that is saved goes to its own page without a question", async () => {
  app = await renderApp("/admin/queues/new");
  const { user, history } = app;
  expect(await screen.findByText("Not made yet")).toBeInTheDocument();
  await user.type(screen.getByLabelText("Name"), "Workshop");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(history.location.pathname).not.toBe("/admin/queues/new"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("what was typed in a dialog is asked about, too, before the way back leaves it", async () => {
  app = await renderApp("/admin/people");
  const { user, history } = app;
  await user.click(await screen.findByRole("link", { name: "Teams" }));
  await user.click(await screen.findByRole("button", { name: /New team/ }));
  await user.type(screen.getByLabelText("Name"), "Night");
  act(() => history.go(-1));
  const asked = within(screen.getByRole("dialog", { name: "Leave without saving?" }));
  await user.click(asked.getByRole("button", { name: "Stay here" }));
  expect(screen.getByLabelText("Name")).toHaveValue("Night");
});

it("what was typed in a dialog is not lost by Escape, and lost on purpose only", async () => {
  app = await renderApp("/admin/teams", (world) => {
    world.teams = [{ id: "team-1", name: "Evening", members: [], version: 1 }];
  });
  const { user } = app;
  const leave = () => fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  await user.click(await screen.findByRole("button", { name: "Evening" }));
  leave();
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Evening" }));
  await user.type(screen.getByLabelText("Name"), " shift");
  leave();
  expect(await screen.findByText(/not saved yet/)).toBeInTheDocument();
  leave();
  expect(screen.queryByText(/not saved yet/)).toBeNull();
  expect(screen.getByLabelText("Name")).toHaveValue("Evening shift");
  leave();
  await user.click(dialog().getByRole("button", { name: "Close without saving" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(app.world.teams[0]?.name).toBe("Evening");
});

it("of two who put people into a team at once the second is told, and loses neither theirs nor the other's", async () => {
  app = await renderApp("/admin/teams", (world) => {
    world.teams = [{ id: "team-1", name: "Evening", members: ["p-lotte"], version: 1 }];
  });
  const { user, world } = app;
  await user.click(await screen.findByRole("button", { name: "Evening" }));
  await user.click(screen.getByRole("checkbox", { name: "Fatima Aydin" }));
  await user.type(screen.getByLabelText("Name"), " shift");
  world.teams = [{ id: "team-1", name: "Evening", members: ["p-lotte", "p-bram"], version: 2 }];
  await user.click(dialog().getByRole("button", { name: "Save" }));
  expect(await dialog().findByText(/Somebody else changed this meanwhile/)).toBeInTheDocument();
  expect(dialog().getByText(/stands here now/)).toBeInTheDocument();
  expect(dialog().queryByText(/Load it again/)).toBeNull();
  await waitFor(() => expect(screen.getByRole("checkbox", { name: "Bram Kuipers" })).toBeChecked());
  expect(screen.getByRole("checkbox", { name: "Fatima Aydin" })).toBeChecked();
  expect(screen.getByLabelText("Name")).toHaveValue("Evening shift");
  await user.click(dialog().getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(world.teams[0]).toMatchObject({ name: "Evening shift", members: ["p-lotte", "p-bram", "p-fatima"] }),
  );
});

it("whoever was put into another team meanwhile stays in it when their page is saved", async () => {
  app = await renderApp("/admin/people/p-bram", (world) => {
    world.teams = [
      { id: "team-1", name: "Evening", members: [], version: 1 },
      { id: "team-2", name: "Weekend", members: [], version: 1 },
    ];
  });
  const { user, world } = app;
  await user.click(await screen.findByRole("checkbox", { name: "Evening" }));
  world.teams = world.teams.map((team) => (team.id === "team-2" ? { ...team, members: ["p-bram"] } : team));
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/stands here now/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("checkbox", { name: "Weekend" })).toBeChecked());
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(world.teams.map((team) => team.members)).toEqual([["p-bram"], ["p-bram"]]));
});

it("a supervisor of other queues is told that a person is not theirs to change", async () => {
  me.roles = ["supervisor"];
  app = await renderApp("/admin/people");
  app.server.use(
    http.get("/api/v1/people/:id/work", () => HttpResponse.json({ type: "forbidden", status: 403 }, { status: 403 })),
  );
  await app.user.click(await screen.findByRole("link", { name: "Bram Kuipers" }));
  expect(await screen.findByText(/works in queues you do not look after/)).toBeInTheDocument();
  expect(screen.queryByLabelText("Chat")).toBeNull();
  expect(screen.queryByRole("button", { name: "Is away…" })).toBeNull();
});

it("a row opens wherever it is pressed, and what can be done with it besides does not open it", async () => {
  app = await renderApp("/admin/teams", (world) => {
    world.teams = [{ id: "team-1", name: "Evening", members: ["p-bram"], version: 1 }];
  });
  const { user } = app;
  await user.click(await screen.findByRole("cell", { name: "Bram Kuipers" }));
  expect(screen.getByRole("dialog", { name: "Evening" })).toBeInTheDocument();
  await user.click(dialog().getByRole("button", { name: "Cancel" }));
  await user.click(screen.getByRole("button", { name: "Delete" }));
  expect(screen.getByRole("dialog", { name: "Delete Evening?" })).toBeInTheDocument();
});

it("whoever leaves is deactivated after a question that says what happens and who takes over", async () => {
  app = await renderApp("/admin/people/p-bram", (world) => world.assign("t-eva", "p-bram"));
  const { user } = app;
  await user.click(await screen.findByRole("button", { name: "Deactivate…" }));
  expect(dialog().getByText(/signed out everywhere/)).toBeInTheDocument();
  expect(await dialog().findByText(/topics? go(es)? over:/)).toBeInTheDocument();
  await user.selectOptions(dialog().getByLabelText("To"), "Fatima Aydin");
  await user.click(dialog().getByRole("button", { name: "Deactivate" }));
  await waitFor(() => expect(person("p-bram")).toMatchObject({ active: false, cover: "person:p-fatima" }));
  expect(await screen.findByRole("button", { name: "Let them back in" })).toBeInTheDocument();
  await user.click(screen.getByRole("link", { name: "People" }));
  await user.click(await screen.findByText("1 person left"));
  expect(await screen.findByRole("link", { name: "Bram Kuipers" })).toBeInTheDocument();
});

it("a supervisor says who is away and hands work over, and sees nothing of roles", async () => {
  app = await renderApp("/admin/people/p-bram", (world) => {
    me.roles = ["supervisor"];
    world.assign("t-eva", "p-bram");
  });
  const { user, world } = app;
  await screen.findByRole("heading", { name: "Bram Kuipers" });
  expect(screen.queryByRole("radio", { name: "Administrator" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Deactivate…" })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Is away…" }));
  await user.click(dialog().getByRole("radio", { name: "ill" }));
  await user.click(dialog().getByRole("button", { name: "Say so" }));
  await waitFor(() => expect(person("p-bram").presence.reason).toBe("ill"));
  await user.click(screen.getByRole("button", { name: "Hand over the work" }));
  await user.selectOptions(dialog().getByLabelText("To"), "person:p-inge");
  await user.click(dialog().getByRole("button", { name: "Hand over the work" }));
  expect(await dialog().findByText(/That colleague is away/)).toBeInTheDocument();
  await user.selectOptions(dialog().getByLabelText("To"), "Fatima Aydin");
  await user.click(dialog().getByRole("button", { name: "Hand over the work" }));
  await waitFor(() => expect(world.handedOver).toEqual([{ from: "p-bram", to: "p-fatima" }]));
});

it("an agent looks after nobody", async () => {
  app = await renderApp("/admin/people", () => {
    me.roles = ["agent"];
  });
  expect(await screen.findByRole("link", { name: "To the inbox" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Invite/ })).toBeNull();
});

it("a team is made, changed and deleted; its people stay", async () => {
  app = await renderApp("/admin/teams");
  const { user, world } = app;
  expect(await screen.findByText(/No teams yet/)).toBeInTheDocument();
  await user.keyboard("n");
  await user.type(await screen.findByLabelText("Name"), "Evening");
  await user.click(screen.getByRole("checkbox", { name: "Bram Kuipers" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("cell", { name: "Bram Kuipers" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Delete" }));
  expect(dialog().getByText(/1 person stays/)).toBeInTheDocument();
  await user.click(dialog().getByRole("button", { name: "Delete" }));
  await waitFor(() => expect(world.teams).toEqual([]));
  expect(person("p-bram").active).toBe(true);
});

it("a department has a name and an address that nobody else has", async () => {
  app = await renderApp("/admin/departments", (world) => {
    world.departments = [{ id: "d-0", name: "Finance", email: "finance@example.com", language: "nl", version: 1 }];
  });
  const { user, world } = app;
  await user.click(await screen.findByRole("button", { name: /New department/ }));
  await user.type(screen.getByLabelText("Name"), "Finance");
  await user.type(screen.getByLabelText("Email address"), "warehouse@example.com");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/That name is taken/)).toBeInTheDocument();
  await user.clear(screen.getByLabelText("Name"));
  await user.type(screen.getByLabelText("Name"), "Warehouse");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("rowheader", { name: "Warehouse" })).toBeInTheDocument();
  expect(world.departments).toHaveLength(2);
});

it("who forgot their password gets another one, which is shown this once", async () => {
  app = await renderApp("/admin/people/p-bram");
  const { user } = app;
  await user.click(await screen.findByRole("button", { name: "Set a new password…" }));
  const field = () => dialog().getByLabelText<HTMLInputElement>(/New password/);
  const made = field().value;
  expect(made).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  expect(dialog().getByText(/Bram Kuipers is signed out on every screen at once/)).toBeInTheDocument();
  await user.click(dialog().getByRole("button", { name: "Make another one" }));
  expect(field().value).not.toBe(made);
  await user.clear(field());
  await user.type(field(), "welkom1234");
  await user.click(dialog().getByRole("button", { name: "Set it" }));
  expect(await dialog().findByText(/too common/)).toBeInTheDocument();
  await user.click(dialog().getByRole("button", { name: "Make another one" }));
  const given = field().value;
  await user.click(dialog().getByRole("button", { name: "Set it" }));
  expect(await screen.findByRole("dialog", { name: "Bram Kuipers has a new password" })).toBeInTheDocument();
  expect(dialog().getByLabelText("Password")).toHaveValue(given);
  expect(person("p-bram")).toMatchObject({ password: given });
  await user.click(dialog().getByRole("button", { name: "Done" }));
  expect(screen.queryByDisplayValue(given)).toBeNull();
});

it("one's own password is not set here, and supervisors set nobody's", async () => {
  app = await renderApp("/admin/people/p-lotte");
  await screen.findByText(/You cannot deactivate yourself/);
  expect(screen.queryByRole("button", { name: "Set a new password…" })).toBeNull();
  await app.end();
  app = await renderApp("/admin/people/p-bram", () => {
    me.roles = ["supervisor"];
  });
  await screen.findByRole("button", { name: "Is away…" });
  expect(screen.queryByRole("button", { name: "Set a new password…" })).toBeNull();
});

it("of two who change a department at once the second is told, and loses nothing that was typed", async () => {
  app = await renderApp("/admin/departments", (world) => {
    world.departments = [{ id: "d-0", name: "Finance", email: "finance@example.com", language: "nl", version: 1 }];
  });
  const { user, world } = app;
  await user.click(await screen.findByRole("button", { name: "Finance" }));
  await user.type(screen.getByLabelText("Name"), " and tax");
  world.departments = [{ id: "d-0", name: "Finance", email: "money@example.com", language: "nl", version: 2 }];
  await user.click(dialog().getByRole("button", { name: "Save" }));
  expect(await dialog().findByText(/stands here now/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByLabelText(/address/)).toHaveValue("money@example.com"));
  expect(screen.getByLabelText("Name")).toHaveValue("Finance and tax");
  await user.click(dialog().getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(world.departments[0]).toMatchObject({ name: "Finance and tax", email: "money@example.com" }),
  );
});
