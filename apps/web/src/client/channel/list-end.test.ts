import { expect, test } from "vitest";
import { ListEnd } from "./list-end.ts";

function listAtEnd() {
  const clock = { now: 0 };
  const end = new ListEnd(() => clock.now);
  end.moved({ offset: 0, total: 700, height: 700 });
  end.moved({ offset: 300, total: 1_000, height: 700 });
  return { end, clock };
}

test("what comes and what grows takes the reader along", () => {
  const { end } = listAtEnd();
  expect(end.moved({ offset: 300, total: 2_000, height: 700 })).toBe(true);
  expect(end.behind).toBe(true);
  expect(end.moved({ offset: 1_300, total: 2_000, height: 700 })).toBe(true);
  expect(end.behind).toBe(false);
});

test("a row that became smaller moves the view back, and one that grew before that was heard does not leave the end", () => {
  const { end } = listAtEnd();
  end.resized(-250);
  end.resized(180);
  expect(end.moved({ offset: 50, total: 930, height: 700 })).toBe(true);
  expect(end.behind).toBe(true);
  // Nothing more is owed: the next way back is the reader's.
  end.moved({ offset: 230, total: 930, height: 700 });
  expect(end.moved({ offset: 100, total: 930, height: 700 })).toBe(false);
});

test("rows that go at the other end as new ones come, and a view that becomes higher, do not leave it either", () => {
  const { end } = listAtEnd();
  end.movedByList(100);
  expect(end.moved({ offset: 100, total: 950, height: 700 })).toBe(true);
  expect(end.behind).toBe(true);
  end.moved({ offset: 250, total: 950, height: 700 });
  expect(end.moved({ offset: 150, total: 1_050, height: 800 })).toBe(true);
});

test("who scrolls back leaves, even while rows become smaller, and comes back by going there", () => {
  const { end, clock } = listAtEnd();
  end.readerGoesBack();
  clock.now = 100;
  end.resized(-500);
  expect(end.moved({ offset: 200, total: 1_000, height: 700 })).toBe(false);
  expect(end.moved({ offset: 200, total: 1_500, height: 700 })).toBe(false);
  expect(end.behind).toBe(false);
  expect(end.moved({ offset: 790, total: 1_500, height: 700 })).toBe(true);
});

test("a gesture that moved nothing is forgotten", () => {
  const { end, clock } = listAtEnd();
  end.readerGoesBack();
  clock.now = 1_001;
  end.resized(-100);
  expect(end.moved({ offset: 200, total: 1_000, height: 700 })).toBe(true);
});

test("what moves the view without a gesture, such as the browser's search, leaves the end", () => {
  const { end } = listAtEnd();
  expect(end.moved({ offset: 0, total: 1_000, height: 700 })).toBe(false);
});
