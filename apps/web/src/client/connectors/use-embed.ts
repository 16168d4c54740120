import type { Theme } from "@parvis/host";
import { type RefCallback, useCallback, useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { useObservable } from "../../shared/observable.ts";
import { type ThemeName, themeState } from "../../shared/theme/theme-store.ts";
import type { EmbedOrder, EmbedReport, EmbedStart, FrameMode } from "../embed/embed-protocol.ts";
import { parkFrame } from "./frame-lot.ts";

/** Theme names of teams-js. */
const themes: Record<ThemeName, Theme> = { light: "default", dark: "dark", contrast: "contrast" };

/** The screen's language as teams-js passes it on: always with a region. */
export function localeFor(tag: string): string {
  const region = tag === "en" ? "us" : tag;
  return (tag.includes("-") ? tag : `${tag}-${region}`).toLowerCase();
}

interface EmbedConnection {
  readonly frame: RefCallback<HTMLIFrameElement>;
  /** To be called when the frame has loaded our document. */
  connect(): void;
  send(order: EmbedOrder): void;
}

/** The dialog's side of the line to embed.html in a frame. */
export function useEmbed(
  mode: FrameMode,
  title: string,
  onReport: (report: EmbedReport) => void,
  subPageId?: string,
): EmbedConnection {
  const { locale: tag } = useIntl();
  const theme = themes[useObservable(themeState).name];
  const element = useRef<HTMLIFrameElement>(undefined);
  const port = useRef<MessagePort>(undefined);
  const listener = useRef(onReport);
  const themeNow = useRef(theme);
  useEffect(() => {
    listener.current = onReport;
  });

  // React calls this back before it takes the frame's place away.
  const frame = useCallback((shown: HTMLIFrameElement | null) => {
    if (shown === null) return;
    element.current = shown;
    return () => {
      if (port.current !== undefined) parkFrame(shown, port.current);
      port.current = undefined;
    };
  }, []);

  const send = useCallback((order: EmbedOrder) => port.current?.postMessage(order), []);

  const connect = useCallback(() => {
    const channel = new MessageChannel();
    port.current?.close();
    port.current = channel.port1;
    channel.port1.onmessage = ({ data }: MessageEvent<EmbedReport>) => listener.current(data);
    const locale = localeFor(tag);
    const at = subPageId === undefined ? {} : { subPageId };
    const start: EmbedStart = { kind: "parvis-embed-start", mode, theme: themeNow.current, locale, title, ...at };
    element.current?.contentWindow?.postMessage(start, location.origin, [channel.port2]);
  }, [mode, tag, title, subPageId]);

  useEffect(() => {
    themeNow.current = theme;
    send({ kind: "theme", theme });
  }, [theme, send]);

  return { frame, connect, send };
}
