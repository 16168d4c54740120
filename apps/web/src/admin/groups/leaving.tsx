import { Text } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { ImpactNote } from "../impact/impact-note.tsx";
import type { ConsideredChange } from "../impact/impact-query.ts";

interface LeavingProps {
  /** Who or which group is to leave; undefined while nobody is asked about. */
  readonly member: string | undefined;
  readonly group: string;
  /** What is lost by it. */
  readonly what: string;
  readonly change: ConsideredChange;
  readonly act: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before somebody or a group is taken out of a group. */
export function Leaving({ member, group, what, change, act, onClose }: LeavingProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const values = { name: member ?? "", group };
  return (
    <ConfirmDialog
      open={member !== undefined}
      title={t("admin.policies.groups.leave.title", values)}
      action={t("admin.policies.groups.leave.action", values)}
      doing={t("admin.working")}
      act={async () => {
        await act();
        await queryClient.invalidateQueries({ queryKey: ["groups"] });
      }}
      onDone={() => {
        notify({ intent: "success", title: t("admin.policies.groups.leave.done", values) });
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{what}</Text>
      {member !== undefined && <ImpactNote change={change} />}
    </ConfirmDialog>
  );
}
