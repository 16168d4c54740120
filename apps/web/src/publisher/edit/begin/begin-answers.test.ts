import { describe, expect, it } from "vitest";
import { generate } from "../../engine/generate.ts";
import { type Answers, appAnswers, faultsByAnswer, missingAnswers, noAnswers } from "./begin-answers.ts";

const good: Answers = { ...noAnswers, name: "Pulse", developer: "Contoso", url: "https://pulse.contoso.com" };

async function faults(answers: Answers, kind: "connector" | "tab" | "bot" = "connector") {
  const made = await generate({ answers: appAnswers(kind, answers), language: "en" });
  return faultsByAnswer(made.faults, answers);
}

describe("an app from a few answers", () => {
  it.each(["connector", "tab", "bot"] as const)("is a %s without a fault", async (kind) => {
    expect(await faults(good, kind)).toEqual({});
  });

  it("needs a name, a developer and an address", () => {
    expect(missingAnswers(noAnswers)).toEqual(["name", "developer", "url"]);
    expect(missingAnswers(good)).toEqual([]);
  });

  it("blames the answer that a fault comes from", async () => {
    expect(Object.keys(await faults({ ...good, name: "x".repeat(31) }))).toContain("name");
    expect(Object.keys(await faults({ ...good, developer: "x".repeat(40) }))).toEqual(["developer"]);
    expect(Object.keys(await faults({ ...good, url: "http://pulse.contoso.com" }))).toEqual(["url"]);
    expect(Object.keys(await faults({ ...good, website: "pulse" }))).toEqual(["website"]);
    expect(Object.keys(await faults({ ...good, registrationId: "7" }, "bot"))).toEqual(["registrationId"]);
    expect(Object.keys(await faults({ ...good, accentColor: "red" }))).toEqual(["accentColor"]);
    expect(Object.keys(await faults({ ...good, description: "x".repeat(90) }))).toEqual(["description"]);
  });
});
