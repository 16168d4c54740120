import { Badge, useRestoreFocusTarget } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import { FormattedDate } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import { expired } from "./expiry.ts";
import type { Registration } from "./registration-queries.ts";

function RegistrationName({ registration }: { registration: Registration }): ReactElement {
  // The drawer that it opens gives the focus back to it.
  const restoreFocus = useRestoreFocusTarget();
  const { clientId, displayName } = registration;
  return (
    <TwoLines
      first={
        <TextLink
          to="/admin/app-registrations"
          search={(before) => ({ ...before, open: clientId })}
          title={displayName}
          {...restoreFocus}
        >
          {displayName}
        </TextLink>
      }
      second={clientId}
    />
  );
}

export function useRegistrationColumns(): ListColumn<Registration>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.registration.name"),
        render: (registration) => <RegistrationName registration={registration} />,
        sortKey: ({ displayName }) => displayName,
        minWidth: 200,
        grow: 3,
        rank: 0,
        control: true,
      },
      {
        id: "permissions",
        label: t("admin.registration.permissions"),
        render: ({ appRoles }) => <CellText>{appRoles.join(", ")}</CellText>,
        sortKey: ({ appRoles }) => appRoles.length,
        minWidth: 180,
        grow: 3,
        rank: 1,
      },
      {
        id: "secrets",
        label: t("admin.registration.secrets"),
        render: ({ secrets, publicClient }) =>
          secrets.some(expired) ? (
            <Badge appearance="tint" color="danger">
              {t("admin.registration.secret.expired")}
            </Badge>
          ) : (
            <CellText>
              {secrets.length === 0 && publicClient
                ? t("admin.registration.public.short")
                : t("admin.registration.secrets.count", { count: secrets.length })}
            </CellText>
          ),
        sortKey: ({ secrets }) => secrets.length,
        minWidth: 120,
        rank: 2,
      },
      {
        id: "created",
        label: t("admin.people.column.created"),
        render: ({ createdAt }) => <FormattedDate value={createdAt} dateStyle="medium" />,
        sortKey: ({ createdAt }) => Date.parse(createdAt),
        minWidth: 120,
        rank: 3,
      },
    ],
    [t],
  );
}
