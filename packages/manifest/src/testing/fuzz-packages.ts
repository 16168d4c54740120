// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the toolkit writes its placeholders this way.
/** Hostile and broken packages, made from good ones: for a short run in the tests and a long one in tools/fuzz.ts. */
import fc from "fast-check";
import { encode } from "fast-png";
import { strToU8, type Zippable, zipSync } from "fflate";
import { checksum } from "../package/checksum.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";
import { colorPicture, outlinePicture } from "./sample-package.ts";

const text = JSON.stringify(sampleManifest, null, 2);
const color = colorPicture();
const outline = outlinePicture();

/** Bytes with some of them changed, cut away, doubled or replaced by what parsers trip over. */
function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 12 }),
    insert: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...tokens)),
  });
  return fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) =>
    edits.reduce((current, { at, length, insert }) => {
      const from = Math.floor(at * current.length);
      return Uint8Array.of(
        ...current.subarray(0, from),
        ...insert,
        ...current.subarray(Math.min(current.length, from + length)),
      );
    }, bytes),
  );
}

const tokens = [
  "{",
  "}",
  "[",
  "]",
  ",",
  '"',
  "\\",
  "\\u",
  "//",
  "/*",
  "\ufeff",
  "null",
  "1e999",
  "-",
  '"__proto__":{},',
  "${{X}}",
  "<<X>>",
  "\u0000",
  "PK\u0005\u0006",
  "IDAT",
].map((token) => strToU8(token));
const extremes = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** A zip with a number in its records overwritten: sizes, offsets, counts, methods. */
function withWildNumbers(zip: Uint8Array): fc.Arbitrary<Uint8Array> {
  const records = [0x04034b50, 0x02014b50, 0x06054b50];
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const starts = Array.from({ length: zip.length - 4 }, (_, at) => at).filter((at) =>
    records.includes(view.getUint32(at, true)),
  );
  const write = fc.record({
    start: fc.constantFrom(...starts),
    field: fc.nat({ max: 44 }),
    value: fc.constantFrom(...extremes),
    wide: fc.boolean(),
  });
  return fc.array(write, { minLength: 1, maxLength: 4 }).map((writes) => {
    const changed = zip.slice();
    const target = new DataView(changed.buffer);
    for (const { start, field, value, wide } of writes) {
      if (start + field + 4 > changed.length) continue;
      if (wide) target.setUint32(start + field, value, true);
      else target.setUint16(start + field, value & 0xffff, true);
    }
    return changed;
  });
}

/** A PNG whose header says something else, with its checksum made right, so that only the data can contradict it. */
const lyingPng: fc.Arbitrary<Uint8Array> = fc
  .record({
    base: fc.constantFrom(color, outline),
    width: fc.constantFrom(...extremes, 32, 192),
    height: fc.constantFrom(...extremes, 32, 192),
    depth: fc.constantFrom(1, 2, 4, 8, 16, 255),
    type: fc.constantFrom(0, 2, 3, 4, 6, 9),
    interlace: fc.constantFrom(0, 1, 2),
  })
  .map(({ base, width, height, depth, type, interlace }) => {
    const png = base.slice();
    const view = new DataView(png.buffer);
    view.setUint32(16, width);
    view.setUint32(20, height);
    png.set([depth, type, 0, 0, interlace], 24);
    view.setUint32(29, checksum(png.subarray(12, 29)));
    return png;
  });

const bomb = new Uint8Array(8 * 1024 * 1024);
const noise = encode({
  width: 32,
  height: 32,
  channels: 3,
  depth: 8,
  data: new Uint8Array(32 * 32 * 3).map((_, index) => (index * 97) % 256),
});

/** fflate cannot write an entry of this name. */
function packageOf(files: Record<string, Uint8Array>): Uint8Array {
  const names = Object.keys(files).filter((name) => name !== "__proto__");
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name]])) as Zippable);
}
const sample = packageOf({ "manifest.json": strToU8(text), "color.png": color, "outline.png": outline });

/** Anything JSON can say under the names a manifest uses. */
const wildManifest = fc
  .dictionary(
    fc.constantFrom(
      ...Object.keys(sampleManifest),
      "bots",
      "connectors",
      "composeExtensions",
      "authorization",
      "webApplicationInfo",
      "localizationInfo",
      "activities",
      "__proto__",
      "constructor",
    ),
    fc.jsonValue({ maxDepth: 5 }),
  )
  .map((patch) => strToU8(JSON.stringify({ ...sampleManifest, ...patch })));

export const hostilePackage: fc.Arbitrary<Uint8Array> = fc.oneof(
  mutated(sample),
  withWildNumbers(sample),
  fc.uint8Array({ maxLength: 2_000 }),
  mutated(strToU8(text)).map((manifest) =>
    packageOf({ "manifest.json": manifest, "color.png": color, "outline.png": outline }),
  ),
  wildManifest.map((manifest) => packageOf({ "manifest.json": manifest, "color.png": color, "outline.png": outline })),
  lyingPng.map((icon) => packageOf({ "manifest.json": strToU8(text), "color.png": icon, "outline.png": outline })),
  fc
    .constantFrom(color, outline, noise)
    .chain(mutated)
    .map((icon) => packageOf({ "manifest.json": strToU8(text), "color.png": color, "outline.png": icon })),
  fc.string({ unit: "binary", maxLength: 20 }).map((name) =>
    packageOf({
      "manifest.json": strToU8(text),
      [`x${name}`]: strToU8("x"),
      [name === "" || name === "__proto__" ? "y" : name]: strToU8("y"),
    }),
  ),
  fc
    .nat({ max: 200 })
    .map((depth) => packageOf({ "manifest.json": strToU8(`${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`) })),
  fc.constant(packageOf({ "manifest.json": strToU8(text), "bomb.bin": bomb })),
);
