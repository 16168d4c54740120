import { Button, Text } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { Registration } from "./registration-queries.ts";

interface DeleteRegistrationProps {
  readonly registration: Registration;
  readonly onDone: () => void;
}

/** Deletes a registration, after saying what stops working with it. */
export function DeleteRegistration({ registration, onDone }: DeleteRegistrationProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { clientId, displayName: name } = registration;
  return (
    <div>
      <Button icon={<DeleteRegular />} onClick={() => setAsking(true)}>
        {t("admin.registration.delete")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("admin.registration.delete.title", { name })}
        action={t("admin.registration.delete.action", { name })}
        doing={t("admin.working")}
        act={async () => await done(api["app-registrations"][":clientId"].$delete({ param: { clientId } }))}
        onDone={() => {
          notify({ intent: "success", title: t("admin.registration.deleted", { name }) });
          onDone();
          void queryClient.invalidateQueries({ queryKey: ["app-registrations"] });
        }}
        onClose={() => setAsking(false)}
      >
        <Text>{t("admin.registration.delete.what")}</Text>
      </ConfirmDialog>
    </div>
  );
}
