import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { MailRegular, SignOutRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api, done } from "../shared/api/client.ts";
import { notify } from "../shared/feedback/notices.ts";
import { useProblemText } from "../shared/feedback/problem-text.ts";
import { useText } from "../shared/language/text.ts";
import { useSession } from "../shared/session.ts";
import { endSession } from "./session-end.ts";

const useStyles = makeStyles({
  who: {
    display: "flex",
    flexDirection: "column",
    padding: tokens.spacingHorizontalM,
    maxWidth: "280px",
    overflowWrap: "anywhere",
  },
});

export function PersonMenu({ button }: { button: ReactElement }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const textOf = useProblemText();
  const { person } = useSession();
  const queryClient = useQueryClient();
  const router = useRouter();
  const signOut = useMutation({
    mutationFn: async () => await done(api.session.$delete()),
    onSuccess: async () => await endSession(queryClient, router),
    onError: (error) => notify({ intent: "error", title: textOf(error).title }),
  });
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <div className={styles.who}>
          <Text weight="semibold">{person.displayName}</Text>
          <Text size={200}>{person.upn}</Text>
        </div>
        <MenuDivider />
        <MenuList>
          <MenuItem icon={<MailRegular />} onClick={() => void router.navigate({ to: "/mail-webhooks" })}>
            {t("shell.person.mailWebhooks")}
          </MenuItem>
          <MenuItem icon={<SignOutRegular />} onClick={() => signOut.mutate()}>
            {t("shell.person.signOut")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
