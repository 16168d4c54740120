import { afterAll, beforeAll, expect, test } from "vitest";
import { SDK_FILES, type SdkVersion } from "./testing/site.ts";
import { describeInBrowser, openTheatre, type Setting, type Theatre } from "./testing/theatre.ts";

/** Which unmodified SDK listens to a host on which origin, and what the host says when it does not. */
describeInBrowser("a page that does not get to talk", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const timings = { initializeMilliseconds: 300, firstCallMilliseconds: 300 };

  /** What the host notices about a page that says `initialize` with `origins`, and nothing more. */
  async function verdict(setting: Setting, origins: readonly string[]): Promise<"connected" | unknown> {
    let seen: unknown;
    await theatre.withApp(setting, { timings }, async ({ page: host, frame }) => {
      await frame.evaluate((given) => void page.initialize(given), origins);
      const entry = await host.waitForFunction(() =>
        stage.log.find(({ name, args }) => name === "connected" || args[0] === "origin-not-accepted"),
      );
      const found = await entry.jsonValue();
      seen = found?.name === "connected" ? found.name : found?.args[0];
    });
    return seen;
  }

  function at(sdk: Setting["sdk"], hostOrigin: string): Setting {
    return { ...theatre.setting(sdk), hostOrigin };
  }

  test.concurrent("1.5.2 accepts Microsoft's origins, whatever it is passed", async () => {
    expect(await verdict(at("1.5.2", "https://teams.microsoft.com"), [])).toBe("connected");
    expect(await verdict(at("1.5.2", "https://parvis.test"), ["https://parvis.test"])).toBe("origin-not-accepted");
  });

  test.concurrent.for(Object.keys(SDK_FILES) as SdkVersion[])(
    "%s accepts the name that a developer's machine can bear, without being passed anything",
    async (sdk, { expect }) => {
      expect(await verdict(at(sdk, "https://local.teams.office.com:8080"), [])).toBe("connected");
    },
  );

  test.concurrent("1.5.2 accepts its own origin", async () => {
    const own = {
      sdk: "1.5.2",
      hostOrigin: "https://app.contoso.test",
      appOrigin: "https://app.contoso.test",
    } as const;
    expect(await verdict(own, [])).toBe("connected");
  });

  test.concurrent("1.13.1 accepts https origins it is passed, with ports and one-label wildcards", async () => {
    const { httpsPort } = theatre.site;
    expect(await verdict(at("1.13.1", "https://parvis.test"), [])).toBe("origin-not-accepted");
    expect(await verdict(at("1.13.1", "https://parvis.test"), ["https://parvis.test"])).toBe("connected");
    expect(await verdict(at("1.13.1", "https://a.parvis.test"), ["https://*.parvis.test"])).toBe("connected");
    const local = `https://localhost:${httpsPort}`;
    expect(await verdict(at("1.13.1", local), [local])).toBe("connected");
  });

  test.concurrent("1.13.1 drops http origins, localhost included, and entries with a slash at the end", async () => {
    const app = `http://localhost:${theatre.site.httpPort}`;
    for (const host of [
      `http://127.0.0.1:${theatre.site.httpPort}`,
      `http://host.localhost:${theatre.site.httpPort}`,
    ]) {
      expect(await verdict({ sdk: "1.13.1", hostOrigin: host, appOrigin: app }, [host])).toBe("origin-not-accepted");
    }
    expect(await verdict(at("1.13.1", "https://parvis.test"), ["https://parvis.test/"])).toBe("origin-not-accepted");
  });

  test.concurrent("2.58.0 accepts any origin it is passed", async () => {
    const { hostOrigin, ...rest } = theatre.setting("2.58.0");
    expect(await verdict({ ...rest, hostOrigin }, [])).toBe("origin-not-accepted");
    expect(await verdict({ ...rest, hostOrigin }, [hostOrigin])).toBe("connected");
    expect(await verdict(at("2.58.0", "https://a.parvis.test"), ["https://*.parvis.test"])).toBe("connected");
  });

  test.concurrent("is said to be silent when it never initializes, and no longer once it does", () =>
    theatre.withApp(theatre.setting("2.58.0"), { timings }, async ({ frame, setting, until, heard }) => {
      expect(await until("silent")).toEqual(["no-initialize"]);
      await frame.evaluate(async (origin) => {
        await page.initialize([origin]);
        await page.getContext();
      }, setting.hostOrigin);
      await until("connected");
      expect(await heard("silent")).toHaveLength(1);
    }));
});
