import { DialogTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import type { Connector } from "./connector-queries.ts";

interface ConnectorTitleProps {
  readonly connector: Connector | undefined;
  /** Made of the connector's name, once it is there. */
  readonly title: (name: string) => string;
  readonly meanwhile: string;
}

/** The title of a dialog about one connector: its app's icon and name. */
export function ConnectorTitle({ connector, title, meanwhile }: ConnectorTitleProps): ReactElement {
  return (
    <DialogTitle>
      {connector ? (
        <AppIdentity
          heading
          icon={connector.app.icon}
          name={title(connector.name)}
          second={connector.app.displayName}
        />
      ) : (
        meanwhile
      )}
    </DialogTitle>
  );
}
