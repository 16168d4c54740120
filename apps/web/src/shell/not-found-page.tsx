import { Button } from "@fluentui/react-components";
import { CompassNorthwestRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../shared/feedback/state-panel.tsx";
import { useText } from "../shared/language/text.ts";
import { usePageTitle } from "../shared/layout/page-title.ts";

export function NotFoundPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  usePageTitle(t("shell.notFound.title"));
  return (
    <main>
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
    </main>
  );
}
