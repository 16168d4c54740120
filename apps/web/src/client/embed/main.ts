import { Unusable } from "./embed-answers.ts";
import type { EmbedReport, EmbedStart } from "./embed-protocol.ts";
import { hostPage } from "./host-page.ts";
import { hostPersonalPage, personalPlace } from "./personal-page.ts";

/** The document that hosts a publisher's page: waits for the dialog's port, then hosts the page as it says. */
function isStart(data: unknown): data is EmbedStart {
  return typeof data === "object" && data !== null && "kind" in data && data.kind === "parvis-embed-start";
}

async function begin(start: EmbedStart, port: MessagePort): Promise<void> {
  const report = (message: EmbedReport) => port.postMessage(message);
  report({ kind: "started" });
  try {
    const place = personalPlace(location.pathname);
    const configurationId = location.pathname.split("/").at(-1) ?? "";
    const take =
      place === undefined
        ? await hostPage(configurationId, start, report)
        : await hostPersonalPage(place.appId, place.entityId, start, report);
    port.addEventListener("message", (event) => take(event.data));
    port.start();
  } catch (error) {
    const { code, detail, requestId } = error instanceof Unusable ? error : new Unusable("client/broken");
    report({ kind: "unusable", code, detail, requestId });
  }
}

function listen(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== window.parent || event.origin !== location.origin || port === undefined || !isStart(event.data))
    return;
  window.removeEventListener("message", listen);
  void begin(event.data, port);
}

window.addEventListener("message", listen);
