import { describe, expect, test } from "vitest";
import { safeImage, safeLink, safeTarget } from "./safe-url.ts";

describe("links", () => {
  test.each([
    "https://a.example/x y?q=1",
    "http://localhost/job/simple job/1/",
    "HTTPS://A.EXAMPLE",
    "mailto:a@b.example",
    "tel:+3312345",
  ])("%s is followed", (url) => {
    expect(safeLink(url)).toBe(url);
  });

  test.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "\u0000javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "vbscript:x",
    "data:text/html,<script>",
    "file:///etc/passwd",
    "//evil.example",
    "/admin",
    "www.example.com",
    "{{ target }}",
    "",
  ])("%j is not", (url) => {
    expect(safeLink(url)).toBeUndefined();
  });

  test("white space around and control characters inside are no part of an address", () => {
    expect(safeLink(" https://a.example/\n")).toBe("https://a.example/");
  });
});

describe("pictures", () => {
  test("come from the web or from a data address that is a picture", () => {
    expect(safeImage("https://a.example/p.png")).toBe("https://a.example/p.png");
    expect(safeImage("data:image/png;base64,AAAA")).toBe("data:image/png;base64,AAAA");
    expect(safeImage("data:text/html,x")).toBeUndefined();
    expect(safeImage("mailto:a@b.example")).toBeUndefined();
    expect(safeImage("icon:Star")).toBeUndefined();
  });

  test("cannot end the style they are written into", () => {
    expect(safeImage("https://a.example/x');color:red('")).toBe("https://a.example/x%27%29;color:red%28%27");
  });
});

test("targets of a post are on the web", () => {
  expect(safeTarget("https://a.example/{{x.value}}")).toBe("https://a.example/{{x.value}}");
  expect(safeTarget("mailto:a@b.example")).toBeUndefined();
});
