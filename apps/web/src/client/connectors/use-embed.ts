import type { Theme } from "@parvis/host";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { useObservable } from "../../shared/observable.ts";
import { type ThemeName, themeState } from "../../shared/theme/theme-store.ts";
import type { EmbedOrder, EmbedReport, EmbedStart, FrameMode } from "../embed/embed-protocol.ts";

/** Theme names of teams-js. */
const themes: Record<ThemeName, Theme> = { light: "default", dark: "dark", contrast: "contrast" };

/** The browser's own tag for the language on the screen, as teams-js passes it on; a language alone where it has none. */
export function localeFor(language: string, preferred: readonly string[]): string {
  const tag = preferred.find((one) => one.toLowerCase().startsWith(`${language}-`));
  return (tag ?? (language === "en" ? "en-us" : `${language}-${language}`)).toLowerCase();
}

interface EmbedConnection {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  /** To be called when the frame has loaded our document. */
  connect(): void;
  send(order: EmbedOrder): void;
}

/** The dialog's side of the line to embed.html in a frame. */
export function useEmbed(mode: FrameMode, title: string, onReport: (report: EmbedReport) => void): EmbedConnection {
  const { locale: language } = useIntl();
  const theme = themes[useObservable(themeState).name];
  const frame = useRef<HTMLIFrameElement>(null);
  const port = useRef<MessagePort>(undefined);
  const listener = useRef(onReport);
  const themeNow = useRef(theme);
  useEffect(() => {
    listener.current = onReport;
  });

  const send = useCallback((order: EmbedOrder) => port.current?.postMessage(order), []);

  const connect = useCallback(() => {
    const channel = new MessageChannel();
    port.current?.close();
    port.current = channel.port1;
    channel.port1.onmessage = ({ data }: MessageEvent<EmbedReport>) => listener.current(data);
    const locale = localeFor(language, navigator.languages);
    const start: EmbedStart = { kind: "parvis-embed-start", mode, theme: themeNow.current, locale, title };
    frame.current?.contentWindow?.postMessage(start, location.origin, [channel.port2]);
  }, [mode, language, title]);

  useEffect(() => {
    themeNow.current = theme;
    send({ kind: "theme", theme });
  }, [theme, send]);
  useEffect(() => () => port.current?.close(), []);

  return { frame, connect, send };
}
