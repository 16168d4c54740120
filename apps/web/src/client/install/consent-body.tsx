import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Spinner,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from "react";
import { hasCode } from "../../shared/api/problem.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { addCatalogue, languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { useObservable } from "../../shared/observable.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { useSession } from "../../shared/session.ts";
import { appsMessages } from "../apps/locales/index.ts";
import { ConsentDetails } from "./consent-details.tsx";
import { type Consent, consentQuery, type GivenConsent } from "./consent-query.ts";

// The dialog is opened from channels too, where the words about refusals are not at hand.
const RefusedBar = lazy(
  patiently(async () => {
    const [{ RefusedBar: component }] = await Promise.all([import("./refused-bar.tsx"), addCatalogue(appsMessages)]);
    return { default: component };
  }),
);

interface ConsentBodyProps {
  readonly appId: string;
  /** The ask in a few words; what is agreed to is known by then. */
  readonly title: (consent: Consent) => string;
  readonly agree: string;
  /** Above what is asked: why it is asked anew. */
  readonly reason?: ReactNode;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onAgree: (given: GivenConsent) => void;
  readonly onCancel: () => void;
}

/** The consent dialog: who asks, for what, and one button to agree. */
export function ConsentBody({
  appId,
  title,
  agree,
  reason,
  pending,
  error,
  onAgree,
  onCancel,
}: ConsentBodyProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const { organisation } = useSession();
  const query = useQuery(consentQuery(appId, useObservable(languageState).language));
  const consent = query.data;
  const [forAll, setForAll] = useState(false);
  const mayForAll = consent?.mayConsentForOrganisation === true && consent.organisationConsent === null;
  const refused = [error, query.error].find((one) => hasCode(one, "access/app-not-available"));
  const give = () => {
    if (consent !== undefined && !pending && refused === undefined)
      onAgree({ definitionId: consent.definitionId, onBehalfOfOrganisation: mayForAll && forAll });
  };
  return (
    <DialogBody>
      <DialogTitle>
        {consent ? (
          <AppIdentity
            heading
            icon={consent.icon}
            name={title(consent)}
            second={t("client.app.byVersion", { publisher: consent.publisherName, version: consent.version })}
          />
        ) : (
          t(refused === undefined ? "shared.loading" : "client.install.refused")
        )}
      </DialogTitle>
      <DialogContent className={dialog.content}>
        {reason}
        {refused === undefined && (
          <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
            {(asked) => <ConsentDetails consent={asked} />}
          </QueryView>
        )}
        {mayForAll && refused === undefined && (
          <Checkbox
            checked={forAll}
            onChange={(_, data) => setForAll(data.checked === true)}
            label={t("client.consent.forOrganisation", { organisation: organisation.displayName })}
          />
        )}
        {refused === undefined ? (
          <ProblemBar
            error={error}
            {...(hasCode(error, "installation/consent-required") ? { onRetry: () => void query.refetch() } : {})}
          />
        ) : (
          <Suspense>
            <RefusedBar appId={appId} error={refused} />
          </Suspense>
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onCancel}>{t("shared.cancel")}</Button>
        <Button
          appearance="primary"
          disabledFocusable={consent === undefined || pending || refused !== undefined}
          icon={pending ? <Spinner size="tiny" /> : null}
          onClick={give}
        >
          {agree}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
