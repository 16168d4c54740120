import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
} from "@fluentui/react-components";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactElement, type ReactNode, useEffect } from "react";
import { mayPass } from "../../shared/api/problem.ts";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { type ConsideredChange, impactQuery } from "../impact/impact-query.ts";
import { ImpactView } from "./impact-view.tsx";

const useStyles = makeStyles({ title: { overflowWrap: "anywhere" }, wait: { justifyContent: "flex-start" } });

interface ImpactDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What is about to be changed, in words. */
  readonly children?: ReactNode;
  /** Undefined when the change can take no app from anybody, nor give one. */
  readonly change: ConsideredChange | undefined;
  /** Says what the button does: "Save Sales". */
  readonly action: string;
  readonly act: () => Promise<unknown>;
  /** Told after it was done. The dialog stays open, with the reason, when it was not. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What if? The last step before a change: who gains and loses which apps by it. */
export function ImpactDialog(props: ImpactDialogProps): ReactElement {
  const { open, title, children, change, action, act, onDone, onClose } = props;
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  // Asked anew each time: what the change does depends on everything else.
  const impact = useQuery({ ...impactQuery(change), enabled: open, staleTime: 0, gcTime: 0 });
  const acting = useMutation({ mutationFn: act, onSuccess: onDone });
  const { reset } = acting;
  useEffect(() => {
    if (!open) reset();
  }, [open, reset]);
  const close = () => {
    if (acting.isPending) return;
    onClose();
  };
  // What would be refused is not offered; what merely could not be counted is.
  const refused = impact.error !== null && !mayPass(impact.error);
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface className={dialog.surface}>
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent className={dialog.content}>
            {children}
            {change !== undefined && (
              <Heading level={3} size={300}>
                {t("admin.policies.impact.title")}
              </Heading>
            )}
            <div role="status">
              {change !== undefined && impact.data !== undefined && <ImpactView impact={impact.data} />}
              {impact.data === undefined && impact.error === null && (
                <Delayed>
                  <Spinner size="tiny" className={styles.wait} label={t("admin.policies.impact.counting")} />
                </Delayed>
              )}
            </div>
            {impact.data === undefined && <ProblemBar error={impact.error} onRetry={() => void impact.refetch()} />}
            <ProblemBar error={acting.error} />
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={acting.isPending} onClick={close}>
              {t("shared.cancel")}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={acting.isPending || refused || impact.isPending}
              onClick={() => acting.mutate()}
            >
              {acting.isPending ? t("admin.working") : action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
