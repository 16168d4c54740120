import {
  Button,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type ReactElement, useEffect } from "react";
import { useText } from "../language/text.ts";
import { useObservable } from "../observable.ts";
import { latestNotice } from "./notices.ts";

/** Shows notices as toasts. Loaded with the first of them. */
export function NoticeToaster(): ReactElement {
  const toasterId = useId("notices");
  const { dispatchToast } = useToastController(toasterId);
  const t = useText();
  const notice = useObservable(latestNotice);
  const close = t("shared.close");
  useEffect(() => {
    if (notice === undefined) return;
    const toast = (
      <Toast>
        <ToastTitle
          action={
            <ToastTrigger>
              <Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={close} />
            </ToastTrigger>
          }
        >
          {notice.title}
        </ToastTitle>
        {notice.body && <ToastBody>{notice.body}</ToastBody>}
      </Toast>
    );
    const timeout = notice.stays ? -1 : 6_000;
    dispatchToast(toast, { toastId: `notice-${notice.id}`, intent: notice.intent, timeout, pauseOnHover: true });
  }, [notice, dispatchToast, close]);
  return <Toaster toasterId={toasterId} position="bottom-end" />;
}
