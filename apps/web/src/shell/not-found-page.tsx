import { Button } from "@fluentui/react-components";
import { CompassNorthwestRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, use } from "react";
import { StatePanel } from "../shared/feedback/state-panel.tsx";
import { useText } from "../shared/language/text.ts";
import { usePageTitle } from "../shared/layout/page-title.ts";
import { SessionContext } from "../shared/session.ts";

/** In place of a page that is not there, in the frame or, where nobody need be signed in, alone. */
export function NotFoundPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const framed = use(SessionContext) !== undefined;
  usePageTitle(t("shell.notFound.title"));
  const panel = (
    <StatePanel
      level={1}
      icon={<CompassNorthwestRegular />}
      title={t("shell.notFound.title")}
      actions={
        <Button appearance="primary" onClick={() => void navigate({ to: "/" })}>
          {t("shell.notFound.home")}
        </Button>
      }
    >
      {t("shell.notFound.text")}
    </StatePanel>
  );
  return framed ? panel : <main>{panel}</main>;
}
