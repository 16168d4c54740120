import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from "@fluentui/react-components";
import { type ReactElement, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { useDesk } from "../desk.ts";
import { run } from "../engine/engine.ts";

const useStyles = makeStyles({ input: { display: "none" } });

/** Of a file with values; larger ones are something else. */
const largestEnv = 256 * 1024;

/** Which placeholders ask for values, and the file that has them. Nothing without placeholders. */
export function Placeholders({ names }: { names: readonly string[] }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const { formatList } = useIntl();
  const [{ env }, change] = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [useless, setUseless] = useState<string>();
  if (names.length === 0) return null;
  const open = names.filter((name) => env[name] === undefined);
  const given = names.length - open.length;

  async function take(file: File): Promise<void> {
    const text = file.size > largestEnv ? "" : await file.text().catch(() => "");
    const values = await run("readEnv", { text });
    const fits = names.some((name) => values[name] !== undefined);
    setUseless(fits ? undefined : file.name);
    if (fits) change({ env: values });
  }

  return (
    <>
      <MessageBar intent={open.length === 0 ? "success" : "info"}>
        <MessageBarBody>
          <MessageBarTitle>
            {open.length === 0
              ? t("publisher.env.filled", { count: given })
              : t("publisher.env.open", { count: open.length })}
          </MessageBarTitle>{" "}
          {formatList(open.length === 0 ? names : open)}
          {given > 0 && open.length > 0 && <> {t("publisher.env.some", { count: given })}</>}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => input.current?.click()}>{t("publisher.env.choose")}</Button>
          {Object.keys(env).length > 0 && (
            <Button onClick={() => change({ env: {} })}>{t("publisher.env.forget")}</Button>
          )}
        </MessageBarActions>
      </MessageBar>
      {useless !== undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{t("publisher.env.useless", { file: useless, name: names[0] ?? "" })}</MessageBarBody>
        </MessageBar>
      )}
      <input
        ref={input}
        type="file"
        className={styles.input}
        aria-label={t("publisher.env.choose")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void take(file);
          event.target.value = "";
        }}
      />
    </>
  );
}
