import { DialogTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import type { Configuration } from "./connector-queries.ts";

interface ConnectorTitleProps {
  readonly connector: Pick<Configuration, "name" | "app" | "icon"> | undefined;
  /** Made of the connector's name, once it is there. */
  readonly title: (name: string) => string;
  readonly meanwhile: string;
}

/** The title of a dialog about one connector or webhook: its picture and name. */
export function ConnectorTitle({ connector, title, meanwhile }: ConnectorTitleProps): ReactElement {
  const t = useText();
  return (
    <DialogTitle>
      {connector ? (
        <AppIdentity
          heading
          icon={connector.app?.icon ?? connector.icon}
          name={title(connector.name)}
          second={connector.app?.displayName ?? t("client.connectors.incoming")}
        />
      ) : (
        meanwhile
      )}
    </DialogTitle>
  );
}
