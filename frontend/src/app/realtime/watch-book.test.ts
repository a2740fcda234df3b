import { expect, it } from "vitest";
import { older, WatchBook } from "./watch-book.ts";

it("the older of two cursors is presented", () => {
  expect(older("e:9", "e:10")).toBe("e:9");
  expect(older(undefined, "e:10")).toBe("e:10");
});

it("a piece fetched before it was watched is replayed from its fetch", () => {
  const book = new WatchBook();
  expect(book.turnTo(["thread:a"])).toBeUndefined();
  book.heard("e:20");
  book.fetched(["thread:a"], "e:12");
  expect(book.turnTo(["thread:a"])).toBe("e:12");
});

it("nothing is replayed when nothing new is watched", () => {
  const book = new WatchBook();
  book.fetched(["counts", "row:1"], "e:5");
  book.turnTo(["counts", "row:1"]);
  book.heard("e:9");
  expect(book.turnTo(["counts"])).toBeUndefined();
});

it("a piece seen again is replayed from where it was last watched", () => {
  const book = new WatchBook();
  book.fetched(["thread:a"], "e:5");
  book.turnTo(["thread:a"]);
  book.heard("e:7");
  book.fetched(["thread:b"], "e:8");
  expect(book.turnTo(["thread:b"])).toBe("e:8");
  book.heard("e:30");
  expect(book.turnTo(["thread:a"])).toBe("e:7");
});

it("a fetch older than what was pushed is replayed, although the piece is watched", () => {
  const book = new WatchBook();
  book.fetched(["view:mine"], "e:5");
  book.turnTo(["view:mine"]);
  book.heard("e:9");
  book.fetched(["view:mine"], "e:8");
  expect(book.turnTo(["view:mine"])).toBe("e:8");
});

it("after a lost connection the last cursor heard is presented", () => {
  const book = new WatchBook();
  book.fetched(["counts"], "e:5");
  book.turnTo(["counts"]);
  book.heard("e:42");
  expect(book.resume(["counts"])).toBe("e:42");
});

it("after a reload only fresh fetches count", () => {
  const book = new WatchBook();
  book.fetched(["counts"], "e:5");
  book.turnTo(["counts"]);
  book.heard("e:42");
  book.forget();
  expect(book.resume(["counts"])).toBeUndefined();
  book.fetched(["counts"], "f:1");
  expect(book.turnTo(["counts"])).toBe("f:1");
});

it("a line lost before a request was answered costs a replay, although other frames came", () => {
  const book = new WatchBook();
  book.fetched(["thread:a"], "e:5");
  book.ask(book.turnTo(["thread:a"]));
  book.heard("e:7", 1);
  book.fetched(["thread:b"], "e:8");
  book.ask(book.turnTo(["thread:b"]));
  book.heard("e:12", 1);
  expect(book.resume(["thread:b"])).toBe("e:8");
});

it("once a request is answered, the last cursor heard counts", () => {
  const book = new WatchBook();
  book.fetched(["thread:b"], "e:8");
  book.ask(book.turnTo(["thread:b"]));
  book.heard("e:12", 1);
  expect(book.resume(["thread:b"])).toBe("e:12");
});

it("what was left while its request was open is known only from where it asked", () => {
  const book = new WatchBook();
  book.fetched(["thread:a"], "e:5");
  book.ask(book.turnTo(["thread:a"]));
  book.heard("e:9", 0);
  book.turnTo([]);
  expect(book.turnTo(["thread:a"])).toBe("e:5");
});

it("a row that came with a frame is replayed from there when it is watched", () => {
  const book = new WatchBook();
  book.heard("e:10");
  book.told("row:1", "e:10");
  book.heard("e:14");
  expect(book.turnTo(["row:1"])).toBe("e:10");
});
