import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from "react";
import { useIntl } from "react-intl";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { patiently } from "../../shared/patient-import.ts";
import { useSession } from "../../shared/session.ts";
import { type Access, type Asking, askingQuery } from "./asking-queries.ts";
import { refusalText } from "./refusal-text.ts";

const AskDialog = lazy(patiently(async () => ({ default: (await import("./ask-dialog.tsx")).AskDialog })));

const useStyles = makeStyles({
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, "& > *": { textAlign: "inherit" } },
  second: { color: tokens.colorNeutralForeground3 },
});

interface RefusalProps {
  readonly access: Access;
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2;
  /** More that can be done. */
  readonly actions?: ReactNode;
}

/** Which gate keeps an app from somebody, who decided that, and the way to ask for it. */
export function Refusal({ access, level = 1, actions }: RefusalProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const { organisation } = useSession();
  const { data: asking } = useQuery(askingQuery(access.app.id));
  const gate = access.gates.find(({ passed }) => !passed);
  const names = {
    app: access.app.displayName,
    publisher: asking?.app?.publisherName ?? access.app.displayName,
    organisation: organisation.displayName,
  };
  return (
    <StatePanel
      alert
      level={level}
      icon={<LockClosedRegular />}
      title={t("client.apps.refusal.title", { app: names.app })}
      actions={
        <>
          {asking && <AskButton asking={asking} appId={access.app.id} />}
          {actions}
        </>
      }
    >
      <div className={styles.words}>
        {gate && <Text>{refusalText(gate, names, t)}</Text>}
        {gate?.since && gate.setByName && (
          <Text size={200} className={styles.second}>
            {t("client.apps.refusal.setBy", {
              person: gate.setByName,
              since: formatDate(gate.since, { dateStyle: "long", timeStyle: "short" }),
            })}
          </Text>
        )}
        {asking && <AskedText asking={asking} />}
      </div>
    </StatePanel>
  );
}

/** What came of one's last request for the app. */
function AskedText({ asking }: { asking: Asking }): ReactElement | null {
  const t = useText();
  const { formatDate } = useIntl();
  const { request } = asking;
  if (request === null || request.state === "allowed") return null;
  const when = formatDate(request.decidedAt ?? request.askedAt, { dateStyle: "long" });
  if (request.state === "open") return <Text role="status">{t("client.apps.ask.waiting", { when })}</Text>;
  return (
    <Text>
      {request.answer === ""
        ? t("client.apps.ask.declined", { when })
        : t("client.apps.ask.declinedBecause", { when, answer: request.answer })}
    </Text>
  );
}

function AskButton({ asking, appId }: { asking: Asking; appId: string }): ReactElement | null {
  const t = useText();
  const [open, setOpen] = useState(false);
  useFocusReturn(open);
  if (asking.link !== null) {
    return (
      <Link href={asking.link} target="_blank" rel="noopener noreferrer">
        {t("client.apps.ask.elsewhere", { place: URL.parse(asking.link)?.host ?? asking.link })}
      </Link>
    );
  }
  if (!asking.mayAsk && !open) return null;
  return (
    <>
      {asking.mayAsk && (
        <Button appearance="primary" onClick={() => setOpen(true)}>
          {t("client.apps.ask.ask")}
        </Button>
      )}
      {open && (
        <Suspense>
          <AskDialog asking={asking} appId={appId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
