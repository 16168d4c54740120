import { expect, test } from "vitest";
import type { Delivery } from "./delivery-queries.ts";
import { foundDeliveries, wantedId } from "./find-deliveries.ts";

const delivery: Delivery = {
  id: "01a1fdf8-a567-7000-b8aa-705cc7bcfd6d",
  createdAt: "2026-01-01T00:00:00.000Z",
  verdict: "accepted",
  reason: null,
  summary: "Disk is full",
  status: 200,
  contentType: "application/json",
  userAgent: "Alertmanager/0.27",
  size: 20,
  againOf: null,
  sentBy: null,
};

test("deliveries are found by what the list shows of them, in any case", () => {
  const all = [delivery, { ...delivery, summary: null, userAgent: null }];
  expect(foundDeliveries(all, undefined)).toHaveLength(2);
  expect(foundDeliveries(all, " ALERTMANAGER ")).toEqual([delivery]);
  expect(foundDeliveries(all, "disk")).toEqual([delivery]);
  expect(foundDeliveries(all, "705cc7bcfd6d")).toHaveLength(2);
  expect(foundDeliveries(all, "nothing like it")).toEqual([]);
});

test("the id of a request is told from other words", () => {
  expect(wantedId(` ${delivery.id.toUpperCase()} `)).toBe(delivery.id);
  expect(wantedId("disk")).toBeUndefined();
  expect(wantedId(undefined)).toBeUndefined();
});
