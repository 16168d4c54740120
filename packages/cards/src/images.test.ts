import { expect, test } from "vitest";
import { imagesOf, withImages } from "./images.ts";
import type { ReadCard } from "./payload.ts";
import { toAdaptiveCard } from "./to-adaptive-card.ts";

const image = (name: string) => `https://a.example/${name}`;

const adaptive: ReadCard = {
  kind: "adaptive",
  card: {
    type: "AdaptiveCard",
    backgroundImage: { url: image("background") },
    body: [
      { type: "Image", url: image("it's (1).png"), selectAction: { type: "Action.OpenUrl", url: image("link") } },
      { type: "Image", url: "data:image/png;base64,AAAA" },
      { type: "Container", backgroundImage: image("container"), items: [] },
      {
        type: "TextBlock",
        text: `![words](${image("text_1")} "Title") and ![x][r] and [no picture](${image("page")})`,
      },
      { type: "TextBlock", text: `![x][r]\n\n[r]: ${image("referred")}` },
      { type: "Media", poster: image("poster"), sources: [{ mimeType: "video/mp4", url: image("film") }] },
    ],
    actions: [{ type: "Action.OpenUrl", title: "Go", url: image("go"), iconUrl: image("icon") }],
  },
};

test("finds every picture of a card, and neither links nor films", () => {
  const found = imagesOf(toAdaptiveCard(adaptive));
  for (const name of ["background", "container", "text_1", "referred", "poster", "icon"])
    expect(found).toContain(image(name));
  expect([...found].some((address) => address.startsWith(image("it")))).toBe(true);
  for (const name of ["film", "go", "link"]) expect(found).not.toContain(image(name));
});

test("finds the pictures of a MessageCard: activity, hero, gallery, texts", () => {
  const section = {
    activityImage: image("activity"),
    heroImage: { image: image("hero") },
    images: [{ image: image("gallery") }],
    facts: [{ name: "n", value: `![](${image("fact")})` }],
  };
  const card: ReadCard = { kind: "messageCard", card: { text: `![](${image("text")})`, sections: [section] } };
  expect([...imagesOf(toAdaptiveCard(card))].toSorted()).toEqual(
    ["activity", "fact", "gallery", "hero", "text"].map(image),
  );
});

test("replaces addresses of pictures and leaves all else", () => {
  const replaced = withImages(toAdaptiveCard(adaptive), () => "/here");
  expect(replaced.backgroundImage).toEqual({ url: "/here" });
  expect(replaced.body[0]).toMatchObject({ url: "/here", selectAction: { url: image("link") } });
  expect(replaced.body[1]).toMatchObject({ url: "data:image/png;base64,AAAA" });
  expect(replaced.body[5]).toMatchObject({ poster: "/here", sources: [{ url: image("film") }] });
  expect(replaced.actions).toMatchObject([{ url: image("go"), iconUrl: "/here" }]);
});

test("a long text full of brackets is read in a moment", () => {
  expect(imagesOf(toAdaptiveCard({ kind: "text", card: { text: `![${"](".repeat(13_000)}` } })).size).toBe(0);
});
