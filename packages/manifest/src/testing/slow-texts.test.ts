import { strToU8 } from "fflate";
import { expect, it } from "vitest";
import type { JsonObject } from "../json/json-value.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";
import { validateFiles } from "../validate.ts";
import { sampleFiles } from "./sample-package.ts";

const length = 1_500_000;
const repeat = (text: string) => text.repeat(Math.floor(length / text.length));

/** Texts that make careless expressions take the square of their length. */
const texts = [
  "a",
  "a@",
  "[",
  "<b ",
  "<<",
  "{{",
  "{{a",
  " ",
  "Microsoft ",
  "MS  ",
  "1.",
  "http://",
  "a.",
  "*.",
  "%",
  "\\",
  "😀",
].map(repeat);

it.each(texts.map((text) => [text.slice(0, 8), text] as const))(
  "judges megabytes of “%s” within a second",
  async (_, text) => {
    const places: JsonObject[] = [
      { $schema: text },
      { $schema: `https://${text}` },
      { version: text },
      { packageName: text, name: { short: text, full: text } },
      { description: { short: text, full: text } },
      { validDomains: [text], accentColor: text },
      { developer: { name: text, websiteUrl: `https://${text}`, privacyUrl: text } },
      { icons: { color: text, outline: `./${text}` } },
      { subscriptionOffer: { offerId: text }, webApplicationInfo: { id: text, resource: text } },
      { authorization: { permissions: { resourceSpecific: [{ name: text, type: "x" }] } }, [text]: 1 },
    ];
    for (const place of places) {
      const manifest = strToU8(JSON.stringify({ ...sampleManifest, ...place }));
      if (manifest.length > 2_000_000 * 1.04) continue;
      const start = performance.now();
      const { findings } = await validateFiles(
        new Map([...Object.entries(sampleFiles()), ["manifest.json", manifest]]),
        {
          target: "store",
        },
      );
      for (const finding of findings) expect(finding.message.length).toBeLessThan(2_000);
      const took = performance.now() - start;
      expect({ place: Object.keys(place)[0]?.slice(0, 40), slow: took > 1_000 }).toEqual({
        place: Object.keys(place)[0]?.slice(0, 40),
        slow: false,
      });
    }
  },
  60_000,
);
